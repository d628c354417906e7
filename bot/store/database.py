"""One database: transactions to read in, one at a time to write in, and faults in plain words."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.errors import StoreError
from bot.store.finishing import UnderWay

_CURES = {
    "file is not a database": "name another file, or move this one away to start afresh",
    "malformed": "the file is damaged: restore a backup, or move it away to start afresh",
    "unable to open": "see that its folder exists and that the desk may write there",
    "readonly": "see that the desk may write to the file and its folder",
    "disk is full": "free some space; nothing that was kept is lost",
    "database is locked": "another program holds it: stop that one, or give each its own file",
}


class Database:
    """The engines of one database.

    Everything written goes through `writer`, which has a single connection: SQLite has one
    writer at a time anyway, and waiting here is fair while waiting there is not. `reader` may
    be the same engine.
    """

    def __init__(self, *, writer: AsyncEngine, reader: AsyncEngine, where: str) -> None:
        self.where = where
        self.under_way = UnderWay()
        self._writer = writer
        self._reader = reader

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """Open a transaction that sees one state of the database throughout.

        Raises:
            StoreError: the database is unusable.
        """
        async with self._explained(), self._reader.begin() as connection:
            yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """Open a transaction that nobody else writes beside; all of it is kept or nothing.

        Raises:
            StoreError: the database is unusable.
        """
        async with self._explained(), self._writer.begin() as connection:
            yield connection

    async def close(self) -> None:
        """Let go of every connection; the writer last, since the last one tidies up."""
        # Shielded: a connection that is left open keeps its thread, and the program, alive.
        await asyncio.shield(self._close())

    async def _close(self) -> None:
        await self.under_way.ended()
        if self._reader is not self._writer:
            await self._reader.dispose()
        await self._writer.dispose()

    @asynccontextmanager
    async def _explained(self) -> AsyncIterator[None]:
        try:
            yield
        except (SQLAlchemyError, sqlite3.Error) as error:
            raise explained(error, self.where) from error


def explained(error: Exception, where: str) -> StoreError:
    """Return what a fault of the database means to the one who operates it.

    >>> explained(sqlite3.OperationalError("database or disk is full"), "news.db").args[0]
    'news.db: database or disk is full; free some space; nothing that was kept is lost'
    """
    # The words of the driver alone: SQLAlchemy's own would repeat the statement.
    problem = str(getattr(error, "orig", None) or error).strip() or type(error).__name__
    cure = next((cure for sign, cure in _CURES.items() if sign in problem), None)
    return StoreError(f"{where}: {problem}; {cure}" if cure else f"{where}: {problem}")
