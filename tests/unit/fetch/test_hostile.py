"""Servers of our own that misbehave on purpose: each costs little, and harms nobody else."""

import asyncio
import gzip
import socket
import struct
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import timedelta

import brotli
import pytest

from bot.errors import FetchError, TooLargeError, UnreachableError
from bot.fetch.http import Limits
from bot.models import Page
from tests.unit.fetch.serving import SMALL, fetcher_to

Script = Callable[[asyncio.StreamWriter], Awaitable[None]]

OK = b"HTTP/1.1 200 OK\r\n"
FEED = b"<rss><channel><item><title>Pier</title></item></channel></rss>"
PATIENCE = Limits(
    max_bytes=SMALL.max_bytes, total=timedelta(seconds=0.3), read=SMALL.read, pause=timedelta()
)


@asynccontextmanager
async def server_of(script: Script) -> AsyncIterator[str]:
    """Run a server that answers each request as the script says; yield its address."""
    answering: set[asyncio.Task[None] | None] = set()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        answering.add(asyncio.current_task())
        try:
            await reader.readuntil(b"\r\n\r\n")
            await script(writer)
        except (OSError, asyncio.IncompleteReadError):
            pass  # the client had enough
        finally:
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
    left = [task for task in answering if task is not None]
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)


async def fetched(script: Script, *, limits: Limits = SMALL) -> Page | None:
    """Return the page that a server of that script gives."""
    async with server_of(script) as address, fetcher_to(address, limits=limits) as fetcher:
        return await fetcher.fetch(address)


def saying(*parts: bytes) -> Script:
    """Return the script of a server that says these bytes and leaves."""

    async def script(writer: asyncio.StreamWriter) -> None:
        for part in parts:
            writer.write(part)
            await writer.drain()

    return script


def without_end(first: bytes, again: bytes) -> Script:
    """Return the script of a server that never stops."""

    async def script(writer: asyncio.StreamWriter) -> None:
        writer.write(first)
        while True:
            writer.write(again)
            await writer.drain()
            await asyncio.sleep(0)

    return script


def encoded(encoding: str, body: bytes) -> bytes:
    """Return an answer with an encoded body."""
    length = str(len(body)).encode()
    return (
        OK + b"Content-Encoding: " + encoding.encode() + b"\r\nContent-Length: " + length
        + b"\r\n\r\n" + body
    )  # fmt: skip


@pytest.mark.parametrize(
    ("encoding", "bomb"),
    [
        ("gzip", gzip.compress(bytes(30_000_000))),
        ("deflate", zlib.compress(bytes(30_000_000))),
        ("gzip", gzip.compress(bytes(200_000)) * 100),
    ],
    ids=["gzip", "deflate", "gzip after gzip"],
)
async def test_bomb_stops_at_the_limit(encoding: str, bomb: bytes) -> None:
    """However it is packed, a body is counted as it is unpacked."""
    with pytest.raises(TooLargeError):
        await fetched(saying(encoded(encoding, bomb)))


async def test_bomb_of_brotli_stops_at_the_limit() -> None:
    """What brotli packs is counted as it is unpacked too."""
    with pytest.raises(TooLargeError):
        await fetched(saying(encoded("br", brotli.compress(bytes(30_000_000)))))


@pytest.mark.parametrize(
    "script",
    [
        without_end(b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 103 Early Hints\r\n\r\n"),
        without_end(OK + b"Content-Length: 9000\r\n\r\n", b""),
        without_end(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"),
        without_end(OK, b"X"),
        without_end(OK, b"X-More: 1\r\n"),
    ],
    ids=["preludes", "silence", "crumbs", "one header", "headers"],
)
async def test_what_never_ends_is_ended(script: Script) -> None:
    """An answer that goes on for ever, of whatever it is made, costs its own time alone."""
    with pytest.raises((UnreachableError, TooLargeError)):
        await fetched(script, limits=PATIENCE)


@pytest.mark.parametrize(
    "answer",
    [
        OK + b"Content-Length: -5\r\n\r\n" + FEED,
        OK + b"Content-Length: five\r\n\r\n" + FEED,
        OK + b"Content-Length: 10\r\nContent-Length: 20\r\n\r\n" + FEED,
        OK + b"Content-Length: 9000\r\n\r\n" + FEED,
        OK + b"Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n" + FEED,
        OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n" + FEED,
        OK + b"Transfer-Encoding: chunked\r\n\r\n3e\r\n" + FEED,
        b"HTTP/1.1 200 OK\r\nNo colon here\r\n\r\n" + FEED,
        b"HTTP/1.1 OK 200\r\n\r\n" + FEED,
        b"HTTP/9.9 200 OK\r\n\r\n" + FEED,
        b"\x00" * 500,
        b"",
    ],
    ids=range(12),
)
async def test_answer_that_breaks_the_rules_is_one_error(answer: bytes) -> None:
    """Lengths that lie, chunks that are none and lines that mean nothing are told in words."""
    with pytest.raises(FetchError, match=r"broke off|not HTTP|in time"):
        await fetched(saying(answer))


async def test_body_that_is_not_what_its_encoding_says_is_one_error() -> None:
    """What is called gzip and is not does not pass for a page."""
    with pytest.raises(UnreachableError):
        await fetched(saying(encoded("gzip", b"this is no gzip" * 50)))


async def test_encoding_that_nobody_knows_leaves_the_body_as_it_is() -> None:
    """An encoding of a server's own invention is no reason not to look."""
    page = await fetched(saying(encoded("x-quay", FEED)))

    assert page is not None
    assert page.body == FEED


async def test_reset_in_the_middle_is_told() -> None:
    """A connection that is torn down in the middle of a page is one clear error."""

    async def script(writer: asyncio.StreamWriter) -> None:
        writer.write(OK + b"Content-Length: 100000\r\n\r\n" + FEED)
        await writer.drain()
        plug = writer.get_extra_info("socket")
        plug.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.transport.abort()

    with pytest.raises(UnreachableError, match="broke off"):
        await fetched(script)


@pytest.mark.parametrize(
    "location",
    [
        b"http://",
        b"http://[::1",
        b"http://a b/",
        b"\xff\xfe\xfd",
        b"http://127.0.0.1:99999/",
        b"gopher://127.0.0.1/",
        b"http://user:secret@127.0.0.1/",
        b"data:text/html,<p>hi",
        b"//0x7f.1/",
    ],
)
async def test_redirect_to_nonsense_is_told(location: bytes) -> None:
    """A redirect that leads to no address of the web is an error, and shows no password."""
    answer = b"HTTP/1.1 302 Found\r\nLocation: " + location + b"\r\nContent-Length: 0\r\n\r\n"
    with pytest.raises(FetchError) as caught:
        await fetched(saying(answer))

    assert "secret" not in str(caught.value)


async def test_redirect_to_itself_ends() -> None:
    """A page that redirects to itself is asked for six times and no more."""
    hits = 0

    async def script(writer: asyncio.StreamWriter) -> None:
        nonlocal hits
        hits += 1
        writer.write(b"HTTP/1.1 301 Moved\r\nLocation: /#x\r\nContent-Length: 0\r\n\r\n")

    with pytest.raises(FetchError, match="redirects more than 5 times"):
        await fetched(script)

    assert hits == 6


@pytest.mark.parametrize("greeting", [b"\x16\x03\x01\xff\xff" + bytes(2000), b"SSH-2.0-x\r\n", b""])
async def test_noise_for_a_handshake_is_told(greeting: bytes) -> None:
    """A server that speaks something else at https is one clear error."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(100)
        writer.write(greeting)
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    address = f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
    async with server, fetcher_to(address.replace("https", "http")) as fetcher:
        with pytest.raises(UnreachableError):
            await fetcher.fetch(address)


async def test_next_page_is_none_the_worse() -> None:
    """After a server has done its worst, the same fetcher gets the next page."""
    bad = saying(OK + b"Content-Length: 9000\r\n\r\n" + FEED)
    good = saying(OK + b"Content-Length: 62\r\nContent-Type: image/png\r\n\r\n" + FEED)
    async with (
        server_of(bad) as first,
        server_of(good) as second,
        fetcher_to(first, second) as fetcher,
    ):
        with pytest.raises(UnreachableError):
            await fetcher.fetch(first)
        page = await fetcher.fetch(second)

    assert page is not None
    assert (page.body, page.content_type) == (FEED, "image/png")
