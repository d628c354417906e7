"""The rules of the story: no figure that a later report overtook, no claim that is disputed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.compose.check.claim import Claim, same_word
from bot.compose.check.dating import is_past
from bot.compose.check.reading import Reading, are_kin, readings
from bot.models import Article, Finding
from bot.text.attribution import Cue, attribution, is_casualty_count, is_measure
from bot.text.facts import HARMS
from bot.text.figures import Figure, FigureKind, figures
from bot.text.stance import denied
from bot.text.words import fold, names, stem, stems

_MOST_ARTICLES = 40  # of a story that are compared
_SHARED = 2  # words besides what is counted that make two counts one event's
_DISPUTED = 0.6  # share of what is denied that a claim must say
_BESIDE = 80  # characters between a count and the harm that it counts
_NUMBER_OF = re.compile(
    r"(?i:\b(?:numbers?|total|count|tally) of (?:the )?([^\W\d_]+)[^.;\d]*"
    r"\b(?:to|at|is|was|stands|reached) $)"
)
_TALLY = re.compile(
    r"^(?:the )?(?:number|death toll|toll|count) (?:of (?:the )?\w+ )?(?:has |had )?\w+ "
)
_LATER = re.compile(
    r"\b(?:risen|rose|rises|climbed|increased|grown|grew|jumped|revised|now stands|up from|"
    r"down from|gestiegen|stieg|passe|monte|subio|aumento|ascendio|ascendido)\b|ارتفع"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A figure of a sentence and what it counts: the harm done, or the noun beside it."""

    figure: Figure
    of: str


def superseded(claim: Claim) -> Iterator[Finding]:
    """No other report of the story has a later or another figure for the same thing."""
    mine = counted(claim.own)
    if not mine:
        return
    values = {one.figure.value for one in mine}
    for one, article in _others(claim):
        for theirs in counted(one):
            if theirs.figure.value in values:
                continue
            for own in mine:
                if own.of == theirs.of and _same_event(claim, one, theirs):
                    shown = claim.text[own.figure.start : own.figure.end]
                    there = one.text[theirs.figure.start : theirs.figure.end]
                    if _overtakes(claim, one, article):
                        who = article.outlet or article.id
                        detail = f"{who} has {there} for the same thing."
                        yield claim.finding("superseded", shown, detail)
                        return


@lru_cache(maxsize=4096)
def counted(one: Reading) -> tuple[Counted, ...]:
    """Return what a sentence counts."""
    found = []
    toll = is_casualty_count(one.text, one.language)
    for figure in figures(one.text, one.language):
        if figure.kind is not FigureKind.COUNT:
            continue
        harm = _harm(one.text, figure) if toll else ""
        of = harm or _of(one, figure)
        if of and not is_measure(figure):
            found.append(Counted(figure=figure, of=of))
    return tuple(found)


def _of(one: Reading, figure: Figure) -> str:
    """Return the stem of what a figure counts: after it, or before ("the number of … to 71")."""
    if figure.unit:
        return stem(fold(figure.unit), one.language)
    match = _NUMBER_OF.search(one.text, 0, figure.start)
    return stem(fold(match[1]), one.language) if match else ""


def _harm(text: str, figure: Figure) -> str:
    """Return how those that a figure counts came to harm, by the word nearest to it."""
    best, harm = _BESIDE, ""
    for name, pattern in HARMS.items():
        for match in pattern.finditer(text):
            apart = min(abs(match.start() - figure.end), abs(figure.start - match.end()))
            if apart < best:
                best, harm = apart, name
    return harm


def _others(claim: Claim) -> Iterator[tuple[Reading, Article]]:
    """Yield the sentences of the story's articles that the claim does not cite."""
    cited = {one.text for one in claim.given}
    for article in list(claim.story.values())[:_MOST_ARTICLES]:
        if article in claim.articles:
            continue
        for one in readings(article.text, article.language or claim.language):
            if one.text not in cited:
                yield one, article


def _same_event(claim: Claim, one: Reading, theirs: Counted) -> bool:
    """Tell whether a sentence counts something of the event that the claim tells of."""
    sources = frozenset(s for given in claim.given for s in given.content) | claim.own.content
    numbers = {s for s in one.content if s[:1].isdigit()} | {theirs.of}
    shared = (one.content & sources) - numbers
    named = {s for name in names(one.text) for s in stems(name, one.language)}
    if theirs.of in HARMS and _LATER.search(fold(one.text)) and _TALLY.search(fold(one.text)):
        return True  # "the number of injured": of this story's, as its readers know
    weight = len(shared) + (len(shared & named) if theirs.of in HARMS else 0)
    return weight >= _SHARED and not is_past(one)


def _overtakes(claim: Claim, one: Reading, article: Article) -> bool:
    """Tell whether another sentence is later than those cited, or says that a figure changed."""
    if _LATER.search(fold(one.text)):
        return not any(_is_later(mine, article) for mine in claim.articles)
    return any(_is_later(article, mine) for mine in claim.articles)


def _is_later(one: Article, other: Article) -> bool:
    """Tell whether one article is known to be later than another."""
    if one.published_at is None or other.published_at is None:
        return False
    return one.published_at > other.published_at


def disputed(claim: Claim) -> Iterator[Finding]:
    """What another source of the story denies is told with the denial."""
    mine = attribution(claim.text, claim.language)
    if (mine is not None and mine.kind is Cue.DENIAL) or denied(claim.text, claim.language):
        return
    for one, article in _others(claim):
        theirs = attribution(one.text, one.language)
        if theirs is None or theirs.kind is not Cue.DENIAL:
            continue
        apart = {*stems(theirs.speaker, one.language), *stems(theirs.cue, one.language)}
        what = [s for s in one.content - apart if not any(are_kin(s, a) for a in apart)]
        shared = [s for s in what if any(same_word(s, own) for own in claim.own.content)]
        if len(shared) >= max(_SHARED, _DISPUTED * len(what)):
            detail = f"{article.outlet or article.id} has {theirs.speaker or 'a denial'} deny it."
            yield claim.finding("disputed", " ".join(sorted(shared)), detail)
            return
