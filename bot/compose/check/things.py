"""The rule of things: no noun of a sentence told nearly as it stands is another thing's name."""


# ruff: noqa: SIM905 (word lists read best as prose)

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from bot.compose.check.claim import Claim, same_word
from bot.compose.check.harming import is_harm
from bot.compose.check.reading import Reading
from bot.models import Finding
from bot.text.figures import figures
from bot.text.words import names, words

_NEAR = 0.6  # share of a claim's words that stand in a cited sentence, in its order
_MOST = 2  # words that say something and stand for as few others
_BEFORE_NOUNS = frozenset(
    (
        *"a an the of by with from in on at near into when after its their".split(),
        *"der die das den dem des ein eine einen einem einer von mit im am bei aus zum".split(),
        *"le la les l un une des du de d par avec dans au aux sur".split(),
        *"el los las una unos unas del con en por al".split(),
        *"من في على عن مع".split(),
    )
)


def replaced(claim: Claim) -> Iterator[Finding]:
    """No word stands in the place of another that does not mean the same."""
    is_german = (claim.language or "").startswith("de")  # its capitals show no names
    named = () if is_german else {part for one in names(claim.text) for part in words(one)}
    for one in claim.retold():
        for mine, theirs in _changes(claim.own, one):
            new = [word for word, own in mine if word not in named and not _is_known(own, claim)]
            lost = [word for word, other in theirs if other not in claim.own.stems]
            if new and lost:
                detail = f"The cited text has “{' '.join(lost)}” in this place."
                yield claim.finding("thing", " ".join(new), detail)
                return


def _is_known(stem: str, claim: Claim) -> bool:
    """Tell whether the cited text has a word, or it is one that other rules judge."""
    return (
        stem[:1].isdigit() or is_harm(stem) or any(same_word(stem, other) for other in claim.stems)
    )


def _changes(own: Reading, one: Reading) -> Iterator[tuple[list[tuple[str, str]], ...]]:
    """Yield the words of a claim that stand where a sentence has others, with those others."""
    match = SequenceMatcher(None, own.stems, one.stems, autojunk=False)
    steps = match.get_opcodes()
    kept = sum(b - a for what, a, b, *_ in steps if what == "equal")
    if kept < _NEAR * len(own.stems):
        return
    for before, step in pairwise(steps):
        what, a, b, c, d = step
        if what != "replace" or before[0] != "equal" or not _may_be_noun(own, a):
            continue
        mine, theirs = _said(own, a, b), _said(one, c, d)
        if 0 < len(mine) <= _MOST and 0 < len(theirs) <= _MOST:
            yield mine, theirs


def _may_be_noun(own: Reading, place: int) -> bool:
    """Tell whether a noun, perhaps with an adjective, is likely to stand at a place."""
    before = own.words[place - 1]
    return before in _BEFORE_NOUNS or bool(figures(before, own.language))


def _said(one: Reading, start: int, end: int) -> list[tuple[str, str]]:
    """Return the words and stems of a part of a sentence that say something."""
    return [
        (word, s)
        for word, s in zip(one.words[start:end], one.stems[start:end], strict=True)
        if s in one.content
    ]
