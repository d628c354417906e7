"""Promises of `adapters.console.rendering`: a message for the terminal."""

import io
from dataclasses import replace

import pytest
from rich.console import Console

from adapters.console.rendering import Renderer, buttons_of
from bot.models import (
    Block,
    Button,
    Buttons,
    Divider,
    Heading,
    Link,
    Listing,
    Message,
    Moment,
    Note,
    Paragraph,
    StoryCard,
    StoryId,
    Text,
)
from tests.builders import NOW

EVIL = "Pier\x1b]0;owned\x07\x1b[2J\u202e"
LINK = Link("Herald", "https://herald.example/a")
CARD = StoryCard(
    story=StoryId("st1"),
    headline="Harbour reopens",
    url="https://herald.example/a",
    lines=((Text("Ships leave."), Text(" "), Link("[1]", "https://herald.example/a")),),
    foot=(LINK, Text(" · 1 h ago")),
    buttons=(Button(label="Why", line="news why st1"),),
)


def shown(*blocks: Block, is_terminal: bool = False, addresses: bool = False) -> str:
    """Return what the blocks look like, as a pipe or a terminal would get them."""
    file = io.StringIO()
    console = Console(file=file, width=60, force_terminal=is_terminal, highlight=False)
    message = Message(title="Morning", blocks=blocks)
    console.print(Renderer(shows_addresses=addresses).message(message))
    return file.getvalue()


@pytest.mark.parametrize(
    ("block", "lines"),
    [
        (Heading("Morning\nnews"), ["Morning news"]),
        (Paragraph((Text("Ships ", bold=True), Text("leave.", italic=True))), ["Ships leave."]),
        (Note((Text("Made at "), Moment(NOW))), ["Made at Tue 24 Nov 2026, 12:00 (UTC)"]),
        (Listing(((Text("one"),), (LINK,))), ["• one", "• Herald"]),
        (
            CARD,
            ["Harbour reopens", "  Ships leave. [1]", "  Herald · 1 h ago · st1"],
        ),
        (
            Buttons((Button(label="Undo", line="go x"), Button(label="Why", line="why"))),
            ["Type a number: 1 Undo · 2 Why"],
        ),
        (Divider(), ["─" * 60]),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_block_has_its_look(block: Block, lines: list[str]) -> None:
    """A story's id stands at the end of its foot; buttons are numbers to type."""
    assert [line.rstrip() for line in shown(block).splitlines()] == [*lines, ""]


def test_blocks_are_parted_by_an_empty_line() -> None:
    """However many there are."""
    assert [line.strip() for line in shown(Heading("a"), Heading("b")).splitlines()] == [
        "a",
        "",
        "b",
        "",
    ]


def test_a_pipe_gets_addresses_in_full() -> None:
    """Where there are no hyperlinks; the marks of a story's sentences stay short."""
    said = shown(Paragraph((LINK,)), CARD, addresses=True)

    assert [line.rstrip() for line in said.splitlines()] == [
        "Herald <https://herald.example/a>",
        "",
        "Harbour reopens",
        "  Ships leave. [1]",
        "  Herald <https://herald.example/a>",
        "  1 h ago · st1",
        "",
    ]


def test_a_long_line_hangs() -> None:
    """Its second half is indented like the first."""
    said = shown(Listing(((Text("word " * 20),),)))

    assert [line[:6] for line in said.splitlines()] == ["• word", "  word", ""]


def test_a_pipe_gets_a_sentence_a_line() -> None:
    """However long it and its address are; and no spaces at the ends of lines."""
    file = io.StringIO()
    url = f"https://herald.example/{'a' * 90}"
    card = replace(CARD, lines=((Text("word " * 20), Link("[1]", url)),), foot=(Link("[1]", url),))
    message = Message(title="", blocks=(card,))
    console = Console(file=file, width=60, highlight=False)
    console.print(Renderer(shows_addresses=True).message(message), soft_wrap=True)

    lines = file.getvalue().splitlines()
    assert lines[1] == f"  {'word ' * 20}[1]"
    assert lines[2] == f"  [1] <{url}>"
    assert [line for line in lines if line != line.rstrip()] == []


def test_a_pipe_gets_each_report_on_a_line_of_its_own() -> None:
    """With its address; what else the foot says comes last."""
    assert shown(CARD, addresses=True).splitlines()[2:4] == [
        "  Herald <https://herald.example/a>",
        "  1 h ago · st1",
    ]


def test_lines_end_without_spaces() -> None:
    """However they are wrapped; what is wrapped stays indented."""
    long = Text("The harbour of Delta reopened on Tuesday after a strike of nine days.")
    lines = shown(Listing(((long,),)), CARD).splitlines()

    assert lines[0].startswith("• The harbour")
    assert lines[1].startswith("  ")
    assert [line.rstrip() for line in lines] == lines


def test_a_terminal_gets_hyperlinks() -> None:
    """On labels and on headlines."""
    said = shown(CARD, is_terminal=True)

    assert said.count(";https://herald.example/a\x1b\\") == 3


def test_a_headline_may_lead_nowhere() -> None:
    """A local file has no address."""
    local = StoryCard(story=StoryId("st1"), headline="Pier", url="", lines=(), foot=())

    assert "]8;" not in shown(local, is_terminal=True)


@pytest.mark.parametrize(
    "block",
    [
        Heading(EVIL),
        Paragraph((Text(EVIL),)),
        Note((Link(EVIL, "https://a.example/\x1b]0;owned\x07"),)),
        Listing(((Link("Pier", "javascript:\x1b[2J"),),)),
        StoryCard(
            story=StoryId("st1"),
            headline=EVIL,
            url="https://a.example/\x1b]0;owned\x07",
            lines=((Text(EVIL),),),
            foot=(Text(EVIL),),
        ),
        Buttons((Button(label=EVIL, line="why"),)),
    ],
    ids=lambda block: type(block).__name__,
)
@pytest.mark.parametrize("addresses", [False, True])
def test_nothing_read_commands_the_terminal(block: Block, *, addresses: bool) -> None:
    """No title, text or link of a stranger's carries an escape sequence or turns the line."""
    said = shown(block, addresses=addresses)

    assert "Pier" in said
    assert not {"\x1b", "\x07", "\u202e"} & set(said)


@pytest.mark.parametrize("url", ["https://a.example/\x1b]0;x\x07", "javascript:alert(1)", "x y"])
def test_what_is_no_address_is_no_hyperlink(url: str) -> None:
    """Its label is shown alone."""
    said = shown(Paragraph((Link("Herald", url),)), is_terminal=True)

    assert said.strip() == "Herald"


def test_the_buttons_of_a_message_are_numbered_in_reading_order() -> None:
    """Those of stories are not among them: their ids are typed."""
    one, two, three = (Button(label=name, line=name) for name in ("a", "b", "c"))
    message = Message(title="", blocks=(Buttons((one,)), CARD, Buttons((two, three))))

    assert buttons_of(message) == (one, two, three)


def test_a_foot_without_its_reports_keeps_no_separators() -> None:
    """What is said of a report, as its pay-wall, stands on the report's line."""
    foot = (
        Text("Sources differ. "),
        *(Link("[1] Herald", "https://herald.example/1"), Text(" (pay-wall) · ")),
        *(Link("[2] Courier", "https://courier.example/2"), Text(" · ")),
        Text("also Post · "),
        Text("3 reports · 1 h ago"),
    )

    said = shown(replace(CARD, foot=foot), addresses=True)

    assert "[1] Herald <https://herald.example/1> (pay-wall)\n" in said
    assert "Sources differ. also Post · 3 reports · 1 h ago" in " ".join(said.split())
    assert "· ·" not in " ".join(said.split())
