"""Dates as feeds write them."""

from datetime import UTC, datetime

import pytest

from bot.fetch.dates import instant

MORNING = [
    "Tue, 24 Nov 2026 08:00:00 GMT",
    "Tue, 24 Nov 2026 09:00:00 +0100",
    "Tue, 24 Nov 2026 04:30:00 -0330",
    "Tue, 24 Nov 2026 08:00:00",
    "Tue, 24 Nov 2026 08:00 UT",
    "Tue, 24 Nov 2026 08:00:00 -0000",
    "Tue, 24 Nov 2026 08:00:00 +0000 (UTC)",
    "Tue, 24 Nov 2026 03:00:00 EST",
    "Tue, 24 Nov 2026 01:00:00 PDT",
    "Tue, 24 Nov 2026 09:00:00 CET",
    "Tue, 24 Nov 2026 09:00:00 GMT+1",
    "Tue, 24 Nov 2026 09:00:00 GMT+01:00",
    "Tue, 24 Nov 2026 09:00:00 +01:00",
    "Tue, 24 Nov 26 08:00:00 Z",
    "Tuesday, 24 November 2026 08:00:00 GMT",
    "Tuesday, 24-Nov-26 08:00:00 GMT",
    "Tue, Nov 24 2026 08:00:00 GMT",
    "Tue 24 Nov 2026 08:00:00 GMT",
    "Tue Nov 24 08:00:00 GMT 2026",
    "Tue Nov 24 08:00:00 2026",
    "Fri, 24 Nov 2026 08:00:00 GMT",
    "  24  Nov 2026\n 8:00:00 gmt ",
    "November 24, 2026 8:00 AM",
    "Nov 24, 2026, 8:00 am",
    "11/24/2026 8:00:00 AM",
    "24.11.2026 08:00",
    "2026/11/24 08:00:00",
    "2026-11-24 08:00:00.0",
    "2026-11-24 09:00:00 +0100",
    "2026-11-24T08:00Z",
    "2026-11-24T8:00:00Z",
    "2026-11-24T10:00:00+02",
    "20261124T080000Z",
    "2026-328T08:00:00Z",
    "2026-W48-2T08:00:00Z",
    "Di, 24 Nov 2026 09:00:00 +0100",
    "Dienstag, 24. November 2026 09:00 MEZ",
    "mar., 24 nov. 2026 09:00:00 +0100",
    "mardi 24 novembre 2026 08:00",
    "Wt, 24 lis 2026 09:00:00 +0100",
    "24 listopada 2026 08:00",
    "Вт, 24 ноя 2026 11:00:00 +0300",
    "24 ноября 2026 08:00",
    "Τρί, 24 Νοέ 2026 10:00:00 +0200",
    "2026-november-24T9:00+01:00",
    "2026. november 24. 08:00",
    "Sal, 24 Kas 2026 11:00:00 +0300",
    "2026년 11월 24일 17:00:00",
    "2026-11-24 오후 05:00:00",
]


@pytest.mark.parametrize("text", MORNING)
def test_morning_is_read_in_many_ways(text: str) -> None:
    """However a date is written, in whatever language, it is the same moment."""
    assert instant(text) == datetime(2026, 11, 24, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Mon, 23 Nov 2026 24:00:00 GMT", datetime(2026, 11, 24, tzinfo=UTC)),
        ("2026-11-23T24:00:00Z", datetime(2026, 11, 24, tzinfo=UTC)),
        ("Wed, 31 Dec 2025 23:59:60 GMT", datetime(2026, 1, 1, tzinfo=UTC)),
        ("2026-11-24", datetime(2026, 11, 24, tzinfo=UTC)),
        ("24 Nov 2026", datetime(2026, 11, 24, tzinfo=UTC)),
        ("2026-11", datetime(2026, 11, 1, tzinfo=UTC)),
        ("2026", datetime(2026, 1, 1, tzinfo=UTC)),
        ("Mi, 4 Mär 2026 10:00:00 GMT", datetime(2026, 3, 4, 10, tzinfo=UTC)),
        ("lun, 10 août 2026 10:00:00 +0200", datetime(2026, 8, 10, 8, tzinfo=UTC)),
        ("lun, 12 ene 2026 10:00:00 GMT", datetime(2026, 1, 12, 10, tzinfo=UTC)),
        ("gio, 14 mag 2026 10:00:00 GMT", datetime(2026, 5, 14, 10, tzinfo=UTC)),
        ("seg, 14 set 2026 10:00:00 -0300", datetime(2026, 9, 14, 13, tzinfo=UTC)),
        ("Παρ, 10 Ιούλ 2026 10:00:00 EST", datetime(2026, 7, 10, 15, tzinfo=UTC)),
        ("2026-július-3T9:15-05:00", datetime(2026, 7, 3, 14, 15, tzinfo=UTC)),
        ("24 Nov 2026 12:30 AM", datetime(2026, 11, 24, 0, 30, tzinfo=UTC)),
        ("24 Nov 2026 12:30 PM", datetime(2026, 11, 24, 12, 30, tzinfo=UTC)),
        ("24 Nov 70 08:00 GMT", datetime(1970, 11, 24, 8, tzinfo=UTC)),
        ("24 Nov 2026 08:00 +9999", datetime(2026, 11, 23, 18, tzinfo=UTC)),
        ("24 Nov 2026 08:00 NOSUCH", datetime(2026, 11, 24, 8, tzinfo=UTC)),
    ],
)
def test_edges_of_dates(text: str, moment: datetime) -> None:
    """What is at the edge of a day, a year or a zone is read as it is meant."""
    assert instant(text) == moment


@pytest.mark.parametrize(
    "text",
    [
        *("", "soon", "tomorrow at noon", "yesterday", "N/A", "1", "1" * 1000),
        *("0000-00-00 00:00:00", "0001-01-01T00:00:00+14:00", "2026-366", "2026-13-01"),
        *("Thu, 30 Feb 2026 08:00:00 GMT", "Tue, 24 Nix 2026 08:00:00 GMT"),
        *("Tue, 24 Foo 2026 08:00:00 +0100", "24 M 2026"),
        "9999-12-31T23:00:00-14:00",
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    """Words of today and tomorrow, and days that never were, are no date."""
    assert instant(text) is None
