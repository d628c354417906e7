"""Whether a wording only shortens and joins what it rests on: no word that says anything is new.

The check cannot prove a paraphrase: who swaps a verb for another keeps all figures and names. So
a clause must be what is left of one cited sentence when words are taken out of it. Words that only
hold others together may come and go, and a clause that names a speaker may stand first or last.
"""

# ruff: noqa: RUF001, SIM905 (look-alike signs are meant; word lists read best as prose)

import re
from collections.abc import Iterator, Sequence

from bot.text.words import code_of, stem, words

_CLAUSES = re.compile(r"[,;:،؛、，；：—–]+(?!\d)|\s-\s")
_SHORT = 4  # words below which a clause belongs to the one before it

_HOLDING = {
    "en": frozenset(
        "and but while the a an that which who is are was were be been has have had".split()
    ),
    "de": frozenset(
        "und aber während der die das den dem des ein eine einen einem einer eines dass ist sind "
        "war waren hat haben hatte hatten wurde wurden".split()
    ),
    "fr": frozenset(
        "et mais le la les un une des du de que qui est sont était étaient a ont avait été".split()
    ),
    "es": frozenset("y e pero el la los las un una que es son era eran fue ha han había".split()),
    "ar": frozenset("أن إن التي الذي الذين قد".split()),
}
"""Words that hold others together and say nothing about them: no "not", "after", "all" or "for"."""

Content = tuple[str, ...]


def is_compressed(text: str, sources: Sequence[str], language: str | None) -> bool:
    """Tell whether each clause of `text` is one of `sources` with words taken out.

    >>> source = "Nine passengers, two of them children, were hurt, the coast guard said."
    >>> is_compressed("The coast guard said nine passengers were hurt.", [source], "en")
    True
    >>> is_compressed("The coast guard denied nine passengers were hurt.", [source], "en")
    False
    """
    orders = [order for source in sources for order in _orders(_clauses(source, language))]
    return all(
        any(_is_within(clause, order) for order in orders)
        for clause in _joined(_clauses(text, language))
    )


def _clauses(text: str, language: str | None) -> list[Content]:
    """Return what each clause of a text says."""
    code = code_of(language)
    holding = {word for held in _HOLDING.get(code, ()) for word in words(held)}
    found = (
        tuple(stem(word, code) for word in words(part) if word not in holding)
        for part in _CLAUSES.split(text)
    )
    return [content for content in found if content]


def _joined(clauses: Sequence[Content]) -> list[Content]:
    """Return the clauses, short ones as part of the one before, or of the one after the first."""
    joined: list[Content] = []
    for clause in clauses:
        if joined and min(len(clause), len(joined[-1])) < _SHORT:
            joined[-1] += clause
        else:
            joined.append(clause)
    return joined


def _orders(clauses: Sequence[Content]) -> Iterator[Content]:
    """Yield the words of a sentence as they stand, and with its last or first clause moved."""
    for order in (clauses, [*clauses[-1:], *clauses[:-1]], [*clauses[1:], *clauses[:1]]):
        yield tuple(stem for clause in order for stem in clause)


def _is_within(part: Content, whole: Content) -> bool:
    """Tell whether the words of `part` stand in `whole` in their order."""
    rest = iter(whole)
    return all(stem in rest for stem in part)
