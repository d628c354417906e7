"""How often a source is worth a visit: from the dates of its entries, and what it asks. Pure."""

from collections.abc import Collection, Iterable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from statistics import median

EVERY = timedelta(minutes=15)
"""Between two visits to a source whose rhythm is not known."""

SHORTEST = timedelta(minutes=5)
LONGEST = timedelta(hours=6)

LONGEST_ASKED = timedelta(days=1)
"""As long as a source may ask to be left alone; what a server asks after a refusal may be more."""

_VISITS_A_GAP = 4
_VISITS_A_SILENCE = 24
_ENTRIES_LOOKED_AT = 20
_FEWEST_MOMENTS = 4
_HOUR = timedelta(hours=1)


def interval(moments: Iterable[datetime], now: datetime) -> timedelta:
    """Return how long a source may be left alone that published at these moments.

    Four visits for each of its usual gaps; a source that has fallen silent is visited less the
    longer it is silent. Entries of one moment were published at once, those of the future are
    announcements.

    >>> noon = datetime(2026, 11, 24, 12, tzinfo=UTC)
    >>> str(interval([noon - hours * timedelta(hours=2) for hours in range(9)], noon))
    '0:30:00'
    """
    past = sorted({moment for moment in moments if moment <= now})[-_ENTRIES_LOOKED_AT:]
    if len(past) < _FEWEST_MOMENTS:
        return EVERY
    gaps = [(later - earlier).total_seconds() for earlier, later in pairwise(past)]
    gap = timedelta(seconds=median(gaps))
    usual = max(gap / _VISITS_A_GAP, (now - past[-1]) / _VISITS_A_SILENCE)
    return min(max(usual, SHORTEST), LONGEST)


def outside(quiet_hours: Collection[int], at: datetime) -> datetime:
    """Return `at`, or the end of the quiet hours that it falls into; a day later at most.

    >>> noon = datetime(2026, 11, 24, 12, 30, tzinfo=UTC)  # a Tuesday
    >>> str(outside({36, 37}, noon))
    '2026-11-24 14:00:00+00:00'
    """
    latest, free = at + LONGEST_ASKED, at
    while _hour_of_week(free) in quiet_hours:
        free = free.replace(minute=0, second=0, microsecond=0) + _HOUR
        if free >= latest:
            return latest
    return free


def _hour_of_week(at: datetime) -> int:
    at = at.astimezone(UTC)
    return at.weekday() * 24 + at.hour
