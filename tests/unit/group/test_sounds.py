"""Promises of `bot.group.sounds`."""

import pytest

from bot.group.sounds import sound, sounds


@pytest.mark.parametrize(
    "spellings",
    [
        ("Nabil", "نبيل", "Набиль", "Ναμπίλ"),
        ("Farouk", "فاروق", "Фарук", "Φαρούκ"),
        ("Mansour", "منصور", "Мансур", "Mansur"),
        ("Sharif", "Scharif", "Chérif", "شريف", "Шариф"),
        ("Marko", "Марко", "Μάρκο", "מרקו", "ماركو"),
        ("Alexis", "Алексис", "Αλέξης"),
    ],
)
def test_a_name_sounds_alike_in_every_alphabet(spellings: tuple[str, ...]) -> None:
    """Consonants survive the way from one alphabet into another."""
    assert len({sound(name) for name in spellings}) == 1


def test_other_names_sound_otherwise() -> None:
    """Names with other consonants are told apart."""
    assert len({sound(name) for name in ("Mansour", "Haddad", "Nabil", "Lind", "Reed")}) == 5


def test_what_is_no_alphabet_has_no_sound() -> None:
    """Signs, figures and characters that stand for words are silent."""
    assert [sound(word) for word in ("港口", "41", "", "--")] == ["", "", "", ""]


def test_arabic_prefixes_come_off() -> None:
    """A name is heard through the article, "and", "in" and "to" that are written onto it."""
    for written in ("والمنصور", "بمنصور", "لمنصور", "فالمنصور"):
        assert sound("Mansour") in sounds(written)
