"""The one who goes to strangers' servers: capped, timed, polite, never into a private network."""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Self

import aiohttp
from yarl import URL

from bot.errors import FetchError, RefusedError, StatusError, TooLargeError, UnreachableError
from bot.fetch.address import Opened, may_connect, opened, private_problem, typed_url, visitable
from bot.fetch.freshness import fresh_for
from bot.fetch.hubs import MAX_LINKS
from bot.fetch.pace import Pace, RestingError
from bot.fetch.statuses import is_challenge, rest_of_host, resting_error, status_error
from bot.models import Page
from bot.ports import Clock

Admits = Callable[[str], Awaitable[None]]
"""Raises a `FetchError` for an address that is better left alone."""

_PERMANENT = frozenset({301, 308})
_REDIRECTS = _PERMANENT | {302, 303, 307}
_REPEATING = frozenset({307, 308})
"""Redirects to send the same again, elsewhere."""
_CHUNK = 1 << 16
_MEGABYTE = 1_000_000
_ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, "
    "application/xml;q=0.9, text/html;q=0.8, */*;q=0.5"
)


class _PrivateAddressError(PermissionError):
    """A name led to an address that is not visited; the text marks it in a sum of errors."""

    MARK = "private address refused"

    def __init__(self) -> None:
        super().__init__(self.MARK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much a page may cost, and how much of us a site must bear.

    `total` counts from our turn on, over all redirects. `pause` lies between two requests to
    one host; `concurrency` bounds the requests to all: those that wait for servers that do not
    answer are to leave room for the others.
    """

    max_bytes: int = 8 * _MEGABYTE
    max_redirects: int = 5
    total: timedelta = timedelta(seconds=20)
    connect: timedelta = timedelta(seconds=5)
    read: timedelta = timedelta(seconds=10)
    pause: timedelta = timedelta(seconds=0.5)
    concurrency: int = 64


@dataclass(slots=True)
class _Trip:
    """One request on its way: what was asked, what goes along, how much time is left.

    A trip with a `form` sends it; one without asks for a page.
    `moved_to` is where permanent redirects led, before the first that is not. `is_typed` says
    that a person waits for it.
    """

    asked: str
    left_s: float
    is_typed: bool = False
    headers: dict[str, str] = field(default_factory=dict)
    form: Mapping[str, str] | None = None
    moved_to: str | None = None
    is_permanent: bool = True


class HttpFetcher:
    """Gets pages over HTTP.

    `allow_private` are "address:port" entries that are visited though they are private.
    `contact` is told to every server: a page or a mail address of the operator's.
    """

    def __init__(
        self,
        clock: Clock,
        *,
        contact: str = "",
        allow_private: Sequence[str] = (),
        limits: Limits | None = None,
    ) -> None:
        self._clock = clock
        self._contact = contact
        self._opened: Opened = opened(allow_private)
        self._limits = limits or Limits()
        self._pace = Pace(clock, pause=self._limits.pause, concurrency=self._limits.concurrency)
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        """Return the fetcher itself; it opens nothing until it is used."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close every connection."""
        await self.close()

    async def close(self) -> None:
        """Close every connection. The fetcher may be used again."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def fetch(
        self,
        url: str,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        admits: Admits | None = None,
        is_typed: bool = False,
    ) -> Page | None:
        """Return the page, or None when the server says it has not changed.

        `admits` is asked about every address on the way, after this desk's own rules. With
        `is_typed` a host that rests is asked all the same, this once: see `TypedFetcher`.

        Raises:
            FetchError: the page cannot be had.
        """
        target = visitable(typed_url(url), self._opened)
        trip = _Trip(
            asked=str(target),
            left_s=self._limits.total.total_seconds(),
            is_typed=is_typed,
            headers=_condition(etag, last_modified),
        )
        for _ in range(self._limits.max_redirects + 1):
            if admits:
                await admits(str(target))
            async with self._answer(target, trip) as answer:
                if answer.status not in _REDIRECTS:
                    return await self._page(answer, trip)
                target = self._next(answer, trip)
        raise FetchError(
            trip.asked,
            f"redirects more than {self._limits.max_redirects} times; check the address",
        )

    async def post(self, url: str, form: Mapping[str, str]) -> None:
        """Send a form; whoever takes it answers with a success.

        Raises:
            FetchError: it is not taken, or nobody is there.
        """
        target = visitable(url, self._opened)
        trip = _Trip(str(target), self._limits.total.total_seconds(), form=form)
        for _ in range(self._limits.max_redirects + 1):
            async with self._answer(target, trip) as answer:
                if answer.status not in _REPEATING:
                    return self._check_taken(answer, trip)
                target = self._next(answer, trip)
        raise FetchError(trip.asked, "redirects without end; check the address")

    def slow_down(self, url: str, pause: timedelta) -> None:
        """Leave at least `pause` between two requests to the host of `url`."""
        self._pace.slow_down(URL(url).raw_host or "", pause)

    @asynccontextmanager
    async def _turn(self, url: URL, trip: _Trip) -> AsyncIterator[None]:
        """Wait for our turn at the host of `url`; while the host rests there is none."""
        try:
            async with self._pace.turn(url.raw_host or "", though_resting=trip.is_typed):
                yield
        except RestingError as error:
            raise resting_error(trip.asked, error.status, error.left) from error

    @asynccontextmanager
    async def _answer(self, url: URL, trip: _Trip) -> AsyncIterator[aiohttp.ClientResponse]:
        """Ask for `url` in its host's turn; the time used is taken off the trip's."""
        async with self._turn(url, trip):
            clock = asyncio.get_running_loop()
            started = clock.time()
            try:
                async with (
                    asyncio.timeout(trip.left_s),
                    self._open().request(
                        "GET" if trip.form is None else "POST",
                        url,
                        headers=trip.headers,
                        data=trip.form,
                        allow_redirects=False,
                    ) as answer,
                ):
                    yield answer
            except (TimeoutError, aiohttp.ClientError, OSError, ValueError) as error:
                raise self._explained(error, url, trip) from error
            finally:
                trip.left_s -= clock.time() - started

    async def _page(self, answer: aiohttp.ClientResponse, trip: _Trip) -> Page | None:
        if answer.status == 304 and trip.headers:  # noqa: PLR2004  not modified
            return None
        is_success = 200 <= answer.status < 300  # noqa: PLR2004  the successes
        if not is_success or is_challenge(answer.status, answer.headers):
            raise self._refused(answer, trip)
        body = await self._body(answer, trip)
        return Page(
            url=str(answer.url),
            body=body,
            content_type=answer.content_type if "Content-Type" in answer.headers else "",
            charset=answer.charset,
            etag=_kept(answer, "ETag"),
            last_modified=_kept(answer, "Last-Modified"),
            fresh_for=fresh_for(answer.headers, now=self._clock.now()),
            moved_to=trip.moved_to,
            links=tuple(answer.headers.getall("Link", ())[:MAX_LINKS]),
            status=answer.status,
        )

    def _check_taken(self, answer: aiohttp.ClientResponse, trip: _Trip) -> None:
        if not 200 <= answer.status < 300:  # noqa: PLR2004  the successes
            error = self._refused(answer, trip)
            problem = f"{answer.status}: what we sent is not taken"
            raise StatusError(trip.asked, answer.status, problem, retry_after=error.retry_after)

    def _refused(self, answer: aiohttp.ClientResponse, trip: _Trip) -> StatusError:
        """Return the error for an answer that is no page; its host rests if it asks for that."""
        error = status_error(trip.asked, answer.status, answer.headers, now=self._clock.now())
        rest = rest_of_host(error)
        if rest is not None:
            self._pace.rest(answer.url.raw_host or "", rest, status=error.status)
        return error

    async def _body(self, answer: aiohttp.ClientResponse, trip: _Trip) -> bytes:
        """Return the decoded body. Counted after decoding: a gzip bomb stops at the limit too."""
        limit = self._limits.max_bytes
        if (answer.content_length or 0) > limit:
            raise _too_large(trip.asked, limit)
        body = bytearray()
        async for chunk in answer.content.iter_chunked(_CHUNK):
            body += chunk
            if len(body) > limit:
                raise _too_large(trip.asked, limit)
        return bytes(body)

    def _next(self, answer: aiohttp.ClientResponse, trip: _Trip) -> URL:
        """Return where a redirect leads, judged like any other address."""
        location = answer.headers.get("Location", "").strip()
        if not location:
            raise FetchError(
                trip.asked, f"{answer.status}: redirects to nowhere; check the address"
            )
        try:
            target = visitable(str(answer.url.join(URL(location))), self._opened)
        except RefusedError as error:
            raise RefusedError(trip.asked, f"redirects to {error}") from error
        except ValueError as error:
            problem = "redirects to something that is not an address; check it in a browser"
            raise FetchError(trip.asked, problem) from error
        trip.is_permanent = trip.is_permanent and answer.status in _PERMANENT
        if trip.is_permanent:
            trip.moved_to = str(target)
        return target

    def _open(self) -> aiohttp.ClientSession:
        """Return the session. Made at the first fetch, since it belongs to the running loop."""
        if self._session is None:
            connector = aiohttp.TCPConnector(
                limit=self._limits.concurrency, socket_factory=self._guarded_socket
            )
            self._session = aiohttp.ClientSession(
                connector=connector,
                cookie_jar=aiohttp.DummyCookieJar(),
                trust_env=False,  # a proxy would hide whom we really connect to
                timeout=aiohttp.ClientTimeout(
                    total=None,  # _answer counts it, over all redirects
                    sock_connect=self._limits.connect.total_seconds(),
                    sock_read=self._limits.read.total_seconds(),
                ),
                headers={
                    "User-Agent": user_agent(self._contact),
                    "Accept": _ACCEPT,
                    "Accept-Encoding": "gzip, deflate",
                },
            )
        return self._session

    def _guarded_socket(self, info: tuple[Any, ...]) -> socket.socket:
        """Make the socket for a resolved address, if it may be visited.

        Every connection passes here: names, literals in any notation, redirects, and an answer
        of the resolver that differs from the one before.
        """
        family, kind, protocol, _, address = info
        if not may_connect(str(address[0]), int(address[1]), self._opened):
            raise _PrivateAddressError
        return socket.socket(family, kind, protocol)

    def _explained(self, error: Exception, url: URL, trip: _Trip) -> FetchError:
        """Return what a failed connection means, in words for people."""
        # With several addresses the connector adds up their errors; the mark is what remains.
        if _PrivateAddressError.MARK in str(getattr(error, "os_error", "")):
            return RefusedError(trip.asked, f"{url.host} {private_problem()}")
        if isinstance(error, TimeoutError):
            problem = f"{url.host} does not answer in time; it is tried again later"
            return UnreachableError(trip.asked, problem)
        return UnreachableError(trip.asked, f"{_reason(error, url)}; it is tried again later")


@dataclass(frozen=True, slots=True)
class TypedFetcher:
    """Gets what a person typed or pasted and waits for: a host that rests is asked this once.

    The person may know that the trouble is over. If it is not, the host's answer says so, and
    its rest begins anew; scheduled visits keep to it in any case.
    """

    fetcher: HttpFetcher

    async def fetch(
        self, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Page | None:
        """Return the page, as `Fetcher.fetch`."""
        return await self.fetcher.fetch(url, etag=etag, last_modified=last_modified, is_typed=True)


def user_agent(contact: str) -> str:
    """Return how we introduce ourselves to servers.

    >>> user_agent("desk@news.example")
    'Newsdesk/0.1 (feed reader; +desk@news.example)'
    """
    return f"Newsdesk/0.1 (feed reader; +{contact})" if contact else "Newsdesk/0.1 (feed reader)"


def _condition(etag: str | None, last_modified: str | None) -> dict[str, str]:
    pairs = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    return {name: value for name, value in pairs.items() if value and value.isprintable()}


def _kept(answer: aiohttp.ClientResponse, header: str) -> str | None:
    """Return a validator worth keeping: short, and printable so that it can be sent back."""
    value = answer.headers.get(header, "")
    return value if value and len(value) <= 500 and value.isprintable() else None  # noqa: PLR2004


def _too_large(address: str, limit: int) -> TooLargeError:
    size = f"{limit / _MEGABYTE:g} MB"
    return TooLargeError(
        address, f"larger than {size}, the limit set by fetch.max_bytes; raise it or use a feed"
    )


def _reason(error: Exception, url: URL) -> str:
    """Return why no answer came."""
    match error:
        case aiohttp.ClientConnectorDNSError():
            return f"no such host as {url.host}; check the spelling"
        case aiohttp.ClientConnectorCertificateError():
            return f"the certificate of {url.host} is not valid"
        case aiohttp.ClientSSLError():
            return f"no secure connection to {url.host} can be made"
        case aiohttp.ClientConnectorError():
            return f"{url.host} does not take connections"
        case aiohttp.ClientPayloadError() | aiohttp.ServerDisconnectedError() | OSError():
            return f"{url.host} broke off its answer"
        case _:
            return f"{url.host} gives an answer that is not HTTP"
