"""What stands above and below a text."""

import pytest

from bot.extract.edges import is_masthead, without_foot, without_head

BURNT = "The warehouse burnt for six hours before the fire brigade had it under control."


@pytest.mark.parametrize(
    "head",
    [
        [],
        ["Harbour burns"],
        ["Region", "“Harbour burns”", "Published"],
        ["Harbour burns", "By Ida Grange | 12 October 2026, 14:05"],
        ["Par Ida Grange - Publié le"],
        ["17 October 2026, 07:45, from Ida Grange"],
    ],
)
def test_heads_are_cut(head: list[str]) -> None:
    """Kicker, title, byline and date above the text are none of it."""
    assert without_head([*head, BURNT, "It is out."], ["Harbour burns", ""]) == [
        BURNT,
        "It is out.",
    ]


def test_first_paragraph_ends_the_search_for_a_title() -> None:
    """A title that stands below a paragraph is a subheading."""
    lines = [BURNT, "Harbour burns", "It is out."]

    assert without_head(lines, ["Harbour burns"]) == lines


def test_a_text_is_never_cut_away() -> None:
    """One line stays, whatever it is."""
    assert without_head(["Published"], []) == ["Published"]
    assert without_foot(["We bake cookies."], {"We bake cookies."}) == ["We bake cookies."]


@pytest.mark.parametrize("line", ["We bake biscuits.", "All rights reserved.", "Share"])
def test_feet_are_cut(line: str) -> None:
    """What stands beside a button, speaks of rights or is a control goes."""
    assert without_foot([BURNT, line], {"We bake biscuits."}) == [BURNT]


def test_long_lines_are_no_masthead() -> None:
    """A paragraph without a full stop is not taken for a byline."""
    assert not is_masthead("by the harbour " * 8)
