"""Promises of `bot.text.aliases`: things under all their names."""

from importlib.resources import files

import pytest

from bot.text.aliases import NO_ALIASES, Aliases, parse_aliases
from bot.text.topics import ABOUT, fit, parse_topic

KNOWN = Aliases(
    parse_aliases(
        """
        # places
        Aleppo, Halab, Alep, حلب, 阿勒颇  # the city
        South Korea, Südkorea, كوريا الجنوبية
        The Hague, Den Haag, La Haye
        Georgia, Грузия
        Georgia, Джорджия
        Morocco, Fas, المغرب
        """
    )
)


def about(typed: str, title: str, language: str = "en") -> bool:
    """Say whether a title is about what was typed."""
    topic = KNOWN.of(parse_topic(typed))
    return fit(topic, title=title, text="", outlet="", language=language) >= ABOUT


@pytest.mark.parametrize(
    ("typed", "title", "language"),
    [
        ("aleppo", "Le marché d'Alep rouvre", "fr"),
        ("aleppo", "سوق بحلب يفتح أبوابه", "ar"),
        ("aleppo", "阿勒颇市场重新开放", "zh"),
        ("حلب", "Halab's market reopens", "en"),
        ("south korea market", "Südkorea öffnet seinen Market", "de"),
        ("korea", "South Korea opens", "en"),
        ('"south korea"', "Südkorea öffnet", "de"),
        ("the hague", "La Haye attend", "fr"),
        ("georgia", "Грузия ждёт", "ru"),
        ("georgia", "Джорджия ждёт", "ru"),
        ("morocco", "أمطار في المغرب", "ar"),
        ("morocco", "أمطار للمغرب", "ar"),
    ],
)
def test_a_thing_is_found_under_its_other_names(typed: str, title: str, language: str) -> None:
    """In any language, as a word or as a phrase, with what is written as one with it."""
    assert about(typed, title, language)


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("south", "Südkorea"),
        ("korea", "Südkorea"),
        ("aleppo bridge", "Halab's market reopens"),
        ("morocco", "Fas et nefas"),
        ("aleppo -market", "Halab's market reopens"),
    ],
)
def test_a_name_stands_for_its_own_words_alone(typed: str, title: str) -> None:
    """Part of a name is no name, and the rest of the topic still counts."""
    assert not about(typed, title)


def test_a_topic_that_names_nothing_known_stays_as_it_is() -> None:
    """Without other names there is nothing to add."""
    topic = parse_topic("harbour strike")

    assert KNOWN.of(topic) is topic
    assert NO_ALIASES.of(topic) is topic


def test_a_line_with_one_name_is_refused() -> None:
    """The message says which line, and what to write."""
    with pytest.raises(ValueError, match="line 2: “Halab” has no other name; write two"):
        parse_aliases("Aleppo, Alep\nHalab,\n")


@pytest.mark.parametrize("name", ["things.txt", "aliases.txt"])
def test_our_own_lists_can_be_read(name: str) -> None:
    """Every line of the lists that come with the desk has two names or more."""
    assert len(parse_aliases(files("bot").joinpath(name).read_text("utf-8"))) > 100
