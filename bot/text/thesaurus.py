"""Which words of news mean the same, and which the opposite."""

from functools import cache

from bot.text.thesaurus_rows import ENGLISH
from bot.text.words import fold, stem

Senses = dict[str, frozenset[tuple[int, bool]]]


@cache
def _senses() -> Senses:
    """Return for each stem the rows it stands in, and on which side of the bar."""
    found: dict[str, set[tuple[int, bool]]] = {}
    for number, row in enumerate(ENGLISH.split(";")):
        for side, words in enumerate(row.split("|")):
            for word in words.split():
                found.setdefault(stem(fold(word), "en"), set()).add((number, bool(side)))
    return {word: frozenset(senses) for word, senses in found.items()}


def are_alike(one: str, other: str) -> bool:
    """Tell whether two stems of English words can mean the same.

    >>> are_alike("climb", "rose"), are_alike("climb", "fell")
    (True, False)
    """
    senses = _senses()
    return one == other or not senses.get(one, frozenset()).isdisjoint(senses.get(other, ()))


def are_opposite(one: str, other: str) -> bool:
    """Tell whether two stems of English words can mean the opposite of each other.

    >>> are_opposite("climb", "fell"), are_opposite("climb", "rose")
    (True, False)
    """
    senses = _senses()
    others = senses.get(other, frozenset())
    return any((row, not side) in others for row, side in senses.get(one, ()))
