"""Promises of `bot.compose.check.naming`."""

import pytest

from bot.compose.check.naming import name
from tests.claims import claim, report

FROST = "Energy minister Lidia Frost closed the pit."
PIT = "Tolmar Energy owns the pit at Keld."


def faults(text: str, *cited: str, beside: tuple[str, ...] = (), language: str = "en") -> list[str]:
    """Return the names at fault in a claim."""
    return [one.words for one in name(claim(text, *cited, beside=beside, language=language))]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("The pit was closed by Lidia Frost.", FROST),
        ("TE owns it.", PIT),
        ("Two of Tolmar Energy were there.", "Two people of the firm Tolmar Energy came."),
    ],
)
def test_a_name_of_the_source_stands(text: str, cited: str) -> None:
    """As it is, as its initials, or behind a number."""
    assert faults(text, cited) == []


def test_a_name_of_the_story_may_be_added() -> None:
    """Whose minister she is, another report says."""
    assert (
        faults("Arden's minister Lidia Frost closed it.", FROST, beside=("She left Arden.",)) == []
    )


def test_a_name_nobody_has_is_found() -> None:
    """No article of the story."""
    assert faults("Lidia Vale closed the pit.", FROST) == ["Lidia Vale"]


def test_a_name_may_not_take_anothers_place() -> None:
    """It stands in the story, but the cited sentence names somebody else."""
    assert faults("The pit was closed by Pavel Dorn.", FROST, beside=("So said Pavel Dorn.",)) == [
        "Pavel Dorn"
    ]


def test_a_name_may_stand_for_a_pronoun() -> None:
    """Who "she" is, the story says; whose pit it is, it does not."""
    cited, beside = "On Monday in Keld she closed the pit.", ("So said Lidia Frost.",)

    assert faults("The pit was closed by Lidia Frost.", cited, beside=beside) == []
    assert faults("The pit of Lidia Frost was closed.", cited, beside=beside) == ["Lidia Frost"]


def test_german_capitals_show_no_names() -> None:
    """Every noun has one."""
    assert faults("Der Hund bellt.", "Ein Tier bellt.", language="de") == []


def test_a_title_has_names_too() -> None:
    """What stands over an article is part of it."""
    source = report("She closed the pit.", title="Lidia Frost closes Keld pit")

    assert list(name(claim("It was closed by Lidia Frost.", source))) == []
