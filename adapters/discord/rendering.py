"""A message becomes Discord's components, within Discord's limits. Pure."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import assert_never

import discord
from discord import ui

from adapters.discord.escaping import escaped, safe_url
from bot.models import (
    Block,
    Button,
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
    Span,
    StoryCard,
    Text,
)
from bot.text.direction import isolated, setting
from bot.text.plain import line_text, told
from bot.text.visible import one_line

ASK = "ask:"
"""What the custom_id of our buttons begins with; the command line follows."""

MAX_COMPONENTS = 40
MAX_CHARACTERS = 4_000
MAX_CUSTOM_ID = 100
MAX_LABEL = 80
ROW = 5
# Our own bounds inside Discord's: no single block may fill a post alone.
_BLOCK_CHARACTERS = 3_500
_LINE_CHARACTERS = 1_200
_HEADLINE_CHARACTERS = 250
_BLOCK_BUTTONS = 25
_FORMS = {MomentForm.DATE: "D", MomentForm.TIME: "t", MomentForm.DATE_TIME: "f"}


@dataclass(frozen=True, slots=True)
class _Words:
    """Markdown of one text display."""

    text: str


@dataclass(frozen=True, slots=True)
class _Row:
    """Buttons side by side."""

    buttons: tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class _Rule:
    """A line between parts."""


_Piece = _Words | _Row | _Rule


def parts(message: Message) -> tuple[Message, ...]:
    """Cut a message into parts that each fit into one post; a story is never cut in two.

    >>> long = Message(title="Briefing", blocks=(Paragraph((Text("x" * 1000),)),) * 5)
    >>> [len(part.blocks) for part in parts(long)]
    [4, 1]
    """
    found: list[list[Block]] = [[]]
    for block in chain.from_iterable(map(_split, message.blocks)):
        if found[-1] and not _fits((*found[-1], block)):
            found.append(_carried(found[-1]))
        if found[-1] or not isinstance(block, Divider):
            found[-1].append(block)
    return tuple(replace(message, blocks=tuple(blocks)) for blocks in found if blocks) or (message,)


def layout(message: Message) -> ui.LayoutView:
    """Return one part as a view. It holds no state: buttons carry all that they ask."""
    view = ui.LayoutView(timeout=None)
    used: set[str] = set()
    components = characters = 0
    for piece in _pieces_or_title(message):
        more_components, more_characters = _cost(piece)
        components, characters = components + more_components, characters + more_characters
        if components > MAX_COMPONENTS or characters > MAX_CHARACTERS:
            break  # only a message that did not go through `parts` gets here
        for item in _items(piece, used):
            view.add_item(item)
    return view


def payload(message: Message) -> dict[str, object]:
    """Return one part as the JSON object that is posted to a channel."""
    flags = discord.MessageFlags(components_v2=True, suppress_embeds=True)
    return {
        "components": layout(message).to_components(),  # type: ignore[no-untyped-call]  # untyped there
        "flags": flags.value,
        "allowed_mentions": {"parse": []},
    }


def line_markdown(line: Line, limit: int = _LINE_CHARACTERS) -> str:
    r"""Return a line as Discord's markdown, cut with an ellipsis at `limit` characters.

    >>> line_markdown((Text("Port "), Text("open", bold=True), Text(". "), Link("x", "ftp://a")))
    'Port **open**. x'
    >>> line_markdown((Text("a_b" * 9),), 10)
    'a\\_ba\\_ba…'
    """
    set_as = setting(told(line), line_text(line))
    written, after = set_as.before, set_as.after
    limit -= len(after)
    for span in line:
        whole = _span(span, set_as.piece)
        room = limit - len(written)
        if len(whole) > room:
            return written + _clipped(span, room - 1) + "…" + after
        written += whole
    return written + after


def _span(span: Span, apart: Callable[[str], str] = isolated) -> str:
    """Return a span as markdown, its words set apart by their direction."""
    match span:
        case Text():
            return apart(_styled(span))
        case Link(text=text, url=url):
            address = safe_url(url)
            label = apart(escaped(text).strip())
            # The angle brackets keep Discord from showing a preview of the page.
            return f"[{label}](<{address}>)" if address and label else label
        case Moment(at=at, form=form):
            return f"<t:{int(at.timestamp())}:{_FORMS[form]}>"
        case _:
            assert_never(span)


def _styled(span: Text) -> str:
    """Return words with their marks; spaces stay outside, where marks still work."""
    text = escaped(span.text)
    mark = "**" * span.bold + "*" * span.italic
    inner = text.strip()
    if not mark or not inner:
        return text
    start = text.index(inner)
    return f"{text[:start]}{mark}{inner}{mark[::-1]}{text[start + len(inner) :]}"


def _clipped(span: Span, room: int) -> str:
    """Return as much of a span as fits; links and moments fit whole or not at all."""
    if not isinstance(span, Text):
        return ""
    text = span.text[: max(0, room)]
    while text and len(_styled(replace(span, text=text))) > room:
        text = text[: len(text) * 9 // 10]
    return _styled(replace(span, text=text)).rstrip()


def _split(block: Block) -> Iterator[Block]:
    """Yield a block, or a long listing in pieces that each fit."""
    if not isinstance(block, Listing):
        yield block
        return
    items: list[Line] = []
    for item in block.items:
        if items and len(_listing((*items, item))) > _BLOCK_CHARACTERS:
            yield Listing(tuple(items))
            items = []
        items.append(item)
    yield Listing(tuple(items))


def _carried(blocks: list[Block]) -> list[Block]:
    """Take the heading off the end of a part, so that it stands over what follows it."""
    alone = len(blocks) == 1
    return [blocks.pop()] if isinstance(blocks[-1], Heading) and not alone else []


def _fits(blocks: Sequence[Block]) -> bool:
    """Whether blocks fit into one post."""
    costs = [_cost(piece) for block in blocks for piece in _pieces(block)]
    return (
        sum(components for components, _ in costs) <= MAX_COMPONENTS
        and sum(characters for _, characters in costs) <= MAX_CHARACTERS
    )


def _cost(piece: _Piece) -> tuple[int, int]:
    """Return how many components and characters a piece takes."""
    match piece:
        case _Words(text=text):
            return 1, len(text)
        case _Row(buttons=buttons):
            return 1 + len(buttons), 0
        case _Rule():
            return 1, 0
        case _:
            assert_never(piece)


def _pieces_or_title(message: Message) -> list[_Piece]:
    """Return what a message is made of; its title where that is nothing to read."""
    pieces = [piece for block in message.blocks for piece in _pieces(block)]
    if any(isinstance(piece, _Words) for piece in pieces):
        return pieces
    return [_Words(escaped(one_line(message.title, limit=_HEADLINE_CHARACTERS)) or "…"), *pieces]


def _pieces(block: Block) -> list[_Piece]:
    """Return what a block is made of; nothing for an empty one, which Discord refuses."""
    match block:
        case Heading(text=text):
            title = escaped(one_line(text, limit=_HEADLINE_CHARACTERS))
            return _words(f"## {title}" if title else "")
        case Paragraph(line=line):
            return _words(line_markdown(line, _BLOCK_CHARACTERS))
        case Note(line=line):
            return _words(_small(line))
        case Listing(items=items):
            return _words(_listing(items))
        case StoryCard(buttons=buttons):
            return [*_words(_story(block)), *_rows(buttons)]
        case Buttons(buttons=buttons):
            return [*_rows(buttons)]
        case Divider():
            return [_Rule()]
        case _:
            assert_never(block)


def _words(text: str) -> list[_Piece]:
    """Return a text display, or none without text."""
    return [_Words(text)] if text.strip() else []


def _small(line: Line) -> str:
    """Return small print."""
    text = line_markdown(line).strip()
    return f"-# {text}" if text else ""


def _listing(items: Sequence[Line]) -> str:
    """Return items one below the other."""
    return "\n".join(f"- {line_markdown(item)}" for item in items)


def _story(card: StoryCard) -> str:
    """Return a story: its headline, as many lines as there is room for, and its foot."""
    headline = one_line(card.headline, limit=_HEADLINE_CHARACTERS)
    title = _span(Link(headline, card.url)) if card.url else isolated(escaped(headline))
    foot = _small(card.foot)
    room = _BLOCK_CHARACTERS - len(title) - len(foot)
    lines: list[str] = []
    for line in map(line_markdown, card.lines):
        room -= len(line) + 1
        if room < 0:
            lines.append("…")
            break
        lines.append(line)
    return "\n".join(filter(None, [f"**{title}**" if title else "", *lines, foot]))


def _rows(buttons: Sequence[Button]) -> list[_Piece]:
    """Return buttons in rows; one whose line no custom_id can carry is left out."""
    carried = [button for button in buttons if len(ASK + button.line) <= MAX_CUSTOM_ID]
    carried = carried[:_BLOCK_BUTTONS]
    return [_Row(tuple(carried[n : n + ROW])) for n in range(0, len(carried), ROW)]


def _items(piece: _Piece, used: set[str]) -> Iterator[ui.Item[ui.LayoutView]]:
    """Yield a piece as discord.py's items; `used` are the custom_ids of the message so far."""
    match piece:
        case _Words(text=text):
            yield ui.TextDisplay(text)
        case _Rule():
            yield ui.Separator()
        case _Row(buttons=buttons):
            row: ui.ActionRow[ui.LayoutView] = ui.ActionRow()
            for button in buttons:
                # Discord refuses a message that has one custom_id twice.
                if button.line not in used:
                    used.add(button.line)
                    row.add_item(_button(button))
            if row.children:
                yield row
        case _:
            assert_never(piece)


def _button(button: Button) -> ui.Button[ui.LayoutView]:
    """Return a button that carries its command line."""
    style = discord.ButtonStyle.primary if button.primary else discord.ButtonStyle.secondary
    return ui.Button(
        style=style,
        label=one_line(button.label, limit=MAX_LABEL) or button.line[:MAX_LABEL],
        custom_id=ASK + button.line,
    )
