"""The rule of figures: each stands in what is cited, of the same thing, as sure, in its place."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from bot.compose.check.claim import Claim, same_word
from bot.compose.check.dating import is_meant
from bot.compose.check.harming import is_harm
from bot.models import Finding
from bot.text.figures import Figure, FigureKind, figures
from bot.text.stance_words import stance_words
from bot.text.thesaurus import are_siblings
from bot.text.words import fold, stem

_FROM = re.compile(r"\b(?:from|von|de|desde|من)(?: the| über| about)? ?[$€£]?$")
_TO = re.compile(r"\b(?:to|auf|à|إلى)(?: the| about)? ?[$€£]?$")
_PART = re.compile(
    r" (?:of|von|der|des|sur|de) (?:the |its |his |her |their |all |les |los |las )?"
)
_BEFORE = 16  # characters looked at for what stands before a figure

_AMOUNTS = frozenset({FigureKind.COUNT, FigureKind.MONEY, FigureKind.SHARE})
_PEOPLE = frozenset(
    ("people", "persons", "menschen", "personen", "personnes", "personas", "شخصا", "أشخاص", "شخص")
)

_Counted = tuple[Figure, str]


def figure(claim: Claim) -> Iterator[Finding]:
    """A figure stands in what is cited, of the same thing and as sure."""
    given = [
        (one, reading.text)
        for reading in claim.given
        for one in figures(reading.text, claim.language)
    ]
    own = [(one, claim.text) for one in figures(claim.text, claim.language)]
    for one, text in own:
        shown = text[one.start : one.end]
        fault = None if _is_anchored(one, claim) else _fault(one, given, claim)
        if fault:
            yield claim.finding("figure", shown, fault)
    yield from _crossed(own, given, claim)


def _fault(one: Figure, given: list[_Counted], claim: Claim) -> str | None:
    """Return what is wrong with a figure, or None when nothing is."""
    equal = [f for f, _ in given if f.value == one.value]
    same = [f for f in equal if _comparable(f, one)]
    if not same:
        if total := _sum(one, given):
            return f"The cited text has {total}, and not their sum."
        return _unlike(one, equal)
    if _is_anothers(one, same, given) or (
        not any(_of_same_thing(f, one, claim.text) for f in same) and _is_unnamed(one, claim)
    ):
        return f"The cited text counts {same[0].unit}, not {one.unit}."
    if part := _part_of(one, claim):
        return f"The cited text says {part}."
    if all(f.hedge != one.hedge for f in same):
        return f"The cited text says {same[0].hedge or 'exactly'}."
    return None


def _is_anchored(one: Figure, claim: Claim) -> bool:
    """Tell whether a figure is the date of a weekday that the cited text names."""
    shown = claim.text[one.start : one.end]
    return one.kind is FigureKind.DATE and is_meant(shown, claim)


def _unlike(one: Figure, equal: list[Figure]) -> str:
    """Return why a figure is not there: the number may be, as money of another currency."""
    if equal and FigureKind.MONEY in {one.kind, equal[0].kind}:
        return f"The cited text counts {equal[0].unit or 'something else'}, not {one.unit}."
    return "The cited text has no such figure."


def _comparable(one: Figure, other: Figure) -> bool:
    """Tell whether two figures are of kinds that can mean the same; money is of one currency."""
    if {one.kind, other.kind} == {FigureKind.YEAR, FigureKind.COUNT}:
        return not (one.near and other.near)
    return one.kind == other.kind and (one.kind != FigureKind.MONEY or one.unit == other.unit)


def _is_anothers(one: Figure, same: list[Figure], given: list[_Counted]) -> bool:
    """Tell whether the cited text counts just this thing otherwise, and another thing so."""
    unit = stem(fold(one.unit))
    if not unit or any(not f.unit or stem(fold(f.unit)) == unit for f in same):
        return False
    return any(stem(fold(f.unit)) == unit and f.value != one.value for f, _ in given)


def _of_same_thing(one: Figure, other: Figure, text: str) -> bool:
    """Tell whether two figures may count the same thing: one names none, or they share a word.

    The people of the cited text are not the soldiers of ours, whose sentence is `text`.
    """
    if not one.near or not other.near or one.kind is not FigureKind.COUNT:
        return True
    if are_siblings(stem(fold(one.near[0])), stem(fold(other.near[0]))):
        return False
    if _PEOPLE.intersection(other.near):
        return True
    if _PEOPLE.intersection(one.near):
        return is_harm(other.unit) or not _is_noun(other.unit, text)
    theirs = [stem(fold(word)) for word in other.near]
    return any(same_word(stem(fold(word)), their) for word in one.near for their in theirs)


def _is_noun(word: str, text: str) -> bool:
    """Tell whether a word counts several of a sort, or has the capital of a German noun."""
    return word.endswith(("s", "men", "children", "police")) or word.capitalize() in text


def _is_unnamed(one: Figure, claim: Claim) -> bool:
    """Tell whether the cited text does not even name what a figure counts."""
    own = stem(fold(one.unit), claim.language)
    return not any(same_word(own, other) for other in claim.stems)


def _sum(one: Figure, given: list[_Counted]) -> str:
    """Return the two figures of which one is the sum, as words; empty when it is of none."""
    counted = [f for f, _ in given if f.kind is one.kind and f.kind is not FigureKind.YEAR]
    for place, first in enumerate(counted):
        for second in counted[place + 1 :]:
            if first.value + second.value == one.value != Decimal(0):
                return f"{first.value} and {second.value}"
    return ""


def _part_of(one: Figure, claim: Claim) -> str:
    """Return the "three of its nine" of which a claim has only the nine; empty when of none."""
    values = {f.value for f in figures(claim.text, claim.language)}
    for reading in claim.retold():
        counted = figures(reading.text, claim.language)
        for part, whole in pairwise(counted):
            between = reading.text[part.end : whole.start]
            is_part = _PART.fullmatch(between) and whole.value == one.value
            if is_part and part.value not in values:
                return reading.text[part.start : whole.end]
    return ""


def _crossed(own: list[_Counted], given: list[_Counted], claim: Claim) -> Iterator[Finding]:
    """Yield the figure that a change goes to where the cited text says it comes from there."""
    mine, theirs = _ends(own), _ends(given)
    goals = {f.kind: f.value for f, _ in given if theirs.get(f.value) == "to"}
    stated = {f.value for f, _ in given if theirs.get(f.value) != "to"}
    yield from _out_of_date(own, given, claim)
    for one, text in own:
        goal = goals.get(one.kind, one.value)
        if mine.get(one.value) == "to" and goal != one.value in stated:
            detail = f"The cited text has {goal} in this place."
            yield claim.finding("figure", text[one.start : one.end], detail)
            return


def _out_of_date(own: list[_Counted], given: list[_Counted], claim: Claim) -> Iterator[Finding]:
    """Yield the figure that something was before, where a claim has it alone."""
    mine, theirs = _ends(own), _ends(given)
    values = {f.value for f, _ in own}
    if re.search(stance_words(claim.language).past, fold(claim.text)):
        return
    for one, text in own:
        now = [f for f, _ in given if f.unit == one.unit and theirs.get(f.value) != "from"]
        was = theirs.get(one.value) == "from" != mine.get(one.value)
        if was and one.kind in _AMOUNTS and now and not values & {f.value for f in now}:
            detail = f"The cited text has {now[0].value.normalize():f} now, and this before."
            yield claim.finding("figure", text[one.start : one.end], detail)


def _ends(counted: list[_Counted]) -> dict[Decimal, str]:
    """Return for each figure after "from" or "to" which of them it follows."""
    found = {}
    for one, text in counted:
        before = text[max(0, one.start - _BEFORE) : one.start].lower()
        if _FROM.search(before):
            found[one.value] = "from"
        elif _TO.search(before):
            found[one.value] = "to"
    return found
