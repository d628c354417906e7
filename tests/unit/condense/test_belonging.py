"""Promises of telling together what belongs together."""

from datetime import UTC, datetime

import pytest

from bot.condense.extractive import condensed
from bot.models import Article, ArticleId, Budget, SourceId, Story, StoryId

AT = datetime(2026, 11, 24, 6, tzinfo=UTC)


def article(text: str, name: str = "a", *, language: str = "en") -> Article:
    """Return an invented article."""
    return Article(
        id=ArticleId(name),
        source=SourceId(name),
        outlet=f"The {name}",
        url="",
        title="",
        text=text,
        fetched_at=AT,
        published_at=AT,
        language=language,
    )


def told(*articles: Article, sentences: int | None = None, words: int | None = None) -> list[str]:
    """Return the sentences told of articles."""
    budget = Budget(sentences=sentences, words=words)
    story = Story(id=StoryId("x"), articles=articles)
    return [one.text for one in condensed(story, budget=budget).sentences]


LEAD = "The wall of the harbour of Marrow broke on Monday after a storm."
ACCUSED = "The fishermen's union accused Marrow Ports of having saved on stone."
DENIED = "Marrow Ports denied that the wall was weak."


@pytest.mark.parametrize("sentences", [1, 2, 3])
def test_an_accusation_and_its_denial_are_told_together(sentences: int) -> None:
    """Either both sides are told or neither."""
    found = told(article(f"{LEAD}\n\n{ACCUSED}\n\n{DENIED}"), sentences=sentences)

    assert (ACCUSED in found) is (DENIED in found)
    assert len(found) <= sentences


def test_the_accused_may_answer_in_another_report() -> None:
    """A denial belongs to the accusation that names who denies, wherever it stands."""
    found = told(article(f"{LEAD}\n\n{ACCUSED}", "a"), article(DENIED, "b"), sentences=2)

    assert (ACCUSED in found) is (DENIED in found)


def test_a_denial_of_something_else_stands_alone() -> None:
    """Who was not accused, and speaks of other things far off, answers nothing."""
    asides = "\n\n".join(
        f"Boats of pier {name} lay still." for name in ("one", "two", "three", "x")
    )
    other = "Mayor Ida Holm denied any wish to resign."

    found = told(article(f"{ACCUSED}\n\n{asides}\n\n{other}"), sentences=1)

    assert found == [ACCUSED]


def test_the_accuser_does_not_answer_himself() -> None:
    """A denial by who accuses is none of the accusation."""
    own = "The fishermen's union denied that it had asked for a strike."

    found = told(article(f"{ACCUSED}\n\n{own}"), sentences=1)

    assert found == [ACCUSED]


def test_a_speaker_named_elsewhere_needs_the_sentence_before() -> None:
    """Words of which only "she said" tells the speaker are told after her name, or not."""
    hers = "The wall of the harbour will break in every storm now, she said."
    text = f"{LEAD}\n\nEngineer Ada Skerry looked at the wall of the harbour.\n\n{hers}"

    for sentences in (1, 2, 3):
        found = told(article(text), sentences=sentences)
        assert hers not in found or found[found.index(hers) - 1].startswith("Engineer")


def test_a_quotation_of_several_sentences_is_told_whole() -> None:
    """What somebody says at length is one span that ends with who says it."""
    quoted = '"The wall of the harbour was weak. We told Marrow so," said Ada Skerry.'

    found = told(article(f"{LEAD}\n\n{quoted}"), sentences=3)

    assert found == [LEAD, quoted]
    assert told(article(f"{LEAD}\n\n{quoted}"), sentences=2) == [LEAD]


def test_a_chain_of_pronouns_is_not_told() -> None:
    """What hangs on too many sentences before it is left out."""
    chain = "\n\n".join(
        f"It {verb} the harbour wall of Marrow." for verb in ("hit", "ate", "took", "broke")
    )

    assert told(article(f"{LEAD}\n\n{chain}"), sentences=1) == [LEAD]


def test_a_sentence_torn_from_its_speaker_is_not_told() -> None:
    """Where a lost quotation mark stands between words and who said them, neither is told."""
    torn = 'The harbour wall of Marrow was weak. " We knew it," said Ada Skerry of Marrow.'

    assert told(article(f"{LEAD}\n\n{torn}"), sentences=3) == [LEAD]


def test_days_are_dated_by_when_they_were_written() -> None:
    """Without a date of publication no day is named."""
    dated = article("The harbour of Marrow will open on Friday, the mayor said.")
    undated = Article(
        id=dated.id,
        source=dated.source,
        outlet="",
        url="",
        title="",
        text=dated.text,
        fetched_at=AT,
    )

    for one, days in ((dated, ["2026-11-27"]), (undated, [])):
        story = Story(id=StoryId("x"), articles=(one,))
        (sentence,) = condensed(story, budget=Budget()).sentences
        assert [str(day.day) for day in sentence.days] == days


def test_a_trimmed_sentence_cites_its_parts_in_one_article() -> None:
    """A copy elsewhere adds no parts to it."""
    text = "The mayor of Marrow opened the harbour wall (a landmark) on Monday with a song."

    story = Story(id=StoryId("x"), articles=(article(text, "a"), article(text, "b")))
    (sentence,) = condensed(story, budget=Budget()).sentences

    assert sentence.text == "The mayor of Marrow opened the harbour wall on Monday with a song."
    assert [text[cite.start : cite.end] for cite in sentence.cites] == [
        "The mayor of Marrow opened the harbour wall",
        "on Monday with a song.",
    ]
    assert {cite.article for cite in sentence.cites} == {"a"}
