"""Small pieces of work done together: handing one to a process costs as much as a feed's parsing.

While all processes are busy, what waits is gathered; the next that is free does it in one go. A
lot that comes to grief is done again piece by piece, so that each costs its own time alone.
"""

import asyncio
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from bot.errors import NewsdeskError, WorkError
from bot.ports import Workers
from bot.ports.work import Result

MOST = 16
"""Pieces of a lot."""

SMALL = 150_000
"""Bytes that a piece may be about; larger ones are done by themselves."""

_AT_ONCE = 4


@dataclass(slots=True, eq=False)
class _Piece:
    """Work that somebody waits for. `done` is set while it is in a lot, `answer` after it."""

    work: Callable[[], Any]
    about: str
    within: timedelta
    done: asyncio.Event | None = None
    answer: tuple[Any, NewsdeskError | None] | None = None
    is_alone: bool = False

    def is_left(self) -> bool:
        """Say whether nobody has done it, or is about to."""
        return self.answer is None and self.done is None


class InLots:
    """Does small pieces of work together, by other workers."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers
        self._gate = asyncio.Semaphore(max(2, min(_AT_ONCE, os.cpu_count() or 1)))
        self._waiting: dict[_Piece, None] = {}

    async def call(self, work: Callable[[], Result], *, about: str, within: timedelta) -> Result:
        """Return what `work` returns; see `bot.ports.Workers`."""
        if _bytes(work) > SMALL:
            return await self._workers.call(work, about=about, within=within)
        piece = _Piece(work, about, within)
        self._waiting[piece] = None
        try:
            value, error = await self._answer(piece)
        finally:
            self._waiting.pop(piece, None)
        if error is not None:
            raise error
        result: Result = value
        return result

    async def _answer(self, piece: _Piece) -> tuple[Any, NewsdeskError | None]:
        """Wait for a lot with the piece in it, or do one: whoever has a turn does it for all."""
        while piece.answer is None:
            if piece.done:
                await piece.done.wait()
                continue
            async with self._gate:
                if piece.is_left():
                    await self._do(self._lot(piece))
        return piece.answer

    def _lot(self, first: _Piece) -> list[_Piece]:
        """Take what waits and goes together with `first`."""
        others = [
            piece
            for piece in self._waiting
            if piece.within == first.within and piece is not first and not piece.is_alone
        ]
        lot = [first] if first.is_alone else [first, *others[: MOST - 1]]
        for piece in lot:
            self._waiting.pop(piece, None)
        return lot

    async def _do(self, lot: Sequence[_Piece]) -> None:
        """Do the pieces of a lot; after a failure those without an answer wait again, alone."""
        first, done = lot[0], asyncio.Event()
        for piece in lot:
            piece.done = done
        try:
            work = partial(_each, [piece.work for piece in lot])
            if len(lot) == 1:
                value = await self._workers.call(first.work, about=first.about, within=first.within)
                first.answer = (value, None)
            else:
                answers = await self._workers.call(work, about=first.about, within=first.within)
                for piece, answer in zip(lot, answers, strict=True):
                    piece.answer = answer
        except WorkError:
            if len(lot) == 1:
                raise
            for piece in lot:
                piece.is_alone = True
        finally:
            for piece in lot:
                piece.done = None
            done.set()


def _each(works: Sequence[Callable[[], Any]]) -> list[tuple[Any, NewsdeskError | None]]:
    """Return what each piece of work returns, or the error of ours that it raises."""
    return [_one(work) for work in works]


def _one(work: Callable[[], Any]) -> tuple[Any, NewsdeskError | None]:
    try:
        return work(), None
    except NewsdeskError as error:
        return None, error


def _bytes(work: Callable[[], Any]) -> int:
    """Return how many bytes a piece of work is about, as far as it says.

    >>> _bytes(partial(len, b"four"))
    4
    """
    given = (*work.args, *work.keywords.values()) if isinstance(work, partial) else ()
    return sum(_size(one) for one in given)


def _size(given: object) -> int:
    body = getattr(given, "body", given)
    return len(body) if isinstance(body, bytes | str) else 0
