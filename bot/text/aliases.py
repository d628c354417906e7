"""Named things under all their names: "aleppo" also finds Halab, Alep and حلب."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from bot.models import Thing, Topic
from bot.text.words import fold, is_stop, words

Names = tuple[str, ...]

LONGEST = 5
"""Words of the longest name that is looked for in a topic."""

_SHORTEST_LATIN = 4
"""Shorter Latin names are words of other languages: "Fas" is Morocco in Turkish alone."""


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
        alone = (*topic.phrases, *(term for choice in topic.choices for term in choice))
        found = tuple(self._found([*topic.words], alone))
        return replace(topic, things=found) if found else topic

    def _found(self, wanted: list[str], alone: Iterable[str]) -> Iterator[Thing]:
        """Yield the things that terms name alone, or words in a run, the longest runs first."""
        for term in alone:
            yield from self._thing((term,), _key(term))
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
            fold(other) for other in others if _key(other) != name and _is_telling(fold(other))
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
