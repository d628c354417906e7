"""Promises of the condenser that tells how a report begins."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.condense.lead import led
from bot.models import Article, ArticleId, Budget, SourceId, Story, StoryId, Told

AT = datetime(2026, 11, 24, tzinfo=UTC)
TEXT = (
    "The wall broke on Monday.\n\nWatch: the wall\n\nRepairs begin on Friday. Boats wait outside."
)


def story(*texts: str) -> Story:
    """Return a story of texts, an hour apart."""
    return Story(
        id=StoryId("x"),
        articles=tuple(
            Article(
                id=ArticleId(f"a{number}"),
                source=SourceId("s"),
                outlet="Ister Post",
                url="",
                title=f"Title {number}",
                text=text,
                fetched_at=AT + timedelta(hours=number),
                language="en",
            )
            for number, text in enumerate(texts)
        ),
    )


@pytest.mark.parametrize(
    ("budget", "told"),
    [
        (Budget(sentences=1), ["The wall broke on Monday."]),
        (Budget(sentences=2), ["The wall broke on Monday.", "Repairs begin on Friday."]),
        (
            Budget(sentences=None, words=9),
            ["The wall broke on Monday.", "Repairs begin on Friday."],
        ),
        (Budget(sentences=None, words=3), []),
    ],
)
def test_the_beginning_is_told_within_the_budget(budget: Budget, told: list[str]) -> None:
    """The first sentences are told whole, without captions."""
    assert [one.text for one in led(story(TEXT), budget=budget).sentences] == told


def test_the_newest_article_with_text_is_told() -> None:
    """An article without text does not hide an older one that has some."""
    summary = led(story("Old news is here.", "New news is here.", ""), budget=Budget())

    assert [one.text for one in summary.sentences] == ["New news is here."]


def test_without_text_only_the_headline_is_told() -> None:
    """A story of titles has no sentences."""
    summary = led(story(""), budget=Budget())

    assert (summary.headline, summary.sentences) == ("Title 0", ())


def test_only_what_is_new_is_told() -> None:
    """What the channel was told is left out and the rest is marked."""
    whole = story("The wall broke on Monday.", "Divers found 3 anchors under the wall.")
    first = led(story("The wall broke on Monday."), budget=Budget())
    told = Told(
        story=StoryId("x"), articles=frozenset({ArticleId("a0")}), sentences=first.sentences, at=AT
    )

    assert [(one.text, one.is_new) for one in led(whole, budget=Budget(), told=told).sentences] == [
        ("Divers found 3 anchors under the wall.", True)
    ]
