"""A message in no platform's markup: blocks of spans.

Every text in here is plain: a renderer escapes it for its platform. Nothing in a message is
ever parsed as markup, a mention or a link, except what stands in a `Link`.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.models.news import StoryId


@dataclass(frozen=True, slots=True)
class Text:
    """Words, shown as written."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an http or https address."""

    text: str
    url: str


class MomentForm(StrEnum):
    """How much of an instant is shown."""

    DATE = "date"
    TIME = "time"
    DATE_TIME = "date_time"


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant, shown in the reader's own zone where the platform can, else in `zone`."""

    at: datetime
    zone: str = "UTC"
    form: MomentForm = MomentForm.DATE_TIME


Span = Text | Link | Moment
Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """Something to press: it asks the desk `line`, as if it had been typed.

    `line` has no leading slash and at most 90 characters: Discord's custom_id, the shortest
    carrier, holds 100 and needs room for a prefix.
    """

    label: str
    line: str
    primary: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a message or of a part of it."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    line: Line


@dataclass(frozen=True, slots=True)
class Note:
    """Small print: what a reader may skip."""

    line: Line


@dataclass(frozen=True, slots=True)
class Listing:
    """Items one below the other."""

    items: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryCard:
    """A story: headline, cited sentences, who reports it and how old it is, and buttons.

    `url` is where the headline leads, or empty. Each of `lines` is one sentence with its
    citations. `foot` names the outlets and the age.
    """

    story: StoryId
    headline: str
    url: str
    lines: tuple[Line, ...]
    foot: Line
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True)
class Buttons:
    """A row of buttons that belong to no story."""

    buttons: tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Divider:
    """A line between parts."""


Block = Heading | Paragraph | Note | Listing | StoryCard | Buttons | Divider


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What is said at once. `title` is what a notification shows; it need not be in `blocks`."""

    title: str
    blocks: tuple[Block, ...]
