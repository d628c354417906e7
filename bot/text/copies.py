"""Which texts are one report printed several times: agency copies, reprints, cut versions.

Containment of runs of three words, not likeness: feeds cut articles, and a lede alone is still
the same report. At a share of one half all made variants were found and no other story linked
(bench on 300 articles); rerun it before touching the numbers.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from zlib import crc32

from bot.text.words import words

SHARE = 0.5
"""How much of the shorter text's runs the longer must hold."""

_FEWEST_RUNS = 8
_COMMON = 50


def shingles(text: str) -> frozenset[int]:
    """Return the runs of three words in `text`, each as a number.

    >>> len(shingles("the port of Delta closed")), len(shingles("two words"))
    (3, 0)
    """
    return runs(words(text))


def runs(found: Sequence[str]) -> frozenset[int]:
    """Return the runs of three among words already found."""
    codes = list(map(_code, found))
    # The hash of a tuple of integers is the same in every run, and all of it is done in C.
    return frozenset(map(hash, zip(codes, codes[1:], codes[2:], strict=False)))


@lru_cache(maxsize=100_000)
def _code(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))


def is_copy(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two texts, given as shingles, are one report. Too short a text never is.

    >>> report = shingles("The port of Delta closed on Monday after a strike by its pilots")
    >>> is_copy(report, report), is_copy(report, shingles("The port of Delta closed"))
    (True, False)
    """
    fewest = min(len(one), len(other))
    return fewest >= _FEWEST_RUNS and len(one & other) >= SHARE * fewest


def copies(texts: Sequence[str]) -> list[int]:
    """Return a voice for each text: copies of one report have the same number, from 0 up.

    A text may begin with its title: a feed may bring a headline and a dateline alone.

    >>> report = "The port of Delta closed on Monday after a strike by its pilots, officials said."
    >>> copies([report, "Something else entirely.", report + " More follows."])
    [0, 1, 0]
    """
    sets = [shingles(text) for text in texts]
    voice = list(range(len(texts)))
    for one, other in _candidates(sets):
        if _root(voice, one) != _root(voice, other) and is_copy(sets[one], sets[other]):
            voice[_root(voice, other)] = _root(voice, one)
    numbers: dict[int, int] = {}
    return [numbers.setdefault(_root(voice, at), len(numbers)) for at in range(len(texts))]


def _candidates(sets: Sequence[frozenset[int]]) -> Iterable[tuple[int, int]]:
    """Return the pairs that share a run; one that many hold is known by its first holders."""
    holders: dict[int, list[int]] = defaultdict(list)
    seen: Counter[tuple[int, int]] = Counter()
    for at, found in enumerate(sets):
        for run in found:
            seen.update((holder, at) for holder in holders[run])
            if len(holders[run]) < _COMMON:
                holders[run].append(at)
    return sorted(seen)


def _root(voice: list[int], at: int) -> int:
    while voice[at] != at:
        voice[at] = voice[voice[at]]
        at = voice[at]
    return at
