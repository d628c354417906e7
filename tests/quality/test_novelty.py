"""How well only what is new is told, on the sample newsroom day by day: floors that rise.

`python bench/newsroom.py --shown` prints the same and what is missed; it says how each is counted.
"""

import pytest

from bench.newsroom import (
    LONG,
    SHORT,
    WHOLE,
    attribution_kept,
    changes_told,
    corrections_told,
    facts_kept,
    facts_repeated,
)
from bot.models import Budget
from bot.pipeline.briefing import BRIEFED

LENGTHS = pytest.mark.parametrize(
    "budget", [BRIEFED, SHORT, LONG, WHOLE], ids=["briefed", "3", "6", "all"]
)


@pytest.mark.parametrize(
    ("budget", "floor"),
    [(BRIEFED, 0.86), (SHORT, 0.75), (LONG, 0.83), (WHOLE, 0.97)],
    ids=["briefed", "3", "6", "all"],
)
def test_new_facts_are_kept(budget: Budget, floor: float) -> None:
    """What appeared since the last edition is offered; of what fits, facts come before colour."""
    assert facts_kept(budget).share >= floor


@LENGTHS
def test_told_facts_are_not_repeated(budget: Budget) -> None:
    """Hardly a sentence of a follow-up says a fact that was told, in whatever words."""
    assert facts_repeated(budget).share <= 0.01


@LENGTHS
def test_a_changed_figure_says_what_it_was(budget: Budget) -> None:
    """Every labelled change that is told gives the figure or the day that was told before."""
    changed = changes_told(budget)

    assert changed.all >= 5
    assert changed.missed == []


def test_corrections_are_told() -> None:
    """A correction is told even among much else that is new."""
    assert corrections_told(SHORT).share == 1.0


@LENGTHS
def test_claims_keep_their_speakers(budget: Budget) -> None:
    """No labelled claim is told without somebody who makes it."""
    assert attribution_kept(budget).share == 1.0
