"""What a later report has overtaken: counts, plans, and tolls that somebody else vouches for."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

from bot.compose.changes import new_day
from bot.compose.planned import Day, days_of
from bot.condense._weighing import Weighed
from bot.models import Story
from bot.text.facts import Fact
from bot.text.figures import FigureKind, figures

_LATER = timedelta(hours=1)
_SHARED = 2  # content words that two counts of one thing have in common
_SHARED_BY_PLANS = 4  # what two sentences about one plan have in common besides days and figures
_SHARED_BY_DAY = 2  # ... when both name the day from which the plan was moved
_PLANNED = frozenset({Fact.PLAN, Fact.APPOINTMENT})
_UPDATES = re.compile(
    r"(?i:\b(?:risen|rose|rises|grown|climbed|increased|fallen|dropped|up from|down from|"
    r"gestiegen|erhöht|gesunken|passé|monté|subió|aumentó|ascendió|bajó)\b)|ارتفع|ارتفاع"
)


def latest(weighed: Sequence[Weighed], story: Story) -> tuple[Weighed, ...]:
    """Return the sentences without counts that a later report gives anew, and plans it moves.

    A toll that nobody vouches for also goes when a sentence with the same count names who gave
    it. Reports within the hour, or of unlike things, stand beside each other.
    """
    counting = [one for one in weighed if one.facts.counts]
    stale = {
        id(one)
        for one in counting
        if any(_overtakes(other, one, story) or _vouches(other, one) for other in counting)
    }
    moved = [one for one in weighed if Fact.PLAN in one.facts.kinds]
    stale |= {
        id(one)
        for one in weighed
        if one.facts.kinds & _PLANNED and any(_moves(other, one, story) for other in moved)
    }
    for later in moved:
        stale |= _left_behind(later, weighed, story)
    return tuple(one for one in weighed if id(one) not in stale)


def _left_behind(later: Weighed, weighed: Sequence[Weighed], story: Story) -> set[int]:
    """Return the sentences, by `id`, that still have the day from which `later` moves a plan.

    That day is the one of the older sentence with which it has most in common.
    """
    ahead = _ahead(later, story)
    if not ahead:
        return set()
    now = new_day(later.candidate.text, ahead).day
    older: list[tuple[int, int, set[date]]] = []
    for one in weighed:
        if one.candidate.language == later.candidate.language and _is_newer(later, one, story):
            days = {day.day for day in _ahead(one, story)}
            if days and now not in days:
                older.append((len(_common(later, one)), id(one), days))
    shared, _, was = max(older, key=lambda row: row[0], default=(0, 0, set[date]()))
    if shared < _SHARED_BY_PLANS:
        return set()
    return {key for many, key, days in older if days <= was and many >= _SHARED_BY_DAY}


def _ahead(one: Weighed, story: Story) -> list[Day]:
    """Return the days that a sentence names and that were to come when it was written."""
    at = _said_at(one, story)
    found = days_of(one.candidate.text, at=at, language=one.candidate.language)
    return [day for day in found if day.day > at.date()]


def _common(one: Weighed, other: Weighed) -> frozenset[str]:
    return _plain(one.candidate.stems) & _plain(other.candidate.stems)


def _moves(later: Weighed, one: Weighed, story: Story) -> bool:
    """Tell whether `later` moves the plan that `one` of an older report still has as it was."""
    if not _is_newer(later, one, story) or _dates(later) & _dates(one):
        return False
    return len(_common(later, one)) >= _SHARED_BY_PLANS


def _dates(one: Weighed) -> frozenset[Decimal]:
    """Return the days of the month that a sentence names: two that share one have one plan."""
    found = figures(one.candidate.text, one.candidate.language)
    return frozenset(figure.value for figure in found if figure.kind is FigureKind.DATE)


def _is_newer(later: Weighed, one: Weighed, story: Story) -> bool:
    return _said_at(later, story) - _said_at(one, story) >= _LATER


def _said_at(one: Weighed, story: Story) -> datetime:
    """Return when a sentence was written, in a live blog with its post."""
    candidate = one.candidate
    return story.articles[candidate.article].said_at(candidate.cites[0].start)


def _overtakes(later: Weighed, one: Weighed, story: Story) -> bool:
    """Tell whether `later` is the newer state of the count in `one`."""
    if one.facts.sourced and not later.facts.sourced:
        return False
    is_newer = _is_newer(later, one, story)
    return is_newer and _changed(later, one) and _of_one_thing(later, one)


def _changed(later: Weighed, one: Weighed) -> bool:
    """Tell whether `later` has a new count, instead of the one in `one` or said to have moved."""
    gained = later.facts.counts - one.facts.counts
    lost = one.facts.counts - later.facts.counts
    return bool(gained) and (bool(lost) or _UPDATES.search(later.candidate.text) is not None)


def _vouches(other: Weighed, one: Weighed) -> bool:
    """Tell whether `other` gives the toll of `one` and who said so, which `one` does not."""
    both = one.facts.victims & other.facts.victims and one.facts.counts & other.facts.counts
    return bool(both) and other.facts.sourced and not one.facts.sourced


def _of_one_thing(later: Weighed, one: Weighed) -> bool:
    """Tell whether two sentences count the same: victims of one kind, or a number that moved."""
    if len(_common(later, one)) < _SHARED:
        return False
    if later.facts.victims & one.facts.victims:
        return True
    if later.facts.victims != one.facts.victims or not _UPDATES.search(later.candidate.text):
        return False
    return bool(one.facts.units & set(later.candidate.text.lower().split()))


def _plain(found: Iterable[str]) -> frozenset[str]:
    """Return words without figures."""
    return frozenset(stem for stem in found if not stem.isdigit())
