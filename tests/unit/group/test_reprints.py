"""Promises of `bot.group.reprints`."""

from collections.abc import Sequence

from bot.group.prints import print_of
from bot.group.reprints import reprints
from bot.group.window import Window
from bot.models import Article
from tests.unit.group.newsroom import ELECTION, STRIKE, STRIKE_CUT, STRIKE_TOLD_AGAIN, article


def found(articles: Sequence[Article], fresh: Sequence[int]) -> list[tuple[int, int]]:
    """Return the copies among articles."""
    return reprints(Window([print_of(each) for each in articles]), fresh)


def test_a_cut_report_is_a_copy_and_a_retold_one_is_not() -> None:
    """Only the same words make a copy."""
    assert found([STRIKE, STRIKE_TOLD_AGAIN, STRIKE_CUT, ELECTION], [2, 3]) == [(0, 2)]


def test_known_articles_are_not_compared_again() -> None:
    """Each pair has a fresh article in it."""
    assert found([STRIKE, STRIKE_CUT, ELECTION], [2]) == []


def test_page_furniture_makes_no_copy() -> None:
    """Two reports under one long footer stay two reports."""
    footer = " Sign up for our letter and follow the Delta Herald wherever you read your news."
    one = article("a", "x", STRIKE.text + footer)
    other = article("b", "y", ELECTION.text + footer)

    assert found([one, other], [0, 1]) == []
