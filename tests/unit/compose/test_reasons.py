"""Promises of `bot.compose.reasons`: every decision can be asked for."""

import pytest

from bot.compose.reasons import verdict, why_text, why_told
from bot.compose.select import Pick
from bot.models import Reason, StoryId
from bot.text.topics import parse_topic
from tests.builders import HOUR, NOW, story

LATER = NOW + HOUR


def test_a_told_story_says_for_which_topic() -> None:
    """The reason names the topic, the coverage and the age."""
    pick = Pick(story=story(), topic=parse_topic("harbour"), score=1)

    assert why_told(pick, LATER) == "it is about harbour; 1 report, the latest 1 h ago"


def test_a_channel_that_takes_everything_says_so() -> None:
    """Without a topic the reason is that all news is taken."""
    pick = Pick(story=story(), topic=parse_topic(""), score=1)

    assert why_told(pick, LATER).startswith("this channel takes all news; ")


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_words(reason: Reason) -> None:
    """Whatever was decided is said in a sentence, with when and the detail."""
    found = verdict(StoryId("s1"), reason, "for a test", NOW)

    said = why_text(story(), found, LATER)

    assert said.startswith("It ")
    assert "(1 h ago): for a test. It has 1 report, the latest 1 h ago." in said


def test_a_reason_may_have_no_detail() -> None:
    """Without a detail the sentence simply ends."""
    found = verdict(StoryId("s1"), Reason.MUTED, "", NOW)

    assert why_text(story(), found, LATER).startswith("It is muted here (1 h ago). It has")


def test_a_story_that_was_not_considered_says_so() -> None:
    """Before the first briefing there is no verdict."""
    assert why_text(story(), None, LATER) == (
        "No briefing of this channel has considered it yet. It has 1 report, the latest 1 h ago."
    )
