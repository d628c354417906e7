"""Promises of the headline."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.condense._headline import clean_title, headline
from bot.models import Article, ArticleId, SourceId, Story, StoryId, Told

AT = datetime(2026, 11, 24, tzinfo=UTC)


def titled(title: str, hours: int = 0) -> Article:
    """Return an article with a title and no text."""
    return Article(
        id=ArticleId(f"a{hours}"),
        source=SourceId("s"),
        outlet="Ister Post",
        url="",
        title=title,
        text="",
        fetched_at=AT + timedelta(hours=hours),
        language="en",
    )


def story(*titles: str) -> Story:
    """Return a story of titles, an hour apart."""
    return Story(
        id=StoryId("x"), articles=tuple(titled(title, n) for n, title in enumerate(titles))
    )


@pytest.mark.parametrize(
    ("title", "clean"),
    [
        ("Harbour wall breaks | Ister Post", "Harbour wall breaks"),
        ("Harbour wall breaks - Ister Post", "Harbour wall breaks"),
        ("Harbour wall breaks - again", "Harbour wall breaks - again"),
        ("BREAKING: Harbour  wall\nbreaks", "Harbour wall breaks"),
        ("Live updates: Harbour wall breaks", "Harbour wall breaks"),
        ("Storm – the night in Marrow | World | Ister Post", "Storm – the night in Marrow | World"),
        ("x" * 300, "x" * 159 + "…"),
        ("", ""),
    ],
)
def test_a_title_is_cleaned(title: str, clean: str) -> None:
    """The outlet's name, labels and line breaks go, the words stay."""
    assert clean_title(titled(title)) == clean


def test_the_typical_title_wins_over_question_and_lure() -> None:
    """A story is headed by what happened, not by a question or a tease."""
    found = headline(
        story(
            "Who broke the harbour wall?",
            "Harbour wall breaks in storm",
            "You won't believe what the harbour wall hid",
            "Storm breaks harbour wall in Marrow",
        )
    )

    assert found in {"Harbour wall breaks in storm", "Storm breaks harbour wall in Marrow"}


def test_a_correction_is_no_headline() -> None:
    """Who was not told what was wrong is told what happened."""
    found = headline(
        story(
            "Harbour wall breaks in storm",
            "Storm damages harbour wall",
            "Correction: nobody hurt as storm breaks harbour wall",
        )
    )

    assert not found.startswith("Correction")


def test_a_title_with_an_overtaken_figure_gives_way() -> None:
    """The headline does not contradict the sentences below it."""
    both = story("Ferry accident kills 14 off Salin", "Salin mourns ferry accident victims")

    assert headline(both, beside="The toll has risen to 17.") == both.articles[1].title


def test_the_newest_untold_title_heads_what_is_new() -> None:
    """With something told, the headline is that of the follow-up."""
    three = story("Wall breaks", "Wall mended", "Wall opened")
    told = Told(
        story=StoryId("x"),
        articles=frozenset({three.articles[0].id, three.articles[2].id}),
        sentences=(),
        at=AT,
    )
    everything = frozenset(one.id for one in three.articles)

    assert headline(three, told) == "Wall mended"
    assert headline(three, Told(story=StoryId("x"), articles=everything, sentences=(), at=AT)) in {
        "Wall breaks",
        "Wall mended",
        "Wall opened",
    }


def test_without_titles_there_is_no_headline() -> None:
    """Nothing is invented where nobody wrote a title."""
    assert headline(story("", "")) == ""


def test_the_headline_goes_with_what_is_told() -> None:
    """Of titles that are as typical, the one that says what the sentences say heads them."""
    titles = "Storm breaks harbour wall in Marrow", "Harbour wall in Marrow: ferry is adrift"

    assert headline(story(*titles), beside="The ferry was adrift for an hour.") == titles[1]
    assert headline(story(*titles), beside="The storm broke it at dawn.") == titles[0]


def test_a_title_that_is_days_old_heads_no_story_that_went_on() -> None:
    """What was announced makes way for what has happened since."""
    old, new = titled("Market of Marrow to open on Saturday"), titled("Market of Marrow opens", 50)

    assert headline(Story(id=StoryId("x"), articles=(old, new))) == "Market of Marrow opens"
