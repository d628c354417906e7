"""How old something is, in words."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.models import Story

_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
_DAYS_COUNTED = 14


def age(at: datetime, now: datetime) -> str:
    """Return how long ago `at` was; a date once it is more than two weeks.

    >>> from datetime import UTC
    >>> now = datetime(2026, 11, 24, 12, tzinfo=UTC)
    >>> age(datetime(2026, 11, 24, 9, tzinfo=UTC), now), age(datetime(2023, 3, 1, tzinfo=UTC), now)
    ('3 h ago', 'of 1 March 2023')
    """
    past = now - at
    if past < _MINUTE:
        return "just now"
    if past < _HOUR:
        return f"{past // _MINUTE} min ago"
    if past < _DAY:
        return f"{past // _HOUR} h ago"
    if past < _DAYS_COUNTED * _DAY:
        days = past // _DAY
        return "1 day ago" if days == 1 else f"{days} days ago"
    return f"of {at.day} {at:%B %Y}"


def latest(story: Story, now: datetime, posted: Iterable[datetime] = ()) -> str:
    """Return how old the newest that a story says is, by the dates that its reports give.

    `posted` are those of posts that are cited. A report without a date may be as old as anything:
    when none gives one, the story is "undated".
    """
    dates = [article.published_at for article in story.articles if article.published_at]
    newest = max([*dates, *posted], default=None)
    return age(newest, now) if newest else "undated"
