"""Learns what makes two articles one story: `python -m scripts.learn_grouping GOLD... [--write]`.

With --embedder MODULE:FUNCTION, which returns an `Embedder`, the meaning of articles counts too.

GOLD is JSON Lines, gzipped or not, one article a row: `id`, `title`, `text`, `cluster` (the true
story) and, if known, `date` (ISO 8601) and `language`. Every set weighs alike. The same rows give
the same weights, in whatever order they stand. With --write they go to `bot/group/weights.py`.

The first figure of a set is honest: each fifth of its stories is judged by weights that were
learnt without it. The second is not, and says only what the weights can do at best.
"""

# ruff: noqa: T201 (printing is what it does)

import argparse
import sys
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from math import exp
from pathlib import Path
from zlib import crc32

from bot.cli.rows import article, rows
from bot.group import weights as table
from bot.group.grouper import StoryGrouper
from bot.group.likeness import fullness
from bot.group.meanings import Meanings
from bot.group.prints import VIEWS, print_of
from bot.group.rarity import Rarity
from bot.group.weights import Weights
from bot.group.window import MOST_DAYS, Window
from bot.models import Article, ArticleId, StoryId
from bot.ports.stages import Embedder

FOLDS = 5
RIDGE = 0.3
SCALE = 1_000.0
STEPS = 12
FEWEST_SHARED = 2  # one fewer than when grouping: what is unlike teaches too
FEATURES = len(VIEWS) + 3

Vector = list[float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """Articles and their true stories."""

    articles: tuple[Article, ...]
    stories: Mapping[ArticleId, str]

    def fold_of(self, name: ArticleId) -> int:
        """Return which fifth of the stories an article's story is in."""
        return crc32(self.stories[name].encode()) % FOLDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two articles: one, the likeness in each view, the days that count, that in meaning."""

    seen: tuple[float, ...]
    is_one: bool
    weight: float
    folds: tuple[int, int]


def main(arguments: Sequence[str]) -> None:
    """Learn, print and, if asked, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--embedder", type=embedder_called)
    asked = parser.parse_args(arguments)
    embedder: Embedder | None = asked.embedder
    sets = {path.name: read(path) for path in asked.gold}
    pairs = [pair for gold in sets.values() for pair in pairs_of(gold, embedder)]
    found = learnt(pairs)
    honest = left_out(sets, pairs, embedder)
    in_use = table.LEARNT_WITH_MEANING if embedder else table.LEARNT
    for name, gold in sets.items():
        used, new = (f1(purities(gold, one, embedder).values()) for one in (in_use, found))
        print(f"{name}: BCubed F1 {honest[name]:.1f} of stories left out of learning")
        print(f"{name}: {new:.1f} with these weights, which know it; {used:.1f} with those in use")
    print(found)
    if asked.write:
        name = "LEARNT_WITH_MEANING" if embedder else "LEARNT"
        Path(table.__file__).write_text(written(found, name), encoding="utf-8")


def embedder_called(name: str) -> Embedder:
    """Return what the function `module:function` returns, each text embedded once."""
    module, _, function = name.partition(":")
    made: Embedder = getattr(import_module(module), function)()
    return Remembering(made)


class Remembering:
    """An embedder that embeds each text once: learning groups the same articles many times."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._known: dict[str, Sequence[float]] = {}

    def embed(self, texts: Sequence[str]) -> Sequence[Sequence[float]]:
        """Return a vector for each text, in order."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        if new:
            self._known.update(zip(new, self._embedder.embed(new), strict=True))
        return [self._known[text] for text in texts]


def read(path: Path) -> Gold:
    """Return the articles of a file and their stories."""
    read_rows = sorted(rows(path), key=lambda row: str(row[1]["id"]))
    articles = tuple(article(row, number) for number, row in read_rows)
    stories = {ArticleId(str(row["id"])): str(row["cluster"]) for _, row in read_rows}
    return Gold(articles=articles, stories=stories)


def left_out(
    sets: Mapping[str, Gold], pairs: Sequence[Pair], embedder: Embedder | None = None
) -> dict[str, float]:
    """Return how well each fifth of the stories is grouped by what the others teach, by set.

    All articles are grouped at once, so that those left out have as much company as ever.
    """
    scores: dict[str, list[tuple[float, float]]] = {name: [] for name in sets}
    for fold in range(FOLDS):
        weights = learnt([pair for pair in pairs if fold not in pair.folds])
        for name, gold in sets.items():
            found = purities(gold, weights, embedder)
            scores[name] += [both for one, both in found.items() if gold.fold_of(one) == fold]
    return {name: f1(found) for name, found in scores.items()}


def learnt(pairs: Sequence[Pair]) -> Weights:
    """Return the weights that explain which pairs are one story."""
    bias, *views, per_day, meaning = fitted(pairs)
    return Weights(
        bias=round(bias, 2),
        views=tuple(round(max(0.0, view), 2) for view in views),
        per_day=round(min(0.0, per_day), 2),
        meaning=round(max(0.0, meaning), 2),
    )


def pairs_of(gold: Gold, embedder: Embedder | None = None) -> list[Pair]:
    """Return the pairs worth comparing, seen among all articles of their set: all weigh as one."""
    window = Window(print_of(one) for one in gold.articles)
    rarity = Rarity(window)
    meanings = Meanings(embedder) if embedder else None
    if meanings:
        meanings.add(dict(zip(window.prints, gold.articles, strict=True)))
    met = (
        (one, other)
        for one in window.prints
        for other in window.companions(one, fewest=FEWEST_SHARED)
    )
    found: list[Pair] = []
    for one, other in sorted({(min(pair), max(pair)) for pair in met}):
        mine, theirs = window.prints[one], window.prints[other]
        days = abs(mine.day - theirs.day)
        if days <= MOST_DAYS and not mine.is_foreign_to(theirs):
            cosines = [rarity.cosine(view, one, other) for view in range(len(VIEWS))]
            counted = days * (1 - fullness(mine, theirs))
            meaning = meanings.likeness(one, other) if meanings else 0.0
            found.append(
                Pair(
                    seen=(1.0, *cosines, counted, meaning),
                    is_one=gold.stories[mine.id] == gold.stories[theirs.id],
                    weight=1.0,
                    folds=(gold.fold_of(mine.id), gold.fold_of(theirs.id)),
                )
            )
    return [replace(pair, weight=SCALE / len(found)) for pair in found]


def fitted(pairs: Sequence[Pair]) -> Vector:
    """Return the coefficients of a ridge logistic regression, by Newton's method."""
    found = [0.0] * FEATURES
    for _ in range(STEPS):
        slope = [-RIDGE * value if at else 0.0 for at, value in enumerate(found)]
        curve = [[RIDGE * (row == at) for at in range(FEATURES)] for row in range(FEATURES)]
        for pair in pairs:
            logit = sum([one * other for one, other in zip(found, pair.seen, strict=True)])
            likely = 1 / (1 + exp(-max(-30.0, min(30.0, logit))))
            miss = pair.weight * (pair.is_one - likely)
            bend = pair.weight * likely * (1 - likely)
            for row, value in enumerate(pair.seen):
                if value:
                    slope[row] += miss * value
                    heavy, line = bend * value, curve[row]
                    for at, other in enumerate(pair.seen):
                        line[at] += heavy * other
        found = [old + step for old, step in zip(found, solved(curve, slope), strict=True)]
    return found


def solved(matrix: Sequence[Sequence[float]], right: Sequence[float]) -> Vector:
    """Return x where matrix * x = right, for a positive definite matrix.

    >>> solved([[2.0, 1.0], [1.0, 3.0]], [3.0, 4.0])
    [1.0, 1.0]
    """
    rows_left = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for at, pivot in enumerate(rows_left):
        for row in rows_left[at + 1 :]:
            share = row[at] / pivot[at]
            row[at:] = [
                one - share * other for one, other in zip(row[at:], pivot[at:], strict=True)
            ]
    found = [0.0] * len(rows_left)
    for at in reversed(range(len(rows_left))):
        known = sum(
            one * other
            for one, other in zip(rows_left[at][at + 1 : -1], found[at + 1 :], strict=True)
        )
        found[at] = (rows_left[at][-1] - known) / rows_left[at][at]
    return found


def purities(
    gold: Gold, weights: Weights, embedder: Embedder | None = None
) -> dict[ArticleId, tuple[float, float]]:
    """Return for each article how pure and how whole its story is, when all are grouped."""
    grouper = StoryGrouper(weights, embedder=embedder)
    return purities_of(gold, grouper.group(gold.articles, []).placed)


def purities_of(
    gold: Gold, placed: Mapping[ArticleId, StoryId]
) -> dict[ArticleId, tuple[float, float]]:
    """Return for each article how pure and how whole its story is, as it was placed."""
    ours = Counter(placed.values())
    true = Counter(gold.stories[name] for name in placed)
    both = Counter((home, gold.stories[name]) for name, home in placed.items())
    found = {}
    for name, home in placed.items():
        story = gold.stories[name]
        shared = both[home, story]
        found[name] = (shared / ours[home], shared / true[story])
    return found


def f1(scores: Collection[tuple[float, float]]) -> float:
    """Return BCubed F1 in percent.

    >>> f1([(1.0, 1.0), (0.5, 0.5)])
    75.0
    """
    precision = sum(pure for pure, _ in scores) / len(scores)
    recall = sum(whole for _, whole in scores) / len(scores)
    return 100 * 2 * precision * recall / (precision + recall)


def written(weights: Weights, name: str = "LEARNT") -> str:
    """Return the text of `bot/group/weights.py` with other weights under a name."""
    text = Path(table.__file__).read_text(encoding="utf-8")
    before, _, rest = text.partition(f"\n{name} = Weights(")
    after = rest.partition("\n)\n")[2]
    meaning = f"    meaning={weights.meaning},\n" if weights.meaning else ""
    return f"""{before}
{name} = Weights(
    bias={weights.bias},
    views={weights.views},
    per_day={weights.per_day},
{meaning})
{after}"""


if __name__ == "__main__":
    main(sys.argv[1:])
