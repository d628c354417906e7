"""Lines as a pipe brings them."""

import asyncio
import os
import stat
import sys
from typing import Protocol, TextIO

MOST_BYTES = 16_000_000
"""Of one line: that a command is too long is for the desk to say."""


class Lines(Protocol):
    """Where lines come from."""

    async def read(self, prompt: str) -> str | None:
        """Return the next line, or None at the end."""
        ...


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
