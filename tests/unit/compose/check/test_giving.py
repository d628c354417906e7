"""Promises of `bot.compose.check.giving`."""

import pytest

from bot.compose.check.giving import given_by
from tests.claims import rules


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "Regional radio put the toll at 13.", "Regional radio"),
        ("en", "The death toll was put at 13 by regional radio.", "regional radio"),
        ("de", "Den Schaden schätzt die Bahn auf zwei Millionen Euro.", "die Bahn"),
        ("de", "Die Bahn bezifferte den Schaden auf zwei Millionen Euro.", "Die Bahn"),
        ("fr", "La mairie a évalué les dégâts à deux millions d'euros.", "La mairie"),
        ("es", "El ayuntamiento cifró los daños en dos millones.", "El ayuntamiento"),
    ],
)
def test_who_gives_a_figure_is_known(language: str, text: str, speaker: str) -> None:
    """A toll or a damage has a giver, in the order of each language."""
    found = given_by(text, language)

    assert found is not None
    assert found.speaker == speaker


def test_what_nobody_gives_has_no_giver() -> None:
    """A sentence without a giver tells a fact."""
    assert given_by("Thirteen boats sank.", "en") is None


@pytest.mark.parametrize(
    "text", ["The Quay League put the toll at 13.", "The toll is 13.", "The toll stands at 13."]
)
def test_a_toll_keeps_its_giver(text: str) -> None:
    """A toll that one gives is neither another's nor a fact."""
    assert "attribution" in rules(text, "Regional radio put the toll at 13.")


def test_what_is_said_is_not_told_as_fact() -> None:
    """A named speaker is kept, but for a firm that speaks of itself."""
    cited = "Clinics on the east bank are out of plasma, the Blue Star said."
    own = "The company said it would close its plant in Lorn."

    assert rules("Clinics on the east bank are out of plasma.", cited) == {"attribution"}
    assert "attribution" not in rules("Veltran will close its plant in Lorn.", own)
