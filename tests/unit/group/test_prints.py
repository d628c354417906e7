"""Promises of `bot.group.prints`."""

from bot.group.prints import VIEWS, Stems, print_of
from tests.unit.group.newsroom import STRIKE, article


def test_an_article_is_seen_from_six_sides() -> None:
    """Words, headline, lede, names, pairs and numbers are told apart."""
    views = dict(zip(VIEWS, print_of(STRIKE).views, strict=True))

    assert "union" in views["all"]
    assert "union" not in views["lede"]
    assert views["title"].keys() == {"pilot", "strike", "shut", "port", "delta"}
    assert {"mara", "lind", "delta"} <= views["names"].keys()
    assert "harbour pilot" in views["bigrams"]
    assert "port author" not in views["bigrams"]
    assert "over" not in views["all"]


def test_numbers_are_kept_apart_from_words() -> None:
    """A number of two digits or more is evidence, a single digit is not."""
    seen = print_of(article("n", "41 ships, 7 days, 2,310 votes"))

    assert seen.views[5].keys() == {"41", "2310"}
    assert not any(term[0].isdigit() for term in seen.views[0])


def test_a_repeated_word_counts_a_little_more() -> None:
    """Counts are damped, however often a word is repeated."""
    once, often = (print_of(article("r", "x", "port " * times)).views[0] for times in (1, 500))

    assert 1.0 == once["port"] < often["port"] < 10


def test_an_article_without_text_is_bare() -> None:
    """A headline alone is compared as one."""
    assert print_of(article("b", "Port shut")).is_bare
    assert not print_of(STRIKE).is_bare


def test_only_the_beginning_of_a_book_is_read() -> None:
    """A text without end costs no more than a long article."""
    seen = print_of(article("long", "x", "port " * 5_000 + "lighthouse"))

    assert "lighthous" not in seen.views[0]


def test_without_capitals_any_word_may_be_a_name() -> None:
    """A script that does not tell names apart is compared by all its words in their place."""
    arabic = print_of(article("ar", "إضراب في ميناء دلتا", "أغلق الميناء.", language="ar"))

    assert arabic.views[3] == arabic.views[0] != {}


def test_no_more_words_are_remembered_than_asked() -> None:
    """When there are too many all are forgotten, and found again when they are met again."""
    stems = Stems("en", most=2)

    assert [stems[word] for word in ("ports", "the", "ships", "ports")] == [
        "port",
        "",
        "ship",
        "port",
    ]
    assert set(stems) == {"ships", "ports"}
