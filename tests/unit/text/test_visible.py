"""Promises of `bot.text.visible`."""

import pytest

from bot.text.visible import one_line, visible


@pytest.mark.parametrize(
    "hidden", ["\u200b", "\u202e", "\u2066", "\ufeff", "\x00", "\x07", "\ue000"]
)
def test_what_cannot_be_seen_is_gone(hidden: str) -> None:
    """Zero-width, direction-turning, control and private characters are dropped."""
    assert visible(f"har{hidden}bour") == "harbour"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85"])
def test_lines_stay_lines(line_end: str) -> None:
    """Every kind of line end becomes a plain one."""
    assert visible(f"one{line_end}two") == "one\ntwo"


@pytest.mark.parametrize("space", ["\t", "\x0b", "\x0c"])
def test_odd_white_space_still_parts_words(space: str) -> None:
    """A tab or page break between words leaves a space."""
    assert visible(f"one{space}two") == "one two"


def test_an_accent_finds_its_letter_again() -> None:
    """A letter and its accent that something hidden kept apart are composed."""
    assert visible("cafe\u200b\u0301") == "café"


def test_joiners_stay() -> None:
    """Persian words and joined emoji keep their joiners."""
    assert visible("می\u200cخواهم") == "می\u200cخواهم"


def test_one_line_has_one_line() -> None:
    """White space of any kind and number becomes one space."""
    assert one_line("  Port \n\n\t of\u00a0 Delta ") == "Port of Delta"


@pytest.mark.parametrize(
    ("limit", "shown"), [(14, "Harbour closed"), (9, "Harbour…"), (1, "…"), (0, ""), (-3, "")]
)
def test_a_limit_is_kept(limit: int, shown: str) -> None:
    """A line that is too long is cut and says so; never longer than asked."""
    assert one_line("Harbour closed", limit=limit) == shown
