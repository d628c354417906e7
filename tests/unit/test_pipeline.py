"""Promises of `bot.pipeline`: gathering."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.errors import FormatError, SourceError, StatusError, StoreError
from bot.models import Entry, Page, Source
from bot.schedule.rhythm import EVERY
from bot.schedule.visits import FIRST_ENTRIES
from tests.builders import (
    DAY,
    HARBOUR,
    HARBOUR_LATER,
    HOUR,
    NOW,
    OBSERVATORY,
    RIVER,
    article,
    entry,
    source,
)
from tests.desks import OpenDesk, opened_desk

HERALD = source()
COURIER = source("Quay Courier", id="courier", address="https://courier.example/feed")
LONG = HARBOUR * 4


@pytest.fixture
async def desk() -> AsyncIterator[OpenDesk]:
    """A desk with one source."""
    async with opened_desk() as opened:
        await opened.store.sources.save(HERALD)
        yield opened


async def titles(desk: OpenDesk) -> list[list[str]]:
    """Return the titles of what is filed, story by story."""
    stories = await desk.store.library.stories(since=NOW - 30 * DAY, audience=None)
    return [[one.title for one in story.articles] for story in stories]


async def test_what_a_source_offers_is_filed(desk: OpenDesk) -> None:
    """A round visits what is due, files its articles as stories, and counts them."""
    desk.reader.offer(HERALD.address, entry("e1"), entry("e2", title="Comet", text=OBSERVATORY))

    gathered = await desk.pipeline.gather()

    assert (gathered.sources, gathered.failed, gathered.articles) == (1, 0, 2)
    assert sorted(await titles(desk)) == [["Comet"], ["Harbour of Delta reopens after strike"]]


async def test_a_second_round_adds_nothing(desk: OpenDesk) -> None:
    """A source is left alone until it is due, and what is known is not taken again."""
    desk.reader.offer(HERALD.address, entry("e1", text=LONG))

    await desk.pipeline.gather()
    at_once = await desk.pipeline.gather()
    desk.clock.advance(EVERY)
    when_due = await desk.pipeline.gather()

    assert (at_once.sources, when_due.sources, when_due.articles) == (0, 1, 0)
    assert len(await titles(desk)) == 1


async def test_a_visit_is_conditional_on_the_last(desk: OpenDesk) -> None:
    """The reader is handed what the last visit left behind."""
    desk.reader.offer(HERALD.address, entry("e1"))

    await desk.pipeline.gather()
    desk.clock.advance(EVERY)
    await desk.pipeline.gather()

    last = desk.reader.visits[-1]
    assert last is not None
    assert (last.last_at, last.etag) == (NOW, "v0")


async def test_the_first_visit_takes_the_newest_alone(desk: OpenDesk) -> None:
    """A source's backlog is no news."""
    desk.reader.offer(HERALD.address, *(entry(f"e{at}", text=f"{at} {LONG}") for at in range(40)))

    assert (await desk.pipeline.gather()).articles == FIRST_ENTRIES


async def test_the_second_visit_takes_what_is_new_alone(desk: OpenDesk) -> None:
    """The backlog that the first visit left is no news at the second either."""
    dated = [entry(f"e{at}", text=f"{at} {LONG}", at=NOW - at * HOUR) for at in range(40)]
    desk.reader.offer(HERALD.address, *dated[1:])
    await desk.pipeline.gather()
    desk.clock.advance(EVERY)
    desk.reader.offer(HERALD.address, *dated)

    assert (await desk.pipeline.gather()).articles == 1


async def test_backlog_without_dates_stays_left(desk: OpenDesk) -> None:
    """A page of links may name no day: what stood there when it was added is never news."""
    old = [entry(f"e{at}", text=f"{at} {LONG}", at=None) for at in range(40)]
    desk.reader.offer(HERALD.address, *old)
    await desk.pipeline.gather()
    desk.clock.advance(EVERY)
    desk.reader.offer(HERALD.address, *old[:20], entry("new", text=f"new {LONG}", at=None))

    assert (await desk.pipeline.gather()).articles == 1


async def test_a_source_that_failed_is_still_at_its_first_visit(desk: OpenDesk) -> None:
    """Only a visit that succeeded ends the first one."""
    desk.reader.readings[HERALD.address] = SourceError(HERALD.address, "no answer")
    await desk.pipeline.gather()
    desk.clock.advance(EVERY)
    desk.reader.offer(HERALD.address, *(entry(f"e{at}", text=f"{at} {LONG}") for at in range(40)))

    assert (await desk.pipeline.gather()).articles == FIRST_ENTRIES


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (FormatError(COURIER.address, "no feed is there"), "no feed is there"),
        (StatusError(COURIER.address, 500, "the server is down"), "the server is down"),
        (ZeroDivisionError("a bug"), "reading it failed here; the log says how"),
    ],
)
async def test_a_failing_source_does_not_stop_the_others(
    desk: OpenDesk, error: Exception, said: str
) -> None:
    """It is recorded with its problem and left alone for a while; the others are filed."""
    await desk.store.sources.save(COURIER)
    desk.reader.readings[COURIER.address] = error
    desk.reader.offer(HERALD.address, entry())

    gathered = await desk.pipeline.gather()

    visit = (await desk.store.sources.visits())[COURIER.id]
    assert (gathered.sources, gathered.failed, gathered.articles) == (2, 1, 1)
    assert (visit.error, visit.failures, visit.next_at) == (said, 1, NOW + EVERY)


async def test_a_source_that_is_gone_is_paused(desk: OpenDesk) -> None:
    """It is not visited again, and keeps the reason."""
    gone = StatusError(HERALD.address, 410, "410: the page is gone for good")
    desk.reader.readings[HERALD.address] = gone
    await desk.pipeline.gather()
    desk.clock.advance(DAY)

    gathered = await desk.pipeline.gather()

    visits = await desk.store.sources.visits()
    assert gathered.sources == 0
    assert [one.paused for one in await desk.store.sources.all()] == [True]
    assert visits[HERALD.id].error == "410: the page is gone for good"


async def test_a_source_that_was_removed_meanwhile_stays_removed(desk: OpenDesk) -> None:
    """Pausing brings nothing back."""
    gone = StatusError(HERALD.address, 410, "410: the page is gone for good")
    desk.reader.readings[HERALD.address] = gone
    await desk.store.sources.remove(HERALD.id)

    await desk.pipeline.gather([HERALD])

    assert await desk.store.sources.all() == ()


async def test_a_server_that_asks_for_time_is_left_alone(desk: OpenDesk) -> None:
    """Until the time it asked for has passed it is not visited."""
    asked = StatusError(HERALD.address, 429, "slow down", retry_after=timedelta(hours=2))
    desk.reader.readings[HERALD.address] = asked
    await desk.pipeline.gather()

    desk.clock.advance(HOUR)

    assert (await desk.pipeline.gather()).sources == 0


async def test_an_unusable_store_ends_the_round(desk: OpenDesk) -> None:
    """That is nobody's fault but ours: no source is blamed for it."""
    desk.reader.readings[HERALD.address] = StoreError("the disk is full")

    with pytest.raises(StoreError, match="the disk is full"):
        await desk.pipeline.gather()

    assert await desk.store.sources.visits() == {}


async def test_each_source_is_told_of(desk: OpenDesk) -> None:
    """Progress names each source with what it brought or why it could not be read."""
    await desk.store.sources.save(COURIER)
    desk.reader.readings[COURIER.address] = SourceError(COURIER.address, "no answer")
    desk.reader.offer(HERALD.address, entry())
    told: list[tuple[str, int, str]] = []

    def progress(source: Source, articles: int, error: SourceError | None) -> None:
        told.append((source.name, articles, error.problem if error else ""))

    await desk.pipeline.gather(progress=progress)

    assert sorted(told) == [("Delta Herald", 1, ""), ("Quay Courier", 0, "no answer")]


async def test_named_sources_are_visited_whether_due_or_not(desk: OpenDesk) -> None:
    """Whoever asks for a source gets it now, and no other."""
    await desk.pipeline.gather()

    assert (await desk.pipeline.gather([HERALD])).sources == 1
    assert (await desk.pipeline.gather([])).sources == 0


async def test_a_teaser_is_read_on_its_page(desk: OpenDesk) -> None:
    """An entry that brings a teaser is fetched, one that brings its article is not."""
    teaser, full = entry("e1", text="Soon."), entry("e2", title="Comet", text=LONG)
    desk.fetcher.pages[teaser.url] = Page(url=teaser.url, body=HARBOUR.encode())

    articles = await desk.pipeline.articles(HERALD, [teaser, full])

    assert [one.text for one in articles] == [HARBOUR, LONG]
    assert desk.fetcher.asked == [teaser.url]


async def test_a_page_that_cannot_be_had_leaves_the_teaser(desk: OpenDesk) -> None:
    """The entry's own words are better than nothing."""
    (only,) = await desk.pipeline.articles(HERALD, [entry("e1", text="Soon.")])

    assert only.text == "Soon."


async def test_an_entry_with_its_page_needs_no_fetch(desk: OpenDesk) -> None:
    """A file, or an article that is its own source, comes with its page."""
    page = Page(url="pier.txt", body=HARBOUR.encode())

    (only,) = await desk.pipeline.articles(HERALD, [entry("e1", text="", page=page)])

    assert (only.text, desk.fetcher.asked) == (HARBOUR, [])


async def test_an_entry_without_an_article_is_left_out(desk: OpenDesk) -> None:
    """What holds no article is skipped, the rest is filed."""
    articles = await desk.pipeline.articles(HERALD, [entry("e1", text=""), entry("e2", text=LONG)])

    assert [one.text for one in articles] == [LONG]


async def test_an_entry_that_breaks_the_extractor_is_left_out(
    desk: OpenDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    """The other entries of its source are filed, and it is not tried at every visit."""
    broken = Page(url=entry("e1").url, body=b"\xff")
    desk.fetcher.pages = {broken.url: broken}
    desk.reader.offer(HERALD.address, entry("e1", text=""), entry("e2", text=LONG))

    first = await desk.pipeline.gather()
    desk.clock.advance(HOUR)
    await desk.pipeline.gather()

    assert (first.failed, first.articles) == (0, 1)
    assert desk.fetcher.asked == [broken.url]
    assert capsys.readouterr().out.count("work.crashed") == 1


async def test_a_page_without_an_article_is_fetched_once(desk: OpenDesk) -> None:
    """What held no article is not fetched again at the next visit."""
    desk.reader.offer(HERALD.address, entry("e1", text=""))

    await desk.pipeline.gather()
    desk.clock.advance(HOUR)
    await desk.pipeline.gather()

    assert len(desk.fetcher.asked) == 1


async def test_nothing_offered_is_nothing_filed(desk: OpenDesk) -> None:
    """A source may have no entries at present."""
    gathered = await desk.pipeline.gather()

    assert (gathered.sources, gathered.articles) == (1, 0)


async def test_a_private_source_s_articles_are_private(desk: OpenDesk) -> None:
    """What a workspace added for itself is filed for it alone."""
    private = source("River notes", id="notes", address="https://notes.example", audience=RIVER)

    await desk.pipeline.file(await desk.pipeline.articles(private, [entry()]))

    everyone = await desk.store.library.stories(since=NOW - DAY, audience=source().audience)
    river = await desk.store.library.stories(since=NOW - DAY, audience=RIVER)
    assert (len(everyone), len(river)) == (0, 1)


async def test_a_new_report_joins_its_story(desk: OpenDesk) -> None:
    """Stories outlive a run: the id stays when a report comes in hours later."""
    await desk.add(article("a1"))
    (before,) = await desk.store.library.stories(since=NOW - DAY, audience=None)

    again = article("a2", outlet="Quay Courier", text=f"{HARBOUR} More ships wait.", at=NOW + HOUR)
    await desk.add(again)

    (after,) = await desk.store.library.stories(since=NOW - DAY, audience=None)
    assert after.id == before.id
    assert [one.id for one in after.articles] == ["a1", "a2"]


async def test_another_event_is_another_story(desk: OpenDesk) -> None:
    """What is about something else stands by itself."""
    await desk.add(article("a1"), article("a2", title="Comet found", text=OBSERVATORY))

    assert len(await titles(desk)) == 2


def full(name: str, title: str = "Harbour of Delta: pilots walk out") -> Entry:
    """Return an entry that brings its article."""
    return entry(name, title=title, text=HARBOUR_LATER * 4)


async def test_two_sources_with_one_link_bring_one_article(desk: OpenDesk) -> None:
    """Visited at once, they still file the page once."""
    await desk.store.sources.save(COURIER)
    shared = full("shared")
    desk.reader.offer(HERALD.address, shared)
    desk.reader.offer(COURIER.address, shared)

    await desk.pipeline.gather()

    assert await titles(desk) == [[shared.title]]
