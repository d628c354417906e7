"""The kinds of source: each is a module in `bot.fetch.sources`, found by its name."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from importlib import import_module
from importlib.util import find_spec
from typing import Protocol, TypeVar

from bot.errors import FormatError, WorkError
from bot.fetch.mend import MAX_ENTRIES
from bot.models import Reading, Source, Visit
from bot.ports import Fetcher, Workers

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What a source is read with. `passwords` open the operator's mailboxes, by address."""

    fetcher: Fetcher
    workers: Workers
    bounds: Bounds = field(default_factory=Bounds)
    passwords: Mapping[str, str] = field(default_factory=dict, repr=False)

    async def parsed(self, work: Callable[[], _Result], *, address: str) -> _Result:
        """Return the result of parsing what strangers wrote; done where it can be ended.

        Raises:
            FormatError: it takes too long, or more memory than it may.
            SourceError: whatever else of ours the work raises.
        """
        try:
            return await self.workers.call(work, about=address, within=self.bounds.parse_time)
        except WorkError as error:
            raise FormatError(address, error.problem, transient=error.transient) from error


class SourceKind(Protocol):
    """Reads sources of one kind. Its module has `create(means)`."""

    async def read(self, source: Source, visit: Visit | None = None) -> Reading:
        """Return what the source offers, in its own order; conditional on the last visit.

        Raises:
            SourceError: the source cannot be read.
        """
        ...


def kind_of(source: Source, means: Means) -> SourceKind:
    """Return the reader of the source's kind.

    Raises:
        FormatError: there is no such kind.
    """
    module = f"{_HOME}.{source.kind}"
    if not _NAME.fullmatch(source.kind) or find_spec(module) is None:
        raise FormatError(source.address, f"there is no kind of source called {source.kind!r}")
    kind: SourceKind = import_module(module).create(means)
    return kind
