"""When a source is visited, and which of its entries are taken up. Pure."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from http import HTTPStatus

from bot.errors import SourceError, StatusError
from bot.models import ArticleId, Entry, Push, Reading, Source, SourceId, Visit
from bot.schedule.rhythm import EVERY, LONGEST_ASKED, interval, outside
from bot.text.ids import article_name
from bot.text.urls import is_web
from bot.text.visible import one_line

LONGEST_BACK_OFF = timedelta(hours=12)

FIRST_ENTRIES = 12
"""Taken from a source seen for the first time: its backlog is no news."""

MOST_ENTRIES = 40
"""Taken at one visit: a feed that brings hundreds at once is flooding or broken."""

MOST_LEFT = 500
"""Entries of a backlog that are remembered: as many as are read of any source."""

TEASER_CHARS = 600
"""A feed's own text shorter than this is a teaser; the article is on its page."""

LONGEST_NAME = 80
"""What a source calls itself is cut here."""

_NAME_THEMSELVES = frozenset({"feed", "page", "sitemap"})
"""Kinds whose title is an outlet's; that of an article or a file is its own."""

_TAG = re.compile(r"<[^>]*>")


RARELY = timedelta(hours=6)
"""How often a source is looked at that tells us by itself when it has news."""

UNTIL_CACHES_TELL = timedelta(hours=1)
"""After it told, caches may hold back the news for so long: it keeps its own rhythm."""

TRUSTED = timedelta(days=2)
"""A hub that told nothing for so long may have stopped without a word."""


def is_due(source: Source, visit: Visit | None, now: datetime, push: Push | None = None) -> bool:
    """Return whether the source is to be visited now; `push` is what was agreed with its hub."""
    if source.paused:
        return False
    if visit is None or visit.last_at is None or visit.failures or push is None:
        return visit is None or visit.next_at <= now
    if push.pushed_at is not None and push.pushed_at > visit.last_at:
        return True
    if is_quiet(push, now):
        return max(visit.next_at, visit.last_at + RARELY) <= now
    return visit.next_at <= now


def is_quiet(push: Push, now: datetime) -> bool:
    """Say whether no word from a hub means no news: it agreed, and has told of news before."""
    if push.pushed_at is None or push.leased_until is None or push.leased_until <= now:
        return False
    return UNTIL_CACHES_TELL <= now - push.pushed_at < TRUSTED


def by_source(pushes: Iterable[Push]) -> dict[SourceId, Push]:
    """Return what is agreed for each source, without what is being ended."""
    return {push.source: push for push in pushes if not push.is_leaving}


def after_success(
    source: Source,
    visit: Visit | None,
    reading: Reading,
    now: datetime,
    *,
    left: tuple[ArticleId, ...] | None = None,
) -> Visit:
    """Return the state of a source that was read; `visit` is the state before.

    `left` is its backlog; None for the one that it had.

    The next visit comes in the source's own rhythm, and never earlier than the source asks.
    What did not change keeps the rhythm that it had, since it shows none.
    """
    quiet_hours = reading.quiet_hours
    wait = interval((one.published_at for one in reading.entries if one.published_at), now)
    wait = max(wait, min(reading.fresh_for or timedelta(), LONGEST_ASKED))
    if reading.unchanged and visit is not None:
        wait, quiet_hours = visit.interval or EVERY, visit.quiet_hours
    return Visit(
        source=source.id,
        next_at=outside(quiet_hours, now + wait),
        last_at=now,
        etag=reading.etag,
        last_modified=reading.last_modified,
        interval=wait,
        quiet_hours=quiet_hours,
        moved_to=reading.moved_to or (visit.moved_to if visit else None),
        hub=visit.hub if reading.unchanged and visit else reading.hub,
        backlog=(visit.backlog if visit else ()) if left is None else left,
    )


def after_failure(source: Source, visit: Visit | None, error: SourceError, now: datetime) -> Visit:
    """Return the state of a source that could not be read: later each time, as asked at least.

    A source that had moved is looked for at its own address again.
    """
    failures = (visit.failures if visit else 0) + 1
    before = visit or Visit(source=source.id, next_at=now)
    wait = min(EVERY * (1 << min(failures - 1, 10)), LONGEST_BACK_OFF)
    asked = error.retry_after if isinstance(error, StatusError) else None
    return replace(
        before,
        next_at=outside(before.quiet_hours, now + max(wait, asked or timedelta(0))),
        failures=failures,
        error=error.problem,
        moved_to=None,
    )


def is_gone(error: SourceError, visit: Visit | None) -> bool:
    """Return whether a source is to be paused: its own address says that it is gone for good.

    >>> is_gone(StatusError("https://a.example/feed", 410, "410: gone"), None)
    True
    """
    has_moved = visit is not None and visit.moved_to is not None
    return isinstance(error, StatusError) and error.status == HTTPStatus.GONE and not has_moved


def article_id(source: Source, entry: Entry) -> ArticleId:
    """Return the name of an entry's article, before there is one."""
    return ArticleId(article_name(source.audience, source.id, url=entry.own_url, entry=entry.id))


def under_its_name(source: Source, reading: Reading) -> Source:
    """Return a source that is called as its address under the name that it gives itself.

    >>> bare = Source(id=SourceId("s"), kind="feed", address="https://a.example", name="")
    >>> bare = replace(bare, name=bare.address)
    >>> under_its_name(bare, Reading(title="The Example")).name
    'The Example'
    """
    own = one_line(reading.title, limit=LONGEST_NAME)
    is_named = source.name != source.address or source.kind not in _NAME_THEMSELVES
    return source if is_named or not own else replace(source, name=own)


def taken_up(
    source: Source, entries: Sequence[Entry], known: Collection[ArticleId], *, is_first: bool
) -> tuple[Entry, ...]:
    """Return the entries not known yet, one an article, as many as one visit takes.

    After the first visit what is older than all that is known of the source's entries is the
    backlog that was left then, and stays left.
    """
    fresh = unknown(source, entries, known)
    if is_first:
        return tuple(fresh.values())[:FIRST_ENTRIES]
    oldest = oldest_known(source, entries, known)
    new = [one for one in fresh.values() if not is_before(one, oldest)]
    return tuple(new[:MOST_ENTRIES])


def unknown(
    source: Source, entries: Sequence[Entry], known: Collection[ArticleId]
) -> dict[ArticleId, Entry]:
    """Return the entries not known yet by the names of their articles, the first of each name."""
    fresh: dict[ArticleId, Entry] = {}
    for entry in entries:
        name = article_id(source, entry)
        if name not in known:
            fresh.setdefault(name, entry)
    return fresh


def oldest_known(
    source: Source, entries: Sequence[Entry], known: Collection[ArticleId]
) -> datetime | None:
    """Return the date of the oldest entry that is known, or None where none has a date."""
    dated = [one for one in entries if one.published_at and article_id(source, one) in known]
    return min((one.published_at for one in dated if one.published_at), default=None)


def backlog(
    source: Source, entries: Sequence[Entry], taken: Collection[Entry]
) -> tuple[ArticleId, ...]:
    """Return the names of what a source offers when it is added, and is not taken up.

    They are remembered: entries without a date could not be told from news later.
    """
    names = {article_id(source, entry) for entry in taken}
    left = (article_id(source, entry) for entry in entries)
    return tuple(name for name in dict.fromkeys(left) if name not in names)[:MOST_LEFT]


def is_before(entry: Entry, oldest: datetime | None) -> bool:
    """Return whether an entry is dated before the oldest that is known."""
    return bool(oldest and entry.published_at and entry.published_at < oldest)


def wants_page(entry: Entry) -> bool:
    """Return whether the entry's own text is a teaser whose article must be fetched.

    >>> wants_page(Entry(id="1", url="https://a.example/1", title="Port opens", summary="Soon."))
    True
    """
    own = max((len(_TAG.sub("", text)) for text in (entry.content, entry.summary)), default=0)
    is_all = entry.is_whole or entry.page is not None
    return not is_all and is_web(entry.url) and own < TEASER_CHARS


def article_ids(source: Source, entries: Sequence[Entry]) -> tuple[ArticleId, ...]:
    """Return the names of the entries' articles."""
    return tuple(article_id(source, entry) for entry in entries)
