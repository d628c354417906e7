"""Lines as somebody types them, or as a pipe brings them."""

import asyncio
import os
import stat
import sys
from collections.abc import AsyncGenerator, Iterable
from pathlib import Path
from typing import Protocol, TextIO

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory
from prompt_toolkit.patch_stdout import patch_stdout

from bot.models import Channel, Command, OptionKind, Suggests
from bot.ports import Catalogue

PROMPT = "newsdesk> "
HISTORY = "history"

MOST_BYTES = 16_000_000
"""Of one line: that a command is too long is for the desk to say."""


class Lines(Protocol):
    """Where lines come from."""

    async def read(self, prompt: str) -> str | None:
        """Return the next line, or None at the end."""
        ...


class TypedLines:
    """Lines typed at a prompt with history and completion; other output stays above it."""

    def __init__(self, catalogue: Catalogue, channel: Channel, home: str) -> None:
        Path(home).mkdir(parents=True, exist_ok=True)
        self._session: PromptSession[str] = PromptSession(
            history=FileHistory(str(Path(home) / HISTORY)),
            completer=CommandCompleter(catalogue, channel),
            complete_while_typing=False,
        )

    async def read(self, prompt: str) -> str | None:
        """Return the line typed; None for Ctrl-D, an empty one for Ctrl-C."""
        try:
            with patch_stdout(raw=True):
                return await self._session.prompt_async(prompt)
        except KeyboardInterrupt:
            return ""
        except EOFError:
            return None


class PipedLines:
    """Lines of standard input, or of another stream, when nobody types."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stdin
        self._reader: asyncio.StreamReader | None = None

    async def read(self, prompt: str) -> str | None:
        """Return the next line of the pipe or file, or None at its end."""
        del prompt
        line = await self._line()
        return line.rstrip("\n") if line else None

    async def _line(self) -> str:
        if self._reader is None:
            self._reader = await _reader_of(self._stream)
        return (await self._reader.readline()).decode(errors="replace")


async def _reader_of(stream: TextIO) -> asyncio.StreamReader:
    """Return a reader of a pipe or socket; anything else is read at once, since it never waits."""
    reader = asyncio.StreamReader(limit=MOST_BYTES)
    kind = os.fstat(stream.fileno()).st_mode
    if stat.S_ISFIFO(kind) or stat.S_ISSOCK(kind):
        protocol = asyncio.StreamReaderProtocol(reader)
        await asyncio.get_running_loop().connect_read_pipe(lambda: protocol, stream)
    else:
        reader.feed_data(stream.buffer.read())
        reader.feed_eof()
    return reader


class CommandCompleter(Completer):
    """Completes commands, then what their options can be completed from."""

    def __init__(self, catalogue: Catalogue, channel: Channel) -> None:
        self._catalogue = catalogue
        self._channel = channel

    def get_completions(
        self, document: Document, complete_event: CompleteEvent
    ) -> Iterable[Completion]:
        """Return nothing: completion is asked for asynchronously."""
        del document, complete_event
        return ()

    async def get_completions_async(
        self, document: Document, complete_event: CompleteEvent
    ) -> AsyncGenerator[Completion, None]:
        """Yield what can stand at the cursor."""
        del complete_event
        typed = document.text_before_cursor.lstrip("/ ")
        for command in self._catalogue.commands:
            if command.name.startswith(typed):
                yield Completion(
                    command.name + " ", start_position=-len(typed), display_meta=command.summary
                )
        asked = _typed_command(typed, self._catalogue.commands)
        if asked is None:
            return
        argument = typed[len(asked.name) + 1 :]
        for choice in await self._catalogue.suggest(_suggests(asked), argument, self._channel):
            yield Completion(choice.value, start_position=-len(argument), display=choice.label)


def _typed_command(typed: str, commands: Iterable[Command]) -> Command | None:
    fitting = [one for one in commands if typed.startswith(one.name + " ") and _has_words(one)]
    return max(fitting, key=lambda one: len(one.words), default=None)


def _has_words(command: Command) -> bool:
    return any(one.kind is OptionKind.WORDS and one.suggests for one in command.options)


def _suggests(command: Command) -> Suggests:
    """Return what the command's words are completed from; asked only where there is such."""
    return next(
        one.suggests
        for one in command.options
        if one.kind is OptionKind.WORDS and one.suggests is not None
    )
