"""The sample newsroom serves feeds and pages as real outlets do, by its clock."""

import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import feedparser
import pytest
from aiohttp import ClientSession
from lxml import html

from bot.models import Source
from bot.newsroom import (
    NEXT_MORNING,
    OPENING,
    SampleArticle,
    SampleNewsroom,
    load_articles,
    load_outlets,
)
from bot.ports import Clock

SLUGS = [outlet.slug for outlet in load_outlets()]
FEEDS = [outlet.slug for outlet in load_outlets() if outlet.form not in {"json", "page"}]


@dataclass
class SetClock:
    """A clock that stands where it is set."""

    at: datetime

    def now(self) -> datetime:
        """Return the set instant."""
        return self.at

    async def sleep(self, duration: timedelta) -> None:
        """Move on by `duration` at once."""
        self.at += duration


@dataclass(frozen=True)
class Answer:
    """What the newsroom answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Visitor:
    """Asks a running newsroom, as a reader would."""

    def __init__(self, newsroom: SampleNewsroom, session: ClientSession, clock: SetClock) -> None:
        self.newsroom = newsroom
        self.clock = clock
        self._session = session

    async def get(self, path: str, **headers: str) -> Answer:
        """Return the answer at a path or an address."""
        url = path if path.startswith("http") else f"http://{self.newsroom.authority}{path}"
        asked = {name.replace("_", "-"): value for name, value in headers.items()}
        async with self._session.get(url, headers=asked) as response:
            return Answer(response.status, response.headers, await response.read())

    def source(self, slug: str) -> Source:
        """Return the source of an outlet."""
        return next(one for one in self.newsroom.sources if f"/{slug}/" in one.address)


@pytest.fixture
async def visitor() -> AsyncIterator[Visitor]:
    """A newsroom on the evening of its opening, and someone to visit it."""
    clock = SetClock(OPENING)
    async with SampleNewsroom(clock) as newsroom, ClientSession() as session:
        yield Visitor(newsroom, session, clock)


def expected(slug: str, now: datetime) -> list[SampleArticle]:
    """Return the outlet's articles that have appeared by `now`, newest first."""
    found = [one for one in load_articles() if one.outlet == slug and one.appears <= now]
    return sorted(found, key=lambda one: (one.appears, one.id), reverse=True)


def test_a_clock_is_all_it_needs() -> None:
    """The newsroom takes any clock of the port."""
    clock: Clock = SetClock(OPENING)

    assert SampleNewsroom(clock).sources == ()


async def test_sources_point_to_loopback_and_keep_their_ids(visitor: Visitor) -> None:
    """Two newsrooms on different ports have the same source ids at different addresses."""
    async with SampleNewsroom(visitor.clock) as other:
        first, second = visitor.newsroom.sources, other.sources

        assert [one.id for one in first] == [one.id for one in second]
        assert all(one.address.startswith(f"http://{other.authority}/") for one in second)
        assert visitor.newsroom.authority != other.authority
        assert sorted(one.kind for one in first) == ["feed"] * 7 + ["page"]


@pytest.mark.parametrize("slug", FEEDS)
async def test_a_feed_lists_what_has_appeared(visitor: Visitor, slug: str) -> None:
    """Every XML feed parses without complaint and lists the outlet's articles, newest first."""
    answer = await visitor.get(visitor.source(slug).address)
    headers = {name.lower(): value for name, value in answer.headers.items()}
    feed = feedparser.parse(answer.body, response_headers=headers)

    wanted = expected(slug, OPENING)[:20]
    assert not feed.bozo
    assert [entry.id for entry in feed.entries] == [f"urn:newsroom:{one.id}" for one in wanted]
    assert [entry.title for entry in feed.entries] == [one.title for one in wanted]
    assert [entry.published_parsed[:5] for entry in feed.entries] == [
        one.published.astimezone(UTC).timetuple()[:5] for one in wanted
    ]


async def test_the_german_feed_is_windows_1252(visitor: Visitor) -> None:
    """The German feed holds umlauts as single bytes and says so in its declaration alone."""
    answer = await visitor.get(visitor.source("isterbote").address)

    assert b'encoding="windows-1252"' in answer.body
    assert "Großbrand".encode("cp1252") in answer.body
    assert answer.headers["Content-Type"] == "application/rss+xml"


async def test_only_full_feeds_hold_the_whole_text(visitor: Visitor) -> None:
    """Full feeds hold every paragraph, teaser feeds the first alone."""
    full = await visitor.get(visitor.source("halvenport-courier").address)
    teaser = await visitor.get(visitor.source("northern-ledger").address)

    assert b"Police have sealed off the ruin" in full.body
    assert b"More than 150 firefighters" not in teaser.body
    assert b"Twelve people were injured" in teaser.body


async def test_the_json_feed_is_json(visitor: Visitor) -> None:
    """The JSON Feed has version 1.1, and its items have content, date and author."""
    answer = await visitor.get(visitor.source("tidewater-today").address)
    feed = json.loads(answer.body)

    wanted = expected("tidewater-today", OPENING)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert [item["title"] for item in feed["items"]] == [one.title for one in wanted]
    assert feed["items"][0]["content_html"].startswith("<p>An earlier version")


@pytest.mark.parametrize("slug", SLUGS)
async def test_a_home_page_names_its_feed(visitor: Visitor, slug: str) -> None:
    """Every home page leads to its feed by autodiscovery and to its articles by links."""
    page = html.document_fromstring((await visitor.get(f"/{slug}/")).body.decode())
    (feed,) = page.iterfind(".//link[@rel='alternate']")
    answer = await visitor.get(str(feed.attrib["href"]))

    assert answer.status == 200
    assert len(page.findall(".//h2/a")) == len(expected(slug, OPENING))


@pytest.mark.parametrize("article", load_articles(), ids=lambda article: article.id)
async def test_a_page_and_its_text_copy_carry_the_article(
    visitor: Visitor, article: SampleArticle
) -> None:
    """Each article page and its text copy hold title, paragraphs, caption and furniture."""
    visitor.clock.at = NEXT_MORNING
    page = await visitor.get(f"/{article.outlet}/{article.id}")
    copy = await visitor.get(f"/{article.outlet}/{article.id}.txt")
    outlet = next(one for one in load_outlets() if one.slug == article.outlet)

    shown = "".join(map(str, html.document_fromstring(page.body.decode()).itertext()))
    saved = copy.body.decode()
    assert copy.headers["Content-Type"] == "text/plain; charset=utf-8"
    for text in (article.title, article.caption, *article.paragraphs, outlet.words["skip"]):
        assert text in shown
        assert text in saved


async def test_agencies_are_credited_at_the_foot(visitor: Visitor) -> None:
    """Copies of an agency text end with its credit, each outlet in its own way."""
    found = [
        (await visitor.get(f"/{path}.txt")).body.decode()
        for path in (
            "northern-ledger/harbour-fire-02",
            "tidewater-today/harbour-fire-03",
            "meridian-post/harbour-fire-04",
        )
    ]

    for saved, credit in zip(found, ("Source: MPA", "MPA", "With material from MPA"), strict=True):
        assert f"\n\n{credit}\n\n" in saved


async def test_articles_appear_by_the_clock(visitor: Visitor) -> None:
    """An article is not there before it appears, and is there from then on."""
    address = "/halvenport-courier/harbour-fire-10"
    before = await visitor.get(address)
    visitor.clock.at = NEXT_MORNING
    after = await visitor.get(address)

    assert (before.status, after.status) == (404, 200)


async def test_the_old_article_appears_this_week(visitor: Visitor) -> None:
    """The article of 2023 is not in the feed until it resurfaces, with its old date."""
    feed = visitor.source("tidewater-today").address
    now = json.loads((await visitor.get(feed)).body)["items"]
    visitor.clock.at = datetime(2026, 10, 15, 9, 0, tzinfo=UTC)
    earlier = json.loads((await visitor.get(feed)).body)["items"]

    dates = {item["id"]: item["date_published"] for item in now}
    assert dates["urn:newsroom:crane-collapse-01"].startswith("2023-10-18")
    assert "urn:newsroom:crane-collapse-01" not in {item["id"] for item in earlier}


@pytest.mark.parametrize("slug", SLUGS)
async def test_what_has_not_changed_is_not_sent_again(visitor: Visitor, slug: str) -> None:
    """Asked with its ETag or its date, an unchanged source answers 304 with no body."""
    address = visitor.source(slug).address
    first = await visitor.get(address)
    by_tag = await visitor.get(address, If_None_Match=first.headers["ETag"])
    by_date = await visitor.get(address, If_Modified_Since=first.headers["Last-Modified"])

    assert (by_tag.status, by_tag.body) == (304, b"")
    assert (by_date.status, by_date.body) == (304, b"")


async def test_what_has_changed_is_sent(visitor: Visitor) -> None:
    """After a follow-up the old ETag and date give the new feed."""
    address = visitor.source("halvenport-courier").address
    first = await visitor.get(address)
    visitor.clock.at = NEXT_MORNING
    by_tag = await visitor.get(address, If_None_Match=first.headers["ETag"])
    by_date = await visitor.get(address, If_Modified_Since=first.headers["Last-Modified"])
    by_nonsense = await visitor.get(address, If_Modified_Since="last week")

    assert [by_tag.status, by_date.status, by_nonsense.status] == [200, 200, 200]
    assert b"Injured in harbour fire rise to 19" in by_tag.body


async def test_the_hostile_page_hides_its_text_in_five_ways(visitor: Visitor) -> None:
    """The hostile page holds its hidden text unseen, and its visible tricks escaped."""
    body = (await visitor.get("/morning-tally/pellworth-fair-01")).body.decode()
    copy = (await visitor.get("/morning-tally/pellworth-fair-01.txt")).body.decode()
    (hostile,) = (article for article in load_articles() if article.kind == "hostile")

    assert all(text in body for text in hostile.hidden)
    assert not any(text in copy for text in hostile.hidden)
    for way in ("display:none", "left:-9999px", "font-size:0", "<p hidden>", 'class="unseen"'):
        assert way in body
    assert "<!channel>" not in body
    assert "&lt;!channel&gt;" in body


async def test_what_is_not_there_is_not_found(visitor: Visitor) -> None:
    """Unknown outlets and articles, and outlets before their first article, give 404."""
    unknown = await visitor.get("/evening-nonsense/")
    missing = await visitor.get("/isterbote/nothing")
    visitor.clock.at = datetime(2026, 10, 11, tzinfo=UTC)
    early = await visitor.get("/isterbote/")

    assert [unknown.status, missing.status, early.status] == [404, 404, 404]


async def test_robots_may_visit_everything(visitor: Visitor) -> None:
    """The newsroom's robots.txt allows every path."""
    answer = await visitor.get("/robots.txt")

    assert answer.body == b"User-agent: *\nAllow: /\n"
