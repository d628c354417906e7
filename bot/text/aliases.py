"""Named things under all their names: "aleppo" also finds Halab, Alep and حلب."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from bot.models import Thing, Topic
from bot.text.words import fold, is_stop, words

Names = tuple[str, ...]

LONGEST = 5
"""Words of the longest name that is looked for in a topic."""

_SHORTEST_LATIN = 4
"""Shorter Latin names are words of other languages: "Fas" is Morocco in Turkish alone."""

_ARABIC = re.compile("[\u0600-\u06ff]+")
_JOINED_BEFORE = "وبلفك"
"""Arabic words for and, in, for, then and like are written as one with the name."""


def parse_aliases(text: str) -> tuple[Names, ...]:
    """Return the names of each thing: one thing a line, commas between its names.

    Empty lines and what follows a # are left out.

    >>> parse_aliases("Aleppo, Halab, Alep # the city")
    (('Aleppo', 'Halab', 'Alep'),)

    Raises:
        ValueError: a line holds one name alone; says which.
    """
    things: list[Names] = []
    for number, line in enumerate(text.splitlines(), start=1):
        names = tuple(filter(None, (name.strip() for name in line.partition("#")[0].split(","))))
        if len(names) == 1:
            raise ValueError(
                f"line {number}: “{names[0]}” has no other name; write two or more, with commas"
            )
        if names:
            things.append(names)
    return tuple(things)


@dataclass(frozen=True, slots=True)
class Aliases:
    """What each thing is also called. A name of two things stands for both."""

    things: tuple[Names, ...] = ()
    _named: Mapping[Names, tuple[int, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        named: dict[Names, tuple[int, ...]] = {}
        for at, names in enumerate(self.things):
            for name in dict.fromkeys(map(_key, names)):
                named[name] = (*named.get(name, ()), at)
        object.__setattr__(self, "_named", named)

    def of(self, topic: Topic) -> Topic:
        """Return a topic that also wants what its words are called elsewhere.

        >>> aliases = Aliases((("Aleppo", "Halab", "حلب"),))
        >>> aliases.of(Topic(text="aleppo", words=("aleppo",))).things[0].names[:2]
        ('halab', 'حلب')
        """
        found = tuple(self._found([*topic.words], topic.phrases))
        return replace(topic, things=found) if found else topic

    def _found(self, wanted: list[str], phrases: Iterable[str]) -> Iterator[Thing]:
        """Yield the things that runs of words name, the longest runs first."""
        for phrase in phrases:
            yield from self._thing((phrase,), _key(phrase))
        at = 0
        while at < len(wanted):
            for size in range(min(LONGEST, len(wanted) - at), 0, -1):
                run = tuple(wanted[at : at + size])
                things = tuple(self._thing(run, _key(" ".join(run))))
                if things:
                    yield from things
                    break
            at += size

    def _thing(self, run: Names, name: Names) -> Iterator[Thing]:
        others = [other for at in self._named.get(name, ()) for other in self.things[at]]
        names = dict.fromkeys(
            form
            for other in others
            if _key(other) != name and _is_telling(fold(other))
            for form in _forms(fold(other))
        )
        if names:
            yield Thing(words=run, names=tuple(names))


NO_ALIASES = Aliases()


def _key(name: str) -> Names:
    """Return a name as topics have it, without the small words that they drop."""
    every = words(name)
    return tuple(word for word in every if not is_stop(word)) or tuple(every)


def _is_telling(name: str) -> bool:
    return not name.isascii() or len(name) >= _SHORTEST_LATIN


def _forms(name: str) -> Iterator[str]:
    """Yield a folded name, and in Arabic also with what is written as one with it."""
    yield name
    if _ARABIC.fullmatch(name):
        yield from (letter + name for letter in _JOINED_BEFORE)
        if name.startswith("ال"):
            yield "لل" + name.removeprefix("ال")
