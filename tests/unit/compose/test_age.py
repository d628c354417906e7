"""Promises of `bot.compose.age`."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.compose.age import age, latest
from tests.builders import HOUR, NOW, article, story


@pytest.mark.parametrize(
    ("past", "said"),
    [
        ({"minutes": -90}, "just now"),
        ({"seconds": 59}, "just now"),
        ({"minutes": 1}, "1 min ago"),
        ({"minutes": 59}, "59 min ago"),
        ({"hours": 1}, "1 h ago"),
        ({"hours": 23, "minutes": 59}, "23 h ago"),
        ({"hours": 24}, "1 day ago"),
        ({"days": 13}, "13 days ago"),
        ({"days": 14}, "of 10 November 2026"),
    ],
)
def test_age_is_said_in_the_unit_that_fits(past: dict[str, int], said: str) -> None:
    """Minutes, hours, days, then the date; a clock that is ahead is no age."""
    assert age(NOW - timedelta(**past), NOW) == said


def test_a_story_is_as_old_as_the_dates_that_its_reports_give() -> None:
    """When a report was fetched is no date of it; cited posts count; none at all is said."""
    dated = article("a1", at=NOW - 3 * HOUR)
    undated = replace(article("a2", at=NOW), published_at=None)

    assert latest(story("s1", dated, undated), NOW) == "3 h ago"
    assert latest(story("s1", dated), NOW, [NOW - HOUR]) == "1 h ago"
    assert latest(story("s1", undated), NOW) == "undated"
