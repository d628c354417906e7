"""The grouper: articles and known stories in, which article belongs to which story out."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import combinations, product

from bot.group.alive import Alive
from bot.group.bar import needed
from bot.group.likeness import Likeness, Strengths
from bot.group.linkage import Group, Groups, Member, joined
from bot.group.meanings import Meanings
from bot.group.places import Places
from bot.group.reprints import reprints
from bot.group.weights import LEARNT, LEARNT_WITH_MEANING, Weights
from bot.group.window import Window
from bot.models import Article, ArticleId, Grouping, Story, StoryId
from bot.ports.stages import Embedder
from bot.text.aliases import NO_ALIASES, Aliases
from bot.text.ids import short_id

_LINK = 0.2
_MOST_LINKED = 6

Rows = Sequence[Sequence[int]]
Copies = Sequence[tuple[int, int]]


class StoryGrouper:
    """Groups by what is said and when: copies first, then the likeliest pairs.

    Known stories are never split. What articles are compared by is kept between calls, which
    changes no answer.
    """

    def __init__(
        self,
        weights: Weights | None = None,
        *,
        aliases: Aliases = NO_ALIASES,
        embedder: Embedder | None = None,
    ) -> None:
        self._alive = Alive(Places(aliases), Meanings(embedder) if embedder else None)
        self._weights = weights or (LEARNT_WITH_MEANING if embedder else LEARNT)

    def group(self, articles: Sequence[Article], stories: Sequence[Story]) -> Grouping:
        """Place new articles into the known live stories or into new ones.

        The order of `articles` does not matter. A new story is named after its oldest article.
        """
        homes = {article.id: story for story in stories for article in story.articles}
        fresh = {article.id: article for article in articles if article.id not in homes}
        found = Grouping(placed={}, merged={})
        if fresh:
            known = [article for story in stories for article in story.articles]
            self._alive.become([*known, *fresh.values()])
            found = self._grouped(sorted(fresh.values(), key=_age), homes)
        given = {one.id: homes[one.id].id for one in articles if one.id in homes}
        stayed = {name: found.merged.get(home, home) for name, home in given.items()}
        return Grouping(placed=found.placed | stayed, merged=found.merged)

    def _grouped(self, fresh: Sequence[Article], homes: Mapping[ArticleId, Story]) -> Grouping:
        """Return the stories of fresh articles, and which known ones they have made one."""
        alive = self._alive
        places = {alive.place(article): article for article in fresh}
        copies = reprints(alive.window, places)
        days = _as_old_as_the_first(alive.window, copies)
        likeness = Likeness(
            alive.window,
            days=days,
            abroad=alive.abroad,
            meanings=alive.meanings,
            weights=self._weights,
        )
        strengths = likeness.strengths(list(places))
        for first, second in copies:
            strengths[first][second] = strengths[second][first] = 1.0
        met = {alive.name(place) for place in strengths}
        ranked = _ranked(homes[name] for name in met if name in homes)
        rows = [[alive.place(article) for article in story.articles] for story in ranked]
        _add_known(strengths, likeness, rows)
        groups = dict(enumerate([*rows, *([place] for place in places)]))
        members = _members(alive.window, _with_copies(groups, copies), days, copies)
        found = joined(members, strengths, needed=needed)
        return _grouping(found, ranked, rows, places)


def _age(article: Article) -> tuple[datetime, ArticleId]:
    return article.dated_at, article.id


def _ranked(stories: Iterable[Story]) -> list[Story]:
    """Return stories without repetition, the one with the oldest article first."""
    found = {story.id: story for story in stories}
    return sorted(found.values(), key=lambda story: (min(map(_age, story.articles)), story.id))


def _with_copies(groups: Mapping[int, Sequence[int]], copies: Copies) -> dict[int, list[int]]:
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


def _members(
    window: Window, rows: Mapping[int, Sequence[int]], days: Mapping[int, float], copies: Copies
) -> Groups:
    """Return the groups for joining: all copies of a report weigh as one, dated as the first."""
    count = Counter(place for pair in copies for place in pair)
    groups: Groups = {}
    for name, row in rows.items():
        groups[name] = Group()
        groups[name].extend(
            Member(
                place=place,
                day=days.get(place, window.prints[place].day),
                language=window.prints[place].language,
                weight=1 / (1 + count[place]),
                is_bare=window.prints[place].is_bare,
            )
            for place in row
        )
    return groups


def _as_old_as_the_first(window: Window, copies: Copies) -> dict[int, float]:
    """Return the day of each copy as that of the first: an old article that resurfaces."""
    days = {place: window.prints[place].day for pair in copies for place in pair}
    for one, other in sorted(copies, key=lambda pair: min(days[place] for place in pair)):
        days[one] = days[other] = min(days[one], days[other])
    return days


def _add_known(strengths: Strengths, likeness: Likeness, rows: Rows) -> None:
    """Compare known stories with each other where a new article may belong to several."""
    home = {place: name for name, row in enumerate(rows) for place in row}
    pairs: set[tuple[int, int]] = set()
    for row in list(strengths.values()):
        linked = {
            home[place] for place, strength in row.items() if place in home and strength > _LINK
        }
        pairs.update(combinations(sorted(linked)[:_MOST_LINKED], 2))
    for first, second in pairs:
        for one, other in product(rows[first], rows[second]):
            if strength := likeness.strength(one, other):
                strengths[one][other] = strengths[other][one] = strength


def _grouping(
    groups: Groups, ranked: Sequence[Story], rows: Rows, fresh: Mapping[int, Article]
) -> Grouping:
    """Return the groups under their stories' names: the oldest known story's, or a new one.

    The first groups began as the ranked stories' rows.
    """
    homes: dict[int, StoryId] = {}
    for name, group in groups.items():
        row = [member.place for member in group.members]
        is_known = name < len(ranked)
        home = ranked[name].id if is_known else _new_name([fresh[place] for place in row])
        homes.update(dict.fromkeys(row, home))
    now = {story.id: homes[row[0]] for story, row in zip(ranked, rows, strict=True)}
    return Grouping(
        placed={article.id: homes[place] for place, article in fresh.items()},
        merged={story: home for story, home in now.items() if home != story},
    )


def _new_name(articles: Sequence[Article]) -> StoryId:
    """Return the name of a new story, after its oldest article."""
    return StoryId(short_id("st", min(articles, key=_age).id))
