"""Which words of news mean the same, which the opposite, and which exclude one another."""

from collections.abc import Iterator
from functools import cache

from bot.text.thesaurus_rows import ARABIC, ENGLISH, FRENCH, GERMAN, SIBLINGS, SPANISH
from bot.text.words import fold, stem

Senses = dict[str, frozenset[tuple[int, bool]]]

_ROWS = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH, "ar": ARABIC}


@cache
def _senses() -> Senses:
    """Return for each stem the rows it stands in, and on which side of the bar.

    Languages share one table: their stems hardly meet, and where they do both are words of news.
    """
    found: dict[str, set[tuple[int, bool]]] = {}
    rows = [(language, row) for language, text in _ROWS.items() for row in text.split(";")]
    for number, (language, row) in enumerate(rows):
        for side, words in enumerate(row.split("|")):
            for word in words.split():
                for form in _forms(fold(word), language):
                    found.setdefault(form, set()).add((number, bool(side)))
    return {word: frozenset(senses) for word, senses in found.items()}


def _forms(word: str, language: str) -> Iterator[str]:
    """Yield the stems of a word; in English of what is so, more so, and done so."""
    yield stem(word, language)
    if language == "en":
        base = word[:-1] + "i" if word.endswith("y") else word.removesuffix("e")
        yield from (stem(word + "ly"), stem(base + "er"), stem(base + "ly"))


@cache
def _siblings() -> dict[str, int]:
    """Return for each stem the row of words that exclude one another in which it stands."""
    return {
        stem(fold(word), language): number
        for number, row in enumerate(SIBLINGS.split(";"))
        for word in row.split()
        for language in _ROWS
        if language != "ar"
    }


def are_alike(one: str, other: str) -> bool:
    """Tell whether two stems can mean the same.

    >>> are_alike("climb", "rose"), are_alike("climb", "fell")
    (True, False)
    """
    senses = _senses()
    return one == other or not senses.get(one, frozenset()).isdisjoint(senses.get(other, ()))


def are_opposite(one: str, other: str) -> bool:
    """Tell whether two stems can mean the opposite of each other.

    >>> are_opposite("climb", "fell"), are_opposite("climb", "rose")
    (True, False)
    """
    senses = _senses()
    others = senses.get(other, frozenset())
    return any((row, not side) in others for row, side in senses.get(one, ()))


def are_siblings(one: str, other: str) -> bool:
    """Tell whether two stems are of one set of words of which only one can be meant.

    >>> are_siblings("month", "year"), are_siblings("year", "year"), are_siblings("year", "north")
    (True, False, False)
    """
    rows = _siblings()
    return one != other and one in rows and rows[one] == rows.get(other)
