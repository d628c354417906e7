"""Reading feeds: what the feed and its server say beside the entries."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.fetch.reader import SourceReader
from bot.models import Visit
from bot.workers.inline import InlineWorkers
from tests.builders import NOW
from tests.unit.fetch.pages import FEED, PagesAtHand, page, source

ADDRESS, NEW_HOME = "https://quay.example/rss", "https://quay.example/feed"
HOUR = timedelta(hours=1)
SKIPS = "<skipHours><hour>2</hour></skipHours>"


@pytest.mark.parametrize(
    ("served", "waits"), [(None, HOUR), (HOUR / 2, HOUR), (2 * HOUR, 2 * HOUR)]
)
async def test_feed_and_server_say_when_to_come_back(
    served: timedelta | None, waits: timedelta
) -> None:
    """The longer of what the feed and its server ask for counts; quiet hours are the feed's."""
    feed = FEED.replace("<language>", f"<ttl>60</ttl>{SKIPS}<language>")
    at_hand = replace(page(ADDRESS, feed), fresh_for=served)

    reading = await SourceReader(PagesAtHand({ADDRESS: at_hand}), workers=InlineWorkers()).read(
        source("feed", ADDRESS)
    )

    assert reading.fresh_for == waits
    assert reading.quiet_hours == {day * 24 + 2 for day in range(7)}


async def test_feed_that_moved_for_good_is_read_there() -> None:
    """The new address is told with the reading, and is the one asked at the next visit."""
    feed = source("feed", ADDRESS)
    pages = PagesAtHand(
        {
            ADDRESS: replace(page(NEW_HOME, FEED), moved_to=NEW_HOME),
            NEW_HOME: page(NEW_HOME, FEED),
        }
    )

    first = await SourceReader(pages, workers=InlineWorkers()).read(feed)
    visit = Visit(source=feed.id, next_at=NOW, moved_to=first.moved_to)
    second = await SourceReader(pages, workers=InlineWorkers()).read(feed, visit)

    assert pages.asked == [ADDRESS, NEW_HOME]
    assert [one.id for one in first.entries] == [one.id for one in second.entries]
