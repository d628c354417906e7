"""Promises of the parts of `bot.condense.model` that need no endpoint."""

import subprocess
import sys

import pytest

from bot.condense._model_answer import Draft, drafts
from bot.condense._model_compressing import is_compressed
from bot.condense._model_offer import MOST_CHARACTERS, offer
from bot.condense._model_verified import verified
from bot.models import Budget
from tests.builders import article
from tests.standins.model_stories import story

TOLL = "Nine passengers, two of them children, were injured on Monday, the coast guard said."
PLAN = "The ferry company may suspend the line to Salin until Friday, its director said."
GERMAN = "Die Fähre Alma ist am Montag vor Marrow auf Grund gelaufen, teilte die Küstenwache mit."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (TOLL, "en"),
        ("Nine passengers were injured, the coast guard said.", "en"),
        ("The coast guard said that nine passengers were injured on Monday.", "en"),
        (f"{TOLL.removesuffix('.')}, and {PLAN}", "en"),
        ("Die Fähre Alma ist vor Marrow auf Grund gelaufen, teilte die Küstenwache mit.", "de"),
    ],
)
def test_what_only_shortens_and_joins_is_told_apart(text: str, language: str) -> None:
    """Words are taken out, clauses joined, and who says so may come first."""
    assert is_compressed(text, [TOLL, PLAN, GERMAN], language)


@pytest.mark.parametrize(
    "text",
    [
        "Nine passengers were killed, the coast guard said.",
        "Nine passengers were injured before Monday, the coast guard said.",
        "The ferry company will suspend the line to Salin.",
        "The ferry company may not suspend the line to Salin.",
        "Nine passengers may suspend the line to Salin.",
        "The coast guard injured nine passengers.",
        "Two children were injured after nine passengers.",
    ],
)
def test_what_puts_in_a_word_or_turns_some_round_is_no_shortening(text: str) -> None:
    """Whatever of it stands somewhere: each clause is left over from one sentence."""
    assert not is_compressed(text, [TOLL, PLAN], "en")


def test_an_answer_of_many_sentences_is_read_to_an_end() -> None:
    """Twenty are more than any briefing tells."""
    rows = ", ".join(50 * ['{"text": "It rained.", "cites": [1]}'])
    found = drafts(f"[{rows}]", offered=1)

    assert found is not None
    assert (len(found.kept), found.refused) == (20, 30)


def test_what_is_offered_has_an_end() -> None:
    """In characters too: our own choice comes before the rest."""
    names = ("Aldera", "Brunnau", "Corvin", "Delta", "Elsing", "Farrow", "Gorm", "Hadda", "Ilm")
    seas = ("north", "south", "east", "west")
    text = "\n\n".join(
        f"{name} lost a ferry in the {sea} with {word * 40} aboard, its harbour office said."
        for name in names
        for sea in seas
        for word in (f"{name.lower()} {sea} crew ",)
    )
    given = offer(story(article(text=text)), budget=Budget(), told=None, may_paraphrase=False)

    assert all(one in given.sentences or len(one.text) > 600 for one in given.own.sentences)
    assert sum(len(one.text) for one in given.sentences) <= MOST_CHARACTERS


def test_within_words_what_does_not_fit_is_passed_over() -> None:
    """A long sentence does not keep a short one out that comes after it."""
    told = story(
        article(
            text=(
                "The ferry Alma ran aground off Marrow on Monday with 214 people aboard.\n\n"
                "Nine passengers were injured, the coast guard said.\n\n"
                "The harbour office of Marrow closed the harbour."
            )
        )
    )
    budget = Budget(sentences=None, words=18)
    given = offer(told, budget=budget, told=None, may_paraphrase=False)
    wordings = [Draft(text=one.text, cites=(at,)) for at, one in enumerate(given.sentences, 1)]
    made = verified(wordings, given, worded_by="m")

    assert sum(len(one.text.split()) for one in made.summary.sentences) <= 18


@pytest.mark.parametrize(
    ("part", "library", "said"),
    [
        ("condense.model", "openai", 'pip install "newsdesk[llm]"'),
        ("embed.minilm", "tokenizers", 'pip install "newsdesk[embeddings]"'),
    ],
)
def test_without_its_extra_a_part_says_how_to_get_it(part: str, library: str, said: str) -> None:
    """And its module can be imported all the same."""
    program = (
        f"import sys; sys.modules['{library}'] = None\n"
        f"from bot.{part} import create\n"
        "from bot.config import Settings\n"
        "try: create(getattr(Settings(), sys.argv[1]), None)\n"
        "except Exception as error: print(error)"
    )
    table = "condense" if part.startswith("condense") else "group"
    ran = subprocess.run(  # noqa: S603 — our own program
        [sys.executable, "-c", program, table], capture_output=True, text=True, check=True
    )

    assert said in ran.stdout


def test_a_sentence_that_points_back_is_told_after_what_it_points_at() -> None:
    """And dropped where that is not told right before it."""
    told = story(
        article(
            text=(
                "The harbour master Tom Reyes closed the harbour of Marrow on Monday.\n\n"
                "He named the storm as the reason, the harbour office said.\n\n"
                "Ferries to Salin wait outside the breakwater, the ferry company said."
            )
        )
    )
    given = offer(told, budget=Budget(), told=None, may_paraphrase=False)
    texts = [one.text for one in given.sentences]
    wordings = [Draft(text=text, cites=(at,)) for at, text in enumerate(texts, 1)]
    in_order = verified(wordings, given, worded_by="m").summary
    turned = verified(wordings[1:] + wordings[:1], given, worded_by="m")

    assert [one.text for one in in_order.sentences] == texts
    assert turned.fell_back == any(text.startswith("He ") for text in texts)
