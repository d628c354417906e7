"""Floors for condensing on a pinned corpus of our own: they only rise.

Each text is a page as the extractor gives it, title first. Its expectations name what three
sentences must tell, by words that stand in one sentence only, and what they may never tell.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.compose.check import check
from bot.condense.extractive import condensed
from bot.condense.lead import led
from bot.models import Article, ArticleId, Budget, SourceId, Story, StoryId, Summary
from bot.text.attribution import attribution, is_claim, is_orphan

FOLDER = Path(__file__).parent / "condensing"
MUST_TELL = 17  # of the facts that the corpus expects
LEAD_TELLS_AT_MOST = 4  # of them: the corpus is one where the beginning does not do


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A page and what its summary owes."""

    name: str
    article: Article
    tells: tuple[str, ...]
    never: tuple[str, ...]

    @property
    def story(self) -> Story:
        """The page as a story of its own."""
        return Story(id=StoryId(self.name), articles=(self.article,))


def case(path: Path) -> Case:
    """Return the case of a text file and the expectations beside it."""
    expected = json.loads(path.with_suffix(".expected.json").read_text("utf-8"))
    title, _, text = path.read_text("utf-8").partition("\n\n")
    article = Article(
        id=ArticleId(path.stem),
        source=SourceId("corpus"),
        outlet="Corpus",
        url="",
        title=title,
        text=text.strip(),
        fetched_at=datetime(2026, 11, 24, tzinfo=UTC),
        language=expected["language"],
    )
    return Case(
        name=path.stem,
        article=article,
        tells=tuple(expected["tells"]),
        never=tuple(expected["never"]),
    )


CASES = [case(path) for path in sorted(FOLDER.glob("*.txt"))]
BY_NAME = pytest.mark.parametrize("page", CASES, ids=lambda page: page.name)


def told_in(summary: Summary, page: Case) -> list[str]:
    """Return the expected facts that a summary tells."""
    return [words for words in page.tells if any(words in one.text for one in summary.sentences)]


def test_expectations_stand_in_their_texts() -> None:
    """The corpus expects nothing that its own texts do not say."""
    for page in CASES:
        for words in (*page.tells, *page.never):
            assert page.article.text.count(words) == 1, words


def test_hard_news_is_told() -> None:
    """Tolls, accusations and moved plans are found in at least so many cases."""
    told = sum(len(told_in(condensed(one.story, budget=Budget()), one)) for one in CASES)
    led_told = sum(len(told_in(led(one.story, budget=Budget()), one)) for one in CASES)

    assert told >= MUST_TELL
    assert led_told <= LEAD_TELLS_AT_MOST


def test_the_battle_page_gives_its_three_attributed_facts() -> None:
    """The toll with the observatory, the accusation with the spokesman, the meeting that moved."""
    (page,) = (one for one in CASES if one.name == "aleppo")

    summary = condensed(page.story, budget=Budget())

    assert len(told_in(summary, page)) == 3
    for sentence in summary.sentences:
        said = attribution(sentence.text, "en")
        assert said is not None
        assert said.speaker
        assert not said.is_pronoun


@BY_NAME
def test_nothing_unfit_is_told(page: Case) -> None:
    """No orphan quotation, no leaning sentence, no aside, and all of it is borne out."""
    summary = condensed(page.story, budget=Budget())
    text = " ".join(one.text for one in summary.sentences)

    assert not [words for words in page.never if words in text]
    assert not any(is_orphan(one.text, page.article.language) for one in summary.sentences)
    assert check(summary, {page.article.id: page.article}) == ()


@BY_NAME
def test_a_claim_keeps_its_speaker(page: Case) -> None:
    """What is claimed is told with who claims it."""
    language = page.article.language

    for sentence in condensed(page.story, budget=Budget()).sentences:
        said = attribution(sentence.text, language)
        assert not is_claim(sentence.text, language) or (said is not None and said.speaker)
