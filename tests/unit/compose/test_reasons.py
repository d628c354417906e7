"""Promises of `bot.compose.reasons`: every decision can be asked for."""

from bot.compose.reasons import why_told
from bot.compose.select import Pick
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
