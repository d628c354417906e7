"""Promises of `bot.group.headlines`."""

import pytest

from bot.group.headlines import _MOST_WORDS, Headlines
from bot.group.prints import print_of
from bot.group.rarity import Rarity
from bot.group.window import Window
from bot.models import Article
from tests.unit.group.newsroom import STRIKE, article


def headlines(*articles: Article) -> Headlines:
    """Return articles as headlines, by their place in the row."""
    window = Window([print_of(each) for each in articles])
    days = {place: one.day for place, one in window.prints.items()}
    return Headlines(window, Rarity(window), days=days)


def test_a_headline_between_two_brings_them_together() -> None:
    """Two that share no word are alike when a third has words of both."""
    one, other = article("a", "Port of Delta shut"), article("b", "Harbour pilots walk out")
    bridge = article("c", "Port of Delta shut as harbour pilots walk out")

    assert headlines(one, other).strength(0, 1) == 0.0
    assert headlines(one, other, bridge).strength(0, 1) > 0.3


def test_likeness_of_headlines_holds_both_ways() -> None:
    """It makes no difference which of two headlines is asked about."""
    found = headlines(
        article("a", "Pilots' strike shuts port of Delta"),
        article("b", "Port of Delta shut by pilots' strike", days=1),
        article("c", "Tom Reed elected mayor of Arden"),
    )

    assert found.strengths(0) == {1: pytest.approx(found.strength(1, 0))}
    assert found.strengths(2) == {}


def test_days_apart_make_headlines_less_alike() -> None:
    """The same headline a week later is less likely the same event, and later is another."""
    strengths = [
        headlines(article("a", "Port shut"), article("b", "Port shut", days=days)).strength(0, 1)
        for days in (0, 5, 12)
    ]

    assert strengths[0] > strengths[1] > strengths[2] == 0.0


def test_full_reports_are_no_headlines() -> None:
    """A report with text lends no words and is not compared."""
    assert headlines(article("a", STRIKE.title), STRIKE).strengths(0) == {}


def test_languages_do_not_borrow_from_each_other() -> None:
    """A headline borrows from its own language, and where none is known from any."""
    german = article("b", "Port of Delta shut", language="de")

    assert headlines(article("a", "Port of Delta shut"), german).strengths(0) == {}
    assert headlines(article("a", "Port of Delta shut", language=None), german).strengths(0) != {}


def test_a_very_long_headline_keeps_its_weightiest_words() -> None:
    """However much is borrowed, no more words are compared than a few dozen."""
    long = " ".join(f"w{at}x" for at in range(_MOST_WORDS))
    found = headlines(article("a", long), article("b", f"{long} z"))

    assert 0.9 < found.strength(0, 1) <= 1.0
