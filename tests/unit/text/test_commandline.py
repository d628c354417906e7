"""Promises of `bot.text.commandline`."""

import pytest

from bot.text.commandline import command_line, tokens


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("latest", [("", "latest")]),
        ("count:3", [("count", "3")]),
        ("Count:3", [("count", "3")]),
        ('topic:"port strike"', [("topic", "port strike")]),
        ("topic:“port strike”", [("topic", "port strike")]),
        ('topic:"port', [("topic", "port")]),
        ("08:00 source:delta", [("", "08:00"), ("", "source:delta")]),
        ('-"port strike"', [("", '-"port strike"')]),
        ('-source:"Delta Herald"', [("", '-source:"Delta Herald"')]),
        ("-count:3", [("", "-count:3")]),
        ("- a", [("", "-"), ("", "a")]),
        ("topic:", [("", "topic:")]),
        ("a\x00b", [("", "ab")]),
        ('""', [("", '""')]),
        ("", []),
    ],
)
def test_a_line_is_taken_apart(line: str, expected: list[tuple[str, str]]) -> None:
    """Names, quotations and free words are told apart, whatever quotes a phone types."""
    assert tokens(line, ["count", "topic"]) == expected


def test_values_are_quoted_where_they_need_it() -> None:
    """Only values with spaces are quoted, and empty ones are left out."""
    line = command_line(["news", "story"], {"story": "s1", "view": " ", "since": "last  week"})

    assert line == 'news story story:s1 since:"last week"'


@pytest.mark.parametrize("value", ['say "no" now', "say “no” now", "«no» now", "a\x00b c"])
def test_quotes_in_a_value_do_not_break_the_line(value: str) -> None:
    """A value with quotes of any kind is read back as one value."""
    line = command_line(["latest"], {"topic": value})

    assert [name for name, _ in tokens(line, ["topic"])] == ["", "topic"]
