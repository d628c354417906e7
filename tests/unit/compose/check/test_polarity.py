"""Promises of `bot.compose.check.polarity`."""

import pytest

from bot.compose.check.polarity import modality, opposite, polarity
from tests.claims import claim


def denied(text: str, *cited: str, language: str = "en") -> list[str]:
    """Return what is denied or affirmed against the source."""
    return [one.words for one in polarity(claim(text, *cited, language=language))]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("The court will not sentence him.", "He will not be sentenced by the court."),
        ("The talks did not succeed.", "The talks failed."),
        ("The pit stays shut and does not open.", "The pit was closed."),
        ("Police have no suspect.", "The road is wet."),
        ("She said nothing.", "She did not reveal the sum."),
        ("She revealed the sum.", "She said nothing."),
        ("It cost no less than 14 million.", "It cost at least 14 million."),
        ("He was charged.", "He was charged on Monday. He was not charged before."),
        ("The mine was closed.", "The mine was not open and the mine was closed."),
    ],
)
def test_what_is_said_alike_stands(text: str, cited: str) -> None:
    """Denied in other words, by an opposite, or about something else."""
    assert denied(text, cited) == []


@pytest.mark.parametrize(
    ("text", "cited", "language"),
    [
        ("The dam was damaged.", "The dam was not damaged.", "en"),
        ("The dam was not damaged.", "The dam was damaged.", "en"),
        ("She revealed the sum.", "She did not reveal the sum.", "en"),
        ("Die Strasse wurde gesperrt.", "Die Strasse wurde nicht gesperrt.", "de"),
        ("Le pont a été fermé.", "Le pont n'a pas été fermé.", "fr"),
        (
            "El alcalde descartó nuevas evacuaciones.",
            "El alcalde no descartó nuevas evacuaciones.",
            "es",
        ),
        ("الجسر سيفتح غدا.", "الجسر لن يفتح غدا.", "ar"),
    ],
)
def test_a_turned_denial_is_found(text: str, cited: str, language: str) -> None:
    """In either direction and each language."""
    assert denied(text, cited, language=language)


@pytest.mark.parametrize(
    ("text", "cited", "count"),
    [
        ("Prices of pumps fell.", "Prices of pumps rose.", 1),
        ("Prices of pumps climbed.", "Prices of pumps rose.", 0),
        ("It moved before the storm.", "It moved after the storm.", 1),
        ("Lending will grow faster.", "Lending will grow more slowly.", 1),
        ("It makes 5 tonnes of coal a month.", "It makes 5 tonnes of coal a year.", 1),
        ("Prices of pumps did not fall.", "Prices of pumps rose.", 0),
        ("Prices of pumps fell.", "Prices of pumps did not rise.", 0),
        ("Wages of clerks fell.", "The tide at Keld rose.", 0),
    ],
)
def test_no_word_stands_for_its_opposite(text: str, cited: str, count: int) -> None:
    """Nor a month for a year; but an opposite of something else proves nothing."""
    assert len(list(opposite(claim(text, cited)))) == count


@pytest.mark.parametrize(
    ("text", "cited", "count"),
    [
        ("They will strike over pay.", "They may strike over pay.", 1),
        ("They struck a deal and will strike.", "They will strike.", 0),
        ("They will meet.", "The sun will rise, and it may rain.", 0),
        ("The ministers met in Sund.", "The ministers plan to meet in Sund.", 1),
        ("The ministers are due to meet in Sund.", "The ministers plan to meet in Sund.", 0),
        ("The coach has resigned.", "The coach refused to rule out resigning.", 1),
        ("The coach has left.", "The coach may resign.", 0),
        ("It rained in May.", "It rained on 3 May.", 0),
    ],
)
def test_may_does_not_become_will(text: str, cited: str, count: int) -> None:
    """Nor is what is planned told as done."""
    assert len(list(modality(claim(text, cited)))) == count


def test_a_german_verb_at_the_end_is_left_open_too() -> None:
    """The clause ends with what may be."""
    source = "Die Gespräche könnten am Freitag weitergehen."

    assert list(
        modality(claim("Die Gespräche werden am Freitag weitergehen.", source, language="de"))
    )


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Marela will build a second airport near Quen.", 1),
        ("Marela scrapped a second airport near Quen.", 0),
        ("Marela will not build a second airport near Quen.", 0),
        ("Marela protests against a port.", 0),
    ],
)
def test_what_was_dropped_is_not_told_as_it_was(text: str, count: int) -> None:
    """Nor what was rejected or stopped."""
    assert len(denied(text, "Marela has dropped plans for a second airport near Quen.")) == count
