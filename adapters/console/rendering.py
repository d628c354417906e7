"""A message for the terminal, as rich's renderables. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from rich.console import Console, ConsoleOptions, Group, RenderableType
from rich.rule import Rule
from rich.style import Style
from rich.text import Text as Styled

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
    Note,
    Paragraph,
    Span,
    StoryCard,
    Text,
)
from bot.text.direction import isolated, setting
from bot.text.plain import line_text, moment_text, told
from bot.text.urls import is_web
from bot.text.visible import one_line, visible

INDENT = "  "
_DOT = " · "


def buttons_of(message: Message) -> tuple[Button, ...]:
    """Return the buttons that belong to no story, in reading order."""
    rows = (block.buttons for block in message.blocks if isinstance(block, Buttons))
    return tuple(button for row in rows for button in row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Renderer:
    """Makes renderables of messages.

    With `shows_addresses` they are written out beside their labels: terminals take hyperlinks,
    pipes and files do not.
    """

    shows_addresses: bool

    def message(self, message: Message) -> RenderableType:
        """Return a whole message, its blocks parted by empty lines."""
        blocks = [(self.block(block), Styled()) for block in message.blocks]
        return Group(*(part for parted in blocks for part in parted))

    def block(self, block: Block) -> RenderableType:
        """Return one block."""
        match block:
            case Heading(text=text):
                return Styled(one_line(text), style="bold underline")
            case Paragraph(line=line):
                return self.line(line)
            case Note(line=line):
                return _dimmed(self.line(line))
            case Listing(items=items):
                return Group(*(_Hanging(self.line(item), "• ") for item in items))
            case StoryCard():
                return self.card(block)
            case Buttons(buttons=buttons):
                return _numbered(buttons)
            case Divider():
                return Rule(style="dim")
            case _:
                assert_never(block)

    def card(self, card: StoryCard) -> RenderableType:
        """Return a story; its id stands at the end of the foot, for commands to name it."""
        headline = Styled(isolated(one_line(card.headline)), style="bold cyan")
        headline.stylize(_leading_to(card.url))
        sentences = [_Hanging(_marked(line)) for line in card.lines]
        foot = [_Hanging(_dimmed(line)) for line in self._foot(card)]
        return Group(headline, *sentences, *foot)

    def _foot(self, card: StoryCard) -> list[Styled]:
        """Return the foot as one line; with addresses, each report on a line of its own."""
        foot = (*card.foot, Text(f" · {card.story}"))
        if not self.shows_addresses:
            return [self.line(foot)]
        reports, rest = _reports(foot)
        return [*map(self.line, reports), Styled(self.line(rest).plain.lstrip(" ·"))]

    def line(self, line: Line) -> Styled:
        """Return a line of spans."""
        set_as = setting(told(line), line_text(line))
        text = Styled(set_as.before)
        for span in line:
            match span:
                case Text(text=words, bold=bold, italic=italic):
                    text.append(set_as.piece(visible(words)), style=Style(bold=bold, italic=italic))
                case Link(text=words, url=url):
                    text.append(set_as.piece(visible(words)), style=_leading_to(url))
                    text.append(f" <{visible(url)}>" * self.shows_addresses)
                case Moment():
                    text.append(moment_text(span))
                case _:
                    assert_never(span)
        return text.append(set_as.after)


@dataclass(frozen=True, slots=True)
class _Hanging:
    """Text whose lines are all indented; the first may begin with a sign.

    Unlike rich's padding it leaves no spaces at the ends of lines.
    """

    text: Styled
    first: str = INDENT

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Styled]:
        lines = [self.text]
        if not options.no_wrap:
            lines = list(self.text.wrap(console, max(1, options.max_width - len(INDENT))))
        for number, line in enumerate(lines):
            line.rstrip()
            yield Styled(INDENT if number else self.first).append_text(line)


def _marked(line: Line) -> Styled:
    """Return a sentence with the marks of its citations behind it, dim."""
    text = Renderer(shows_addresses=False).line(line)
    for span in line:
        if isinstance(span, Link):
            text.highlight_words([visible(span.text)], "dim")
    return text


def _leading_to(url: str) -> Style:
    """Return the style of a hyperlink; of nothing where the address could command a terminal."""
    return Style(link=url) if is_web(url) and url.isprintable() else Style()


def _numbered(buttons: Iterable[Button]) -> Styled:
    """Return buttons as numbers to type."""
    keys = [f"{number} {one_line(button.label)}" for number, button in enumerate(buttons, start=1)]
    return Styled("Type a number: " + " · ".join(keys), style="dim")


def _dimmed(text: Styled) -> Styled:
    text.stylize("dim")
    return text


def _reports(foot: Line) -> tuple[list[Line], Line]:
    """Return the reports of a foot, each with what is said of it up to its dot, and the rest."""
    reports: list[Line] = []
    rest: list[Span] = []
    after_link = False
    for span in foot:
        if isinstance(span, Link):
            reports.append((span,))
        elif after_link and isinstance(span, Text) and span.text.endswith(_DOT):
            reports[-1] = (*reports[-1], Text(span.text.removesuffix(_DOT)))
        else:
            rest.append(span)
        after_link = isinstance(span, Link)
    return reports, tuple(rest)
