"""What an article is compared by: its words seen from six sides, its day, its runs of words."""

from collections import Counter
from dataclasses import dataclass
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

_LEDE_SENTENCES = 2
_LEDE_CHARACTERS = 2_000
_MOST_CHARACTERS = 12_000
_SAMPLE = 4
_DAY_S = 86_400
_LOGS = tuple(1 + log(count) for count in range(1, 200))


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """An article taken apart.

    `views` are damped counts of terms, in the order of `VIEWS`. `sample` holds a fixed fourth
    of the runs of three words: enough to suspect a copy. `day` counts days since 1970.
    """

    id: ArticleId
    views: tuple[Terms, ...]
    sample: frozenset[int]
    day: float
    language: str
    length: int

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
    named = [word for name in names(f"{article.title}\n{text}") for word in words(name)]
    named = [word for word in named if not is_stop(word, language or None)]
    if not has_capitals(f"{article.title}\n{text}"):
        named = _plain([*heading, *said])
    return Print(
        id=article.id,
        views=(
            _weights(_plain([*heading, *said])),
            _weights(_plain(heading)),
            _weights(_plain([*heading, *lede])),
            _weights(_plain(named)),
            _weights([*_pairs(heading), *_pairs(said)]),
            _weights([word for word in (*title, *body) if word[0].isdigit() and len(word) > 1]),
        ),
        sample=frozenset(run for run in runs(title) | runs(body) if run % _SAMPLE == 0),
        day=article.dated_at.timestamp() / _DAY_S,
        language=language,
        length=len(body),
    )


def _stemmed(found: list[str], language: str) -> list[str]:
    """Return the stems in their places; a stop word leaves an empty one."""
    code = language or None
    return ["" if is_stop(word, code) else stem(word, code) for word in found]


def _plain(found: list[str]) -> list[str]:
    return [word for word in found if word and not word[0].isdigit()]


def _pairs(said: list[str]) -> list[str]:
    return [f"{one} {other}" for one, other in pairwise(said) if one and other]


def _lede(text: str, language: str | None) -> str:
    spans = sentence_spans(text[:_LEDE_CHARACTERS], language)[:_LEDE_SENTENCES]
    return text[spans[0][0] : spans[-1][1]] if spans else ""


def _weights(terms: list[str]) -> Terms:
    return {term: _LOGS[min(count, len(_LOGS)) - 1] for term, count in Counter(terms).items()}
