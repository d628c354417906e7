"""Which reports of a story are news, and which are old however lately they came in."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.models import Article, ArticleId, Story
from bot.text.copies import shingles
from bot.text.words import fold

REPRINTED = 0.8
"""How many of a text's runs of three words an older one must hold for it to be a reprint.

A report that goes on holds the older one and more: of such a text the older one holds less.
"""

SPAN = timedelta(days=10)
"""Reports that are dated further apart tell of different events, unless one reprints the other."""


def news_of(articles: Sequence[Article], since: datetime) -> tuple[Article, ...]:
    """Return the reports dated since, but for those whose text is that of one dated before."""
    new = tuple(one for one in articles if one.dated_at >= since)
    old = [one for one in articles if one.dated_at < since]
    if not new or not old:
        return new
    return tuple(one for one in new if original(one, old) is None)


def original(article: Article, others: Sequence[Article]) -> Article | None:
    """Return the oldest of the others that an article is a reprint of, or None."""
    printed = [one for one in others if one.id != article.id and _reprints(article, one)]
    return min(printed, key=lambda one: (one.dated_at, one.id), default=None)


def without_resurfaced(
    story: Story, *, done: Collection[ArticleId], news: Collection[ArticleId]
) -> Story:
    """Return the story as it is to be told.

    Where its channel is `done` with reports, besides them only `news` counts: what came in
    lately and is old is neither. Otherwise reports are left out that are far older than the
    newest of the news: an old article about the like is no part of what happened now.
    """
    if done:
        kept = [one for one in story.articles if one.id in done or one.id in news]
    else:
        newest = max(one.dated_at for one in story.articles if one.id in news)
        kept = [one for one in story.articles if one.dated_at >= newest - SPAN]
    return replace(story, articles=tuple(kept))


def _reprints(article: Article, other: Article) -> bool:
    runs = shingles(article.text)
    if not runs:
        return fold(article.text) == fold(other.text)
    return len(runs & shingles(other.text)) >= REPRINTED * len(runs)
