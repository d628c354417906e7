"""Promises of `bot.compose.language`: a story is told in one language."""

from dataclasses import replace

import pytest

from bot.compose.language import in_one_language, language_asked
from bot.models import Article, Thing, Told
from bot.text.topics import parse_topic
from tests.builders import HOUR, NOW, article, story, told


def report(name: str, language: str | None, *, hours: int = 0) -> Article:
    """Return a report in a language, so many hours from now."""
    return article(name, language=language, at=NOW + hours * HOUR)


ENGLISH, LATER = report("e1", "en"), report("e2", "en-GB", hours=1)
GERMAN, NEWEST = report("d1", "de", hours=2), report("d2", "de", hours=3)


@pytest.mark.parametrize(
    ("articles", "preferred", "before", "kept"),
    [
        ((ENGLISH, LATER, GERMAN), None, None, ["e1", "e2"]),
        ((ENGLISH, GERMAN), None, None, ["d1"]),
        ((ENGLISH, LATER, GERMAN), "de", None, ["d1"]),
        ((ENGLISH, LATER, GERMAN), "de-AT", None, ["d1"]),
        ((ENGLISH, LATER, GERMAN), "fr", None, ["e1", "e2"]),
        ((ENGLISH, GERMAN, NEWEST), "en", told("s1", "e1"), ["e1", "d1", "d2"]),
        ((ENGLISH, GERMAN), "en", told("s1", "e1", "d1"), ["e1", "d1"]),
        ((report("n1", None),), "en", None, ["n1"]),
    ],
    ids=[
        "most reports",
        "the newest of equals",
        "preferred",
        "preferred dialect",
        "preferred has none",
        "preferred has nothing new",
        "nothing is new",
        "unknown language",
    ],
)
def test_the_reports_of_one_language_are_kept(
    articles: tuple[Article, ...], preferred: str | None, before: Told | None, kept: list[str]
) -> None:
    """The preferred one if it has anything to tell, else that of most; told reports stay."""
    found = in_one_language(story("s1", *articles), preferred=preferred, told=before)

    assert [one.id for one in found.articles] == kept
    assert found.id == "s1"


@pytest.mark.parametrize(
    ("typed", "preferred", "asked"),
    [
        ("hafen", None, "de"),
        ("hafen", "en", "de"),
        ("harbour", None, None),
        ("harbour", "de", "en"),
        ("quai", "fr", "fr"),
        ("port", "de", "de"),
        ("", "de", "de"),
    ],
    ids=[
        "another language's word",
        "though another is preferred",
        "the word of most reports",
        "none of the preferred holds it",
        "nobody's word",
        "another name alone",
        "everything",
    ],
)
def test_who_asks_is_answered_in_the_language_of_the_words(
    typed: str, preferred: str | None, asked: str | None
) -> None:
    """The preferred language, unless only reports of another hold the words as typed."""
    reports = [
        article("e1", title="Harbour opens", text="Ships leave.", language="en"),
        article("e2", title="Harbour open", text="Ships left.", language="en"),
        article("d1", title="Hafen offen", text="Schiffe fahren.", language="de"),
    ]
    topic = replace(parse_topic(typed), things=(Thing(words=("port",), names=("harbour",)),))

    assert language_asked(topic, story("s1", *reports), preferred=preferred) == asked
