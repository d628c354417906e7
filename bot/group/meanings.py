"""What articles mean, as an embedder says: one vector for each article alive."""

from array import array
from collections.abc import Mapping
from operator import mul

from bot.group.prints import lede_of
from bot.models import Article
from bot.ports.stages import Embedder


class Meanings:
    """The vectors of the articles of a window, by place, while they are alive."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._vectors: dict[int, array[float]] = {}

    def add(self, articles: Mapping[int, Article]) -> None:
        """Enter articles under their places, all at once: embedders are quicker so."""
        texts = [meant(article) for article in articles.values()]
        if texts:
            found = self._embedder.embed(texts)
            for place, vector in zip(articles, found, strict=True):
                self._vectors[place] = array("f", vector)

    def drop(self, place: int) -> None:
        """Take an article out."""
        del self._vectors[place]

    def likeness(self, one: int, other: int) -> float:
        """Return how alike two articles are in meaning, from 0 to 1."""
        likeness: float = sum(map(mul, self._vectors[one], self._vectors[other]))
        return max(0.0, likeness)


def meant(article: Article) -> str:
    """Return what of an article is embedded: the headline and the first sentences."""
    lede = lede_of(article.text, article.language)
    return " ".join(part for part in (article.title, lede) if part)
