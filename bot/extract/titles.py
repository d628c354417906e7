"""Which of a page's titles is the article's: the one that most of its places agree on."""
# ruff: noqa: RUF001  signs of other scripts

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

_SEPARATOR = re.compile(
    r"\s+[|\-–—·•»«:/]+\s+|\s*[|»]\s*|--|[：:｜]\s*(?=[^\d\s])|,\s+|(?<=\S)_(?=\S)"
)
_SOFT = frozenset([":", ","])
_BAR = re.compile(r"\s[|»•]\s")
_QUOTES = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-"}
)
_WORD = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]|\w+")
_NO_NAME = re.compile(r"^(?:the|der|die|das|le|la|el|il)\s|\.\w{2,10}$|^@|^www\.")
_NO_WORD = re.compile(r"\W+")
LONGEST = 300
_MOST_CUTS = 8
_SHORTEST_NAME, _LONGEST_NAME = 4, 5
_PLACES = frozenset(["linked", "meta", "page", "announced", "h1", "h2", "h3", "class", "part"])
_FEW = MappingProxyType({1: "one-word", 2: "two-words", 4: "few-words"})
_WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "about": 1.64, "agree": 0.36, "announced": 0.96, "aside": -1.08, "bar": -0.66,
        "below": -0.50, "class": -1.81, "clean-h1": 0.62, "cut-hard": 0.76, "ends-outlet": -2.01,
        "few-words": -0.71, "furniture": -0.27, "h1": 0.24, "h2": -0.51, "h3": -1.00,
        "in-meta": 1.15, "in-page": 0.33, "leads": 0.52, "like-linked": 1.64, "like-meta": 0.92,
        "like-page": 1.71, "linked": 1.59, "meta": 0.96, "named": 1.05, "one-word": -1.45,
        "only-h2": 1.48, "opens": 0.65, "part": 0.78, "sited": -1.80, "two-words": -0.19,
        "whole": 1.37,
    }
)  # fmt: skip
"""What speaks for a title and against it.

Logistic regression over the candidates of the development half's 348 pages with a title;
left out by site they choose right on 0.86, left out by collection on 0.84. Fit again after
any change to the marks.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A text that may be the title. `marks` name its places on the page and what it is like."""

    text: str
    marks: frozenset[str]


def folded(text: str) -> str:
    """Return a title as it is compared: quotes, dashes, case and spaces do not count.

    >>> folded("“Harbour”  reopens") == folded('"harbour" reopens')
    True
    """
    return _folded_title(text) if len(text) <= LONGEST else _folded(text)


def _folded(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).translate(_QUOTES).casefold()
    return " ".join(text.split()).strip(" .\"'")


_folded_title = lru_cache(maxsize=4_096)(_folded)
"""A page's titles are compared many times; whole paragraphs are not worth remembering."""


def best_title(candidates: Iterable[Candidate], *, sites: Iterable[str] = ()) -> str:
    """Return the title that most places agree on, without the name of the site.

    >>> best_title([Candidate(text="Harbour reopens | Courier", marks=frozenset(["page"])),
    ...             Candidate(text="Harbour reopens", marks=frozenset(["h1"]))])
    'Harbour reopens'
    """
    ranked = weighed(candidates, sites=sites)
    return max(ranked, key=lambda one: score(one[1]), default=("", {}))[0]


def weighed(
    candidates: Iterable[Candidate], *, sites: Iterable[str] = ()
) -> tuple[tuple[str, dict[str, float]], ...]:
    """Return each text that may be the title, as it is spelled, with its measured signs."""
    outlets = {folded(site) for site in sites if site}
    whole = [one for one in candidates if one.text.strip()]
    pool: dict[str, _Text] = {}
    for one in whole:
        _add(pool, one.text, one.marks, rank=_rank(one.marks))
        for piece, rest, mark in _cuts(one.text):
            _add(pool, piece, {mark}, rank=0)
            if mark == "cut-hard" and is_outlet(rest, outlets):
                _add(pool, one.text, {"sited"}, rank=0)
    firsts = {place: _first(whole, place) for place in ("page", "meta", "linked")}
    return tuple(
        (text.spelled, dict(_signs(key, text, firsts, outlets)))
        for key, text in pool.items()
        if len(key.split()) > _LONGEST_NAME or not is_outlet(text.spelled, outlets)
    )


def score(signs: Mapping[str, float]) -> float:
    """Return what the signs of a text together say for it as the title."""
    return sum(_WEIGHTS.get(name, 0.0) * value for name, value in signs.items())


def is_outlet(text: str, outlets: set[str]) -> bool:
    """Say whether a text is an outlet's name, give or take an article, a domain or a space.

    >>> is_outlet("Courier", {"the courier"}), is_outlet("harbour.example", {"harbour"})
    (True, True)
    """
    bare = _squeezed(text)
    return bool(bare) and any(bare == _squeezed(outlet) for outlet in outlets)


_First = tuple[str, frozenset[str]]
"""The first text of a place, folded, and its words."""


@dataclass(slots=True, kw_only=True)
class _Text:
    """One text at all its places; it is spelled as at the place that spells best."""

    spelled: str
    rank: float
    marks: set[str] = field(default_factory=set)


def _add(pool: dict[str, _Text], text: str, marks: Iterable[str], *, rank: float) -> None:
    key = folded(text)
    if not key:
        return
    known = pool.setdefault(key, _Text(spelled=text, rank=rank))
    known.marks.update(marks)
    if rank > known.rank:
        known.spelled, known.rank = text, rank


def _rank(marks: frozenset[str]) -> float:
    """Headings are spelled with more care than what machines are told."""
    if marks & {"h1", "h2"}:
        return 3
    return 2 if "linked" in marks else 1


def _cuts(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield what stands on each side of each separator, and on its other side."""
    for separator in list(_SEPARATOR.finditer(text))[:_MOST_CUTS]:
        mark = "cut-soft" if separator[0].strip() in _SOFT else "cut-hard"
        head, tail = text[: separator.start()], text[separator.end() :]
        yield head, tail, mark
        yield tail, head, mark


def _first(candidates: Sequence[Candidate], place: str) -> _First:
    text = next((folded(one.text) for one in candidates if place in one.marks), "")
    return text, frozenset(_WORD.findall(text))


def _signs(
    key: str, text: _Text, firsts: Mapping[str, _First], outlets: set[str]
) -> Iterator[tuple[str, float]]:
    marks, places = text.marks, text.marks & _PLACES
    yield from ((mark, 1.0) for mark in marks)
    yield "agree", float(len(places))
    yield "whole", float(bool(places))
    yield "clean-h1", float("only-h1" in marks and not marks & {"aside", "furniture"})
    yield "bar", float(_BAR.search(text.spelled) is not None)
    yield (
        "ends-outlet",
        float(
            any(
                len(name) >= _SHORTEST_NAME and key.endswith(name) and key != name
                for name in outlets
            )
        ),
    )
    words = _WORD.findall(key)
    ours = frozenset(words)
    for place, (other, theirs) in firsts.items():
        yield f"like-{place}", _likeness(ours, theirs)
        yield f"in-{place}", float(key in other and key != other)
    yield from ((name, float(len(words) <= most)) for most, name in _FEW.items())


def _likeness(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """Return the share of words that two texts have in common, from 0 to 1."""
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0.0


def _squeezed(text: str) -> str:
    return _squeezed_title(text) if len(text) <= LONGEST else _squeeze(text)


def _squeeze(text: str) -> str:
    return _NO_WORD.sub("", _NO_NAME.sub("", folded(text)))


_squeezed_title = lru_cache(maxsize=4_096)(_squeeze)
