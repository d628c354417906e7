"""Promises of `bot.text.times`."""

from datetime import UTC, datetime, time

import pytest

from bot.text.times import days_text, parse_days, parse_since, parse_time, parse_zone

NOW = datetime(2026, 11, 24, 12, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("8:30", time(8, 30)),
        ("08.05", time(8, 5)),
        ("6pm", time(18)),
        ("6:15 PM", time(18, 15)),
        ("12am", time(0)),
        ("12pm", time(12)),
        (" 23:59 ", time(23, 59)),
        ("0:00", time(0)),
    ],
)
def test_a_time_is_read_as_people_type_it(typed: str, meant: time) -> None:
    """Hours of both halves of the day, with a colon or a dot, are times."""
    assert parse_time(typed) == meant


@pytest.mark.parametrize(
    "typed", ["12", "", "24:00", "8:60", "0pm", "13pm", "aleppo", "8:3", "108:00"]
)
def test_what_is_no_time_is_none(typed: str) -> None:
    """A bare number stays a word of the topic, and no hour is made up."""
    assert parse_time(typed) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("mon", {0}),
        ("Monday", {0}),
        ("tues,thurs", {1, 3}),
        ("mon-fri", {0, 1, 2, 3, 4}),
        ("fri-mon", {4, 5, 6, 0}),
        ("saturday-sunday", {5, 6}),
        ("weekdays", {0, 1, 2, 3, 4}),
        ("weekends,mon", {5, 6, 0}),
        ("daily", {0, 1, 2, 3, 4, 5, 6}),
    ],
)
def test_days_are_read_as_people_type_them(typed: str, meant: set[int]) -> None:
    """Names of days, short or whole, lists and spans over the weekend are days."""
    assert parse_days(typed) == frozenset(meant)


@pytest.mark.parametrize(
    "typed",
    ["", ",", "mo", "money", "sunderland", "fridge", "mon-", "-fri", "mon-sunset", "mon.tue"],
)
def test_words_that_begin_like_a_day_are_no_days(typed: str) -> None:
    """A topic such as money is never mistaken for Monday."""
    assert parse_days(typed) is None


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (range(7), "every day"),
        (range(5), "mon-fri"),
        ((6, 5), "sat,sun"),
    ],
)
def test_days_are_said_in_words(days: tuple[int, ...], said: str) -> None:
    """Days are told by their short names, all and working days by a phrase."""
    assert days_text(frozenset(days)) == said


@pytest.mark.parametrize(
    ("typed", "zone", "begins"),
    [
        ("24h", "UTC", "2026-11-23T12:30:00+00:00"),
        ("3D", "UTC", "2026-11-21T12:30:00+00:00"),
        ("2 w", "UTC", "2026-11-10T12:30:00+00:00"),
        ("today", "Asia/Tokyo", "2026-11-23T15:00:00+00:00"),
        ("yesterday", "Europe/Berlin", "2026-11-22T23:00:00+00:00"),
        ("2026-11-20", "Europe/Berlin", "2026-11-19T23:00:00+00:00"),
        ("2026-11-20T08:00Z", "Europe/Berlin", "2026-11-20T08:00:00+00:00"),
    ],
)
def test_spans_and_dates_begin_in_the_reader_s_zone(typed: str, zone: str, begins: str) -> None:
    """A span counts back from now; a day begins at its midnight where the reader is."""
    assert parse_since(typed, NOW, zone) == datetime.fromisoformat(begins)


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("soon", "UTC"),
        ("", "UTC"),
        ("1000d", "UTC"),
        ("2026-02-30", "UTC"),
        ("0001-01-01", "Asia/Tokyo"),
        ("9999-12-31T23:59", "America/New_York"),
    ],
)
def test_what_is_no_moment_is_none(typed: str, zone: str) -> None:
    """Words, impossible dates and dates beyond the calendar give None, not an error."""
    assert parse_since(typed, NOW, zone) is None


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("europe/berlin", "Europe/Berlin"),
        ("America/New York", "America/New_York"),
        ("gmt", "GMT"),
        ("Europe/..", None),
        ("CEST", None),
        ("berlin", None),
        ("", None),
    ],
)
def test_a_zone_is_one_of_the_list(typed: str, zone: str | None) -> None:
    """Zones are known by their IANA names in any case, and by nothing else."""
    assert parse_zone(typed) == zone
