"""Lines as a pipe brings them, and what a line says to a question."""

import asyncio
import io
import os
import stat
import sys
from dataclasses import dataclass
from typing import Protocol, TextIO

MOST_BYTES = 16_000_000
"""Of one line: that a command is too long is for the desk to say."""


YES = frozenset({"", "y", "yes"})
NO = frozenset({"n", "no"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was said to a question. `line` is what came instead of an answer, to be asked next."""

    agreed: bool
    line: str | None = None


class Lines(Protocol):
    """Where lines come from."""

    async def read(self, prompt: str) -> str | None:
        """Return the next line, or None at the end."""
        ...

    async def answer(self, question: str) -> Answer:
        """Return what is said to a question."""
        ...


def typed_answer(said: str | None) -> Answer:
    """Return what somebody says who types: only a yes, or Return alone, is a yes.

    >>> typed_answer("Y").agreed, typed_answer(None).agreed, typed_answer("latest")
    (True, False, Answer(agreed=False, line='latest'))
    """
    word = (said or "").strip().lower()
    if said is None or word in NO:
        return Answer(agreed=False)
    return Answer(agreed=True) if word in YES else Answer(agreed=False, line=said)


def piped_answer(said: str | None) -> Answer:
    """Return what a pipe says, where nobody sees the question: all but a no is a yes.

    >>> piped_answer(None).agreed, piped_answer("no").agreed, piped_answer("latest")
    (True, False, Answer(agreed=True, line='latest'))
    """
    word = (said or "").strip().lower()
    return Answer(agreed=word not in NO, line=None if word in YES | NO else said)


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

    async def answer(self, question: str) -> Answer:
        """Return what the next line says; the end of the pipe denies nothing."""
        return piped_answer(await self.read(question))

    async def _line(self) -> str:
        if self._reader is None:
            self._reader = await _reader_of(self._stream)
        return (await self._reader.readline()).decode(errors="replace")


async def _reader_of(stream: TextIO) -> asyncio.StreamReader:
    """Return a reader of a pipe or socket; anything else is read at once, since it never waits."""
    reader = asyncio.StreamReader(limit=MOST_BYTES)
    if _may_wait(stream):
        protocol = asyncio.StreamReaderProtocol(reader)
        await asyncio.get_running_loop().connect_read_pipe(lambda: protocol, stream)
    else:
        reader.feed_data(stream.buffer.read())
        reader.feed_eof()
    return reader


def _may_wait(stream: TextIO) -> bool:
    try:
        kind = os.fstat(stream.fileno()).st_mode
    except io.UnsupportedOperation:  # in memory
        return False
    return stat.S_ISFIFO(kind) or stat.S_ISSOCK(kind)
