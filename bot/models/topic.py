"""What a reader wants to hear about."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A named thing that a topic wants: the words that name it there, and its other names."""

    words: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A topic as typed, taken apart.

    An article is about it when it holds all `words` and `phrases`, one of each of the `choices`,
    none of `excluded`, and comes from one of `sources` if there are any. Another name of one of
    its `things` stands for the words that name it. With nothing wanted at all the topic is
    everything. Words, phrases and names are folded (lower case, no accents), not stemmed.
    """

    text: str
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    things: tuple[Thing, ...] = ()
    choices: tuple[tuple[str, ...], ...] = ()

    @property
    def terms(self) -> tuple[str, ...]:
        """Every word and phrase that it wants, be it one of several."""
        return (*self.words, *self.phrases, *(term for choice in self.choices for term in choice))

    @property
    def is_everything(self) -> bool:
        """Whether it wants no word, phrase or source in particular."""
        return not (self.terms or self.sources)
