"""Reads sources of every kind, and finds out what kind of source an address is."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from bot.errors import FormatError, RefusedError, SourceError, UnreachableError
from bot.fetch.address import typed_url
from bot.fetch.items import source_id
from bot.fetch.kinds import Bounds, Means, kind_of
from bot.fetch.queries import filled, is_template, template
from bot.fetch.sniff import Shape, not_a_feed
from bot.fetch.sources.files import path_of
from bot.fetch.webpage import web_page
from bot.models import Page, Reading, Source, Visit
from bot.ports import Fetcher, Workers
from bot.text.visible import one_line

_MAX_NAME = 80
_FEEDS_TRIED = 3
_TRIED = "news"
"""What a search is tried with: a word that tells its operator nothing."""

_FOR_PEOPLE = frozenset({"article", "page"})
_PATH_STARTS = ("/", "./", "../", "~", "file:")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Guess:
    """A kind that an address may be, and where the source would then live."""

    kind: str
    address: str


@dataclass(slots=True)
class _AtHand:
    """A fetcher that has one page already: what discovery fetched is not fetched twice."""

    page: Page
    asked: str
    fetcher: Fetcher
    used: bool = field(default=False, init=False)

    async def fetch(
        self, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Page | None:
        """Return the page at hand the first time it is asked for, else fetch."""
        if url == self.asked and not self.used:
            self.used = True
            return self.page
        return await self.fetcher.fetch(url, etag=etag, last_modified=last_modified)


class SourceReader:
    """Reads sources. Files are read only with `allow_files`: chat may not see the disk.

    `pages` gets what is made for people and not for bots: articles and pages of links. Whoever
    adds such a page looks at it then and there, so discovery gets it without: with `typed`, which
    gets what a person asks for. `passwords` open the operator's mailboxes, by address.
    """

    def __init__(  # noqa: PLR0913 (what it is made of, each with a default but two)
        self,
        fetcher: Fetcher,
        *,
        workers: Workers,
        pages: Fetcher | None = None,
        typed: Fetcher | None = None,
        allow_files: bool = False,
        bounds: Bounds | None = None,
        passwords: Mapping[str, str] | None = None,
    ) -> None:
        self._means = Means(
            fetcher=fetcher,
            workers=workers,
            bounds=bounds or Bounds(),
            passwords=passwords or {},
        )
        self._typed = replace(self._means, fetcher=typed or fetcher)
        self._for_people = replace(self._means, fetcher=pages or fetcher)
        self._allow_files = allow_files

    async def read(self, source: Source, visit: Visit | None = None) -> Reading:
        """Return what the source offers now, in its own order; conditional on the last visit.

        Raises:
            SourceError: the source cannot be read.
        """
        if source.kind == "files" and not self._allow_files:
            raise _files_refused(source.address)
        if visit is not None and visit.moved_to and source.kind == "feed":
            source = replace(source, address=visit.moved_to)
        means = self._for_people if source.kind in _FOR_PEOPLE else self._means
        return await kind_of(source, means).read(source, visit)

    async def discover(self, address: str, *, itself: bool = False) -> tuple[Source, Reading]:
        """Return the source that `address` leads to, and what it offers.

        Articles name the feed of their site. Who adds a source means that feed; who asks for
        one article, with `itself`, means the article.

        Raises:
            SourceError: nothing readable is there.
        """
        path = _local_path(address, look=self._allow_files)
        if path is not None:
            source = _source("files", str(path), path.name)
            return source, await self.read(source)
        if is_template(address):
            url = template(typed_url(address))
            source = _source("search", url, "")
            kind = kind_of(source, self._typed)
            return source, await kind.read(filled(source, _TRIED))
        url, page = await self._fetched(address)
        at_hand = replace(self._typed, fetcher=_AtHand(page, url, self._typed.fetcher))
        problem: SourceError | None = None
        async for guess in self._guesses(page, url, itself=itself):
            source = _source(guess.kind, guess.address, "")
            try:
                reading = await kind_of(source, at_hand).read(source)
            except SourceError as error:
                problem = problem or error
                continue
            return _source(guess.kind, guess.address, reading.title, reading), reading
        raise problem or FormatError(
            url, "no feed, no article and no headlines here; give the address of the site's feed"
        )

    async def _fetched(self, address: str) -> tuple[str, Page]:
        """Return the page and its address; where no scheme was typed, http is tried after https."""
        url = typed_url(address)
        try:
            page = await self._typed.fetcher.fetch(url)
        except UnreachableError:
            if "://" in address:
                raise
            url = url.replace("https://", "http://", 1)
            page = await self._typed.fetcher.fetch(url)
        if page is None:
            raise FormatError(url, "says unchanged though it was never read; try again later")
        return url, page

    async def _guesses(self, page: Page, url: str, *, itself: bool) -> AsyncIterator[_Guess]:
        """Yield what the address may be, likeliest first."""
        parsed = await self._means.parsed(partial(web_page, page), address=url)
        match parsed.shape:
            case Shape.XML_FEED | Shape.JSON_FEED:
                yield _Guess(kind="feed", address=url)
            case Shape.SITEMAP:
                yield _Guess(kind="sitemap", address=url)
            case Shape.HTML:
                if parsed.is_article and itself:
                    yield _Guess(kind="article", address=url)
                for feed in parsed.feeds[:_FEEDS_TRIED]:
                    yield _Guess(kind="feed", address=feed)
                if parsed.is_article or (itself and not parsed.is_list):
                    yield _Guess(kind="article", address=url)
                elif parsed.is_list:
                    yield _Guess(kind="page", address=url)
            case Shape.TEXT if parsed.is_article or itself:
                yield _Guess(kind="article", address=url)
            case shape:
                raise not_a_feed(url, shape)


def _source(kind: str, address: str, title: str, reading: Reading | None = None) -> Source:
    """Return a source with its lasting id. An article page is named after its site."""
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    name = host if kind == "article" else one_line(title, limit=_MAX_NAME) or host
    language = reading.entries[0].language if reading and reading.entries else None
    return Source(
        id=source_id(kind, address),
        kind=kind,
        address=address,
        name=name or address,
        language=language,
    )


def _local_path(address: str, *, look: bool) -> Path | None:
    """Return the path that an address is, or None when it is one on the web.

    With `look`, a bare word is a path when such a file is there: `pages/harbour.html`.
    """
    address = address.strip()
    if address.startswith(_PATH_STARTS):
        return path_of(address).absolute()
    if not look or "://" in address or address.startswith("<"):
        return None
    try:
        path = path_of(address).absolute()
        return path if path.exists() else None
    except (OSError, ValueError):
        return None


def _files_refused(address: str) -> RefusedError:
    problem = "files are for the operator, who reads them with `newsdesk source add`"
    return RefusedError(address, problem)
