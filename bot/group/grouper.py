"""The grouper: articles and known stories in, which article belongs to which story out."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import combinations, product
from math import sqrt

from bot.group.abroad import Abroad
from bot.group.likeness import MOST_DAYS, Strengths, Window
from bot.group.linkage import Groups, joined
from bot.group.marks import Features, features_of
from bot.group.prints import Print, print_of
from bot.group.reprints import reprints
from bot.models import Article, ArticleId, Grouping, Story, StoryId
from bot.text.ids import short_id

THRESHOLD = 0.42
"""The mean likelihood over all pairs from which groups are one story. Tuned on dev halves."""

# In large groups of bare headlines the mean is low by nature: most pairs share few words. So it
# is between groups of two languages, where most pairs share few names.
_BARE_FLOOR = 0.15
_FOREIGN_FLOOR = 0.5
_NEVER = 2.0
_LINK = 0.2
_MOST_LINKED = 6
_MOST_KEPT = 5_000
_SEVERAL = 2


class StoryGrouper:
    """Groups by what is said and when: copies first, then the likeliest pairs.

    Known stories are never split. What articles are compared by is kept between calls, which
    changes no answer.
    """

    def __init__(self) -> None:
        self._kept: dict[ArticleId, tuple[Article, Print]] = {}
        self._features: dict[ArticleId, tuple[Article, Features]] = {}

    def group(self, articles: Sequence[Article], stories: Sequence[Story]) -> Grouping:
        """Place new articles into the known live stories or into new ones.

        The order of `articles` does not matter. A new story is named after its oldest article.
        """
        known = {article.id for story in stories for article in story.articles}
        fresh = {article.id: article for article in articles if article.id not in known}
        ranked = sorted(stories, key=lambda story: (min(map(_age, story.articles)), story.id))
        rows = [list(story.articles) for story in ranked]
        rows += [[article] for article in sorted(fresh.values(), key=_age)]
        flat = [article for row in rows for article in row]
        groups = self._groups(rows, flat, known=len(ranked)) if fresh else _numbered(rows)
        return _grouping(groups, flat, ranked, {article.id for article in articles})

    def _groups(
        self, rows: Sequence[Sequence[Article]], flat: list[Article], *, known: int
    ) -> Groups:
        """Return the rows joined, by place in `flat`; the first `known` rows are stories."""
        groups = _numbered(rows)
        fresh = [place for name, row in groups.items() if name >= known for place in row]
        prints = [self._print(article) for article in flat]
        copies = reprints(flat, prints, fresh)
        prints = _as_old_as_the_first(prints, copies)
        window = Window(prints, self._abroad(flat, prints))
        strengths = window.strengths(fresh)
        _add_known(strengths, window, groups, known=known)
        for first, second in copies:
            strengths[first][second] = strengths[second][first] = 1.0
        self._forget({article.id for article in flat})
        return joined(
            _with_copies(groups, copies),
            strengths,
            needed=lambda one, other: _needed(prints, one, other),
            least=THRESHOLD * _BARE_FLOOR,
            voices=_voices(prints, copies),
        )

    def _print(self, article: Article) -> Print:
        kept = self._kept.get(article.id)
        if kept is None or kept[0] != article:
            kept = self._kept[article.id] = (article, print_of(article))
        return kept[1]

    def _abroad(self, articles: Sequence[Article], prints: Sequence[Print]) -> Abroad | None:
        """Return the articles as other languages know them, or None when there is only one."""
        if len({one.language for one in prints if one.language}) < _SEVERAL:
            return None
        return Abroad([self._features_of(article) for article in articles])

    def _features_of(self, article: Article) -> Features:
        kept = self._features.get(article.id)
        if kept is None or kept[0] != article:
            kept = self._features[article.id] = (article, features_of(article))
        return kept[1]

    def _forget(self, alive: set[ArticleId]) -> None:
        if len(self._kept) > _MOST_KEPT:
            self._kept = {key: kept for key, kept in self._kept.items() if key in alive}
            self._features = {key: kept for key, kept in self._features.items() if key in alive}


def _age(article: Article) -> tuple[datetime, ArticleId]:
    return article.dated_at, article.id


def _numbered(rows: Sequence[Sequence[Article]]) -> Groups:
    """Return the rows as groups of places, named by their rank: known and older ones first."""
    groups: Groups = {}
    place = 0
    for name, row in enumerate(rows):
        groups[name] = list(range(place, place + len(row)))
        place += len(row)
    return groups


def _with_copies(groups: Groups, copies: Sequence[tuple[int, int]]) -> Groups:
    """Return the groups with copies together, whatever else speaks against it."""
    home = {place: name for name, row in groups.items() for place in row}
    together = {name: list(row) for name, row in groups.items()}
    for one, other in copies:
        name, gone = sorted((home[one], home[other]))
        if name != gone:
            moved = together.pop(gone)
            together[name].extend(moved)
            home.update(dict.fromkeys(moved, name))
    return together


def _voices(
    prints: Sequence[Print], copies: Sequence[tuple[int, int]]
) -> dict[int, tuple[str, float]]:
    """Return each article's language and weight: all copies of a report weigh as one."""
    count = Counter(place for pair in copies for place in pair)
    return {place: (one.language, 1 / (1 + count[place])) for place, one in enumerate(prints)}


def _as_old_as_the_first(prints: list[Print], copies: Sequence[tuple[int, int]]) -> list[Print]:
    """Return the prints with each copy dated like the first: an old article that resurfaces."""
    dated = list(prints)
    for one, other in sorted(copies, key=lambda pair: min(prints[place].day for place in pair)):
        day = min(dated[one].day, dated[other].day)
        dated[one] = replace(dated[one], day=day)
        dated[other] = replace(dated[other], day=day)
    return dated


def _add_known(strengths: Strengths, window: Window, groups: Groups, *, known: int) -> None:
    """Compare known stories with each other where a new article may belong to several."""
    home = {place: name for name in range(known) for place in groups[name]}
    pairs: set[tuple[int, int]] = set()
    for row in list(strengths.values()):
        linked = {
            home[place] for place, strength in row.items() if place in home and strength > _LINK
        }
        pairs.update(combinations(sorted(linked)[:_MOST_LINKED], 2))
    for first, second in pairs:
        for one, other in product(groups[first], groups[second]):
            strengths[one][other] = strengths[other][one] = window.strength(one, other)


def _needed(prints: Sequence[Print], one: Sequence[int], other: Sequence[int]) -> float:
    """Return the mean likelihood from which two groups are one story."""
    days = [prints[place].day for group in (one, other) for place in group]
    if max(days) - min(days) > MOST_DAYS:
        return _NEVER
    floor = 1.0
    if all(prints[place].is_bare for group in (one, other) for place in group):
        floor = _BARE_FLOOR
    elif not _languages(prints, one) & _languages(prints, other):
        floor = _FOREIGN_FLOOR
    return THRESHOLD * (floor + (1 - floor) / sqrt(len(one) * len(other)))


def _languages(prints: Sequence[Print], places: Sequence[int]) -> set[str]:
    return {prints[place].language for place in places}


def _grouping(
    groups: Groups, flat: Sequence[Article], ranked: Sequence[Story], given: set[ArticleId]
) -> Grouping:
    """Return the groups under their stories' names: the oldest known story's, or a new one."""
    placed: dict[ArticleId, StoryId] = {}
    homes: dict[int, StoryId] = {}
    for name, row in groups.items():
        oldest = min((flat[place] for place in row), key=_age)
        home = ranked[name].id if name < len(ranked) else StoryId(short_id("st", oldest.id))
        homes.update(dict.fromkeys(row, home))
        placed.update({flat[place].id: home for place in row if flat[place].id in given})
    merged: dict[StoryId, StoryId] = {}
    place = 0
    for story in ranked:
        if homes[place] != story.id:
            merged[story.id] = homes[place]
        place += len(story.articles)
    return Grouping(placed=placed, merged=merged)
