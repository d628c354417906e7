"""Words as topics compare them: one spelling of each, without what is written onto them."""


# ruff: noqa: SIM905 (word lists read best as prose)

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import cast

from Stemmer import Stemmer

from bot.text.stop_words import RAW
from bot.text.words import code_of, is_stop, stem

Run = tuple[str, ...]

JOINED_BEFORE = "وفبلك"
"""Arabic words for and, so, in, for and like are written as one with the next word."""

ROOTED = frozenset(RAW) - {"en"}
"""Languages whose articles are indexed by roots: those whose small words we know.

The index drops English endings by itself (porter).
"""

# Two spellings of one word.
_AMERICAN = dict(
    pair.split("/")
    for pair in (
        "harbour/harbor labour/labor defence/defense centre/center colour/color honour/honor "
        "neighbour/neighbor behaviour/behavior favour/favor rumour/rumor armour/armor "
        "theatre/theater litre/liter metre/meter licence/license offence/offense "
        "programme/program tyre/tire aluminium/aluminum cheque/check grey/gray plough/plow "
        "organisation/organization organise/organize jewellery/jewelry manoeuvre/maneuver"
    ).split()
)
_SHORT = dict(
    pair.split("/")
    for pair in (
        "jan/january feb/february mar/march apr/april jun/june jul/july aug/august sep/september "
        "sept/september oct/october nov/november dec/december mt/mount st/saint"
    ).split()
)
_LONG = {long: short for short, long in _SHORT.items()}
_BRITISH = {american: british for british, american in _AMERICAN.items()}
_LONGEST_ENDING = 3
_SHORTEST_BODY = 3

_ARABIC = re.compile("[\u0600-\u06ff]+")
_SURELY_JOINED = re.compile("^[وف]?(?:[بك]?ال|لل)(?=..)|^[وف](?=[بك]?ال..|لل..)")
_SHORTEST_PART = 3
_LONGEST_WHOLE = 24
_SHORTEST_ROOT = 3


@lru_cache(maxsize=200_000)
def root(word: str, language: str | None = None) -> str:
    """Return a folded word as it is compared within a language.

    >>> root("harbours"), root("harbors"), root("muenchen", "de"), root("munchen", "de")
    ('harbor', 'harbor', 'munch', 'munch')
    >>> root("والمعارضة", "ar") == root("معارضة", "ar")
    True
    """
    code = code_of(language)
    if _ARABIC.match(word):
        word = _SURELY_JOINED.sub("", word)
    elif code == "en":
        word = _SHORT.get(word) or _respelt(word, _AMERICAN)
    return stem(word, language)


def with_joined(wanted: str) -> Run:
    """Return a root, and all that it may be written as one with.

    >>> with_joined("port"), len(with_joined("حلب"))
    (('port',), 6)
    """
    if not _ARABIC.fullmatch(wanted) or len(wanted) < _SHORTEST_ROOT:
        return (wanted,)
    return (wanted, *(letter + wanted for letter in JOINED_BEFORE))


def readings(term: Run) -> tuple[Run, ...]:
    """Return the forms in which an index may hold a word or a run of words, as given first.

    Those that the index takes for one, since it drops English endings, stand once.

    >>> readings(("harbours",))[:2], readings(("cease", "fire"))[:2]
    ((('harbours',), ('harbors',)), (('cease', 'fire'), ('ceasefire',)))
    """
    return _distinct((*spellings(term), *rooted(term)))


def spellings(term: Run) -> tuple[Run, ...]:
    """Return the ways to spell a word or a run of words, as given first: British, short, in two.

    >>> spellings(("harbor",))
    (('harbor',), ('harbour',), ('har', 'bor'))
    """
    british = tuple(_respelt(word, _BRITISH) for word in term)
    american = tuple(_respelt(word, _AMERICAN) for word in term)
    short = tuple(_LONG.get(word, word) for word in term)
    long = tuple(_SHORT.get(word, word) for word in term)
    return tuple(dict.fromkeys((term, american, british, short, long, *apart(term))))


def rooted(term: Run) -> tuple[Run, ...]:
    """Return the forms of a word or a run of words in articles that are indexed by roots.

    >>> rooted(("greves",))
    (('greves',), ('grev',))
    """
    forms = [tuple(root(word, language) for word in term) for language in sorted(ROOTED)]
    if len(term) == 1:
        forms += ((form,) for form in with_joined(root(term[0], "ar")))
    return _distinct(forms)


def _distinct(forms: Iterable[Run]) -> tuple[Run, ...]:
    """Return one of those forms each that the index holds alike, the first."""
    different: dict[Run, Run] = {}
    for form in filter(all, forms):
        different.setdefault(tuple(map(_indexed, form)), form)
    return tuple(different.values())


def apart(term: Run) -> Iterator[Run]:
    """Yield a word in two, or two in one: "cease-fire" is also printed as "ceasefire".

    Only for those who look for it: parts must be words of their own, and small ones are not.

    >>> list(apart(("cease", "fire"))), ("cease", "fire") in apart(("ceasefire",))
    ([('ceasefire',)], True)
    >>> list(apart(("strike",)))
    [('str', 'ike')]
    """
    if (
        not all(word.isascii() and word.isalpha() for word in term)
        or sum(map(len, term)) > _LONGEST_WHOLE
    ):
        return
    if len(term) == 2:  # noqa: PLR2004 (two words)
        yield ("".join(term),)
    elif len(term) == 1:
        word = term[0]
        for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            if not (is_stop(word[:at]) or is_stop(word[at:])):
                yield word[:at], word[at:]


@cache
def _porter() -> Stemmer:
    return Stemmer("porter", 0)


def _indexed(word: str) -> str:
    """Return what the index makes of a word."""
    return cast("str", _porter().stemWord(word))


def _respelt(word: str, other: dict[str, str]) -> str:
    """Return the other spelling of a British or American word, its ending kept."""
    for length in range(len(word), max(_SHORTEST_BODY, len(word) - _LONGEST_ENDING - 1), -1):
        spelt = other.get(word[:length])
        if spelt:
            return spelt + word[length:]
    return word
