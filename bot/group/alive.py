"""What is kept between calls: the articles alive, taken apart and entered for comparing."""

from collections import Counter
from collections.abc import Collection

from bot.group.abroad import Abroad
from bot.group.marks import NO_PLACES, features_of
from bot.group.meanings import Meanings
from bot.group.places import Places
from bot.group.prints import print_of
from bot.group.window import Window
from bot.models import Article, ArticleId

_SEVERAL = 2


class Alive:
    """The articles alive, each taken apart once and forgotten when it is no more."""

    def __init__(self, places: Places = NO_PLACES, meanings: Meanings | None = None) -> None:
        self.window = Window()
        self.meanings = meanings
        self._places = places
        self._kept: dict[ArticleId, tuple[Article, int]] = {}
        self._names: dict[int, ArticleId] = {}
        self._abroad: Abroad | None = None
        self._languages: Counter[str] = Counter()

    @property
    def abroad(self) -> Abroad | None:
        """The articles as other languages know them, or None when there is only one language."""
        return self._abroad

    def become(self, articles: Collection[Article]) -> None:
        """Let these be the articles alive; one that changed is taken apart anew."""
        alive = {article.id for article in articles}
        for name in [name for name in self._kept if name not in alive]:
            self._drop(name)
        added: dict[int, Article] = {}
        for article in articles:
            kept = self._kept.get(article.id)
            if kept is None:
                added[self._add(article)] = article
            elif kept[0] is not article and _differs(kept[0], article):
                self._drop(article.id)
                added[self._add(article)] = article
        if self.meanings:
            self.meanings.add(added)
        self._settle_languages()

    def place(self, article: Article) -> int:
        """Return an article's place in the window."""
        return self._kept[article.id][1]

    def name(self, place: int) -> ArticleId:
        """Return the article at a place of the window."""
        return self._names[place]

    def _add(self, article: Article) -> int:
        seen = print_of(article)
        place = self.window.add(seen)
        self._kept[article.id] = article, place
        self._names[place] = article.id
        self._languages[seen.language] += 1
        if self._abroad:
            self._abroad.add(place, features_of(article, self._places))
        return place

    def _drop(self, name: ArticleId) -> None:
        _, place = self._kept.pop(name)
        del self._names[place]
        self._languages[self.window.prints[place].language] -= 1
        self.window.drop(place)
        if self.meanings:
            self.meanings.drop(place)
        if self._abroad:
            self._abroad.drop(place)

    def _settle_languages(self) -> None:
        """Know the articles across languages for as long as there are several."""
        languages = [name for name, count in self._languages.items() if name and count]
        if len(languages) < _SEVERAL:
            self._abroad = None
        elif self._abroad is None:
            self._abroad = Abroad()
            for article, place in self._kept.values():
                self._abroad.add(place, features_of(article, self._places))


def _differs(one: Article, other: Article) -> bool:
    """Whether two readings of an article are not compared alike."""
    return (one.title, one.text, one.dated_at, one.language) != (
        other.title,
        other.text,
        other.dated_at,
        other.language,
    )
