"""Documents that are built to hang or swell whatever parses them. All are made up here."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from html import escape

from bot.extract.article import ArticleExtractor
from bot.extract.further import onward
from bot.fetch.opml import subscriptions
from bot.fetch.parse import parse_feed
from bot.fetch.sitemaps import parse_sitemap
from bot.fetch.webpage import web_page
from bot.models import Entry, Page, Source, SourceId

ADDRESS = "https://quay.example/pier"
SOURCE = Source(id=SourceId("s1"), kind="feed", address=ADDRESS, name="Quay & Lantern")
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
MB = 1_000_000
MOST_ENTRIES = 500

SENTENCE = "The council voted on Monday to repair the ferry pier before the winter. "
ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
BOMB = f'<!DOCTYPE x [<!ENTITY e0 "pier pier pier">{ENTITIES}]>'
BLOWN = f'<!DOCTYPE x [<!ENTITY e "{"pier " * 20_000}">]>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """Something to parse that costs far more than its size should."""

    name: str
    work: Callable[[], object]


def usual_page(size: int) -> Page:
    """Return an ordinary page of about so many bytes: mostly scripts, menus and one article."""
    menu = '<li class="item"><a href="/section/{n}">Section number {n}</a></li>'
    script = "<script>window.quay=window.quay||[];quay.push({id:%d,kind:'slot'});</script>"
    body = "".join(f"<p>{SENTENCE * 4}</p>" for _ in range(25))
    parts = [menu.format(n=n) + script % n for n in range(size // 155)]
    html = (
        "<!doctype html><html lang=en><head><title>Pier reopens | Quay</title>"
        '<meta property="og:type" content="article"></head><body><nav><ul>'
        f"{''.join(parts[::2])}</ul></nav><main><article><h1>Pier reopens</h1>{body}</article>"
        f"</main><footer><ul>{''.join(parts[1::2])}</ul></footer></body></html>"
    )
    return _page(html)


def usual_feed(entries: int) -> str:
    """Return an ordinary feed."""
    item = (
        "<item><title>Pier {n} reopens</title><link>https://quay.example/{n}</link>"
        f"<guid>{{n}}</guid><description>{SENTENCE * 4}</description>"
        "<pubDate>Tue, 24 Nov 2026 08:00:00 GMT</pubDate></item>"
    )
    items = "".join(item.format(n=n) for n in range(entries))
    return f'<rss version="2.0"><channel><title>Quay</title>{items}</channel></rss>'


def attacks() -> Iterator[Attack]:
    """Yield every attack on every parser that a stranger's bytes reach."""
    for name, html in _pages():
        page = _page(html)
        yield Attack(name=f"{name}: article", work=_extracting(page))
        yield Attack(name=f"{name}: links", work=partial(web_page, page))
        yield Attack(name=f"{name}: parts", work=partial(onward, page))
    for name, text in _texts():
        yield Attack(name=f"{name}: text", work=_extracting(_page(text, kind="text/plain")))
    for name, feed in _feeds():
        yield Attack(name=f"{name}: feed", work=reading(feed))
        yield Attack(name=f"{name}: sitemap", work=_mapping(feed))
        yield Attack(name=f"{name}: list", work=partial(subscriptions, _page(feed)))


def _pages() -> Iterator[tuple[str, str]]:
    yield "200,000 attributes", f"<p {' '.join(f'a{n}=1' for n in range(200_000))}>{SENTENCE}"
    yield "100,000 nested elements", "<div>" * 100_000 + SENTENCE
    yield "100,000 nested inline", "<b><i>" * 50_000 + SENTENCE
    yield "50,000 unclosed <p>", f"<p>{SENTENCE}" * 50_000
    yield "50,000 unclosed <a>", f'<a href="/n">{SENTENCE}' * 50_000
    yield "100,000 unclosed <table>", "<table><tr><td>" * 33_000
    yield "20 MB text node", f"<p>{SENTENCE * (20 * MB // len(SENTENCE))}"
    yield "endless comment starts", "<!--" * (2 * MB // 4)
    yield "endless tag starts", "<a " * (2 * MB // 3)
    yield "400,000 links", '<a href="/x">Council approves it</a>' * 400_000
    yield "endless attribute", f'<p title="{SENTENCE * (4 * MB // len(SENTENCE))}'
    yield "hidden in hidden", '<div style="display:none">' * 20_000
    yield "linked data, nested", _linked('{"a":' * 100_000)
    yield "linked data, endless", _linked('{"@type":"NewsArticle","headline":"' + "\\" * 2 * MB)


def _linked(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script><p>{SENTENCE * 20}'


def _texts() -> Iterator[tuple[str, str]]:
    opening = f"Pier reopens\n\n{SENTENCE * 3}\n\n"
    yield "20 MB without a line", opening + SENTENCE * (20 * MB // len(SENTENCE))
    yield "8 MB of lines", opening + "a\n" * (4 * MB)
    yield "8 MB of empty lines", opening + "\n" * (8 * MB)
    yield "8 MB of blanks", opening + " " * (8 * MB)
    yield "2 MB of one letter", opening + "a" * (2 * MB)
    yield "2 MB of quotes", opening + "“" * (2 * MB)
    yield "2 MB of names", opening + "By " * (2 * MB // 3)
    yield "2 MB of initials", opening + "J. " * (2 * MB // 3)
    yield "2 MB of tag starts", opening + "<a " * (2 * MB // 3)
    yield "2 MB of comment starts", opening + "<!--" * (2 * MB // 4)
    yield "2 MB of digits", opening + "1," * MB


def _feeds() -> Iterator[tuple[str, str]]:
    yield "entity bomb", BOMB + _feed("&e11;")
    yield "entities blown up", BLOWN + _feed("&e;" * 20_000)
    yield "200,000 attributes", _feed("x").replace("<item", f"<item {_ATTRIBUTES}")
    yield "100,000 nested elements", _feed("<b>" * 100_000)
    yield "100,000 nested, escaped", _feed(escape("<b>" * 100_000))
    yield "50,000 unclosed <p>", _feed(escape(f"<p>{SENTENCE}" * 50_000))
    yield "20 MB text node", _feed(SENTENCE * (20 * MB // len(SENTENCE)))
    yield "100,000 items", _feed("x").replace("<item>", "<item><title>x</title></item>" * 100_000)
    yield "2 MB of tag starts", _feed("<a " * (2 * MB // 3))
    yield "2 MB of escaped tag starts", _feed(escape("<a " * (2 * MB // 3)))
    yield "2 MB of comment starts", _feed(escape("<!--" * (2 * MB // 4)))
    yield "2 MB of ampersands", _feed("&" * (2 * MB))
    yield "JSON, nested", '{"version":"https://jsonfeed.org/version/1.1","items":' + "[" * 500_000
    yield "JSON, 8 MB of items", json.dumps({"version": _JSON, "items": [{"id": "1"}] * 600_000})


_JSON = "https://jsonfeed.org/version/1.1"
_ATTRIBUTES = " ".join(f'a{n}="1"' for n in range(200_000))


def _feed(words: str) -> str:
    item = f"<title>{words}</title><link>{ADDRESS}</link><description>{words}</description>"
    return f'<rss version="2.0"><channel><title>Quay</title><item>{item}</item></channel></rss>'


def _page(text: str, *, kind: str = "text/html") -> Page:
    return Page(url=ADDRESS, body=text.encode(), content_type=kind, charset="utf-8")


def _extracting(page: Page) -> Callable[[], object]:
    entry = Entry(id="1", url=ADDRESS, title="Pier reopens")
    extract = ArticleExtractor().extract
    return partial(extract, entry, page, source=SOURCE, fetched_at=NOON)


def reading(feed: str) -> Callable[[], object]:
    """Return the work of reading a feed."""
    body = feed.encode()
    return partial(parse_feed, body, url=ADDRESS, charset="utf-8", max_entries=MOST_ENTRIES)


def _mapping(feed: str) -> Callable[[], object]:
    body = feed.encode()
    return partial(parse_sitemap, body, url=ADDRESS, charset="utf-8", max_entries=MOST_ENTRIES)
