"""A baseline for grouping: TF-IDF in a single pass, each article to the nearest centroid.

Weights are (1 + log tf) * log(N / df) over stems without stop words, N and df from the whole set;
a story is the sum of its articles' unit vectors. An article joins the story with the greatest
cosine if that is at least the threshold, else it begins one. With a window, a story is open for
so many days after its last article.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.models import Article
from bot.text.words import stems

Vector = Mapping[str, float]

THRESHOLDS = tuple(round(0.02 * step, 2) for step in range(3, 31))
_SECONDS_A_DAY = 86_400


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """An article as this method sees it."""

    id: str
    vector: Vector
    day: float


def seen(articles: Sequence[Article]) -> list[Seen]:
    """Return the articles as vectors of length one."""
    counted = [Counter(stems(f"{one.title}\n{one.text}", one.language)) for one in articles]
    held = Counter(word for count in counted for word in count)
    rare = {word: math.log(len(articles) / many) for word, many in held.items()}
    return [
        Seen(
            id=one.id,
            vector=_unit({word: (1 + math.log(n)) * rare[word] for word, n in count.items()}),
            day=one.dated_at.timestamp() / _SECONDS_A_DAY,
        )
        for one, count in zip(articles, counted, strict=True)
    ]


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(sum(value**2 for value in vector.values()))
    return {word: value / length for word, value in vector.items()} if length else {}


def single_pass(
    articles: Iterable[Seen], *, threshold: float, days: float = math.inf
) -> dict[str, str]:
    """Return the story of each article, called by the number of its first."""
    sums: dict[str, dict[int, float]] = defaultdict(dict)
    squares: list[float] = []
    last: list[float] = []
    placed: dict[str, str] = {}
    for article in articles:
        dots: dict[int, float] = defaultdict(float)
        for word, value in article.vector.items():
            for story, total in sums[word].items():
                dots[story] += value * total
        cosines = {
            story: dot / math.sqrt(squares[story])
            for story, dot in dots.items()
            if abs(article.day - last[story]) <= days
        }
        home = max(cosines, key=lambda story: (cosines[story], -story), default=-1)
        if home < 0 or cosines[home] < threshold:
            home = len(squares)
            squares.append(0.0)
            last.append(article.day)
        squares[home] += 2 * dots.get(home, 0.0) + 1
        last[home] = max(last[home], article.day)
        for word, value in article.vector.items():
            sums[word][home] = sums[word].get(home, 0.0) + value
        placed[article.id] = str(home)
    return placed
