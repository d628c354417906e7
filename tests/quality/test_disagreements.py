"""How well disagreements are told from later reports, on stories of our own: floors that rise.

Each story says which two sentences stand against each other, by words that stand in one alone.
The sample newsroom is measured too: `python bench/newsroom.py --shown`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bench.newsroom import disagreements_found
from bot.compose.disagreements import disagreements
from bot.models import Disagreement, Story
from tests.builders import NOW, article, story

PRECISION, RECALL = 1.0, 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A story, and the pairs of sentences that stand against each other."""

    story: Story
    texts: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]


def load() -> tuple[Case, ...]:
    """Return the stories."""
    rows = json.loads(Path(__file__).with_name("disagreements.json").read_text("utf-8"))
    return tuple(_case(row) for row in rows)


def _case(row: Mapping[str, Any]) -> Case:
    reports = [
        article(
            f"{row['name']}-{number}",
            outlet=one["outlet"],
            language=one["language"],
            title=one["text"].split(".", maxsplit=1)[0],
            text=one["text"],
            at=NOW + timedelta(hours=one["hours"]),
        )
        for number, one in enumerate(row["reports"])
    ]
    return Case(
        story=story(row["name"], *reports),
        texts=tuple(one.text for one in reports),
        pairs=tuple((one, other) for one, other in row["differ"]),
    )


CASES = load()
BY_NAME = pytest.mark.parametrize("case", CASES, ids=lambda case: case.story.id)


def pair_of(found: Disagreement, case: Case) -> tuple[str, str] | None:
    """Return the expected pair that a disagreement gives."""
    texts = [side.sentence.text for side in found.sides]
    for pair in case.pairs:
        if all(any(words in text for text in texts) for words in pair):
            return pair
    return None


def test_expectations_stand_in_their_texts() -> None:
    """The stories expect nothing that they do not say."""
    for case in CASES:
        for pair in case.pairs:
            for words in pair:
                assert sum(words in text for text in case.texts) == 1, words


def test_disagreements_are_found_and_nothing_else() -> None:
    """Over all stories nearly all that differs is found, and little that does not."""
    right = wrong = 0
    for case in CASES:
        pairs = [pair_of(one, case) for one in disagreements(case.story)]
        right += len({pair for pair in pairs if pair})
        wrong += sum(pair is None for pair in pairs)

    assert right / (right + wrong) >= PRECISION
    assert right / sum(len(case.pairs) for case in CASES) >= RECALL


@BY_NAME
def test_what_no_one_disputes_is_none(case: Case) -> None:
    """A later report, a copy, another thing and an old figure are no disagreements."""
    if not case.pairs:
        assert disagreements(case.story) == ()


def test_the_newsroom_disagrees_as_labelled() -> None:
    """In the sample newsroom what is found is labelled, and what is labelled is found."""
    precision, recall = disagreements_found()

    assert precision.share >= PRECISION
    assert recall.share == 1.0
