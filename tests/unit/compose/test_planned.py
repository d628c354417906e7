"""Promises of `bot.compose.planned`: the days that a text names."""

from datetime import UTC, date, datetime

from bot.compose.planned import day_and_month, days_of

THURSDAY = datetime(2026, 10, 15, tzinfo=UTC)


def test_dates_without_a_year_are_of_the_nearest() -> None:
    """A day that few years have is of the one that has it."""
    near = datetime(2027, 10, 15, tzinfo=UTC)

    assert [one.day for one in days_of("It is due on 3 January.", at=THURSDAY)] == [
        date(2027, 1, 3)
    ]
    assert [one.day for one in days_of("Due on 29 February.", at=near)] == [date(2028, 2, 29)]
    assert days_of("Due on 31 February.", at=THURSDAY) == ()


def test_a_day_is_named_in_full() -> None:
    """A weekday with its date, a "tomorrow" as its date, in the language of the text."""
    found = days_of("Der Rat tagt morgen, er wird am Montag wählen.", at=THURSDAY, language="de")

    assert [one.words for one in found] == ["16. Oktober", "Montag 19. Oktober"]
    assert day_and_month(date(2026, 5, 1), "es") == "1 de mayo"
    assert day_and_month(date(2026, 5, 1), "pt") == "1 May"
