"""What an article can be known by in any language: names of people and places, and figures."""

from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from bot.group.places import Places
from bot.group.sounds import sounds
from bot.models import Article
from bot.text.figures import Figure, FigureKind, figures
from bot.text.words import is_stop, names, words

FIGURE, PAIR, NAME = 3, 2, 1
"""How much a mark counts: one minister and his capital are in every report from there."""

PLACE, PLAIN = "@", "~"
"""How marks of places known in other languages begin, and those of figures that tell little."""

NO_PLACES = Places()

_MOST_CHARACTERS = 4_000  # who and how many stands at the top
_FEWEST_IN_NAME = 4  # consonants; many words share two or three
_MOST_IN_NAME = 6
_MOST_IN_PAIR = 4
_SMALL = 31  # days of a month, players of two teams, most rows of a list
_ARTICLES = frozenset({"al", "el"})

_SCRIPTS = ("latin", "greek", "cyrillic", "armenian", "hebrew", "arabic", "other")
_BEGIN = (0x370, 0x400, 0x530, 0x590, 0x600, 0x700)
_WITH_CAPITALS = frozenset(_SCRIPTS[:4])
_SAMPLE = 100

Marks = dict[str, int]
"""Each mark and how much it counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """The marks of an article: `written` for those in its own alphabet, `heard` for others.

    A text without capitals hides its names, so everything in it is `heard`.
    """

    written: Marks
    heard: Marks
    figures: Marks
    script: str


def features_of(article: Article, places: Places = NO_PLACES) -> Features:
    """Return what `article` can be known by to readers of other languages."""
    text = f"{article.title}\n{article.text[:_MOST_CHARACTERS]}"
    script = _script(text)
    code = (article.language or "").split("-", 1)[0].lower() or None
    named = [[places.get(word) or word for word in words(name)] for name in names(text)]
    said = named if script in _WITH_CAPITALS else [words(text)]
    return Features(
        written=_written(named, code),
        heard=_heard(said, places),
        figures=dict(_figure_mark(figure) for figure in figures(text, article.language)),
        script=script,
    )


def has_capitals(text: str) -> bool:
    """Whether a text's alphabet tells names by capitals.

    >>> has_capitals("Delta"), has_capitals("دلتا")
    (True, False)
    """
    return _script(text) in _WITH_CAPITALS


def _script(text: str) -> str:
    """Return the alphabet that most of a text's first letters are from."""
    if text[:_SAMPLE].isascii():
        return _SCRIPTS[0] if any(map(str.isalpha, text[:_SAMPLE])) else _SCRIPTS[-1]
    places = (bisect(_BEGIN, ord(letter)) for letter in text[:_SAMPLE] if letter.isalpha())
    counts = Counter(places).most_common(1)
    return _SCRIPTS[counts[0][0]] if counts else "other"


def _written(named: Sequence[Sequence[str]], code: str | None) -> Marks:
    """Return the words of names, and each two that stand together: a full name tells more."""
    kept = [
        [word for word in name if not word[0].isdigit() and not is_stop(word, code)]
        for name in named
    ]
    found = dict.fromkeys((word for name in kept for word in name), NAME)
    pairs = (f"{one} {other}" for name in kept for one, other in pairwise(name))
    return found | dict.fromkeys(pairs, NAME)


def _heard(said: Sequence[Sequence[str]], places: Places) -> Marks:
    """Return how names sound: places by their name, others by two words or one long one."""
    found: Marks = {}
    for run in said:
        kept = [word for word in run if word not in _ARTICLES and not word[0].isdigit()]
        known = filter(None, map(places.get, kept))
        found.update((f"{PLACE}{place}", NAME) for place in known)
        heard = [[each for each in sounds(word) if each] for word in kept]
        long = (each for row in heard for each in row if len(each) >= _FEWEST_IN_NAME)
        found.update((each[:_MOST_IN_NAME], NAME) for each in long)
        for one, other in (pair for row in pairwise(heard) for pair in product(*row)):
            if len(one) + len(other) >= _FEWEST_IN_NAME:
                found[f"{one[:_MOST_IN_PAIR]} {other[:_MOST_IN_PAIR]}"] = PAIR
    return found


def _figure_mark(figure: Figure) -> tuple[str, int]:
    """Return a figure as a mark: plain ones are in every other text and tell little."""
    value, kind = figure.value.normalize(), figure.kind
    if kind is FigureKind.MONEY:
        kind = FigureKind.COUNT  # a currency is left out as often as not
    if kind in {FigureKind.YEAR, FigureKind.DATE}:
        is_plain = True
    elif kind is FigureKind.TIME:
        is_plain = value % 100 == 0
    else:
        is_whole = value == value.to_integral_value()
        is_plain = len(value.as_tuple().digits) == 1 or (is_whole and value <= _SMALL)
    return f"{PLAIN if is_plain else ''}{kind}:{value:f}", NAME if is_plain else FIGURE
