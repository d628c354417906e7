"""Promises of `bot.compose.check.novelty`."""

from dataclasses import replace

import pytest

from bot.compose.check.novelty import grave, support
from tests.claims import claim, findings, report

PIT = "The minister said the pit would not reopen this year."


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("The minister said the pit will stay closed this year.", PIT),
        ("She was unable to reach the town.", "She was not able to reach the town."),
        ("The guards were tied up but not hurt.", "The guards, tied up, were unharmed."),
        (
            "A deal on wages for members in the port of Keld needs a ballot.",
            "Members in the port of Keld agreed on wages; a ballot follows.",
        ),
        ("Eleven came to the town of Keld.", "Then 11 came to Keld, the town."),
    ],
)
def test_other_words_for_the_same_stand(text: str, cited: str) -> None:
    """Opposites of what is denied, figures and names are looked at elsewhere."""
    assert list(support(claim(text, cited))) == []


def test_what_is_said_elsewhere_is_not_supported() -> None:
    """True to the story, but the wrong place is cited."""
    (found,) = support(claim("The captain was questioned and not charged.", PIT))

    assert "captain" in found.words


def test_at_most_two_words_are_new() -> None:
    """To the whole article, however long the sentence is."""
    source = report(
        "The council of the old harbour town wants cleaner water, wider roads, more trees, better "
        "schools and a library."
    )
    told = (
        "The council of the old harbour town wants cleaner water, wider roads, trees, better "
        "schools and a library, cinema, circus and zoo."
    )
    (found,) = support(claim(told, source))

    assert found.words == "cinema circus zoo"


def test_what_the_rest_of_an_article_says_is_not_new() -> None:
    """A sentence of it is cited, more of it is told."""
    source = report("Water wants roads, trees, schools, parks and a library. Cinema, circus, zoo.")
    told = "Water wants roads, trees, schools, parks and a library, cinema, circus and zoo."

    one = claim(told, source)
    first = replace(one, given=one.given[:1])

    assert list(support(first)) == []


def test_no_crime_is_made_up() -> None:
    """One word of harm that no cited sentence has is too much."""
    (found,) = grave(claim("The jet crashed in Pell.", "The jet landed in Pell."))

    assert found.words == "crashed"
    assert list(grave(claim("The jet crashed.", "The crash of the jet"))) == []


def test_nothing_is_asked_of_what_cites_nothing() -> None:
    """That is another rule's finding."""
    assert [one.rule for one in findings("The pit is closed.")] == ["cites"]
