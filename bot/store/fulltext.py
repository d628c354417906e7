"""The full text of articles: SQLite's FTS5, fed with words folded as topics are.

The index is given `bot.text.words` instead of raw text, so that what a reader types and what an
outlet prints meet: "U.N." and "UN", "1,200" and "1200", and scripts without spaces. This is the
one class that a second dialect writes anew.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Select,
    column,
    func,
    literal,
    literal_column,
    select,
    table,
    text,
    true,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.models import EVERYONE, Article, ArticleId, StoryId, Topic, WorkspaceId
from bot.store.dialect import count_up, in_lots
from bot.store.expression import any_of, expression, quoted, refused, whole
from bot.store.schema import MAX_TEXT, articles, name_words, title_words
from bot.store.stories import dated_since, seen_by
from bot.text.roots import ROOTED, root, spellings
from bot.text.slips import one_slip_away
from bot.text.words import code_of, names, words

TITLE_WEIGHT = 2.0
"""Tuned on the search gold (`bench/search.py`), in stories: nDCG@10 of short topics was 84.2 at
2 and 82.9 at 4, of whole headlines 93.9 and 94.3.
"""

NEWEST = 2_000
"""Matches that are ranked, the newest: ranking a million would take a second.

Any word matches, so a long topic has many; as many of those that hold all of them are ranked
besides, so that no common word hides what is older and about it. On the search gold (1,145
articles), whole headlines found their story with nDCG@10 of 19.8 at 200, 91.2 at 1,000 and 92.9
at 2,000 and at all.
"""

MAX_WORD = 40
MAX_TITLE_WORDS = 100
MAX_NAME_WORDS = 200
MAX_NAMED = 20_000
"""Characters of a text that names are looked for in."""

ALIKE = 2
"""Letters that a word shares at its start with what it is a slip of by more than a letter."""
MAX_ALIKE = 5_000

_FTS = table("articles_fts", column("rowid"))
_INSERT = text(
    "INSERT INTO articles_fts (rowid, title, text, outlet, source) "
    "VALUES (:number, :title, :text, :outlet, :source)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexed:
    """An article as the index takes it: words or roots with a space between.

    `titled` and `named` are the words of its title and of the names in its text, as printed.
    """

    title: str
    text: str
    outlet: str
    source: str
    titled: tuple[str, ...]
    named: frozenset[str]
    public: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A story that was found: how well its best article fits, and all of them together."""

    story: StoryId
    best: float
    total: float

    def fit(self, articles: int) -> float:
        """Return how well a story of so many articles fits.

        The best article speaks for it, and so does what its articles say on the whole: a story
        about the topic goes before one of which a single report mentions it.
        """
        return self.best + self.total / articles


def indexed(found: Iterable[Article]) -> dict[ArticleId, Indexed]:
    """Return articles as the index takes them. Slow for long texts."""
    return {article.id: _indexed(article) for article in found}


def _indexed(article: Article) -> Indexed:
    """Return an article as the index takes it; of English the index drops endings by itself."""
    titled, language = words(article.title), article.language
    told = words(article.text[:MAX_TEXT])
    if code_of(language) in ROOTED:
        title, told = [root(one, language) for one in titled], [root(one, language) for one in told]
    else:
        title = titled
    return Indexed(
        title=" ".join(title),
        text=" ".join(told),
        outlet=" ".join(words(article.outlet)),
        source=" ".join(words(article.source)),
        titled=tuple(titled[:MAX_TITLE_WORDS]),
        named=frozenset(words(" ".join(names(article.text[:MAX_NAMED])))),
        public=article.audience == EVERYONE,
    )


class FullText:
    """The index of what articles say, and the words of their titles."""

    async def add(self, connection: AsyncConnection, found: Mapping[int, Indexed]) -> None:
        """Index articles by their numbers, in the transaction that stores them."""
        await connection.execute(
            _INSERT,
            [
                {
                    "number": number,
                    "title": one.title,
                    "text": one.text,
                    "outlet": one.outlet,
                    "source": one.source,
                }
                for number, one in found.items()
            ],
        )
        public = [one for one in found.values() if one.public]
        titles = (one.titled for one in public)
        named = (sorted(one.named)[:MAX_NAME_WORDS] for one in public)
        await count_up(connection, title_words, _counted(titles, "titles"), counter="titles")
        await count_up(connection, name_words, _counted(named, "articles"), counter="articles")

    async def best(
        self,
        connection: AsyncConnection,
        topic: Topic,
        *,
        since: datetime | None,
        audience: WorkspaceId | None,
        limit: int,
    ) -> list[Match]:
        """Return the stories whose best articles fit best; none when nothing can be looked up."""
        searches = filter(None, (expression(topic), whole(topic)))
        conditions = (seen_by(audience), dated_since(since))
        found: dict[StoryId, Match] = {}
        for wanted in searches:
            query = _best(wanted, *conditions, words=bool(topic.terms), limit=limit)
            for row in await connection.execute(query):
                match = Match(story=StoryId(row.story), best=-row.best, total=-row.total)
                found.setdefault(match.story, match)
        return list(found.values())

    def without_excluded(self, topic: Topic) -> ColumnElement[bool]:
        """Return the condition on articles that nothing which a topic excludes is in them."""
        unwanted = " OR ".join(filter(None, refused(topic)))
        if not unwanted:
            return true()
        return articles.c.number.not_in(select(_FTS.c.rowid).where(_matches(unwanted)))

    async def vocabulary(
        self, connection: AsyncConnection, prefix: str, *, limit: int
    ) -> tuple[str, ...]:
        """Return words of titles that start with `prefix`, commonest first."""
        query = (
            select(title_words.c.word)
            .where(title_words.c.word >= prefix, title_words.c.word < prefix + "\U0010ffff")
            .order_by(title_words.c.titles.desc(), title_words.c.word)
            .limit(limit)
        )
        return tuple((await connection.execute(query)).scalars())

    async def holds(
        self, connection: AsyncConnection, word: str, audience: WorkspaceId | None
    ) -> bool:
        """Say whether an article that the audience may see holds a word."""
        spelt = [quoted(run) for run in spellings((word,))]
        if await _any_article(connection, spelt, seen_by(audience)):
            return True
        for language in ROOTED:
            held = [quoted((root(word, language),))]
            spoken = articles.c.language.startswith(language)
            if await _any_article(connection, held, seen_by(audience), spoken):
                return True
        return False

    async def near(self, connection: AsyncConnection, word: str) -> dict[str, int]:
        """Return words that are one slip away or begin alike, and how many articles hold each."""
        counts: dict[str, int] = {}
        for words_of, count in ((title_words, "titles"), (name_words, "articles")):
            start = word[:ALIKE]
            alike = (words_of.c.word >= start) & (words_of.c.word < start + "\U0010ffff")
            lots = [words_of.c.word.in_(lot) for lot in in_lots(sorted(one_slip_away(word)))]
            for condition in (alike, *lots):
                query = (
                    select(words_of.c.word, words_of.c[count].label("held"))
                    .where(condition, func.length(words_of.c.word) >= len(word) - ALIKE)
                    .order_by(words_of.c[count].desc(), words_of.c.word)
                    .limit(MAX_ALIKE)
                )
                for row in await connection.execute(query):
                    counts[row.word] = max(counts.get(row.word, 0), row.held)
        return counts


def _best(
    wanted: str, *conditions: ColumnElement[bool], words: bool, limit: int
) -> Select[tuple[str, float, float]]:
    """Return the query for the stories whose best articles fit a search best.

    Without words every article of a source fits as well as the next.
    """
    score = (
        func.bm25(literal_column("articles_fts"), TITLE_WEIGHT, 1.0, 0.0, 0.0)
        if words
        else literal(0.0)
    )
    # By number, the order of arrival, and not by date: the index is kept in that order.
    newest = (
        select(articles.c.story, articles.c.dated_at, score.label("score"))
        .select_from(_FTS.join(articles, articles.c.number == _FTS.c.rowid))
        .where(_matches(wanted), *conditions)
        .order_by(_FTS.c.rowid.desc())
        .limit(NEWEST)
        .subquery()
    )
    best = func.min(newest.c.score)
    return (
        select(newest.c.story, best.label("best"), func.sum(newest.c.score).label("total"))
        .group_by(newest.c.story)
        .order_by(best, func.max(newest.c.dated_at).desc(), newest.c.story)
        .limit(limit)
    )


async def _any_article(
    connection: AsyncConnection, searches: Sequence[str], *conditions: ColumnElement[bool]
) -> bool:
    """Say whether an article that meets the conditions holds any of what is searched for."""
    query = (
        select(_FTS.c.rowid)
        .select_from(_FTS.join(articles, articles.c.number == _FTS.c.rowid))
        .where(_matches(any_of("title text", searches)), *conditions)
        .limit(1)
    )
    return (await connection.execute(query)).first() is not None


def _counted(found: Iterable[Sequence[str]], counter: str) -> list[dict[str, object]]:
    """Return how many articles hold each word.

    Only articles that everyone may see are counted, since suggestions go to all workspaces.
    """
    counted: Counter[str] = Counter()
    for one in found:
        counted.update(set(one))
    return [
        {"word": word, counter: count} for word, count in counted.items() if len(word) <= MAX_WORD
    ]


def _matches(wanted: str) -> ColumnElement[bool]:
    return literal_column("articles_fts").bool_op("MATCH")(literal(wanted))
