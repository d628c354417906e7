"""Promises of `bot.group.marks`."""

import pytest

from bot.group.marks import FIGURE, NAME, PAIR, features_of, has_capitals
from bot.group.places import Places
from bot.text.aliases import Aliases
from tests.unit.group.newsroom import STRIKE, STRIKE_IN_GERMAN, article


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The damage is 2.4 million crowns.", "en"),
        ("Der Schaden beträgt 2,4 Millionen Kronen.", "de"),
        ("Les dégâts atteignent 2,4 millions de couronnes.", "fr"),
        ("Los daños son de 2,4 millones de coronas.", "es"),
    ],
)
def test_a_figure_is_the_same_in_every_language(text: str, language: str) -> None:
    """Commas, points and number words make no difference to a value."""
    assert features_of(article("f", "", text, language=language)).figures == {
        "count:2400000": FIGURE
    }


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("There were 57 ships.", FIGURE),
        ("There were twelve ships.", NAME),
        ("There were 300 ships.", NAME),
        ("It rose by 7.5 per cent.", FIGURE),
        ("It cost $57.", FIGURE),
        ("It began at 2:40 in the dark.", FIGURE),
        ("It began at 14:00 sharp.", NAME),
        ("It is planned for 16 October.", NAME),
        ("It has stood since 1974.", NAME),
    ],
)
def test_plain_figures_count_little(text: str, counts: int) -> None:
    """Small and round figures, years, days and full hours are in every other text."""
    assert list(features_of(article("f", "", text)).figures.values()) == [counts]


def test_names_are_known_across_alphabets() -> None:
    """A full name in Latin letters is heard in a text whose alphabet has no capitals."""
    english = features_of(article("e", "Vote in Tarim", "Council head Nabil Farouk spoke."))
    arabic = features_of(article("a", "تصويت", "قال نبيل فاروق إن المجلس", language="ar"))

    shared = english.heard.keys() & arabic.heard.keys()

    assert {arabic.heard[mark] for mark in shared} == {PAIR}
    assert not arabic.written


def test_a_long_name_is_enough_by_itself() -> None:
    """One word of four consonants or more is heard, a shorter one is not."""
    features = features_of(article("e", "In Halvenport", "They met Reed in Halvenport."))

    assert list(features.heard) == ["lfnprt"] or list(features.heard) == ["hlfnpr"]


@pytest.mark.parametrize("name", ["Vienna", "Wien", "Vienne", "Viena", "فيينا", "Вене"])
def test_a_place_is_known_by_each_of_its_names(name: str) -> None:
    """What other languages call a city makes no difference."""
    places = Places(Aliases((("Vienna", "Wien", "Vienne", "Viena", "فيينا", "Вена"),)))

    assert features_of(article("p", f"x in {name}"), places).heard.get("@vienna", 0) == NAME


def test_full_names_stand_beside_their_words() -> None:
    """Two words of a name together are a mark of their own, as written."""
    english, german = features_of(STRIKE).written, features_of(STRIKE_IN_GERMAN).written

    assert {"mara", "lind", "mara lind"} <= english.keys() & german.keys()


def test_text_in_no_alphabet_has_no_capitals() -> None:
    """Figures alone do not tell the alphabet."""
    assert not has_capitals("41 - 42")
    assert has_capitals("Порт Дельта")
