"""A briefing laid out: its title, its stories, or in plain words why there are none."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.compose.age import age
from bot.models import (
    Block,
    Button,
    Buttons,
    Heading,
    Message,
    Moment,
    Note,
    Paragraph,
    Plan,
    Reason,
    StoryCard,
    Text,
    Told,
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A briefing before it is owed: its message, what it tells, and why.

    `told` goes with `cards`. `passed_over` are stories left out for length: they do not come
    back on another day unless there is a new report. `repeated` are reports that say nothing
    new of stories told before.
    """

    message: Message
    cards: tuple[StoryCard, ...]
    told: tuple[Told, ...]
    passed_over: tuple[Told, ...]
    verdicts: tuple[Verdict, ...]
    repeated: tuple[Told, ...] = ()

    @property
    def covered(self) -> tuple[Told, ...]:
        """What the channel need not be told any more."""
        return (*self.told, *self.passed_over, *self.repeated)

    @property
    def decided(self) -> tuple[Verdict, ...]:
        """The verdicts to be recorded: why a story was told outlives that it was not repeated."""
        return tuple(one for one in self.verdicts if one.reason is not Reason.ALREADY_TOLD)


def zone_of(plan: Plan) -> str:
    """Return the zone in which a channel reads its times."""
    return plan.schedule.zone if plan.schedule else "UTC"


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


def question(due_at: datetime, *, now: datetime, zone: str) -> Edition:
    """Return what is posted instead of a briefing that is late: whether it is still wanted."""
    title = "A briefing was missed"
    words = "The desk was down when this channel's briefing fell due, at "
    told = Paragraph((Text(words), Moment(due_at, zone), Text(f", {age(due_at, now)}.")))
    send = Button(label="Send it now", line="news digest now", primary=True)
    message = Message(title=title, blocks=(Heading(title), told, Buttons((send,))))
    return Edition(message=message, cards=(), told=(), passed_over=(), verdicts=())


def _nothing(verdicts: Sequence[Verdict], subject: str) -> str:
    if any(verdict.reason in _DONE_WITH for verdict in verdicts):
        return "Nothing new: everything was told here before."
    if any(verdict.reason is Reason.MUTED for verdict in verdicts):
        return "All that has come in is muted here. /news mute lists what is."
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
