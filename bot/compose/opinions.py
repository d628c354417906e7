"""The figures of a story that are two opinions of one thing, told apart from later reports."""

# ruff: noqa: RUF001 (look-alike signs are what this file is about)

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

from bot.compose.counted import UPDATES, Count, alike, near, roots
from bot.compose.parties import mention, names_office
from bot.compose.speaking import speech
from bot.compose.statements import Statement, after_credit, party_named, shown, speaker_of
from bot.text.attribution import attribution
from bot.text.figures import FigureKind, figures
from bot.text.numerals import Hedge
from bot.text.words import stems

_FACTOR = 20  # by which two opinions of one figure may differ
_FACTOR_BY_VERB = 5  # ... when only a verb says that they are of one thing
_LATER = timedelta(hours=6)  # after which a larger toll is the newer one
_SHARED = 2  # roots in common of two sentences that count the same thing
_LONGEST = 6  # words that name who gives one of several figures
_NOT = re.compile(r"(?i:\b(?:and not|rather than|instead of|up from|und nicht|et non|y no)\b)|وليس")
_BARGAINS = re.compile(
    r"(?i:\b(?:demand(?:s|ed|ing)?|(?:call|ask)(?:s|ed|ing)? for|seek(?:s|ing)?|offer(?:s|ed|ing)?|"
    r"propos(?:es|ed|ing)|forder(?:t|te|n|ten)|verlang(?:t|te|en)|Angebot|bietet|geboten|"
    r"réclame\w*|exige\w*|revendiqu\w+|offre|propose\w*|reclam\w+|exig\w+|piden?|oferta|"
    r"ofrec\w+)\b)|طالب|عرض"
)
"""What one offers and another demands are no two opinions of one figure."""
_AGO = re.compile(
    r"(?i:\b(?:ago|last (?:year|month|time)|in \d{4}|seit \d{4}|vor \w+ Jahren|il y a|"
    r"l['’]an dernier|hace)\b)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A figure with who gives it: one side of a disagreement, perhaps."""

    statement: Statement
    count: Count
    by: str
    party: int
    content: frozenset[str]


def opposed(
    given_: Sequence[Given], told: Sequence[Sequence[Statement]]
) -> Iterator[tuple[Given, Given]]:
    """Yield the figures that differ, two by two."""
    for one, other in combinations(given_, 2):
        if not _differ(one, other) or _is_newer(one, other, told):
            continue
        if not _is_newer(other, one, told):
            yield one, other


def given(told: Iterable[Sequence[Statement]]) -> Iterator[Given]:
    """Yield every figure of a story with who gives it."""
    for own in told:
        for one in own:
            if one.in_correction or _AGO.search(one.text) or _is_old(one):
                continue
            if len(one.counts) > 1 and _NOT.search(one.text):
                continue  # "3.1 million and not 2.4": whose the second is, is not said in order
            several = len(one.counts) > 1
            for count in one.counts:
                by = _giver(one, count) if several else ""
                party = party_named(by, one, told) if by else one.party
                named = by or one.teller
                about = roots(one.stems) - roots(stems(named, one.language)) - {count.unit}
                yield Given(statement=one, count=count, by=named, party=party, content=about)


def _is_old(one: Statement) -> bool:
    """Tell whether a sentence is about another year."""
    years = (f.value for f in figures(one.text, one.language) if f.kind is FigureKind.YEAR)
    return any(year < one.at.year for year in years)


def _giver(one: Statement, count: Count) -> str:
    """Return who gives one of several figures of a sentence: the speaker of its own clause."""
    first = len(one.text) - len(after_credit(one.text))
    contrasts = (match.end() for match in speech(one.language).contrast.finditer(one.text))
    cuts = [first, *(cut for cut in contrasts if cut > first), len(one.text)]
    start = max((cut for cut in cuts if cut <= count.start), default=0)
    end = min(cut for cut in cuts if cut > count.start)
    clause = one.text[start:end].strip(" ,;:.")
    named = shown(speaker_of(clause, attribution(clause, one.language), one.language))
    if not named:
        before = one.text[start : count.start].strip()
        named = re.sub(r"\b(?:as|at|of|von|auf|de|et|and|und)\s*$", "", before).strip()
        named = named if names_office(named) else ""
    who = mention(named, one.language)
    return named if (who.names or who.offices) and len(named.split()) <= _LONGEST else ""


def _differ(one: Given, other: Given) -> bool:
    """Tell whether two figures are two opinions of one thing.

    Those of two languages never are: one speaker has two names there.
    """
    same_language = one.statement.language == other.statement.language
    bargains = any(_BARGAINS.search(given_.statement.text) for given_ in (one, other))
    if bargains or not same_language or not near(one.count, other.count, factor=_FACTOR):
        return False
    same = one.party == other.party
    if (same or -1 in {one.party, other.party}) and not _outlets_differ(one, other):
        return False
    if one.count.is_past or other.count.is_past or one.count.is_part or other.count.is_part:
        return False
    if _is_contrast(one, other):
        return True
    if not alike(one.count, other.count) or _agree(one.count, other.count):
        return False
    if one.count.harm:
        return True
    shared = len(one.content & other.content | one.count.things & other.count.things)
    is_money = one.count.kind is FigureKind.MONEY
    by_verb = not (one.count.unit and other.count.unit)
    if is_money or (by_verb and near(one.count, other.count, factor=_FACTOR_BY_VERB)):
        return shared > 0
    return shared >= _SHARED


def _outlets_differ(one: Given, other: Given) -> bool:
    """Tell whether two outlets give two tolls in their own voice."""
    both = one.party == other.party == -1
    harm = bool(one.count.harm) and bool(other.count.harm)
    return both and harm and one.statement.voice != other.statement.voice


def _agree(one: Count, other: Count) -> bool:
    """Tell whether "at least 12" and 14 are no contradiction."""
    low, high = sorted((one, other), key=lambda count: count.value)
    return low.hedge is Hedge.AT_LEAST or high.hedge is Hedge.AT_MOST


def _is_contrast(one: Given, other: Given) -> bool:
    """Tell whether two figures are set side by side: in one sentence, or in one after another."""
    first, second = sorted((one, other), key=lambda g: (g.statement.place, g.count.start))
    a, b = first.count, second.count
    if one.statement.article.id != other.statement.article.id or a.harm != b.harm:
        return False
    gap = second.statement.place - first.statement.place
    if gap > 1 or (gap and first.statement.paragraph != second.statement.paragraph):
        return False
    if gap and (len(first.statement.counts) > 1 or len(second.statement.counts) > 1):
        return False
    if a.kind is b.kind and a.unit == b.unit:
        return bool(a.unit) or gap == 0 or not (a.is_part or b.is_part)
    return not a.unit or not b.unit


def _is_newer(new: Given, old: Given, told: Iterable[Sequence[Statement]]) -> bool:
    """Tell whether a figure has overtaken another: someone says so, or it came much later."""
    after = [s for own in told for s in own if s.at >= new.statement.at]
    if new.statement.at < old.statement.at:
        return False
    for one in after:
        says_so = any(c.value == new.count.value for c in one.counts) and UPDATES.search(one.text)
        if says_so and (new.count.harm or one.text == new.statement.text):
            return True
        if any(c.is_past and c.value == old.count.value for c in one.counts):
            return True
    own = (s for own in told for s in own if s.party == old.party and s.at > old.statement.at)
    if old.party >= 0 and any(
        c.value == new.count.value and alike(c, new.count) for s in own for c in s.counts
    ):
        return True
    later = new.statement.at - old.statement.at >= _LATER
    repeated = any(
        s.party == old.party and any(c.value == old.count.value for c in s.counts) for s in after
    )
    grows = bool(new.count.harm) and new.count.value > old.count.value
    return later and grows and not repeated
