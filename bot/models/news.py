"""What comes in: sources, their entries, pages, articles and the stories they tell."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NewType

SourceId = NewType("SourceId", str)
ArticleId = NewType("ArticleId", str)
StoryId = NewType("StoryId", str)
WorkspaceId = NewType("WorkspaceId", str)

EVERYONE = WorkspaceId("")
"""The audience of a source that the operator configured: every workspace may see it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Offers entries: a feed, a page, a file or a folder.

    `kind` names the module in `bot.fetch.sources` that reads it. `audience` is the workspace
    that added the source in chat and alone sees its articles, or `EVERYONE`. `selector` is for a
    page of links: the CSS selector of what announces an article; empty finds it by its repetition.
    `owner` is who the outlet belongs to, where several belong to one.
    """

    id: SourceId
    kind: str
    address: str
    name: str
    topics: tuple[str, ...] = ()
    language: str | None = None
    audience: WorkspaceId = EVERYONE
    paused: bool = False
    selector: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hub:
    """Where a source says that its news is pushed from (WebSub), and what it is called there."""

    address: str
    topic: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What the last visit to a source left behind, and when the next is due.

    `etag` and `last_modified` are sent back as they came. `failures` counts visits in a row
    that failed, `error` is the last failure in words for people; both are reset by a success.
    `interval` is how long the source's own rhythm leaves between two visits, `quiet_hours` are
    the hours of the week (Monday midnight UTC is 0) in which it asks not to be visited.
    `moved_to` is the address to which it has moved for good, `hub` the one that it offers.
    `backlog` names the articles that it offered when it was added and that were not taken up.
    """

    source: SourceId
    next_at: datetime
    last_at: datetime | None = None
    etag: str | None = None
    last_modified: str | None = None
    failures: int = 0
    error: str | None = None
    interval: timedelta | None = None
    quiet_hours: frozenset[int] = frozenset()
    moved_to: str | None = None
    hub: Hub | None = None
    backlog: tuple[ArticleId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Fetched bytes, capped. `url` is the address after redirects, `status` a success's.

    `fresh_for` is how long the server says that it will not change, `moved_to` the address
    where it says that it is for good from now on. `links` are its `Link` headers as they came.
    """

    url: str
    body: bytes
    content_type: str = ""
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    fresh_for: timedelta | None = None
    moved_to: str | None = None
    links: tuple[str, ...] = ()
    status: int = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item as its source published it: untrusted, not cleaned but for its title.

    `title` is plain text. `summary` and `content` may hold markup. `page` is set when the
    source is the article itself (a file, an article page) and nothing else need be fetched;
    `is_whole` says so of the entry's own text, however short it is.
    """

    id: str
    url: str
    title: str
    summary: str = ""
    content: str = ""
    author: str = ""
    published_at: datetime | None = None
    language: str | None = None
    page: Page | None = None
    is_whole: bool = False

    @property
    def own_url(self) -> str:
        """The link that it is known by; none where it is whole, as letters may share one."""
        return "" if self.is_whole else self.url


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one visit to a source gave.

    `entries` is empty with `unchanged` when the server said that nothing is new. `title` is
    the source's own name for itself, if it has one. `fresh_for` is how long it asks to be left
    alone, `quiet_hours`, `moved_to` and `hub` are as in a visit.
    """

    entries: tuple[Entry, ...] = ()
    title: str = ""
    link: str = ""
    unchanged: bool = False
    etag: str | None = None
    last_modified: str | None = None
    fresh_for: timedelta | None = None
    quiet_hours: frozenset[int] = frozenset()
    moved_to: str | None = None
    hub: Hub | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """An entry that was met and gave no article, and why: `reason` in one sentence.

    `article` is the id that its article would have had.
    """

    article: ArticleId
    source: SourceId
    url: str
    title: str
    reason: str
    at: datetime
    audience: WorkspaceId = EVERYONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One entry of a live blog: the article's text from `start` on, up to the next post."""

    start: int
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An entry with the text a person would read.

    `text` holds paragraphs and subheadings parted by one empty line; citations count its
    characters, so it never changes once stored. `agencies` are the news agencies credited
    at its foot or head ("AFP", "Reuters"). `outlet` is the name shown to readers. `section` is
    what the outlet files it under, `dateline` the place it was reported from, `picture` the
    address of its lead picture. `is_walled` says that the page shows only the beginning of it.
    `posts` are the entries of a live blog, in the order of the text. `owner` is who the outlet
    belongs to, if the operator says so.
    """

    id: ArticleId
    source: SourceId
    outlet: str
    url: str
    title: str
    text: str
    fetched_at: datetime
    bylines: tuple[str, ...] = ()
    published_at: datetime | None = None
    updated_at: datetime | None = None
    language: str | None = None
    agencies: tuple[str, ...] = ()
    audience: WorkspaceId = EVERYONE
    section: str = ""
    dateline: str = ""
    picture: str = ""
    is_walled: bool = False
    posts: tuple[Post, ...] = ()
    owner: str = ""

    @property
    def dated_at(self) -> datetime:
        """When it was published, or when we first saw it if it does not say."""
        return self.published_at or self.fetched_at

    def said_at(self, start: int) -> datetime:
        """Return when the text from `start` on was written: in a live blog, with its post."""
        post = next((one for one in reversed(self.posts) if one.start <= start), None)
        return post.at if post else self.dated_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles about one event, oldest first. The id outlives a run; the members may grow."""

    id: StoryId
    articles: tuple[Article, ...]

    @property
    def updated_at(self) -> datetime:
        """When its newest article was published."""
        return max(article.dated_at for article in self.articles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """What grouping decided: a story for each article, and stories found to be one.

    `placed` maps every article given to its story. `merged` maps a story's id to the older
    one it became part of; the older id stays.
    """

    placed: dict[ArticleId, StoryId]
    merged: dict[StoryId, StoryId]
