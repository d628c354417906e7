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
from bot.store.schema import MAX_TEXT, articles, name_words, title_words
from bot.store.stories import dated_since, seen_by
from bot.text.slips import one_slip_away
from bot.text.words import names, words

TITLE_WEIGHT = 2.0
"""Tuned on the search gold (`bench/search.py`), in stories: nDCG@10 of short topics was 84.2 at
2 and 82.9 at 4, of whole headlines 93.9 and 94.3.
"""

NEWEST = 2_000
"""Matches that are ranked, the newest: ranking a million would take a second.

Any word matches, so a long topic has many: on the search gold (1,145 articles), whole headlines
found their story with nDCG@10 of 19.8 at 200, 91.2 at 1,000 and 92.9 at 2,000 and at all.
"""

MAX_TERMS = 64
MAX_WORD = 40
MAX_TITLE_WORDS = 100
MAX_NAME_WORDS = 200
MAX_NAMED = 20_000
"""Characters of a text that names are looked for in."""

ALIKE = 2
"""Letters that a word shares at its start with what it is a slip of by more than a letter."""
MAX_ALIKE = 5_000

_SOURCE = "source:"
_FTS = table("articles_fts", column("rowid"))
_INSERT = text(
    "INSERT INTO articles_fts (rowid, title, text, outlet, source) "
    "VALUES (:number, :title, :text, :outlet, :source)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexed:
    """An article as the index takes it: words with a space between."""

    title: str
    text: str
    outlet: str
    source: str
    named: frozenset[str]
    public: bool


def indexed(found: Iterable[Article]) -> dict[ArticleId, Indexed]:
    """Return articles as the index takes them. Slow for long texts."""
    return {
        article.id: Indexed(
            title=" ".join(words(article.title)),
            text=" ".join(words(article.text[:MAX_TEXT])),
            outlet=" ".join(words(article.outlet)),
            source=" ".join(words(article.source)),
            named=frozenset(words(" ".join(names(article.text[:MAX_NAMED])))),
            public=article.audience == EVERYONE,
        )
        for article in found
    }


def expression(topic: Topic) -> str:
    """Return a topic in the language of FTS5, or "" when nothing in it can be looked up.

    Any word will do, since articles about one thing share no one word; at most 64 terms count.

    >>> expression(Topic(text="", words=("port", "u.n."), excluded=("football",)))
    '({title text} : ("port" OR "un")) NOT ({title text} : ("football"))'
    >>> expression(Topic(text="", words=("strike",), sources=("herald",)))
    '({title text} : ("strike")) AND ({outlet source} : ("herald"))'
    """
    wanted = _any("title text", (*topic.words, *topic.phrases))
    places = _any("outlet source", topic.sources)
    if (topic.words or topic.phrases) and not wanted:
        return ""
    if wanted:
        wanted = _either(wanted, _named(topic))
    required = " AND ".join(filter(None, (wanted, places)))
    return " NOT ".join(filter(None, (required, *_refused(topic)))) if required else ""


def _refused(topic: Topic) -> tuple[str, str]:
    named = [term for term in topic.excluded if term.startswith(_SOURCE)]
    said = [term for term in topic.excluded if not term.startswith(_SOURCE)]
    return (
        _any("title text", said),
        _any("outlet source", [term.removeprefix(_SOURCE) for term in named]),
    )


def _either(one: str, other: str) -> str:
    return f"({one} OR {other})" if other else one


def _named(topic: Topic) -> str:
    """Return the search for the other names of what a topic wants, whatever their endings."""
    names_of = [name for thing in topic.things for name in thing.names]
    return _any("title text", names_of, ending="*")


def _any(columns: str, terms: Sequence[str], *, ending: str = "") -> str:
    """Return the search for any of `terms`, each quoted: nothing in it is read as syntax."""
    found = [" ".join(words(term)) for term in terms[:MAX_TERMS]]
    quoted = ['"' + term.replace('"', '""') + '"' + ending for term in found if term]
    return f"({{{columns}}} : ({' OR '.join(quoted)}))" if quoted else ""


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
        titles = (one.title.split()[:MAX_TITLE_WORDS] for one in public)
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
    ) -> list[StoryId]:
        """Return stories by their best article; none when nothing can be looked up."""
        wanted = expression(topic)
        if not wanted:
            return []
        score = (
            func.bm25(literal_column("articles_fts"), TITLE_WEIGHT, 1.0, 0.0, 0.0)
            if topic.words or topic.phrases
            else literal(0.0)  # a source alone: every article of it fits as well as the next
        )
        # By number, the order of arrival, and not by date: the index is kept in that order.
        newest = (
            select(articles.c.story, articles.c.dated_at, score.label("score"))
            .select_from(_FTS.join(articles, articles.c.number == _FTS.c.rowid))
            .where(_matches(wanted), seen_by(audience), dated_since(since))
            .order_by(_FTS.c.rowid.desc())
            .limit(NEWEST)
            .subquery()
        )
        query = (
            select(newest.c.story)
            .group_by(newest.c.story)
            .order_by(func.min(newest.c.score), func.max(newest.c.dated_at).desc(), newest.c.story)
            .limit(limit)
        )
        return [StoryId(story) for story in (await connection.execute(query)).scalars()]

    def without_excluded(self, topic: Topic) -> ColumnElement[bool]:
        """Return the condition on articles that nothing which a topic excludes is in them."""
        refused = " OR ".join(filter(None, _refused(topic)))
        if not refused:
            return true()
        return articles.c.number.not_in(select(_FTS.c.rowid).where(_matches(refused)))

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
        query = (
            select(_FTS.c.rowid)
            .select_from(_FTS.join(articles, articles.c.number == _FTS.c.rowid))
            .where(_matches(_any("title text", [word])), seen_by(audience))
            .limit(1)
        )
        return (await connection.execute(query)).first() is not None

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
