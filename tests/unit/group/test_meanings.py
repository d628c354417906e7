"""Promises of `bot.group.meanings`, and of grouping by them."""

from collections.abc import Sequence
from math import sqrt

import pytest

from bot.group import StoryGrouper
from bot.group.meanings import Meanings, meant
from bot.group.weights import Weights
from tests.unit.group.newsroom import (
    ELECTION,
    STRIKE,
    STRIKE_TOLD_AGAIN,
    article,
    story,
)

KINDS = (("port", "dock", "quay"), ("mayor", "council"))


class ByKind:
    """Embeds by the words of two kinds, and counts what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def embed(self, texts: Sequence[str]) -> Sequence[Sequence[float]]:
        """Return how many words of each kind a text has, of length one."""
        self.asked.extend(texts)
        return [self._vector(text.lower()) for text in texts]

    def _vector(self, text: str) -> list[float]:
        counts = [float(sum(map(text.count, kind))) for kind in KINDS]
        length = sqrt(sum(count * count for count in counts)) or 1.0
        return [count / length for count in counts]


def test_the_headline_and_first_sentences_are_embedded() -> None:
    """The rest of an article says little more about what it is about."""
    long = article("a", "Port shut", "Pilots walked out. Ships wait. Talks go on.")

    assert meant(long) == "Port shut Pilots walked out. Ships wait."
    assert meant(article("b", "Port shut")) == "Port shut"


def test_without_articles_nothing_is_embedded() -> None:
    """An embedder is not bothered for nothing."""
    embedder = ByKind()

    Meanings(embedder).add({})

    assert embedder.asked == []


def test_likeness_is_never_below_nothing() -> None:
    """Two directions of meaning are alike or they are not."""
    meanings = Meanings(ByKind())
    meanings.add({1: article("a", "Port"), 2: article("b", "Dock"), 3: article("c", "Mayor")})

    assert meanings.likeness(1, 2) == pytest.approx(1.0)
    assert meanings.likeness(1, 3) == 0.0


def test_each_article_is_embedded_once_while_it_is_alive() -> None:
    """What is known is not asked for again, what has left is forgotten."""
    embedder = ByKind()
    grouper = StoryGrouper(embedder=embedder)

    grouper.group([STRIKE], [])
    grouper.group([STRIKE_TOLD_AGAIN], [story("known", STRIKE)])
    assert embedder.asked == [meant(STRIKE), meant(STRIKE_TOLD_AGAIN)]

    grouper.group([ELECTION], [])
    grouper.group([STRIKE], [])
    assert embedder.asked[2:] == [meant(ELECTION), meant(STRIKE)]


def test_meaning_brings_reports_together() -> None:
    """Reports that share a few words are one story when they mean the same."""
    one = article("a", "Delta port shut", "The port of Delta is shut, says Mara Lind.")
    other = article("b", "Delta quay closed", "Nobody docks in Delta, Mara Lind tells reporters.")
    weights = Weights(bias=-3.0, views=(1.0,) * 6, per_day=-1.0, meaning=4.0)

    apart = StoryGrouper(weights).group([one, other], [])
    together = StoryGrouper(weights, embedder=ByKind()).group([one, other], [])

    assert len(set(apart.placed.values())) == 2
    assert len(set(together.placed.values())) == 1


def test_meaning_counts_for_bare_headlines() -> None:
    """Of headlines that share a word, those that mean the same are one story."""
    heads = [
        article("a", "Delta port shut"),
        article("b", "Delta quay to close"),
        article("c", "Delta mayor steps down"),
    ]

    placed = StoryGrouper(embedder=ByKind()).group(heads, []).placed

    assert placed[heads[0].id] == placed[heads[1].id] != placed[heads[2].id]
