"""Promises of `bot.compose.check.harming`."""

import pytest

from bot.compose.check.harming import harmed
from tests.claims import claim


@pytest.mark.parametrize(
    ("language", "text", "cited"),
    [
        ("en", "Nine people died and 12 were hurt.", "The fire killed nine people and injured 12."),
        ("en", "The fire left nine dead.", "Nine lost their lives and 12 were wounded."),
        ("en", "Nine people were aboard.", "Nine people were hurt."),
        ("en", "Nine people, two of them children, died.", "The fire killed nine people."),
        ("de", "Bei dem Brand starben neun Menschen.", "Neun Tote hat der Brand gefordert."),
        ("de", "Die neun Menschen sind verletzt.", "Die neun Verletzten liegen in der Klinik."),
        ("fr", "Neuf personnes ont été tuées.", "L'incendie a fait neuf morts."),
        ("es", "Murieron nueve personas.", "El incendio dejó nueve muertos."),
        ("ar", "قتل 6 أشخاص.", "قتل 6 أشخاص وأصيب 17 آخرون."),
    ],
)
def test_the_same_harm_stands(language: str, text: str, cited: str) -> None:
    """Who was harmed may be told in other words."""
    assert not [*harmed(claim(text, cited, language=language))]


@pytest.mark.parametrize(
    ("language", "text", "cited", "detail"),
    [
        ("en", "Nine people were hurt.", "The fire killed nine people and injured 12.", "dead"),
        ("en", "The fire killed 12 people.", "The fire killed nine people and injured 12.", "hurt"),
        ("en", "Nine people are missing.", "Nine people were arrested.", "held"),
        ("de", "14 Menschen sind getötet worden.", "14 Menschen wurden verletzt.", "hurt"),
        ("fr", "L'incendie a fait neuf blessés.", "L'incendie a fait neuf morts.", "dead"),
        ("es", "Nueve personas murieron.", "Hubo nueve heridos.", "hurt"),
        ("ar", "أصيب 6 أشخاص.", "قتل 6 أشخاص وأصيب 17 آخرون.", "dead"),
    ],
)
def test_another_harm_is_found(language: str, text: str, cited: str, detail: str) -> None:
    """The same number of other victims is a wrong figure."""
    [found] = harmed(claim(text, cited, language=language))

    assert found.rule == "figure"
    assert f"as {detail}," in found.detail
