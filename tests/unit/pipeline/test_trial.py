"""Promises of `bot.pipeline.trial`: the steps of a visit, told as they come out."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.errors import ExtractError
from bot.extract.article import ArticleExtractor
from bot.fetch.address import opened
from bot.fetch.http import HttpFetcher, Limits
from bot.fetch.reader import SourceReader
from bot.fetch.robots import ObedientFetcher
from bot.fetch.witness import Witness
from bot.models import Article, Entry
from bot.pipeline.steps import Outcome, Step, told
from bot.pipeline.trial import Trial
from bot.ports import Extractor
from bot.schedule.clock import SystemClock
from bot.workers.inline import InlineWorkers
from tests.builders import HARBOUR, article, entry

ITEM = (
    "<item><title>Harbour of Delta reopens</title><link>{home}a/1</link>"
    "<pubDate>{date}</pubDate><description>{text}</description></item>"
)
FEED = '<rss version="2.0"><channel><title>Quay</title><ttl>60</ttl>{items}</channel></rss>'
ARTICLE = (
    "<!doctype html><html lang=en><head><title>Harbour of Delta reopens</title>"
    f'<meta property="og:type" content="article"></head><body><h1>Harbour of Delta reopens</h1>'
    f"<p>{'</p><p>'.join(HARBOUR.split(chr(10) * 2))}</p></body></html>"
)
FRONT = "<!doctype html><html><main>" + "".join(
    f"<h3><a href='/a/1?{n}'>Council approves bridge repair number {n}</a></h3>" for n in range(6)
) + "</main></html>"  # fmt: skip
DAY = "Tue, 03 Mar 2026 10:00:00 GMT"

Answers = Mapping[str, web.Response | str]


@asynccontextmanager
async def site(answers: Answers) -> AsyncIterator[str]:
    """Serve these paths on loopback; an answer's `{home}` is the address of the site."""

    async def answer(request: web.Request) -> web.StreamResponse:
        found = answers.get(request.path)
        if found is None:
            return web.Response(status=404)
        if isinstance(found, web.Response):
            made = web.Response(status=found.status, text=found.text, headers=found.headers)
            made.content_type = found.content_type
            return made
        home = f"http://{request.host}/"
        kind = "text/plain" if request.path.endswith(".txt") else "text/html"
        kind = "application/rss+xml" if "<rss" in found else kind
        headers = {"ETag": '"v1"'} if "<rss" in found else {}
        return web.Response(text=found.replace("{home}", home), content_type=kind, headers=headers)

    application = web.Application()
    application.router.add_get("/{path:.*}", answer)
    server = TestServer(application)
    await server.start_server()
    try:
        yield str(server.make_url("/"))
    finally:
        await server.close()


class NoArticles:
    """Finds no article in anything."""

    def extract(self, entry: Entry, *_: object, **__: object) -> Article:
        """Say so."""
        raise ExtractError(entry.url, "there is no article in it")


async def walked(
    address: str,
    *,
    selector: str = "",
    obeys: bool = True,
    extractor: Extractor | None = None,
) -> dict[str, Step]:
    """Return the steps of a trial by name."""
    clock, host = SystemClock(), urlsplit(address).netloc
    limits = Limits(pause=timedelta(), total=timedelta(seconds=5))
    allowed = [host] if host.startswith("127.") else []
    async with HttpFetcher(clock, allow_private=allowed, limits=limits) as fetcher:
        witness = Witness(fetcher, clock)
        robots = ObedientFetcher(witness, clock) if obeys else None
        pages = robots or witness
        workers = InlineWorkers()
        trial = Trial(
            reader=SourceReader(witness, workers=workers, pages=pages, allow_files=True),
            fetcher=pages,
            workers=workers,
            extractor=extractor or ArticleExtractor(),
            clock=clock,
            witness=witness,
            robots=robots,
            allowed=opened(allowed),
        )
        return {step.name: step async for step in trial.steps(address, selector=selector)}


def feed(*, date: str = DAY, text: str = "Soon.", count: int = 1) -> str:
    """Return a feed of teasers or of whole articles."""
    item = ITEM.replace("{date}", date).replace("{text}", text)
    return FEED.replace("{items}", item * count)


async def test_every_step_of_a_visit_to_a_feed_is_told() -> None:
    """Where it leads, what the site allows, what came, what is in it, and when it is due."""
    async with site({"/rss": feed(), "/a/1": ARTICLE, "/robots.txt": "User-agent: *"}) as home:
        steps = await walked(f"{home}rss")

    assert list(steps) == [
        "address",
        "robots.txt",
        "fetch",
        "shape",
        "entries",
        "article",
        "visits",
    ]
    assert {step.outcome for step in steps.values()} == {Outcome.OK}
    assert "leads to 127.0.0.1, which may be visited" in steps["address"].said
    assert steps["robots.txt"].said == "lets bots read this address"
    assert steps["fetch"].said.startswith("200, ")
    assert "of application/rss+xml in " in steps["fetch"].said
    assert steps["fetch"].said.endswith("; ETag to ask by")
    assert steps["shape"].facts["format"] == "RSS 2.0"
    assert "feed (RSS 2.0) at " in steps["shape"].said
    assert "which calls itself “Quay”" in steps["shape"].said
    assert steps["entries"].said == "1 entry, 1 dated, the newest of 2026-03-03 10:00 UTC"
    assert steps["article"].said.endswith("words, from its page: the feed has a teaser")
    assert "asks to be left alone for 1 hour" in steps["visits"].said
    assert steps["visits"].said.endswith("unchanged visits cost next to nothing")


async def test_whole_text_in_the_feed_fetches_no_page() -> None:
    """The article's page is not asked for, so that it need not even be there."""
    async with site({"/rss": feed(text=HARBOUR * 4, date="")}) as home:
        steps = await walked(f"{home}rss", obeys=False)

    assert steps["robots.txt"].outcome is Outcome.LEFT_OUT
    assert steps["entries"].outcome is Outcome.NOTE
    assert "without dates" in steps["entries"].said
    assert steps["article"].said.endswith("whole in the feed: its page is not fetched")


async def test_feed_that_a_page_names_is_told() -> None:
    """The page is fetched first, the feed is what is visited."""
    page = FRONT.replace(
        "<html>", '<html><link rel="alternate" type="application/rss+xml" href="/rss">'
    )
    async with site({"/p": page, "/rss": feed(), "/a/1": ARTICLE}) as home:
        steps = await walked(f"{home}p")

    assert f"feed (RSS 2.0) at {home}rss, which the page names" in steps["shape"].said


async def test_redirects_are_told() -> None:
    """For good, so that the new address may be noted; and what cannot be asked by is said."""
    moved = web.Response(status=301, headers={"Location": "/new"})
    async with site({"/rss": moved, "/new": FRONT}) as home:
        steps = await walked(f"{home}rss", selector="h3 a")

    assert f"redirected for good to {home}new; nothing to ask by next time" in steps["fetch"].said
    assert steps["fetch"].facts["redirects"] == [f"{home}new"]


@pytest.mark.parametrize(
    ("status", "headers", "said"),
    [
        (403, {"cf-mitigated": "challenge"}, "403: its guard, Cloudflare, wants proof that a"),
        (402, {}, "402: the page is behind a pay-wall"),
        (429, {"Retry-After": "7200"}, "come less often; not asked again for 2 hours"),
    ],
    ids=["challenge", "pay-wall", "rest"],
)
async def test_refusal_is_told_at_the_fetch(
    status: int, headers: dict[str, str], said: str
) -> None:
    """In words, and nothing is tried after it."""
    async with site({"/rss": web.Response(status=status, headers=headers)}) as home:
        steps = await walked(f"{home}rss")

    assert list(steps)[-1] == "fetch"
    assert steps["fetch"].outcome is Outcome.FAILED
    assert said in steps["fetch"].said


async def test_page_of_an_article_that_is_refused_is_told() -> None:
    """The feed's own words are what is left then."""
    refused = web.Response(status=403, headers={"cf-mitigated": "challenge"})
    async with site({"/rss": feed(), "/a/1": refused}) as home:
        steps = await walked(f"{home}rss")

    assert steps["article"].outcome is Outcome.NOTE
    assert "from the feed alone: its page says 403: its guard, Cloudflare" in steps["article"].said


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://10.0.0.1/rss", "private network"),
        ("ftp://a.example/rss", "only http and https"),
        ("http://nowhere.invalid/", "no such host as nowhere.invalid"),
        ("http://localhost/rss", "localhost"),
    ],
)
async def test_address_that_is_not_visited_is_told_first(address: str, said: str) -> None:
    """Whether it is written out or hidden behind a name."""
    steps = await walked(address)

    assert list(steps) == ["address"]
    assert steps["address"].outcome is Outcome.FAILED
    assert said in steps["address"].said


async def test_robots_close_a_page_but_no_feed() -> None:
    """A page that is closed cannot be visited; a feed is made for bots."""
    rules = "User-agent: *\nCrawl-delay: 0.1\nDisallow: /rss\nDisallow: /p"
    async with site({"/rss": feed(text=HARBOUR * 2), "/p": FRONT, "/robots.txt": rules}) as home:
        of_feed = await walked(f"{home}rss")
        of_page = await walked(f"{home}p")

    assert of_feed["robots.txt"].outcome is Outcome.NOTE
    assert "asks bots to stay away" in of_feed["robots.txt"].said
    assert of_feed["visits"].outcome is Outcome.OK
    assert list(of_page.values())[-1].outcome is Outcome.FAILED


async def test_robots_in_trouble_are_told() -> None:
    """Pages wait, feeds do not."""
    async with site({"/rss": feed(), "/robots.txt": web.Response(status=500)}) as home:
        steps = await walked(f"{home}rss")

    assert "cannot be read for now" in steps["robots.txt"].said


async def test_what_is_no_source_fails_at_its_shape() -> None:
    """With what to do."""
    async with site({"/rss": "<html><p>Hello", "/p": FRONT}) as home:
        steps = await walked(f"{home}rss")
        chosen = await walked(f"{home}p", selector="h9")

    assert list(steps)[-1] == "shape"
    assert "give the address of the site's feed" in steps["shape"].said
    assert "matches nothing on this page; without a selector" in chosen["shape"].said


async def test_source_without_any_article_cannot_be_used() -> None:
    """Neither in its pages nor in its own words; the first problem is said."""
    async with site({"/rss": feed()}) as home:
        steps = await walked(f"{home}rss", extractor=NoArticles())

    assert list(steps)[-1] == "article"
    assert steps["article"].outcome is Outcome.FAILED
    assert "none of its first entries gives an article: 404: the page is not" in (
        steps["article"].said
    )


async def test_feed_without_entries_can_be_used() -> None:
    """It may have some another day."""
    async with site({"/rss": feed(count=0)}) as home:
        steps = await walked(f"{home}rss")

    assert steps["entries"].outcome is Outcome.NOTE
    assert steps["article"].outcome is Outcome.LEFT_OUT
    assert steps["visits"].outcome is Outcome.OK


async def test_feed_of_the_future_is_noted() -> None:
    """Announcements are no news yet."""
    async with site({"/rss": feed(date="Tue, 03 Mar 2099 10:00:00 GMT")}) as home:
        steps = await walked(f"{home}rss")

    assert steps["entries"].said.endswith("which is yet to come")


async def test_search_is_visited_by_nobody() -> None:
    """It is asked by people alone."""
    async with site({"/find": feed(count=3)}) as home:
        steps = await walked(f"{home}find?q={{topic}}")

    assert steps["visits"].said == "none: it is asked when /latest finds nothing"


async def test_file_has_no_way_to_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Neither an address to look up nor a robots.txt."""
    file = tmp_path_factory.mktemp("pages") / "harbour.txt"
    file.write_text(f"Harbour of Delta reopens after strike\n\n{HARBOUR}\n")

    steps = await walked(str(file))

    assert list(steps) == ["shape", "entries", "article", "visits"]
    assert steps["shape"].said.startswith("files at ")


def test_pay_wall_is_named() -> None:
    """The article is there, but for most of it."""
    step = told(replace(article(), is_walled=True), entry(), "")

    assert step.outcome is Outcome.NOTE
    assert step.said.endswith("behind a pay-wall: only its beginning is shown")


@pytest.mark.parametrize("address", ["~nobody-at-all/x", "x" * 5000, "a\0b"])
async def test_what_cannot_be_a_file_is_an_address(address: str) -> None:
    """Nothing of it crashes a trial."""
    steps = await walked(address)

    assert [step.outcome for step in steps.values()] == [Outcome.FAILED]


async def test_desk_that_does_not_look_on_tells_less() -> None:
    """In chat the way there is not told, what is there is."""
    async with site({"/rss": feed(), "/a/1": ARTICLE}) as home:
        clock, workers = SystemClock(), InlineWorkers()
        async with HttpFetcher(clock, allow_private=[urlsplit(home).netloc]) as fetcher:
            trial = Trial(
                reader=SourceReader(fetcher, workers=workers),
                fetcher=fetcher,
                workers=workers,
                extractor=ArticleExtractor(),
                clock=clock,
            )
            steps = [step async for step in trial.steps(f"{home}rss")]

    assert [step.name for step in steps] == ["shape", "entries", "article", "visits"]
