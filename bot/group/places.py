"""Things that other languages call by another name: which name stands for all of them."""

from collections.abc import Iterator
from functools import cached_property

from bot.text.aliases import NO_ALIASES, Aliases
from bot.text.words import stem, words

_SHORTEST = 3
_CYRILLIC = "\u0400", "\u04ff"


class Places:
    """The one word that is kept of each thing, by all its names of one word.

    A name of two things stands for the first. Names in Cyrillic letters are known by their
    stems, as they are inflected like any other word. Nothing is worked out before it is asked.
    """

    def __init__(self, aliases: Aliases = NO_ALIASES) -> None:
        self._aliases = aliases

    def get(self, word: str) -> str | None:
        """Return the word kept of what a folded word names, or None when it is not known.

        >>> places = Places(Aliases((("Vienna", "Wien", "Вена"),)))
        >>> places.get("wien"), places.get("вене"), places.get("graz")
        ('vienna', 'vienna', None)
        """
        return self._kept.get(_root(word))

    @cached_property
    def _kept(self) -> dict[str, str]:
        kept: dict[str, str] = {}
        for names in self._aliases.things:
            said = list(_single(names))
            for name in said:
                kept.setdefault(_root(name), said[0])
        return kept


def _single(names: tuple[str, ...]) -> Iterator[str]:
    """Yield the names of one word, folded."""
    for name in names:
        found = words(name)
        if len(found) == 1 and len(found[0]) >= _SHORTEST and not found[0][0].isdigit():
            yield found[0]


def _root(word: str) -> str:
    return stem(word, "ru") if _CYRILLIC[0] <= word[:1] <= _CYRILLIC[1] else word
