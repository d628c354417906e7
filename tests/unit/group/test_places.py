"""Promises of `bot.group.places`."""

import pytest

from bot.group.places import Places
from bot.text.aliases import Aliases

PLACES = Places(
    Aliases((
        ("New Arden", "Nieuw Arden"),
        ("Vienna", "Wien", "Вена", "فيينا"),
        ("Tripoli", "Tripolis"),
        ("Tripolis", "Tripoli"),
        ("Ost", "EU"),
    ))
)  # fmt: skip


@pytest.mark.parametrize("name", ["vienna", "wien", "вене", "вены", "فيينا"])
def test_every_name_of_a_thing_is_one_word(name: str) -> None:
    """Names in other languages lead to the first one, and inflected Russian ones too."""
    assert PLACES.get(name) == "vienna"


def test_a_name_of_two_things_stands_for_the_first() -> None:
    """Which it is nobody knows; what matters is that it is always the same."""
    assert PLACES.get("tripolis") == "tripoli"


@pytest.mark.parametrize("name", ["arden", "nieuw", "eu", "", "graz"])
def test_what_is_no_name_of_one_word_is_not_known(name: str) -> None:
    """Longer names are compared word by word, and very short ones are words elsewhere."""
    assert PLACES.get(name) is None


def test_without_aliases_nothing_is_known() -> None:
    """The list is the desk's to give."""
    assert Places().get("vienna") is None
