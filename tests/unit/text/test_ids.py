"""Promises of `bot.text.ids`."""

from bot.text.ids import article_name, short_id


def test_the_same_parts_give_the_same_name() -> None:
    """A name depends on nothing but its parts."""
    assert short_id("st", "herald", "1") == short_id("st", "herald", "1")


def test_parts_are_kept_apart() -> None:
    """Moving a character from one part to the next gives another name."""
    assert short_id("st", "ab", "c") != short_id("st", "a", "bc")


def test_a_name_is_the_prefix_and_ten_digits() -> None:
    """Names are short enough for a button."""
    name = short_id("st", "ü\ud800")

    assert name.startswith("st")
    assert len(name) == 12


def test_a_link_names_its_article_whoever_links() -> None:
    """Two sources that link to the same page name one article, whatever tracks the reader."""
    plain = article_name("", "herald", url="https://a.example/1", entry="7")
    tracked = article_name("", "courier", url="https://A.example/1?utm_source=x", entry="8")

    assert plain == tracked


def test_an_entry_without_a_link_is_named_within_its_source() -> None:
    """The same number in two sources without links is two articles."""
    own = article_name("", "herald", url="", entry="7")

    assert own != article_name("", "courier", url="", entry="7")
    assert own != article_name("", "herald", url="", entry="8")


def test_what_few_may_read_has_another_name() -> None:
    """A workspace's own copy of a page never stands in for everyone's."""
    ours = article_name("W1", "herald", url="https://a.example/1", entry="7")

    assert ours != article_name("", "herald", url="https://a.example/1", entry="7")
