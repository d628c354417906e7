"""Promises of `bot.models`: the nouns are values."""

import dataclasses
import inspect
from dataclasses import replace
from enum import Enum

import pytest

from bot import models
from bot.models import EVERY_DAY, Command, Post, Topic
from tests.builders import HOUR, NOW, article, entry, story

NOUNS = [
    noun
    for _, noun in inspect.getmembers(models, inspect.isclass)
    if not issubclass(noun, Enum) and noun.__module__.startswith("bot.models")
]


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_a_noun_is_a_frozen_value_with_a_sentence(noun: type) -> None:
    """It cannot be changed, holds nothing beside its fields, and says what it is."""
    assert dataclasses.is_dataclass(noun)
    assert noun.__dataclass_params__.frozen  # type: ignore[attr-defined]  # dataclasses type none
    assert "__slots__" in vars(noun)
    assert (noun.__doc__ or "").split("\n")[0].endswith((".", ":"))


def test_the_face_shows_every_noun() -> None:
    """What is defined in a module of the folder is exported by it, and named in order."""
    assert set(models.__all__) >= {noun.__name__ for noun in NOUNS}
    assert len(set(models.__all__)) == len(models.__all__)


def test_an_article_is_dated_by_its_publication() -> None:
    """Or by when it was first seen, where it does not say."""
    told = replace(article(), published_at=NOW - HOUR)

    assert told.dated_at == NOW - HOUR
    assert replace(told, published_at=None).dated_at == NOW


def test_what_a_live_blog_says_is_dated_by_its_post() -> None:
    """What stands above the first post is dated as the article is, and so is any other text."""
    posts = (Post(start=10, at=NOW), Post(start=20, at=NOW - HOUR))
    live = replace(article(at=NOW - 2 * HOUR), posts=posts)

    assert [live.said_at(start) for start in (0, 10, 19, 20, 99)] == [
        NOW - 2 * HOUR, NOW, NOW, NOW - HOUR, NOW - HOUR
    ]  # fmt: skip
    assert article().said_at(5) == NOW


def test_a_story_is_as_new_as_its_newest_report() -> None:
    """In whatever order they came in."""
    assert story("s1", article("a1", at=NOW), article("a2", at=NOW - HOUR)).updated_at == NOW


@pytest.mark.parametrize(
    ("topic", "is_everything"),
    [
        (Topic(text=""), True),
        (Topic(text="-football", excluded=("football",)), True),
        (Topic(text="harbour", words=("harbour",)), False),
        (Topic(text='"port of delta"', phrases=("port of delta",)), False),
        (Topic(text="source:herald", sources=("herald",)), False),
    ],
    ids=lambda value: value.text if isinstance(value, Topic) else None,
)
def test_a_topic_that_wants_nothing_is_everything(topic: Topic, *, is_everything: bool) -> None:
    """What it leaves out makes it no narrower in that sense."""
    assert topic.is_everything is is_everything


def test_a_command_is_named_as_it_is_typed() -> None:
    """Its words, without the slash."""
    assert Command(words=("news", "digest", "set"), summary="").name == "news digest set"


def test_a_week_has_every_day() -> None:
    """Monday is 0, as dates count."""
    assert sorted(EVERY_DAY) == [0, 1, 2, 3, 4, 5, 6]


def test_a_whole_entry_is_known_by_its_id_alone() -> None:
    """All letters of a sender may lead to one page."""
    told = entry(url="https://herald.example/letters")

    assert (told.own_url, replace(told, is_whole=True).own_url) == (told.url, "")
