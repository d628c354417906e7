"""Promises of what a later report has overtaken."""

from datetime import timedelta

import pytest

from bot.condense.extractive import condensed
from bot.models import Budget, Story
from tests.builders import NOW, article, story

MOVED = "The summit of the river ministers has been moved to Wednesday 2 December, the host said."


def told(*texts: str) -> list[str]:
    """Return what is told of reports that came half a day apart."""
    reports = [
        article(f"a{at}", text=text, outlet=f"Paper {at}", at=NOW + timedelta(hours=12 * at))
        for at, text in enumerate(texts)
    ]
    whole = Story(id=story().id, articles=tuple(reports))
    return [one.text for one in condensed(whole, budget=Budget(sentences=9)).sentences]


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("Nine people died at the mine, police said.", "At the mine 14 people died, police said."),
        ("The summit of the river ministers was postponed to Tuesday 1 December.", MOVED),
    ],
)  # fmt: skip
def test_the_later_state_is_told(older: str, newer: str) -> None:
    """A toll and a day that were overtaken are not told any more."""
    assert told(older, newer) == [newer]


def test_two_reports_of_one_new_day_do_not_overtake_each_other() -> None:
    """The earlier of them stays to be told."""
    first = "The summit of the river ministers was postponed to Wednesday 2 December, he said."

    assert first in told(first, MOVED) or MOVED in told(first, MOVED)
    assert told(first, "Rain fell on the hills above the river all day.")[0] == first
