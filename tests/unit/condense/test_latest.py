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


@pytest.mark.parametrize(
    ("stale", "moved", "language"),
    [
        (
            "The restored wing of the river museum in Delta will reopen on Friday 27 November.",
            (
                "The opening of the restored wing of the river museum in Delta has been moved "
                "by a day to Saturday 28 November."
            ),
            "en",
        ),
        (
            "A ceremony on Friday marks the return of the restored bells to the river tower.",
            (
                "The ceremony for the restored bells of the river tower was postponed from "
                "Friday to Sunday 29 November."
            ),
            "en",
        ),
        (
            "Am Freitag, 27. November, kommt die restaurierte Fähre in den Hafen von Elme zurück.",
            (
                "Die Rückkehr der restaurierten Fähre in den Hafen von Elme wurde auf Samstag, "
                "28. November, verschoben, die Fähre kommt später."
            ),
            "de",
        ),
        (
            "La passerelle restaurée du port de Wesse rouvre au public le vendredi 27 novembre.",
            (
                "La réouverture de la passerelle restaurée du port de Wesse au public est reportée "
                "au samedi 28 novembre."
            ),
            "fr",
        ),
    ],
    ids=["reopens", "ceremony", "de", "fr"],
)
def test_what_was_planned_for_the_old_day_is_not_told(
    stale: str, moved: str, language: str
) -> None:
    """However the older report words the plan that was moved."""
    reports = tuple(
        article(f"a{at}", text=text, language=language, at=NOW + timedelta(hours=12 * at))
        for at, text in enumerate((stale, moved))
    )
    whole = Story(id=story().id, articles=reports)

    found = [one.text for one in condensed(whole, budget=Budget(sentences=9)).sentences]

    assert found == [moved]


def test_another_plan_of_the_same_place_stays() -> None:
    """It has another day than the one that was moved."""
    plan = "The restored wing of the river museum in Delta will reopen on Friday 27 November."
    sale = (
        "The river museum in Delta will sell copies of its restored maps from Monday 30 November."
    )
    moved = (
        "The opening of the restored wing of the river museum in Delta has been moved by a day to "
        "Saturday 28 November."
    )

    found = told(f"{plan} {sale}", moved)

    assert sale in found
    assert plan not in found
