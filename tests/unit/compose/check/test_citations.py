"""Promises of `bot.compose.check.citations`."""

from bot.compose.check import check
from bot.models import Citation, Sentence, StoryId, Summary
from tests.claims import articles_of, findings, rules, sentence_of

DAM = "The dam of Keld held through the night."


def test_a_sentence_cites_at_most_three_articles() -> None:
    """Who cites everything cites nothing in particular; the surplus is named."""
    (found,) = findings("The Keld dam held through the night.", *(DAM for _ in range(4)))

    assert (found.rule, found.words) == ("cites", "a4")


def test_words_that_stand_there_may_cite_more() -> None:
    """What is verbatim is proved by any of its sources."""
    assert rules(DAM, *(DAM for _ in range(4))) == set()


def test_a_sentence_says_something() -> None:
    """Marks without words bear nothing out."""
    assert "empty" in rules(" – ", DAM)


def test_joined_spans_are_verbatim() -> None:
    """Spans of one article that make the sentence need no further proof, whatever the spaces."""
    text = "after the storm, the mayor of\nKeld left for good.\n\nNobody knows why."
    articles = articles_of([text], "en")
    spans = ((0, 15), (17, len(text)))
    cites = tuple(
        Citation(article=sentence_of("", list(articles.values())).cites[0].article, start=a, end=b)
        for a, b in spans
    )
    told = "After the storm the mayor of Keld left for good. Nobody knows why."
    summary = Summary(
        story=StoryId("s"), headline="", sentences=(Sentence(text=told, cites=cites),)
    )

    assert check(summary, articles) == ()
