"""The kinds of source: each is a module in `bot.fetch.sources`, found by its name."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from importlib import import_module
from importlib.util import find_spec
from typing import Protocol, TypeVar

from bot.errors import FormatError
from bot.fetch.mend import MAX_ENTRIES
from bot.models import Reading, Source, Visit
from bot.ports import Fetcher

_HOME = "bot.fetch.sources"
_NAME = re.compile(r"[a-z][a-z0-9]*")
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """How much a reading may cost."""

    max_entries: int = MAX_ENTRIES
    max_files: int = 2000
    max_bytes: int = 8_000_000
    max_folder_bytes: int = 200_000_000
    parse_time: timedelta = timedelta(seconds=10)


class SourceKind(Protocol):
    """Reads sources of one kind. Its module has `create(bounds, fetcher)`."""

    async def read(self, source: Source, visit: Visit | None = None) -> Reading:
        """Return what the source offers, in its own order; conditional on the last visit.

        Raises:
            SourceError: the source cannot be read.
        """
        ...


def kind_of(source: Source, *, bounds: Bounds, fetcher: Fetcher) -> SourceKind:
    """Return the reader of the source's kind.

    Raises:
        FormatError: there is no such kind.
    """
    module = f"{_HOME}.{source.kind}"
    if not _NAME.fullmatch(source.kind) or find_spec(module) is None:
        raise FormatError(source.address, f"there is no kind of source called {source.kind!r}")
    kind: SourceKind = import_module(module).create(bounds, fetcher)
    return kind


async def aside(work: Callable[[], _Result], *, address: str, within: timedelta) -> _Result:
    """Return the result of slow `work`, done beside the event loop.

    The thread of work that takes too long runs on: threads cannot be killed. What is known to
    hang parsers is refused before; processes that can be killed come with the issue "Reading".

    Raises:
        FormatError: it took too long.
    """
    try:
        async with asyncio.timeout(within.total_seconds()):
            return await asyncio.to_thread(work)
    except TimeoutError as error:
        problem = f"takes longer than {within.total_seconds():g} s to read; tell its publisher"
        raise FormatError(address, problem) from error
