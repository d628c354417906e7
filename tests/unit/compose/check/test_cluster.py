"""Promises of `bot.compose.check.cluster`."""

from datetime import timedelta

import pytest

from bot.compose.check.cluster import disputed, superseded
from tests.claims import AT, claim, report

TOLL = "At least 14 people were killed when a ferry sank off Salin, the coast guard said."
LATER = AT + timedelta(days=1)


@pytest.mark.parametrize(
    "other",
    [
        report("The death toll of the ferry off Salin has risen to 17.", "b", at=None),
        report("The death toll of the ferry off Salin is 17.", "b", at=LATER),
        report("The ferry off Salin killed 17.", "b", at=LATER),
    ],
    ids=["it says so", "it is later", "it is later and shorter"],
)
def test_a_figure_that_was_overtaken_is_found(other: object) -> None:
    """By a report that is later, or says that the figure changed."""
    assert isinstance(other, type(report("")))
    found = list(
        superseded(claim("A ferry that sank off Salin killed at least 14.", TOLL, beside=(other,)))
    )

    assert [one.words for one in found] == ["14"]
    assert "Outlet b has 17" in found[0].detail


@pytest.mark.parametrize(
    "other",
    [
        report("The death toll of the ferry off Salin was 11.", "b", at=AT - timedelta(days=1)),
        report(
            "The death toll of the ferry off Salin had risen to 11.", "b", at=AT - timedelta(days=1)
        ),
        report("In 2018 a ferry off Salin killed 40.", "b", at=LATER),
        report("A storm in Dorne killed 17.", "b", at=LATER),
        report("The ferry off Salin was licensed for 120 passengers.", "b", at=LATER),
        report("The ferry off Salin killed 17.", "b", at=None),
        report("The ferry off Salin sank in 30 minutes, 14 died.", "b", at=LATER),
    ],
    ids=[
        "older",
        "older, though risen",
        "of the past",
        "of another event",
        "of another thing",
        "undated",
        "the same",
    ],
)
def test_other_figures_overtake_nothing(other: object) -> None:
    """Nor does what is earlier or not comparable."""
    assert isinstance(other, type(report("")))
    told = claim("A ferry that sank off Salin killed at least 14.", TOLL, beside=(other,))

    assert list(superseded(told)) == []


def test_the_number_of_something_overtakes_its_count() -> None:
    """Though the noun stands before the figure."""
    first = report("Measles infected 64 people in the town of Norfield.", "a")
    second = report(
        "The number of people infected by measles in Norfield rose to 71.", "b", at=LATER
    )

    assert list(
        superseded(claim("Measles infected 64 people in Norfield.", first, beside=(second,)))
    )


def test_the_nearest_harm_is_counted() -> None:
    """Of two harms told in one sentence."""
    source = "Eleven were wounded and two were killed, killed at Keld, police said."
    later = report("The dead at Keld, police said: two, killed. Wounded: eleven.", "b", at=LATER)

    assert list(superseded(claim(source, source, beside=(later,)))) == []


def test_what_is_cited_elsewhere_word_for_word_overtakes_nothing() -> None:
    """Another article may hold the very sentence."""
    copy = report(f"{TOLL} It was dark.", "b", at=LATER)

    assert list(superseded(claim(TOLL, TOLL, beside=(copy,)))) == []


def test_a_claim_without_counts_is_overtaken_by_nothing() -> None:
    """Measures of time count nothing."""
    second = report("It took 40 minutes.", "b", at=LATER)

    assert (
        list(superseded(claim("It took 30 minutes.", "It took 30 minutes.", beside=(second,))))
        == []
    )


DENIAL = report("Brask Holding denied that any inspection had been skipped.", "b")
ACCUSED = "The federation says Brask Holding skipped two inspections."


def test_what_is_denied_elsewhere_is_told_with_the_denial() -> None:
    """One side's claim is not the story's."""
    source = "The federation accused Brask Holding of skipping two inspections."
    found = list(disputed(claim(ACCUSED, source, beside=(DENIAL,))))

    assert "Brask Holding deny it" in found[0].detail


@pytest.mark.parametrize(
    "text",
    [
        "The federation accused Brask Holding of skipping inspections, which it denied.",
        "Brask Holding has not skipped inspections.",
        "Brask Holding owns the crane.",
    ],
)
def test_what_has_both_sides_stands(text: str) -> None:
    """Or has nothing to do with it."""
    assert list(disputed(claim(text, ACCUSED, beside=(DENIAL, "It rained, they said.")))) == []


def test_a_denial_by_nobody_is_one() -> None:
    """Its speaker is simply not named."""
    beside = report("Denied: that an inspection was skipped.", "b")
    found = list(disputed(claim(ACCUSED, ACCUSED, beside=(beside,))))

    assert [one.rule for one in found] in ([], ["disputed"])
