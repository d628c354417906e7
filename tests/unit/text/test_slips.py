"""Promises of `bot.text.slips`: mistyped words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text.slips import nearest, one_slip_away, slips_between

NEWS = {"harbour": 40, "aleppo": 7, "klitschko": 2, "strike": 12, "حلب": 3, "港口": 2, "aceh": 5}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("harbuor", "harbour"),
        ("alepo", "aleppo"),
        ("klichko", "klitschko"),
        ("acheh", "aceh"),
        ("striek", "strike"),
        ("xarbour", "harbour"),
        ("football", None),
        ("stroke", "strike"),
        ("alp", None),
    ],
)
def test_a_slip_is_taken_for_the_nearest_word(typed: str, meant: str | None) -> None:
    """One slip in a short word, two in a long one; what is near nothing stays unknown."""
    assert nearest(typed, NEWS) == meant


def test_of_equally_near_words_the_commonest_is_meant() -> None:
    """A word that begins alike comes before the commoner one."""
    assert nearest("porte", {"ports": 3, "porto": 9}) == "porto"
    assert nearest("cort", {"port": 9, "cord": 1}) == "cord"


@pytest.mark.parametrize("word", ["harbour", "حلب", "гавань", "λιμάνι", "港口", "हार", ""])
def test_words_one_slip_away_are_found_from_either_side(word: str) -> None:
    """In every script what lies one slip away is reached."""
    for slip in one_slip_away(word):
        assert slips_between(word, slip) == 1


@given(st.text("abc", max_size=8), st.text("abc", max_size=8))
def test_the_distance_is_one_of_a_kind(one: str, other: str) -> None:
    """It is symmetric, nothing between equals, and at most the longer word's length."""
    found = slips_between(one, other)
    assert found == slips_between(other, one)
    assert (found == 0) == (one == other)
    assert found <= max(len(one), len(other))
