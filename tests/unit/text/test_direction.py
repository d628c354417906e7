"""Promises of `bot.text.direction`."""

import pytest

from bot.text.direction import END, LEFT_TO_RIGHT, MARK, RIGHT_TO_LEFT, Setting, isolated, setting


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("حلب", f"{RIGHT_TO_LEFT}حلب{END}"),
        (" חיפה, Haifa ", " חיפה, Haifa "),
        (" חיפה היום ", f" {RIGHT_TO_LEFT}חיפה היום{END} "),
        ("Aleppo (حلب)", "Aleppo (حلب)"),
        ("12 · 3", "12 · 3"),
        ("", ""),
    ],
)
def test_only_what_runs_from_right_to_left_is_set_apart(text: str, shown: str) -> None:
    """Most letters decide; the spaces that part it from its neighbours stay outside."""
    assert isolated(text) == shown


def test_a_sentence_takes_its_marks_with_it() -> None:
    """The line as a whole is set from right to left, and nothing in it is set apart again."""
    set_as = setting("قالت الشرطة. ", "قالت الشرطة. [1]")

    assert (set_as.before, set_as.after) == (MARK + RIGHT_TO_LEFT, END)
    assert set_as.piece("قالت الشرطة. ") == "قالت الشرطة. "


def test_figures_beside_a_name_stay_where_they_are() -> None:
    """In a line of both scripts every piece with a letter or figure is set apart."""
    set_as = setting(" ·  · 2 reports", "[1] البلد · [2] Port · 2 reports")

    assert set_as.before == set_as.after == ""
    assert set_as.piece("[1] البلد") == f"{RIGHT_TO_LEFT}[1] البلد{END}"
    assert set_as.piece(" · 2 reports") == f" {LEFT_TO_RIGHT}· 2 reports{END}"
    assert set_as.piece(" · ") == " · "


def test_lines_of_one_script_stay_as_they_are() -> None:
    """Where nothing runs from right to left there is nothing to keep apart."""
    set_as = setting("The police said. ", "The police said. [1]")

    assert set_as == Setting()
    assert set_as.piece("2 reports") == "2 reports"
