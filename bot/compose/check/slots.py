"""The places of words in an article: which words stand between, after and before which."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.compose.check.reading import Reading, readings

_EDGE = ""  # stands for the beginning and the end of a sentence

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Slots:
    """What stands at each pair of neighbours in a text; all are stems."""

    between: dict[Pair, set[str]]
    after: dict[Pair, set[str]]
    before: dict[Pair, set[str]]


@lru_cache(maxsize=64)
def slots(text: str, language: str | None) -> Slots:
    """Return the places of the words of an article."""
    found = Slots({}, {}, {})
    for one in readings(text, language):
        row = _edged(one)
        for place in range(1, len(row) - 1):
            word = row[place]
            found.between.setdefault((row[place - 1], row[place + 1]), set()).add(word)
            if place > 1:
                found.after.setdefault((row[place - 2], row[place - 1]), set()).add(word)
            if place < len(row) - 2:
                found.before.setdefault((row[place + 1], row[place + 2]), set()).add(word)
    return found


def in_place_of(own: Reading, place: int, there: Slots) -> frozenset[str]:
    """Return what the article has where a sentence has the word at `place`.

    Neighbours that say nothing by themselves show no place.
    """
    row, at = _edged(own), place + 1
    found: set[str] = set()
    for table, pair in _neighbours(row, at, there):
        if any(word in own.content for word in pair):
            found |= table.get(pair, set())
    return frozenset(found - {_EDGE})


def _neighbours(
    row: tuple[str, ...], at: int, there: Slots
) -> Iterator[tuple[dict[Pair, set[str]], Pair]]:
    """Yield the pairs of words around a place, each with the table that knows them."""
    yield there.between, (row[at - 1], row[at + 1])
    if at > 1:
        yield there.after, (row[at - 2], row[at - 1])
    if at < len(row) - 2:
        yield there.before, (row[at + 1], row[at + 2])


def _edged(one: Reading) -> tuple[str, ...]:
    return (_EDGE, *one.stems, _EDGE)
