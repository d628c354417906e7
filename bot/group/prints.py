"""What an article is compared by: its words seen from six sides, its day, its runs of words."""

from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import log

from bot.group.marks import has_capitals
from bot.models import Article, ArticleId
from bot.text.copies import runs
from bot.text.sentences import sentence_spans
from bot.text.words import is_stop, names, stem, words

Terms = dict[str, float]

VIEWS = ("all", "title", "lede", "names", "bigrams", "numbers")
"""Everything; the headline; headline and first sentences, and the pairs of words in these; the
capitalised names and the numbers of everything."""

ALL, TITLE, LEDE, NAMES, PAIRS, NUMBERS = range(len(VIEWS))

_LEDE_SENTENCES = 2
_LEDE_CHARACTERS = 600
_MOST_CHARACTERS = 12_000
_MOST_WORDS, _MOST_NAMED = 600, 4_000  # words and characters; what follows recalls other events
_SAMPLE = 4
_DAY_S = 86_400
_MOST_REMEMBERED = 200_000
_LOGS = tuple(1 + log(count) for count in range(1, 200))


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """An article taken apart.

    `views` are damped counts of terms, in the order of `VIEWS`. `runs` holds the runs of three
    words of all of it, the `sampled` first of which are a fixed fourth: enough to suspect a
    copy. `day` counts days since 1970. `title` is kept of bare headlines only.
    """

    id: ArticleId
    views: tuple[Terms, ...]
    runs: "array[int]"
    sampled: int
    day: float
    language: str
    length: int
    title: str = ""

    @property
    def sample(self) -> "array[int]":
        """The runs by which copies are suspected."""
        return self.runs[: self.sampled]

    def is_foreign_to(self, other: "Print") -> bool:
        """Whether two articles are known to be in two languages."""
        return bool(self.language and other.language and self.language != other.language)

    @property
    def is_bare(self) -> bool:
        """Whether only the headline is known."""
        return not self.length


def print_of(article: Article) -> Print:
    """Return what `article` is compared by: copies by all of it, the rest by its beginning."""
    language = (article.language or "").split("-", 1)[0].lower()
    text = article.text[:_MOST_CHARACTERS]
    title, body = words(article.title), words(text)
    stem_of = stems_of(language).__getitem__
    heading, said = list(map(stem_of, title)), list(map(stem_of, body[:_MOST_WORDS]))
    lede = list(map(stem_of, words(lede_of(text, article.language))))
    everything, numbers = _told(Counter([*heading, *said]))
    named = _named(f"{article.title}\n{text[:_MOST_NAMED]}", language)
    found, sampled = _runs(title, body)
    return Print(
        id=article.id,
        views=(
            everything,
            _told(Counter(heading))[0],
            _told(Counter([*heading, *lede]))[0],
            everything if named is None else _weights(Counter(named)),
            _weights(Counter([*_pairs(heading), *_pairs(lede)])),
            numbers,
        ),
        runs=found,
        sampled=sampled,
        day=article.dated_at.timestamp() / _DAY_S,
        language=language,
        length=len(body),
        title="" if body else article.title,
    )


class Stems(dict[str, str]):
    """The stem of each word of a language, worked out when first met; stop words have none."""

    def __init__(self, language: str, *, most: int = _MOST_REMEMBERED) -> None:
        super().__init__()
        self._code = language or None
        self._most = most

    def __missing__(self, word: str) -> str:
        """Work it out, and forget all that was when it gets too much."""
        if len(self) >= self._most:
            self.clear()
        found = self[word] = "" if is_stop(word, self._code) else stem(word, self._code)
        return found


@cache
def stems_of(language: str) -> Stems:
    """Return the stems of a language's words, as they have been met."""
    return Stems(language)


def lede_of(text: str, language: str | None) -> str:
    """Return the first sentences of a text.

    >>> lede_of("The port is shut. Pilots walked out. Talks failed.", "en")
    'The port is shut. Pilots walked out.'
    """
    spans = sentence_spans(text[:_LEDE_CHARACTERS], language)[:_LEDE_SENTENCES]
    return text[spans[0][0] : spans[-1][1]] if spans else ""


def _told(counts: Counter[str]) -> tuple[Terms, Terms]:
    """Return what stems weigh, the words and the numbers apart; a lone digit says nothing."""
    plain: Terms = {}
    numbers: Terms = {}
    for term, weight in _weights(counts).items():
        if not term:
            continue
        if not term[0].isdigit():
            plain[term] = weight
        elif len(term) > 1:
            numbers[term] = weight
    return plain, numbers


def _weights(counts: Counter[str]) -> Terms:
    return {term: _LOGS[min(count, len(_LOGS)) - 1] for term, count in counts.items()}


def _named(text: str, language: str) -> list[str] | None:
    """Return the words of the names in a text, or None when its alphabet hides them."""
    if not has_capitals(text):
        return None
    found = words("\n".join(names(text)))  # at once: a call for each name takes twice as long
    stems = stems_of(language)  # a stop word has none, and to ask here is quicker
    return [word for word in found if stems[word]]


def _pairs(said: Sequence[str]) -> list[str]:
    return [f"{one} {other}" for one, other in pairwise(said) if one and other]


def _runs(title: Sequence[str], body: Sequence[str]) -> tuple["array[int]", int]:
    """Return the runs of words, those of the sample first, and how many these are."""
    found = runs(title) | runs(body)
    sample = [run for run in found if not run % _SAMPLE]
    rest = [run for run in found if run % _SAMPLE]
    return array("q", [*sample, *rest]), len(sample)
