"""Promises of `bot.compose.check.plans`."""

import pytest

from bot.compose.check.plans import planned
from tests.claims import claim


@pytest.mark.parametrize(
    ("language", "text", "cited"),
    [
        ("en", "The talks opened on Friday.", "The talks will open on Friday."),
        ("en", "The inquest began in Lorn.", "The inquest will now start in Lorn."),
        ("en", "The inquest was cancelled.", "The inquest will now start on Friday."),
        ("de", "Die Messe hat am Freitag geöffnet.", "Die Messe wird am Freitag öffnen."),
        ("de", "Die Messe wurde abgesagt.", "Die Messe wird am Freitag öffnen."),
        ("fr", "Le procès a commencé vendredi.", "Le procès va commencer vendredi."),
        ("es", "El juicio comenzó el viernes.", "El juicio va a comenzar el viernes."),
        ("ar", "بدأت المحادثات يوم الجمعة.", "ستبدأ المحادثات يوم الجمعة."),
    ],
)
def test_what_is_to_come_is_not_done(language: str, text: str, cited: str) -> None:
    """A plan is neither told as done nor as called off."""
    assert [
        one.rule in {"time", "modality"} for one in planned(claim(text, cited, language=language))
    ]


@pytest.mark.parametrize(
    ("language", "text", "cited"),
    [
        ("en", "The talks are due to open on Friday.", "The talks will open on Friday."),
        ("en", "The talks opened on Friday.", "The talks opened on Friday and will open again."),
        ("en", "The talks opened on Friday.", "The talks started and will be open to all."),
        ("en", "The fair was postponed.", "The fair will open on Friday, not on Monday."),
        ("en", "The fair was called off.", "The town cancelled its fair."),
        ("en", "The town scrapped its fair.", "The town abandons its fair."),
        ("en", "The town cancelled its fair.", "The town dropped its fair."),
        ("en", "The dam has failed.", "The dam will hold."),
        ("fr", "Le procès va commencer.", "Le procès commencera vendredi."),
        ("nl", "Het duurde lang.", "Het zal lang duren."),
    ],
)
def test_a_plan_may_be_told_otherwise(language: str, text: str, cited: str) -> None:
    """As a plan, as done where it is, or called off in other words."""
    assert not [*planned(claim(text, cited, language=language))]
