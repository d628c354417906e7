"""Promises of `bot.group.likeness`."""

from dataclasses import replace
from math import log

from bot.group.abroad import Abroad
from bot.group.background import background
from bot.group.likeness import Likeness
from bot.group.marks import features_of
from bot.group.prints import print_of
from bot.group.window import Window
from bot.models import Article
from tests.unit.group.newsroom import (
    BRIDGE_IN_GERMAN,
    ELECTION,
    STRIKE,
    STRIKE_IN_GERMAN,
    STRIKE_TOLD_AGAIN,
    article,
)


def likeness(one: Article, other: Article) -> float:
    """Return how likely two articles are one event among those of the newsroom."""
    abroad = Abroad()
    window = Window()
    for each in (one, other, ELECTION):
        abroad.add(window.add(print_of(each)), features_of(each))
    return Likeness(window, abroad=abroad).strength(0, 1)


def test_likeness_holds_both_ways() -> None:
    """It makes no difference which article is asked about."""
    assert likeness(STRIKE, STRIKE_TOLD_AGAIN) == likeness(STRIKE_TOLD_AGAIN, STRIKE) > 0.5


def test_days_apart_make_it_less_likely() -> None:
    """Each day between two reports counts against one event, and ten rule it out."""
    later = [
        replace(STRIKE_TOLD_AGAIN, published_at=article("x", "", days=days).dated_at)
        for days in (0, 2, 11)
    ]
    found = [likeness(STRIKE, each) for each in later]

    assert found == sorted(found, reverse=True)
    assert found[-1] == 0.0


def test_days_tell_openings_apart_more_than_full_reports() -> None:
    """Three days between full reports count for less than between teasers."""
    drops = []
    for length in (0, 150):
        one, at_once = (
            replace(each, text=f"{each.text} {' '.join(f'{mark}{at}' for at in range(length))}")
            for each, mark in ((STRIKE, "x"), (STRIKE_TOLD_AGAIN, "y"))
        )
        later = replace(at_once, published_at=article("z", "", days=3.2).dated_at)
        drops.append(log_odds(likeness(one, at_once)) - log_odds(likeness(one, later)))

    assert drops[0] > 2 > drops[1] > 0


def log_odds(chance: float) -> float:
    """Return how many times likelier it is than not, as a logarithm."""
    return log(chance / (1 - chance))


def test_languages_do_not_meet_without_being_told_how() -> None:
    """A window that knows nothing of other languages finds nothing there."""
    window = Window([print_of(each) for each in (STRIKE, STRIKE_IN_GERMAN)])

    assert Likeness(window).strength(0, 1) == 0.0


def test_names_and_numbers_cross_languages() -> None:
    """A German report is known by its names and numbers; a name alone is not enough."""
    few = article("few", "Mara Lind tritt zurück", language="de")

    assert likeness(STRIKE, STRIKE_IN_GERMAN) > 0.5
    assert likeness(STRIKE, BRIDGE_IN_GERMAN) < 0.1
    assert likeness(STRIKE, few) == 0.0


def test_headlines_are_compared_with_headlines() -> None:
    """Two bare headlines are alike by their words, and not at all when they share none."""
    one = article("a", "Port of Delta shut by strike")

    assert likeness(one, article("b", "Strike shuts port of Delta")) > 0.5
    assert likeness(one, article("c", "Rain at the weekend")) == 0.0
    assert likeness(one, article("d", "")) == 0.0


def test_strengths_name_only_what_may_belong_together() -> None:
    """Asked about one article, its likely companions are found and nothing else."""
    window = Window([print_of(each) for each in (STRIKE, STRIKE_TOLD_AGAIN, ELECTION)])

    found = Likeness(window).strengths([0, 1])

    assert found[0].keys() == {1}
    assert found[0][1] == found[1][0]


def test_a_word_that_all_use_makes_no_companions() -> None:
    """Sixty reports with one common word between them are not even compared."""
    reports = [article(f"r{at}", f"w{at}a w{at}b", f"Minister w{at}c w{at}d.") for at in range(60)]
    window = Window([print_of(each) for each in reports])

    assert not Likeness(window).strengths(range(60))


def test_a_report_that_is_older_than_it_says_is_compared_by_its_true_day() -> None:
    """The days given in place of the printed ones are those that count."""
    window = Window([print_of(each) for each in (STRIKE, STRIKE_TOLD_AGAIN)])
    day = window.prints[0].day

    assert Likeness(window, days={1: day + 11}).strength(0, 1) == 0.0
    assert Likeness(window, days={1: day}).strength(0, 1) > 0.5


def test_a_headline_is_compared_with_headlines_of_its_language_alone() -> None:
    """Two headlines of the same letters in two languages are strangers until told otherwise."""
    one = article("a", "Port of Delta shut by strike")
    window = Window([print_of(one), print_of(replace(one, language="de"))])

    assert not Likeness(window).strengths([0, 1])


def test_the_background_knows_common_words() -> None:
    """Words of every news day are common before any article is seen."""
    assert background()["polic"] > background().get("harbour", 0)
