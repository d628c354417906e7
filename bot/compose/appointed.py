"""Days and places that reports of one event give differently, where neither says it was moved."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from bot.compose.counted import roots
from bot.compose.planned import Day, days_of
from bot.compose.statements import Statement
from bot.models import Difference
from bot.text.facts import Fact, facts
from bot.text.words import stems

_LIKE = 0.6  # share of the shorter sentence's roots that two of one event have in common
_SHARED = 4
_PLACE = re.compile(
    r"\b(?:in|at|near|outside|off|bei|nahe|près de|à|cerca de|en) (?P<name>[^\W\d_a-zß-ÿ][\w'-]+)"
    r"|(?:قرب|في) (?P<other>\w+)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """Two sentences about one event with two days or two places, in words."""

    kind: Difference
    sides: tuple[tuple[Statement, str], tuple[Statement, str]]
    of: frozenset[str]


def apart(told: Sequence[Sequence[Statement]]) -> Iterator[Apart]:
    """Yield the days and places of one event that differ between its tellers."""
    every = [one for own in told for one in own if not one.in_correction]
    moved = {
        day.day
        for one in every
        if Fact.PLAN in facts(one.text, one.language).kinds
        for day in _days(one)
    }
    dated = [(one, days[0]) for one in every if len(days := _days(one)) == 1]
    for (one, day), (other, another) in combinations(dated, 2):
        if day.day != another.day and not {day.day, another.day} & moved:
            of = _of_one_event(one, other)
            if of:
                sides = ((one, day.words), (other, another.words))
                yield Apart(kind=Difference.DAY, sides=sides, of=of)
    named = [(one, names) for one in every if (names := _named(one))]
    for (one, mine), (other, theirs) in combinations(named, 2):
        pair = _places(one, mine - theirs, other, theirs - mine)
        of = _of_one_event(one, other) if pair else frozenset()
        if pair and of:
            sides = ((one, pair[0]), (other, pair[1]))
            yield Apart(kind=Difference.PLACE, sides=sides, of=of)


def _days(one: Statement) -> list[Day]:
    """Return the days to come that a sentence names."""
    found = days_of(one.text, at=one.at, language=one.language)
    return [day for day in found if day.day > one.at.date()]


def _of_one_event(one: Statement, other: Statement) -> frozenset[str]:
    """Return what two sentences of two tellers have in common, when that is most of them."""
    same = one.article.id == other.article.id if one.party < 0 else one.party == other.party
    if same or (one.language or "en")[:2] != (other.language or "en")[:2]:
        return frozenset()
    a, b = _content(one), _content(other)
    shared = a & b
    enough = len(shared) >= _SHARED and len(shared) >= _LIKE * min(len(a), len(b))
    return shared if enough else frozenset()


def _content(one: Statement) -> frozenset[str]:
    return roots(one.stems) - roots(stems(one.by, one.language))


def _places(
    one: Statement, mine: frozenset[str], other: Statement, theirs: frozenset[str]
) -> tuple[str, str] | None:
    """Return the one place of each that the other's report does not know; None if not so."""
    if len(mine) != 1 or len(theirs) != 1 or not _same_figures(one, other):
        return None
    (place,), (another,) = mine, theirs
    if place in other.article.text or another in one.article.text:
        return None
    return place, another


def _named(one: Statement) -> frozenset[str]:
    return frozenset(match["name"] or match["other"] for match in _PLACE.finditer(one.text))


def _same_figures(one: Statement, other: Statement) -> bool:
    return {count.value for count in one.counts} == {count.value for count in other.counts}
