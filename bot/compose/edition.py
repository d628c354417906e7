"""A briefing laid out: its title, its stories, or in plain words why there are none."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.models import (
    Block,
    Heading,
    Message,
    Moment,
    Note,
    Paragraph,
    Reason,
    StoryCard,
    Text,
    Verdict,
)

_LEFT_OUT = {
    Reason.ALREADY_TOLD: "told here before",
    Reason.NOT_ABOUT: "not about your topics",
    Reason.TOO_OLD: "too old",
    Reason.OVER_LENGTH: "left out for length",
    Reason.MUTED: "muted",
    Reason.FILTERED: "filtered",
}

_DONE_WITH = frozenset({Reason.ALREADY_TOLD, Reason.OVER_LENGTH})


def edition(
    cards: Sequence[StoryCard],
    verdicts: Sequence[Verdict],
    *,
    now: datetime,
    zone: str,
    topics: Sequence[str],
) -> Message:
    """Return the briefing's message; with no cards it says why there is nothing to tell.

    `topics` are the topics as their subscribers typed them; "" stands for everything.
    """
    subject = ", ".join(topic for topic in topics if topic)
    day = now.astimezone(ZoneInfo(zone))
    title = f"Briefing · {day:%A} {day.day} {day:%B %Y}" + (f" · {subject}" if subject else "")
    body: list[Block] = list(cards) or [Paragraph((Text(_nothing(verdicts, subject)),))]
    note = Note(
        (
            Text(f"{_count(len(cards))}. Made at "),
            Moment(now, zone),
            Text(". "),
            Text(_rest(verdicts)),
        )
    )
    return Message(title=title, blocks=(Heading(title), *body, note))


def _nothing(verdicts: Sequence[Verdict], subject: str) -> str:
    if any(verdict.reason in _DONE_WITH for verdict in verdicts):
        return "Nothing new: everything was told here before."
    if subject:
        return (
            f"Nothing about {subject} has come in. "
            "Try /latest with other words, or /news source add for a source that covers it."
        )
    return "Nothing has come in yet. /news status shows the sources and when they were last read."


def _count(stories: int) -> str:
    return {0: "No stories", 1: "1 story"}.get(stories, f"{stories} stories")


def _rest(verdicts: Sequence[Verdict]) -> str:
    counts = Counter(verdict.reason for verdict in verdicts if verdict.reason in _LEFT_OUT)
    parts = [f"{counts[reason]} {words}" for reason, words in _LEFT_OUT.items() if counts[reason]]
    return f"Not in it: {', '.join(parts)}." if parts else ""
