"""What an article is compared by: its words seen from six sides, its day, its runs of words."""

from array import array
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log

from bot.group.marks import has_capitals
from bot.models import Article, ArticleId
from bot.text.copies import runs
from bot.text.sentences import sentence_spans
from bot.text.words import is_stop, names, stem, words

Terms = dict[str, float]

VIEWS = ("all", "title", "lede", "names", "bigrams", "numbers")
"""Everything, the headline, headline and first sentences, capitalised names, pairs, numbers."""

ALL, TITLE, LEDE, NAMES, PAIRS, NUMBERS = range(len(VIEWS))

_LEDE_SENTENCES = 2
_LEDE_CHARACTERS = 2_000
_MOST_CHARACTERS = 12_000
_SAMPLE = 4
_DAY_S = 86_400
_LOGS = tuple(1 + log(count) for count in range(1, 200))


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """An article taken apart.

    `views` are damped counts of terms, in the order of `VIEWS`. `runs` holds the runs of three
    words of all of it, and `sample` a fixed fourth of them: enough to suspect a copy. `day`
    counts days since 1970.
    """

    id: ArticleId
    views: tuple[Terms, ...]
    runs: "array[int]"
    sample: frozenset[int]
    day: float
    language: str
    length: int

    def is_foreign_to(self, other: "Print") -> bool:
        """Whether two articles are known to be in two languages."""
        return bool(self.language and other.language and self.language != other.language)

    @property
    def is_bare(self) -> bool:
        """Whether only the headline is known."""
        return not self.length


def print_of(article: Article) -> Print:
    """Return what `article` is compared by; past 12,000 characters its text adds nothing."""
    language = (article.language or "").split("-", 1)[0].lower()
    text = article.text[:_MOST_CHARACTERS]
    title, body = words(article.title), words(text)
    heading, said = _stemmed(title, language), _stemmed(body, language)
    lede = _stemmed(words(_lede(text, article.language)), language)
    everything = _plain([*heading, *said])
    named = _named(f"{article.title}\n{text}", language)
    found = runs(title) | runs(body)
    return Print(
        id=article.id,
        views=(
            _weights(everything),
            _weights(_plain(heading)),
            _weights(_plain([*heading, *lede])),
            _weights(everything if named is None else named),
            _weights([*_pairs(heading), *_pairs(said)]),
            _weights([word for word in (*title, *body) if word[0].isdigit() and len(word) > 1]),
        ),
        runs=array("Q", found),
        sample=frozenset([run for run in found if run % _SAMPLE == 0]),
        day=article.dated_at.timestamp() / _DAY_S,
        language=language,
        length=len(body),
    )


def _named(text: str, language: str) -> list[str] | None:
    """Return the words of the names in a text, or None when its alphabet hides them."""
    if not has_capitals(text):
        return None
    found = words("\n".join(names(text)))  # at once: a call for each name takes twice as long
    return [word for word in found if not is_stop(word, language or None)]


def _stemmed(found: list[str], language: str) -> list[str]:
    """Return the stems in their places; a stop word leaves an empty one."""
    return [_stem(word, language) for word in found]


@lru_cache(maxsize=100_000)
def _stem(word: str, language: str) -> str:
    code = language or None
    return "" if is_stop(word, code) else stem(word, code)


def _plain(found: list[str]) -> list[str]:
    return [word for word in found if word and not word[0].isdigit()]


def _pairs(said: list[str]) -> list[str]:
    return [f"{one} {other}" for one, other in pairwise(said) if one and other]


def _lede(text: str, language: str | None) -> str:
    spans = sentence_spans(text[:_LEDE_CHARACTERS], language)[:_LEDE_SENTENCES]
    return text[spans[0][0] : spans[-1][1]] if spans else ""


def _weights(terms: list[str]) -> Terms:
    return {term: _LOGS[min(count, len(_LOGS)) - 1] for term, count in Counter(terms).items()}
