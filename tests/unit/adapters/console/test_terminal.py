"""Promises of `adapters.console`: the terminal speaks and hears."""

import io
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console

from adapters.console import TERMINAL, Terminal, create
from adapters.console.lines import Answer, PipedLines, piped_answer, typed_answer
from adapters.console.prompt import CommandCompleter, TypedLines, asked
from bot.models import (
    Ask,
    Button,
    Buttons,
    Channel,
    Choice,
    Command,
    Heading,
    Message,
    Option,
    OptionKind,
    Reply,
    Suggests,
)
from bot.ports import Examined, Listener, Sender, Tools
from tests.builders import delivery
from tests.fakes import FixedClock

UNDO = Button(label="Undo", line="go undo")
CONFIRM = Button(label="Subscribe", line="go subscribe")
TOPIC = Option(name="topic", description="About what", suggests=Suggests.TOPICS)
WHEN = Option(name="time", description="When", kind=OptionKind.TIME)


class Catalogue:
    """Answers with the line asked; `subscribe` asks back, `change` can be undone."""

    def __init__(self) -> None:
        self.asked: list[Ask] = []

    @property
    def commands(self) -> tuple[Command, ...]:
        """Three commands, of which one completes topics."""
        return (
            Command(words=("latest",), summary="The newest", options=(WHEN, TOPIC)),
            Command(words=("news", "status"), summary="How it goes"),
            Command(words=("news",), summary="News"),
        )

    async def answer(self, ask: Ask) -> Reply:
        """Answer with the line asked."""
        self.asked.append(ask)
        blocks = (Heading(f"Answer to {ask.line}"),)
        row = (Buttons((UNDO,)),) if ask.line == "change" else ()
        confirm = CONFIRM if ask.line == "subscribe" else None
        return Reply(message=Message(title="", blocks=(*blocks, *row)), confirm=confirm)

    async def suggest(self, kind: Suggests, typed: str, channel: Channel) -> tuple[Choice, ...]:
        """Complete what was typed by a word."""
        assert channel == TERMINAL
        return (Choice(label=f"{kind.value}: {typed}…", value=f"{typed}bour"),)


@dataclass(slots=True)
class Script:
    """Lines as somebody would type them; keeps what was asked for at each."""

    lines: list[str]
    prompts: list[str] = field(default_factory=list)
    is_pipe: bool = False

    async def read(self, prompt: str) -> str | None:
        """Return the next line, or None at the end."""
        self.prompts.append(prompt)
        return self.lines.pop(0) if self.lines else None

    async def answer(self, question: str) -> Answer:
        """Return what the next line says, as somebody who types or as a pipe would mean it."""
        said = await self.read(question)
        return piped_answer(said) if self.is_pipe else typed_answer(said)


def tools(**environment: str) -> Tools:
    """Return the tools of a run."""
    return Tools(clock=FixedClock(), environment=environment, home="")


async def talked(*lines: str, is_pipe: bool = False) -> tuple[list[str], str, list[str]]:
    """Return what was asked, what was printed and what was prompted for."""
    catalogue, file, script = Catalogue(), io.StringIO(), Script(list(lines), is_pipe=is_pipe)
    terminal = Terminal(tools(), console=Console(file=file, width=80), lines=script)

    await terminal.listen(catalogue)

    return [ask.line for ask in catalogue.asked], file.getvalue(), script.prompts


def test_the_terminal_is_a_platform() -> None:
    """It speaks and hears, and has nothing to be examined."""
    terminal: Sender = create({}, tools())

    assert terminal.platform == "console"
    assert isinstance(terminal, Listener)
    assert not isinstance(terminal, Examined)
    assert terminal.parts(Message(title="", blocks=())) == (Message(title="", blocks=()),)


async def test_a_delivery_is_printed_and_proven() -> None:
    """Its nonce is the receipt."""
    file = io.StringIO()
    terminal = Terminal(tools(), console=Console(file=file))

    receipt = await terminal.send(delivery())

    assert "Morning" in file.getvalue()
    assert receipt.message_id == "monday-0"


async def test_what_is_typed_is_answered() -> None:
    """Line by line to the end; empty ones are no questions."""
    asked, said, _ = await talked("latest harbour", "", "  ", "news status")

    assert asked == ["latest harbour", "news status"]
    assert "Answer to latest harbour" in said


@pytest.mark.parametrize("farewell", ["quit", "/exit", " BYE ", "q"])
async def test_a_farewell_ends_it(farewell: str) -> None:
    """What comes after is not read."""
    asked, _, _ = await talked("latest", farewell, "news status")

    assert asked == ["latest"]


@pytest.mark.parametrize(
    ("answer", "asked"),
    [
        ("", ["subscribe", "go subscribe", "latest"]),
        ("Y", ["subscribe", "go subscribe", "latest"]),
        ("yes", ["subscribe", "go subscribe", "latest"]),
        ("n", ["subscribe", "latest"]),
        (" No ", ["subscribe", "latest"]),
        ("news status", ["subscribe", "news status", "latest"]),
    ],
)
async def test_a_confirmation_is_a_question(answer: str, asked: list[str]) -> None:
    """Only a yes, or Return, confirms; another command is asked and confirms nothing."""
    lines, said, prompts = await talked("subscribe", answer, "latest")

    assert lines == asked
    assert prompts[1] == "Subscribe? [Y/n] "
    assert ("Not confirmed" in said) is ("go subscribe" not in asked)


async def test_leaving_at_the_question_confirms_nothing() -> None:
    """Ctrl-D there is a no; the prompt comes back."""
    asked, _, prompts = await talked("subscribe")

    assert asked == ["subscribe"]
    assert prompts[-1] == "newsdesk> "


@pytest.mark.parametrize(
    ("following", "asked"),
    [
        ([], ["subscribe", "go subscribe"]),
        (["latest"], ["subscribe", "go subscribe", "latest"]),
        (["yes", "latest"], ["subscribe", "go subscribe", "latest"]),
        (["No", "latest"], ["subscribe", "latest"]),
    ],
)
async def test_a_pipe_does_what_it_says(following: list[str], asked: list[str]) -> None:
    """Nobody sees the question there: all but a no confirms, and the next command is asked too."""
    lines, _, _ = await talked("subscribe", *following, is_pipe=True)

    assert lines == asked


@pytest.mark.parametrize(("said", "agreed"), [("", True), ("y", True), ("n", False), ("x", False)])
async def test_a_yes_or_no_is_asked_for(said: str, *, agreed: bool) -> None:
    """Only a yes, or Return, is a yes."""
    assert await Terminal(tools(), lines=Script([said])).agrees("Open it?") is agreed


async def test_what_nobody_is_there_to_answer_is_a_yes() -> None:
    """A test's standard input is no terminal, and is not read for it."""
    file = io.StringIO()

    assert await Terminal(tools(), console=Console(file=file, width=80)).agrees("Open it?")
    assert "Open it? Taken as yes" in file.getvalue()


async def test_a_number_presses_a_button() -> None:
    """Of the last message that had any; other numbers are words."""
    asked, said, _ = await talked("1", "change", "latest", "1", "2", "٣")

    assert asked == ["1", "change", "latest", "go undo", "2", "٣"]
    assert "Type a number: 1 Undo" in said


@pytest.mark.parametrize(
    ("environment", "name", "zone"),
    [
        ({"USER": "ida", "TZ": "Europe/Rome"}, "ida", "Europe/Rome"),
        ({"TZ": ""}, "operator", None),
        ({}, "operator", None),
    ],
)
def test_whoever_types_is_the_operator(
    environment: dict[str, str], name: str, zone: str | None
) -> None:
    """It is their machine, so they may do everything."""
    operator = Terminal(tools(**environment)).operator

    assert (operator.name, operator.zone, operator.may_manage) == (name, zone, True)


async def lines_of(stream: PipedLines) -> list[str]:
    """Read all lines."""
    found: list[str] = []
    while (line := await stream.read("newsdesk> ")) is not None:
        found.append(line)
    return found


LONG = "x" * 200_000


async def test_a_pipe_brings_lines() -> None:
    """As they are written, the last one without its end; odd bytes and long lines too."""
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as end:
        end.write(b"latest\n\nname \xff\nlast")
    with os.fdopen(reading) as stream:
        assert await lines_of(PipedLines(stream)) == ["latest", "", "name \ufffd", "last"]


async def test_a_file_brings_lines(tmp_path: Path) -> None:
    """However long they are."""
    file = tmp_path / "lines.txt"
    file.write_text(f"latest\n{LONG}\n", "utf-8")
    with file.open(encoding="utf-8") as stream:
        assert await lines_of(PipedLines(stream)) == ["latest", LONG]


async def test_a_stream_without_a_file_brings_lines() -> None:
    """Such as stands in for standard input where the program is called by another."""
    stream = PipedLines(io.TextIOWrapper(io.BytesIO(b"latest\nno\n")))

    assert await stream.read("newsdesk> ") == "latest"
    assert await stream.answer("Subscribe? [Y/n] ") == Answer(agreed=False)
    assert await stream.answer("Subscribe? [Y/n] ") == Answer(agreed=True)


@pytest.mark.parametrize(
    ("keys", "line"),
    [("latest\r", "latest"), ("lat\x03", ""), ("\x04", None)],
    ids=["enter", "ctrl-c", "ctrl-d"],
)
async def test_a_line_is_typed(tmp_path: Path, keys: str, line: str | None) -> None:
    """Enter gives it, Ctrl-C drops it, Ctrl-D leaves; what was typed is kept for next time."""
    home = tmp_path / "home"
    with create_pipe_input() as keyboard, create_app_session(keyboard, DummyOutput()):
        keyboard.send_text(keys)
        typed = await TypedLines(Catalogue(), TERMINAL, str(home)).read("newsdesk> ")

    assert typed == line
    assert (home / "history").exists() is (line == "latest")


ANSWERED = [
    ("\r", Answer(agreed=True)),
    ("y\r", Answer(agreed=True)),
    ("no\r", Answer(agreed=False)),
    ("latest\r", Answer(agreed=False, line="latest")),
    ("y\x03", Answer(agreed=False)),
    ("\x04", Answer(agreed=False)),
]
KEYS = ["enter", "y", "no", "a command", "ctrl-c", "ctrl-d"]


@pytest.mark.parametrize(("keys", "answer"), ANSWERED, ids=KEYS)
async def test_an_answer_is_typed(tmp_path: Path, keys: str, answer: Answer) -> None:
    """Ctrl-C and Ctrl-D are a no, at the prompt's questions and at those before it."""
    with create_pipe_input() as keyboard, create_app_session(keyboard, DummyOutput()):
        keyboard.send_text(keys + keys)
        lines = TypedLines(Catalogue(), TERMINAL, str(tmp_path))

        assert await lines.answer("Subscribe? ") == answer
        assert await asked("Open it? ") == answer


async def completed(typed: str) -> Sequence[tuple[str, int]]:
    """Return the completions of what was typed, with where they begin."""
    completer = CommandCompleter(Catalogue(), TERMINAL)
    document = Document(typed, len(typed))
    assert list(completer.get_completions(document, CompleteEvent())) == []
    found = completer.get_completions_async(document, CompleteEvent())
    return [(one.text, one.start_position) async for one in found]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("la", [("latest ", -2)]),
        ("/news", [("news status ", -4), ("news ", -4)]),
        ("latest har", [("harbour", -3)]),
        ("latest ", [("bour", 0)]),
        ("news status x", []),
        ("zeppelin", []),
    ],
)
async def test_what_is_typed_is_completed(typed: str, found: list[tuple[str, int]]) -> None:
    """Commands, then what the words of a command can be."""
    assert await completed(typed) == found
