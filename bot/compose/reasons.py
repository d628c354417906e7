"""Verdicts: why a briefing tells a story, or does not."""

from datetime import datetime

from bot.compose.age import latest
from bot.compose.card import coverage
from bot.compose.select import Pick
from bot.models import Reason, StoryId, Verdict

AHEAD = "stories with more reports or newer ones were ahead of it"
NOTHING_NEW = "its newer reports say nothing new"


def verdict(story: StoryId, reason: Reason, detail: str, at: datetime) -> Verdict:
    """Return a verdict."""
    return Verdict(story=story, reason=reason, detail=detail, at=at)


def why_told(pick: Pick, now: datetime) -> str:
    """Return why a story was worth telling."""
    topic = f"it is about {pick.topic.text}" if pick.topic.text else "this channel takes all news"
    return f"{topic}; {coverage(pick.story)}, the latest {latest(pick.story, now)}"
