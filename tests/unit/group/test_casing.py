"""Promises of `bot.group.casing`."""

import pytest

from bot.group.casing import Casing, told_apart


@pytest.mark.parametrize(
    "title",
    [
        "Pilots Walk Out Over Pay In Delta",
        "Delta port shut",
        "PORT SHUT BY STRIKE OF PILOTS",
        "Port of the sea is",
        "إضراب في ميناء دلتا",
    ],
)
def test_headlines_that_tell_nothing_are_left_out(title: str) -> None:
    """Capitalised throughout, too short, or of an alphabet without capitals."""
    assert told_apart(title, "en")[0] == []


def test_the_first_word_and_figures_tell_nothing() -> None:
    """A first word is a capital one anyhow; what is no letter is neither."""
    assert told_apart("Storm drives 41 ships off “Delta” coast -", "en") == (
        ["delta"],
        ["drive", "ship", "coast"],
    )


def test_a_name_weighs_more_than_a_word() -> None:
    """The more often it was seen with a capital, the more."""
    casing = Casing([
        ("Pilots walk out in Delta", "en"),
        ("Ferries wait off Delta for pilots", "en"),
        ("Mayor calls the Pilots back to Delta", "en"),
    ])  # fmt: skip

    assert casing.weight("delta") > casing.weight("pilot") > casing.weight("walk")
