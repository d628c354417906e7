"""Verdicts and how they are put to people."""

from datetime import datetime

from bot.compose.age import age, latest
from bot.compose.card import coverage
from bot.compose.select import Pick
from bot.models import Reason, Story, StoryId, Verdict

AHEAD = "stories with more reports or newer ones were ahead of it"
NOTHING_NEW = "its newer reports say nothing new"

_SAID = {
    Reason.TOLD: "It was told here",
    Reason.NOT_ABOUT: "It was not told here",
    Reason.ALREADY_TOLD: "It was not told again",
    Reason.TOO_OLD: "It was not told here, because it is too old",
    Reason.OVER_LENGTH: "It was left out for length",
    Reason.MUTED: "It is muted here",
    Reason.FILTERED: "It was filtered out here",
}


def verdict(story: StoryId, reason: Reason, detail: str, at: datetime) -> Verdict:
    """Return a verdict."""
    return Verdict(story=story, reason=reason, detail=detail, at=at)


def why_told(pick: Pick, now: datetime) -> str:
    """Return why a story was worth telling."""
    topic = f"it is about {pick.topic.text}" if pick.topic.text else "this channel takes all news"
    return f"{topic}; {coverage(pick.story)}, the latest {latest(pick.story, now)}"


def why_text(story: Story, found: Verdict | None, now: datetime) -> str:
    """Return the one final reason for a story in a channel, as a sentence or two."""
    facts = f"{coverage(story)}, the latest {latest(story, now)}."
    if found is None:
        return f"No briefing of this channel has considered it yet. It has {facts}"
    detail = f": {found.detail}" if found.detail else ""
    return f"{_SAID[found.reason]} ({age(found.at, now)}){detail}. It has {facts}"
