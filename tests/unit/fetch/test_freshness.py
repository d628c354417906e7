"""How long servers and feeds ask to be left alone."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.fetch.freshness import LONGEST, fresh_for, longest, wishes

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
SUNDAY = frozenset(range(144, 168))


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({}, None),
        ({"Cache-Control": "max-age=600"}, 10 * MINUTE),
        ({"Cache-Control": 'Public,Max-Age="600"'}, 10 * MINUTE),
        ({"Cache-Control": "s-maxage=600"}, None),
        ({"Cache-Control": "max-age=600, no-cache"}, None),
        ({"Cache-Control": "no-store", "Expires": "Tue, 24 Nov 2026 13:00:00 GMT"}, None),
        ({"Cache-Control": "max-age=0", "Expires": "Tue, 24 Nov 2026 13:00:00 GMT"}, None),
        ({"Cache-Control": "max-age=600", "Age": "540"}, MINUTE),
        ({"Cache-Control": "max-age=600", "Age": "900"}, None),
        ({"Cache-Control": "max-age=600", "Age": "old"}, 10 * MINUTE),
        ({"Cache-Control": "max-age=31536000"}, LONGEST),
        ({"Expires": "Tue, 24 Nov 2026 12:05:00 GMT"}, 5 * MINUTE),
        ({"Expires": "Tue, 24 Nov 2026 11:05:00 GMT"}, None),
        ({"Expires": "0"}, None),
        (
            # A server whose clock is an hour behind.
            {
                "Date": "Tue, 24 Nov 2026 11:00:00 GMT",
                "Expires": "Tue, 24 Nov 2026 11:05:00",
            },
            5 * MINUTE,
        ),
    ],
)
def test_headers_say_how_long_a_page_stays(headers: dict[str, str], wait: timedelta | None) -> None:
    """Ages and dates are understood, nonsense is not, and no page stays longer than a day."""
    assert fresh_for(headers, now=NOON) == wait


@pytest.mark.parametrize(
    ("head", "wait"),
    [
        ("<ttl>60</ttl>", 60 * MINUTE),
        ("<TTL> 5 </TTL>", 5 * MINUTE),
        ("<ttl>0</ttl>", None),
        ("<ttl>soon</ttl>", None),
        ("<ttl>999999999</ttl>", LONGEST),
        ("<sy:updatePeriod>hourly</sy:updatePeriod>", 60 * MINUTE),
        (
            "<sy:updatePeriod> hourly </sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>",
            15 * MINUTE,
        ),
        (
            "<s:updatePeriod>daily</s:updatePeriod><s:updateFrequency>0</s:updateFrequency>",
            LONGEST,
        ),
        ("<sy:updatePeriod>sometimes</sy:updatePeriod>", None),
        ("<ttl>5</ttl><sy:updatePeriod>hourly</sy:updatePeriod>", 60 * MINUTE),
        ("", None),
    ],
)
def test_feed_says_how_long_to_stay_away(head: str, wait: timedelta | None) -> None:
    """The longer of the waits that a feed asks for counts."""
    assert wishes(f"<rss><channel>{head}<item></item></channel></rss>").fresh_for == wait


def test_feed_says_when_to_stay_away() -> None:
    """Hours are of every day, days are whole, and what is neither is nothing."""
    hours = "<skipHours><hour>3</hour><hour>24</hour><hour>99</hour></skipHours>"
    days = "<skipDays><day>Sunday</day><day>Someday</day></skipDays>"

    found = wishes(f"<rss><channel>{hours}{days}<item>").quiet_hours

    assert found == SUNDAY | {day * 24 + hour for day in range(7) for hour in (0, 3)}


def test_entries_ask_for_nothing() -> None:
    """What stands in an entry is not about the feed."""
    assert wishes("<rss><item><ttl>60</ttl></item>").fresh_for is None


def test_longest_of_none_is_none() -> None:
    """Where nothing is asked there is no wait."""
    assert longest(None, None) is None
