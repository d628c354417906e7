"""Floors for condensing on a pinned corpus of our own: they only rise.

Each text is a page as the extractor gives it, title first. Its expectations name what three
sentences must tell, by words that stand in one sentence only, and what they may never tell.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.compose.check import check
from bot.condense.extractive import condensed
from bot.condense.lead import led
from bot.models import Article, ArticleId, Budget, SourceId, Story, StoryId, Summary
from bot.text.attribution import attribution, is_claim, is_orphan

FOLDER = Path(__file__).parent / "condensing"
MUST_TELL = 33  # of the facts that the corpus expects
LEAD_TELLS_AT_MOST = 7  # of them: the corpus is one where the beginning does not do


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A page, or several of one story, and what the summary owes."""

    name: str
    articles: tuple[Article, ...]
    budget: Budget
    tells: tuple[str, ...]
    never: tuple[str, ...]
    days: dict[str, str]

    @property
    def story(self) -> Story:
        """The pages as a story."""
        return Story(id=StoryId(self.name), articles=self.articles)

    @property
    def text(self) -> str:
        """All that the pages say."""
        return "\n\n".join(article.text for article in self.articles)

    @property
    def language(self) -> str | None:
        """What it is written in."""
        return self.articles[0].language

    def summary(self) -> Summary:
        """Return the story told within its budget."""
        return condensed(self.story, budget=self.budget)


def page_of(path: Path) -> Case:
    """Return the case of a text file and the expectations beside it."""
    expected = json.loads(path.with_suffix(".expected.json").read_text("utf-8"))
    title, _, text = path.read_text("utf-8").partition("\n\n")
    row = {"outlet": "Corpus", "title": title, "text": text.strip(), **expected}
    return case(path.stem, expected, rows=[row])


def cluster_of(path: Path) -> Case:
    """Return the case of a file that holds several reports and what they owe."""
    expected = json.loads(path.read_text("utf-8"))
    return case(path.stem, expected, rows=expected["articles"])


def case(name: str, expected: dict[str, Any], *, rows: list[dict[str, Any]]) -> Case:
    """Return a case of articles; three sentences unless it gives a number of words."""
    words = expected.get("words")
    return Case(
        name=name,
        articles=tuple(
            article(row, f"{name}{number}", language=expected["language"])
            for number, row in enumerate(rows)
        ),
        budget=Budget(sentences=None, words=words) if words else Budget(),
        tells=tuple(expected["tells"]),
        never=tuple(expected["never"]),
        days=expected.get("days", {}),
    )


def article(row: dict[str, Any], name: str, *, language: str) -> Article:
    """Return the article of a row."""
    published = row.get("published")
    return Article(
        id=ArticleId(name),
        source=SourceId(row["outlet"]),
        outlet=row["outlet"],
        url="",
        title=row["title"],
        text=row["text"],
        fetched_at=datetime(2026, 11, 24, tzinfo=UTC),
        published_at=datetime.fromisoformat(published) if published else None,
        language=language,
    )


CASES = [page_of(path) for path in sorted(FOLDER.glob("*.txt"))]
CASES += [cluster_of(path) for path in sorted(FOLDER.glob("clusters/*.json"))]
BY_NAME = pytest.mark.parametrize("page", CASES, ids=lambda page: page.name)


def told_in(summary: Summary, page: Case) -> list[str]:
    """Return the expected facts that a summary tells."""
    return [words for words in page.tells if any(words in one.text for one in summary.sentences)]


def test_expectations_stand_in_their_texts() -> None:
    """The corpus expects nothing that its own texts do not say."""
    for page in CASES:
        for words in (*page.tells, *page.never):
            assert page.text.count(words) == 1, words


def test_hard_news_is_told() -> None:
    """Tolls, accusations and moved plans are found in at least so many cases."""
    told = sum(len(told_in(one.summary(), one)) for one in CASES)
    led_told = sum(len(told_in(led(one.story, budget=one.budget), one)) for one in CASES)

    assert told >= MUST_TELL
    assert led_told <= LEAD_TELLS_AT_MOST


def test_the_battle_page_gives_its_three_attributed_facts() -> None:
    """The toll with the observatory, the accusation with the spokesman, the meeting that moved."""
    (page,) = (one for one in CASES if one.name == "aleppo")

    summary = page.summary()

    assert len(told_in(summary, page)) == 3
    for sentence in summary.sentences:
        said = attribution(sentence.text, "en")
        assert said is not None
        assert said.speaker
        assert not said.is_pronoun


@BY_NAME
def test_nothing_unfit_is_told(page: Case) -> None:
    """No orphan quotation, no leaning sentence, no aside, and all of it is borne out."""
    summary = page.summary()
    text = " ".join(one.text for one in summary.sentences)

    assert not [words for words in page.never if words in text]
    assert not any(is_orphan(one.text, page.language) for one in summary.sentences)
    assert check(summary, {one.id: one for one in page.articles}) == ()


@BY_NAME
def test_a_claim_keeps_its_speaker(page: Case) -> None:
    """What is claimed is told with who claims it."""
    language = page.language

    for sentence in page.summary().sentences:
        said = attribution(sentence.text, language)
        assert not is_claim(sentence.text, language) or (said is not None and said.speaker)


@BY_NAME
def test_an_accusation_is_told_with_its_denial(page: Case) -> None:
    """Where the accused answer, both sides are told or neither."""
    accused, denied = ("accused", "accusé", "warf", "اتهمت"), ("denied", "démenti", "wies", "نفت")
    text = " ".join(one.text for one in page.summary().sentences)

    if any(word in page.text for word in accused) and any(word in page.text for word in denied):
        assert any(word in text for word in accused) is any(word in text for word in denied)


@BY_NAME
def test_days_get_their_dates(page: Case) -> None:
    """A weekday that is told stands for the date that it meant."""
    summary = page.summary()
    named = {
        one.text[day.start : day.end]: day.day.isoformat()
        for one in summary.sentences
        for day in one.days
    }

    assert {word: named[word] for word in page.days if word in named} == {
        word: day for word, day in page.days.items() if word in named
    }
    if page.articles[0].published_at is not None:
        assert page.days.keys() & named.keys()
