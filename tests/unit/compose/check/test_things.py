"""Promises of `bot.compose.check.things`."""

import pytest

from bot.compose.check.things import replaced
from tests.claims import claim


@pytest.mark.parametrize(
    ("language", "text", "cited"),
    [
        ("en", "Nine people died when a barge hit the ferry.", "Nine died as a barge hit a ferry."),
        ("en", "Two persons were hurt on the pier.", "Two people were hurt on the pier."),
        ("en", "The wage rise was agreed in Lorn.", "The pay rise was agreed in Lorn."),
        ("en", "A barge hit the pier at Sorn.", "A huge rusty river tanker hit the pier at Sorn."),
        ("en", "Nobody knows what the harvest was.", "A barge rammed the old ferry off Sorn."),
        ("en", "The union is weighing a long strike.", "The union is considering a long strike."),
        ("en", "The new and much larger dam holds.", "The old one holds."),
        ("en", "The firm of Ana Holm won the race.", "The firm of her sister won the race."),
    ],
)
def test_other_words_for_a_thing_stand(language: str, text: str, cited: str) -> None:
    """Likenesses, names, verbs and free retellings are no swaps."""
    assert not [*replaced(claim(text, cited, language=language))]


@pytest.mark.parametrize(
    ("language", "text", "cited", "words"),
    [
        (
            "en",
            "A patrol boat hit the pier at Sorn.",
            "A barge hit the pier at Sorn.",
            "patrol boat",
        ),
        (
            "en",
            "Lorries with 25 tonnes of rifles came.",
            "Lorries with 25 tonnes of tea came.",
            "rifles",
        ),
        (
            "de",
            "Im Ort sind elf Soldaten erkrankt.",
            "Im Ort sind elf Menschen erkrankt.",
            "soldaten",
        ),
        (
            "fr",
            "Le feu a pris dans une caserne de Lorn.",
            "Le feu a pris dans une usine de Lorn.",
            "caserne",
        ),
        (
            "es",
            "El fuego quemó un cuartel en Lorn.",
            "El fuego quemó un mercado en Lorn.",
            "cuartel",
        ),
    ],
)
def test_another_thing_is_found(language: str, text: str, cited: str, words: str) -> None:
    """A noun where the source has another is found."""
    [found] = replaced(claim(text, cited, language=language))

    assert (found.rule, found.words) == ("thing", words)
