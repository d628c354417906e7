"""Promises of `bot.text.stance`: what a text denies and leaves open, in five languages."""

import pytest

from bot.text.stance import denied, is_open, left_open, made_sure


@pytest.mark.parametrize(
    ("text", "language", "stems"),
    [
        ("The dam was not damaged.", "en", "damag"),
        ("They have not been able to reach it.", "en", "reach"),
        ("The talks failed to end the war.", "en", "end war"),
        ("Er bestätigte die Zahl nicht.", "de", "bestatigt zahl"),
        ("Le pont n'est pas fermé.", "fr", "ferm"),
        ("No descartó una huelga.", "es", "descart huelg"),
    ],
)
def test_what_is_denied_is_found(text: str, language: str, stems: str) -> None:
    """By a "not" or by a verb that refuses; what only helps a verb is left out."""
    assert " ".join(denied(text, language)[0].stems) == stems


@pytest.mark.parametrize("text", ["It cost no less than 5 crowns.", "Not only boats sank."])
def test_a_figurative_not_denies_nothing(text: str) -> None:
    """It is part of a hedge or of a list."""
    assert denied(text, "en") == ()


def test_a_not_alone_denies_something() -> None:
    """Of which nothing is known."""
    (found,) = denied("She said nothing.", "en")

    assert (found.stems, found.firm) == ((), True)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("They may strike.", "en", True),
        ("It rained in May.", "en", False),
        ("May 5 was dry.", "en", False),
        ("Sie könnten streiken.", "de", True),
        ("La route pourrait rouvrir.", "fr", True),
        ("Podría llover.", "es", True),
        ("قد يعاد فتح السوق.", "ar", True),
        ("They struck.", None, False),
    ],
)
def test_what_is_left_open_is_told(text: str, language: str | None, expected: bool) -> None:  # noqa: FBT001 (a parameter of a test)
    """A month is no maybe."""
    assert is_open(text, language) is expected


def test_the_verb_that_is_left_open_is_found() -> None:
    """In German it ends the clause."""
    assert left_open("The court may close the port.", "en") == ("close",)
    assert left_open("Die Gespräche könnten am Freitag weitergehen.", "de") == ("weitergeh",)
    assert left_open("They may.", "en") == ()


def test_the_verb_that_is_sure_is_found() -> None:
    """In German it ends the clause too."""
    assert made_sure("The court will close the port.", "en") == ("close",)
    assert made_sure("The court will probably close the port.", "en") == ()
    assert made_sure("Die Gespräche werden am Freitag weitergehen.", "de") == ("weitergeh",)
