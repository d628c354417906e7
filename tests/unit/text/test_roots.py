"""Promises of `bot.text.roots`."""

import pytest

from bot.text.roots import apart, readings, root, rooted, spellings


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("harbours", "harbor", None),
        ("sept", "september", "en"),
        ("munchen", "muenchen", "de"),
        ("greves", "greve", "fr"),
        ("وبالمعارضة", "معارضة", "ar"),
        ("فللمعارضة", "المعارضة", "ar"),
        ("والميناء", "ميناء", None),
    ],
)
def test_forms_of_a_word_have_one_root(one: str, other: str, language: str | None) -> None:
    """Spelling, endings and what is written onto a word make no difference."""
    assert root(one, language) == root(other, language)


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [("الو", "و", "ar"), ("jane", "januarye", "en"), ("tyr", "tir", "en")],
)
def test_other_words_keep_their_own(one: str, other: str, language: str) -> None:
    """What only looks like a joined word, a short form or another spelling stays."""
    assert root(one, language) != root(other, language)


def test_a_short_word_is_looked_for_as_it_is() -> None:
    """Two letters and an Arabic "and" before them would be another word."""
    assert rooted(("يد",)) == (("يد",),)


@pytest.mark.parametrize(
    "term", [("12", "tonnes"), ("a" * 30,), ("المعارضة",), ("one", "by", "one")]
)
def test_what_is_no_word_is_not_taken_apart(term: tuple[str, ...]) -> None:
    """Numbers, endless words, longer runs and scripts that write nothing in one stay."""
    assert list(apart(term)) == []


def test_small_words_are_no_parts() -> None:
    """A word is not taken apart where a part says nothing: "for ward"."""
    assert ("for", "ward") not in spellings(("forward",))
    assert ("wild", "fire") in spellings(("wildfire",))


def test_forms_that_the_index_takes_for_one_stand_once() -> None:
    """English endings make no second search."""
    assert readings(("dock",)) == (("dock",),)
    assert ("harbors",) in readings(("harbours",))
    assert ("mt", "lind") in readings(("mount", "lind"))
