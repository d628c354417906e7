"""Getting pages from servers that misbehave, on loopback."""

import asyncio
import gzip
from datetime import timedelta

import pytest
from aiohttp import web

from bot.errors import FetchError, RefusedError, StatusError, TooLargeError, UnreachableError
from bot.fetch.http import HttpFetcher, Limits
from bot.schedule.clock import SystemClock
from tests.unit.fetch.serving import SMALL, Serve, fetcher_to


async def test_page_comes_with_what_the_server_says_of_it(serve: Serve) -> None:
    """A page carries its body, type, encoding and validators."""

    async def answer(_: web.Request) -> web.Response:
        headers = {"ETag": '"v1"', "Last-Modified": "Tue, 24 Nov 2026 08:00:00 GMT"}
        return web.Response(
            body=b"caf\xe9", headers=headers, content_type="text/html", charset="iso-8859-1"
        )

    address = await serve(answer)
    async with fetcher_to(address) as fetcher:
        page = await fetcher.fetch(f"{address}a#b")

    assert page is not None
    assert page.url == f"{address}a"
    assert page.body == b"caf\xe9"
    assert (page.content_type, page.charset) == ("text/html", "iso-8859-1")
    assert (page.etag, page.last_modified) == ('"v1"', "Tue, 24 Nov 2026 08:00:00 GMT")


async def test_unchanged_page_is_none(serve: Serve) -> None:
    """Validators are sent back as they came, and a 304 is no page."""
    seen: list[web.Request] = []

    async def answer(request: web.Request) -> web.Response:
        seen.append(request)
        return web.Response(status=304)

    address = await serve(answer)
    async with fetcher_to(address) as fetcher:
        page = await fetcher.fetch(address, etag='W/"v1"', last_modified="yesterday")

    assert page is None
    assert seen[0].headers["If-None-Match"] == 'W/"v1"'
    assert seen[0].headers["If-Modified-Since"] == "yesterday"


async def test_unasked_304_is_an_error(serve: Serve) -> None:
    """A server that says unchanged to someone who never saw the page is wrong."""

    async def answer(_: web.Request) -> web.Response:
        return web.Response(status=304)

    address = await serve(answer)
    async with fetcher_to(address) as fetcher:
        with pytest.raises(StatusError):
            await fetcher.fetch(address)


async def test_we_introduce_ourselves_and_keep_no_cookies(serve: Serve) -> None:
    """Servers are told who comes and whom to write to; their cookies are not sent back."""
    seen: list[web.Request] = []

    async def answer(request: web.Request) -> web.Response:
        seen.append(request)
        return web.Response(text="x", headers={"Set-Cookie": "id=7"})

    address = await serve(answer)
    fetcher = HttpFetcher(
        SystemClock(),
        contact="desk@quay.example",
        allow_private=[address[7:-1]],
        limits=SMALL,
    )
    async with fetcher:
        await fetcher.fetch(address)
        await fetcher.fetch(address)

    assert "+desk@quay.example" in seen[0].headers["User-Agent"]
    assert "Cookie" not in seen[1].headers


async def test_page_of_30_megabytes_is_refused(serve: Serve) -> None:
    """A page over the limit is given up at once, naming the limit and its setting."""
    sent = 0

    async def answer(request: web.Request) -> web.StreamResponse:
        nonlocal sent
        response = web.StreamResponse(headers={"Content-Length": "30000000"})
        await response.prepare(request)
        for _ in range(300):
            await response.write(bytes(100_000))
            sent += 100_000
        return response

    address = await serve(answer)
    async with fetcher_to(address) as fetcher:
        with pytest.raises(TooLargeError, match=r"larger than 0\.1 MB.*fetch\.max_bytes"):
            await fetcher.fetch(address)

    assert sent < 30_000_000


async def test_endless_body_is_cut_off(serve: Serve) -> None:
    """A body without an announced length is counted while it comes."""

    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        while True:
            await response.write(bytes(50_000))

    address = await serve(answer)
    async with fetcher_to(address) as fetcher:
        with pytest.raises(TooLargeError):
            await fetcher.fetch(address)


async def test_gzip_bomb_is_counted_unpacked(serve: Serve) -> None:
    """A small body that unpacks to a large one stops at the limit."""
    bomb = gzip.compress(bytes(50_000_000))

    async def answer(_: web.Request) -> web.Response:
        return web.Response(body=bomb, headers={"Content-Encoding": "gzip"})

    address = await serve(answer)
    async with fetcher_to(address) as fetcher:
        with pytest.raises(TooLargeError):
            await fetcher.fetch(address)


async def test_redirect_is_followed_to_its_page(serve: Serve) -> None:
    """A redirect leads to the page, which carries its own address."""

    async def answer(request: web.Request) -> web.Response:
        if request.path == "/old":
            return web.Response(status=301, headers={"Location": "/new page"})
        return web.Response(text="here")

    address = await serve(answer)
    async with fetcher_to(address) as fetcher:
        page = await fetcher.fetch(f"{address}old")

    assert page is not None
    assert page.url == f"{address}new%20page"


async def test_endless_redirect_ends(serve: Serve) -> None:
    """A chain of redirects is followed five times and no more."""
    hits = 0

    async def answer(_: web.Request) -> web.Response:
        nonlocal hits
        hits += 1
        return web.Response(status=302, headers={"Location": f"/{hits}"})

    address = await serve(answer)
    async with fetcher_to(address) as fetcher:
        with pytest.raises(FetchError, match="redirects more than 5 times"):
            await fetcher.fetch(address)

    assert hits == 6


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1:{closed}/",
        "http://localhost:{closed}/",
        "http://2130706433:{closed}/",
        "http://[::1]:{closed}/",
        "//127.0.0.1:{closed}/",
        "http://10.0.0.1/",
        "file:///etc/hostname",
    ],
)
async def test_redirect_into_a_private_network_is_refused(serve: Serve, location: str) -> None:
    """No redirect leads to an address that would not be visited directly."""
    hits = 0

    async def secret(_: web.Request) -> web.Response:
        nonlocal hits
        hits += 1
        return web.Response(text="secret")

    closed = (await serve(secret)).rpartition(":")[2].rstrip("/")

    async def answer(_: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": location.format(closed=closed)})

    address = await serve(answer)
    async with fetcher_to(address) as fetcher:
        with pytest.raises(RefusedError):
            await fetcher.fetch(address)

    assert hits == 0


async def test_redirect_to_nowhere_is_told(serve: Serve) -> None:
    """A redirect without an address is an error of its own."""

    async def answer(_: web.Request) -> web.Response:
        return web.Response(status=302)

    address = await serve(answer)
    async with fetcher_to(address) as fetcher:
        with pytest.raises(FetchError, match="redirects to nowhere"):
            await fetcher.fetch(address)


async def test_name_that_resolves_to_loopback_is_refused(serve: Serve) -> None:
    """A host name is judged by the address that it leads to."""

    async def answer(_: web.Request) -> web.Response:
        return web.Response(text="secret")

    address = await serve(answer)
    async with fetcher_to() as fetcher:
        with pytest.raises(RefusedError, match="localhost leads to a private network"):
            await fetcher.fetch(address.replace("127.0.0.1", "localhost"))


async def test_status_becomes_an_error_with_its_wait(serve: Serve) -> None:
    """An error status is told in words, with the time that the server asks for."""

    async def answer(_: web.Request) -> web.Response:
        return web.Response(status=429, headers={"Retry-After": "120"})

    address = await serve(answer)
    async with fetcher_to(address) as fetcher:
        with pytest.raises(StatusError, match="429: the site asks us") as caught:
            await fetcher.fetch(address)

    assert caught.value.retry_after == timedelta(minutes=2)


async def test_silent_server_is_left(serve: Serve) -> None:
    """A body that stops coming ends with the time for reading, and can be tried again."""
    done = asyncio.Event()

    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        await response.write(b"<rss")
        await done.wait()
        return response

    address = await serve(answer)
    async with fetcher_to(address) as fetcher:
        with pytest.raises(UnreachableError, match="does not answer in time") as caught:
            await fetcher.fetch(address)
    done.set()

    assert caught.value.transient


async def test_time_is_counted_over_all_redirects(serve: Serve) -> None:
    """Redirects do not win a slow server more time than one page has."""
    done = asyncio.Event()

    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        while not done.is_set():
            await response.write(b" ")
            await asyncio.sleep(0)
        return response

    address = await serve(answer)
    limits = Limits(total=timedelta(seconds=0.1), pause=timedelta())
    async with fetcher_to(address, limits=limits) as fetcher:
        with pytest.raises(UnreachableError, match="in time"):
            await fetcher.fetch(address)
    done.set()


async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, words: bytes) -> None:
    """Answer a request with raw bytes, whatever they are."""
    await reader.readuntil(b"\r\n\r\n")
    writer.write(words)
    await writer.drain()
    writer.close()


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Ty", "broke off its answer"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhalf", "broke off its answer"),
        (b"220 mail.example ESMTP\r\n\r\n", "not HTTP"),
        (b"HTTP/1.1 200 OK\r\nX-Big: " + b"z" * 100_000 + b"\r\n\r\n", "not HTTP"),
        (b"HTTP/1.1 200 OK\r\n" + b"X-Many: 1\r\n" * 500 + b"\r\n", "not HTTP"),
    ],
)
async def test_broken_answer_is_told(words: bytes, problem: str) -> None:
    """An answer that breaks the protocol is one clear error."""
    server = await asyncio.start_server(
        lambda reader, writer: speak(reader, writer, words), "127.0.0.1", 0
    )
    port = server.sockets[0].getsockname()[1]
    async with server, fetcher_to(f"http://127.0.0.1:{port}/") as fetcher:
        with pytest.raises(UnreachableError, match=problem):
            await fetcher.fetch(f"http://127.0.0.1:{port}/")


async def test_closed_port_is_told() -> None:
    """A host that takes no connection is one clear error."""
    server = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    server.close()
    await server.wait_closed()

    async with fetcher_to(f"http://127.0.0.1:{port}/") as fetcher:
        with pytest.raises(UnreachableError, match="does not take connections"):
            await fetcher.fetch(f"http://127.0.0.1:{port}/")


async def test_plain_server_at_https_is_told(serve: Serve) -> None:
    """A server that speaks no TLS is named as such."""

    async def answer(_: web.Request) -> web.Response:
        return web.Response(text="x")

    address = await serve(answer)
    async with fetcher_to(address) as fetcher:
        with pytest.raises(UnreachableError, match="no secure connection"):
            await fetcher.fetch(address.replace("http:", "https:"))


async def test_cancelling_passes_through(serve: Serve) -> None:
    """A fetch that is cancelled ends as cancelled, and the host is free again."""
    asked, done = asyncio.Event(), asyncio.Event()

    async def answer(_: web.Request) -> web.Response:
        asked.set()
        await done.wait()
        return web.Response(text="x")

    address = await serve(answer)
    async with fetcher_to(address, limits=Limits(pause=timedelta())) as fetcher:
        task = asyncio.create_task(fetcher.fetch(address))
        await asked.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        done.set()
        page = await fetcher.fetch(address)

    assert page is not None
