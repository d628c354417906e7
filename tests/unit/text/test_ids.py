"""Promises of `bot.text.ids`."""

from bot.text.ids import short_id


def test_the_same_parts_give_the_same_name() -> None:
    """A name depends on nothing but its parts."""
    assert short_id("st", "herald", "1") == short_id("st", "herald", "1")


def test_parts_are_kept_apart() -> None:
    """Moving a character from one part to the next gives another name."""
    assert short_id("st", "ab", "c") != short_id("st", "a", "bc")


def test_a_name_is_the_prefix_and_ten_digits() -> None:
    """Names are short enough for a button."""
    name = short_id("st", "ü\ud800")

    assert name.startswith("st")
    assert len(name) == 12
