"""A message as plain text: what notifications, screen readers and the tests see."""

from typing import assert_never
from zoneinfo import ZoneInfo

from bot.models import (
    Block,
    Buttons,
    Divider,
    Heading,
    Line,
    Link,
    Listing,
    Message,
    Moment,
    MomentForm,
    Note,
    Paragraph,
    StoryCard,
    Text,
)


def moment_text(moment: Moment) -> str:
    """Return an instant in its zone; a time always carries its zone.

    >>> from datetime import UTC, datetime
    >>> moment_text(Moment(datetime(2026, 11, 24, 7, 0, tzinfo=UTC), "Europe/Berlin"))
    'Tue 24 Nov 2026, 08:00 (Europe/Berlin)'
    """
    local = moment.at.astimezone(ZoneInfo(moment.zone))
    date, time = f"{local:%a} {local.day} {local:%b %Y}", f"{local:%H:%M} ({moment.zone})"
    match moment.form:
        case MomentForm.DATE:
            return date
        case MomentForm.TIME:
            return time
        case MomentForm.DATE_TIME:
            return f"{date}, {time}"
        case _:
            assert_never(moment.form)


def line_text(line: Line) -> str:
    """Return a line's words. A link is its label alone."""
    words: list[str] = []
    for span in line:
        match span:
            case Text(text=text) | Link(text=text):
                words.append(text)
            case Moment():
                words.append(moment_text(span))
            case _:
                assert_never(span)
    return "".join(words)


def told(line: Line) -> str:
    """Return what a line says of its own, without the labels of its links and its instants."""
    return "".join(span.text for span in line if isinstance(span, Text))


def block_text(block: Block) -> str:
    """Return a block's words, one line each; buttons and dividers have none."""
    match block:
        case Heading(text=text):
            return text
        case Paragraph(line=line) | Note(line=line):
            return line_text(line)
        case Listing(items=items):
            return "\n".join(f"• {line_text(item)}" for item in items)
        case StoryCard(headline=headline, lines=lines, foot=foot):
            return "\n".join(filter(None, [headline, *map(line_text, lines), line_text(foot)]))
        case Buttons() | Divider():
            return ""
        case _:
            assert_never(block)


def plain_text(message: Message) -> str:
    """Return the whole message, blocks parted by an empty line."""
    return "\n\n".join(filter(None, map(block_text, message.blocks)))
