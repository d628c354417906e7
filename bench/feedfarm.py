"""A thousand feeds on loopback, each at a host of its own: `python bench/feedfarm.py FEEDS`.

Linux answers for all of 127.0.0.0/8, so that one process and one port are as many hosts as there
are feeds, and nobody's manners towards one host have to be switched off. Prints its port, then
serves until its standard input ends. An unchanged feed is answered with 304.
"""

import asyncio
import random
import re
import sys
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

ENTRIES = 20
NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
_ASKED = re.compile(rb"if-none-match:\s*(\S+)", re.IGNORECASE)
_HOSTS = 250
_FIRST, _SECOND = "bdfgklmnprstvz", ("a", "e", "i", "o", "u", "an", "er", "is")
_SYLLABLES = [first + second for first in _FIRST for second in _SECOND]


def address(number: int, port: int) -> str:
    """Return where a feed is.

    >>> address(251, 8000)
    'http://127.0.1.2:8000/feed.xml'
    """
    return f"http://127.0.{number // _HOSTS}.{number % _HOSTS + 1}:{port}/feed.xml"


def feed(number: int) -> bytes:
    """Return a feed of twenty entries with their texts, 2,000 characters each in the middle."""
    chance = random.Random(number)  # noqa: S311  no secret
    items = "".join(_item(chance, number, place) for place in range(ENTRIES))
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>Gazette {number}</title><link>http://gazette{number}.example/</link>"
        f"<description>News of town {number}</description><language>en</language>{items}"
        "</channel></rss>"
    ).encode()


def _item(chance: random.Random, number: int, place: int) -> str:
    when = NOW - timedelta(minutes=chance.randrange(48 * 60))
    title = _words(chance, 6, 11)
    teaser = _sentences(chance, 2)
    text = "".join(f"<p>{_sentences(chance, 4)}</p>" for _ in range(chance.randint(3, 9)))
    return (
        f"<item><title>{title} &amp; more</title>"
        f"<link>http://gazette{number}.example/{place}/{title.lower().replace(' ', '-')}</link>"
        f'<guid isPermaLink="false">urn:gazette:{number}:{place}</guid>'
        f"<pubDate>{format_datetime(when)}</pubDate><dc:creator>{_words(chance, 2, 2)}"
        f"</dc:creator><category>{_words(chance, 1, 1)}</category>"
        f"<description><![CDATA[<p>{teaser}</p>]]></description>"
        f"<content:encoded><![CDATA[<p>{teaser}</p>{text}]]></content:encoded></item>\n"
    )


def _sentences(chance: random.Random, count: int) -> str:
    return " ".join(_words(chance, 8, 20) + "." for _ in range(count))


def _words(chance: random.Random, least: int, most: int) -> str:
    count = chance.randint(least, most)
    words = ("".join(chance.choices(_SYLLABLES, k=chance.choice((2, 2, 3)))) for _ in range(count))
    return " ".join(words).capitalize()


class Farm(asyncio.Protocol):
    """Answers each host with its feed; requests come one after the other."""

    feeds: tuple[bytes, ...] = ()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Find out which feed this host is."""
        if not isinstance(transport, asyncio.Transport):
            raise TypeError("no stream")
        self.transport = transport
        host = transport.get_extra_info("sockname")[0].split(".")
        number = int(host[2]) * _HOSTS + int(host[3]) - 1
        if host[:2] != ["127", "0"] or not 0 <= number < len(self.feeds):
            transport.abort()
            return
        self.body = self.feeds[number]
        self.etag = f'"{number}-{len(self.body)}"'.encode()
        self.asked = b""

    def data_received(self, data: bytes) -> None:
        """Answer when the request is whole."""
        self.asked += data
        if not self.asked.endswith(b"\r\n\r\n"):
            return
        known = _ASKED.search(self.asked)
        path, self.asked = self.asked.split(b" ", 2)[1], b""
        if path != b"/feed.xml":
            self.transport.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
        elif known and known[1] == self.etag:
            self.transport.write(b"HTTP/1.1 304 Not Modified\r\nETag: " + self.etag + b"\r\n\r\n")
        else:
            head = b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nETag: " + self.etag
            length = b"\r\nContent-Length: " + str(len(self.body)).encode()
            self.transport.write(head + length + b"\r\n\r\n" + self.body)


async def serve(feeds: int) -> None:
    """Serve so many feeds until standard input ends."""
    Farm.feeds = tuple(map(feed, range(feeds)))
    loop = asyncio.get_running_loop()
    # Every interface, since one address would be one host; `Farm` answers those of loopback.
    server = await loop.create_server(Farm, "0.0.0.0", 0, backlog=4096)  # noqa: S104
    print(server.sockets[0].getsockname()[1], flush=True)
    async with server:
        await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1])))
