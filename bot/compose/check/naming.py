"""The rule of names: each stands in what is cited, its words together."""

# ruff: noqa: RUF001 (quotation marks of every style)

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.compose.check.claim import Claim
from bot.compose.check.dating import is_meant
from bot.models import Finding
from bot.text.figures import figures
from bot.text.words import fold, names, words

_POINTS_BACK = re.compile(
    r"\b(?:we|us|our|he|she|it|they|his|her|its|their|him|them|who|"
    r"the (?:company|group|party|bank|club|firm|ministry|minister|president|country|city|team|"
    r"union|court|agency|operator|airline|man|woman|suspect|defendant))\b"
)


def name(claim: Claim) -> Iterator[Finding]:
    """A name stands in a cited article, its words together. German capitals show no names."""
    if (claim.language or "").startswith("de"):
        return
    near = _plain(" . ".join(one.text for one in claim.given))
    there = [_plain(f"{a.title} . {a.text}") for a in claim.articles]
    initials = {i for a in claim.articles for i in _initials(a.text)}
    for one in dict.fromkeys(names(claim.text)):
        plain = f" {' '.join(words(_whole(one, near)))} "
        if plain in near or plain.strip() in initials or not plain.strip() or is_meant(one, claim):
            continue
        owner = _is_owner(claim.text, one)
        if not any(plain in text for text in there) and not _in_story(plain, claim):
            yield claim.finding("name", one, "No cited article has this name.")
        elif _takes_a_place(claim, owner=owner):
            detail = "The cited sentence names somebody or something else."
            yield claim.finding("name", one, detail)


def _whole(name_: str, near: str) -> str:
    """Return a name without what only counts: "Three of Aurelia Air" is one of the airline's."""
    _, _, tail = name_.partition(" of ")
    counts = figures(name_) and f" {' '.join(words(name_))} " not in near
    return tail if tail and counts else name_


def _plain(text: str) -> str:
    return f" {' '.join(words(text))} "


@lru_cache(maxsize=256)
def _initials(text: str) -> frozenset[str]:
    """Return the initials of the longer names in a text: they may stand for them."""
    found = set()
    for one in names(text):
        capitals = [word[0] for word in one.split() if word[:1].isupper()]
        if len(capitals) > 1:
            found.add("".join(capitals).lower())
    return frozenset(found)


def _takes_a_place(claim: Claim, *, owner: bool) -> bool:
    """Tell whether a name from elsewhere stands where the cited sentence has another.

    It may stand for a "he" there; one that only says whose something is does not.
    """
    own = set(claim.own.words)
    for one in claim.retold():
        if not owner and _POINTS_BACK.search(fold(one.text)):
            return False
        dropped = [n for n in names(one.text) if not own & set(words(n))]
        if dropped:
            return True
    return False


def _is_owner(text: str, name_: str) -> bool:
    """Tell whether a name only says whose something is: "Veltran's chief executive"."""
    plain = re.escape(name_)
    return re.search(rf"{plain}['’]s?\b|{plain}['’](?=\s)|\b(?:of|at) {plain}\b", text) is not None


def _in_story(plain: str, claim: Claim) -> bool:
    """Tell whether any article of the story has a name."""
    return any(plain in _plain(f"{a.title} . {a.text}") for a in claim.story.values())
