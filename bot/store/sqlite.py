"""The store in one file: SQLite, in WAL mode, through SQLAlchemy."""

import asyncio
import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import Protocol

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool, ConnectionPoolEntry

from bot.errors import StoreError
from bot.ports import Store, Tools
from bot.store.database import Database, explained
from bot.store.sql_store import SqlStore
from bot.store.upgrade import bring_up_to_date

DRIVER = "sqlite"
ASYNC_DRIVER = "sqlite+aiosqlite"

READERS = 4
BUSY_TIMEOUT_S = 10
"""How long to wait for another process that writes."""

WAL_TRIES = 100
WAL_PAUSE_S = 0.05

POOL_TIMEOUT_S = 30
"""How long to wait for a connection: transactions take milliseconds, so this means trouble."""


class Settings(Protocol):
    """What `create` reads of its settings."""

    @property
    def path(self) -> str:
        """The database file, below the home folder unless absolute."""
        ...


async def create(settings: Settings, tools: Tools) -> Store:
    """Open the store in the file that the settings name."""
    return await open_store(_below(tools.home, settings.path))


async def open_store(url_or_path: str | Path) -> Store:
    """Open the store in a file, or at a `sqlite:///` address; a new one is made.

    Raises:
        StoreError: the file cannot be used; the message says why and what to do.
    """
    path = _path(str(url_or_path))
    await asyncio.to_thread(_make_ready, path)
    url = URL.create(ASYNC_DRIVER, database=str(path))
    return SqlStore(
        Database(
            writer=async_engine(url, connections=1),
            reader=async_engine(url, connections=READERS, read_only=True),
            where=str(path),
        )
    )


def async_engine(url: URL, *, connections: int, read_only: bool = False) -> AsyncEngine:
    """Return an engine with at most so many connections, set up for our transactions."""
    made = create_async_engine(
        url,
        poolclass=AsyncAdaptedQueuePool,
        pool_size=connections,
        max_overflow=0,
        pool_timeout=POOL_TIMEOUT_S,
        pool_pre_ping=True,
        hide_parameters=True,
    )
    _set_up(made.sync_engine, read_only=read_only)
    return made


def upgrade_engine(url: URL) -> Engine:
    """Return the engine for the steps of `upgrade`, which are not async."""
    made = create_engine(url, poolclass=NullPool, hide_parameters=True)
    _set_up(made, read_only=False)
    return made


def _set_up(engine: Engine, *, read_only: bool) -> None:
    @event.listens_for(engine, "connect")
    def connected(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
        del entry
        # The driver would begin transactions by its own lights; we begin them ourselves.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_S * 1000}")
        cursor.execute("PRAGMA foreign_keys = ON")
        if read_only:
            # Readers never checkpoint either: SQLite before 3.51.3 may corrupt a WAL that two
            # connections reset at once.
            cursor.execute("PRAGMA query_only = ON")
        else:
            # What the outbox records must survive a power cut, or it is sent twice.
            cursor.execute("PRAGMA synchronous = FULL")
        cursor.close()

    @event.listens_for(engine, "invalidate")
    def dropped(connection: DBAPIConnection, entry: ConnectionPoolEntry, error: object) -> None:
        # A cancelled task loses its connection while a query still runs. SQLite puts off the
        # close until the query's cursor is collected, and the lock would be held until then.
        del entry, error
        with suppress(Exception):  # a connection already broken has nothing to roll back
            connection.rollback()

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        # IMMEDIATE: a transaction that reads first and writes later would otherwise fail at
        # once, whatever the timeout, when another process wrote in between.
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")


def _below(home: str, path: str) -> Path:
    return Path(home).expanduser() / Path(path).expanduser()


def _path(url_or_path: str) -> Path:
    if "://" not in url_or_path:
        return Path(url_or_path).expanduser().absolute()
    try:
        url = make_url(url_or_path)
    except ArgumentError as error:
        raise StoreError("the address of the store cannot be read; give a file name") from error
    if url.get_backend_name() != "sqlite" or not url.database:
        raise StoreError(
            f"{url.render_as_string(hide_password=True)}: only SQLite files can be used so far; "
            "give a file name"
        )
    return Path(url.database).expanduser().absolute()


def _make_ready(path: Path) -> None:
    _make_room(path)
    bring_up_to_date(upgrade_engine(URL.create(DRIVER, database=str(path))), str(path))


def _make_room(path: Path) -> None:
    """Make the file if there is none, and put it into WAL mode, which it then keeps."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Made before SQLite does, so that only the one who runs the desk can read it.
        path.touch(mode=0o600, exist_ok=True)
        with closing(sqlite3.connect(path, timeout=BUSY_TIMEOUT_S)) as connection:
            _into_wal(connection)
    except OSError as error:
        raise StoreError(
            f"{path}: {error.strerror or error}; see that its folder exists and that the desk "
            "may write there"
        ) from error
    except sqlite3.Error as error:
        raise explained(error, str(path)) from error


def _into_wal(connection: sqlite3.Connection) -> None:
    # SQLite does not wait its turn here as it does elsewhere: two desks that make one file at
    # the same moment would both be told that it is locked.
    for _ in range(WAL_TRIES):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            time.sleep(WAL_PAUSE_S)
        else:
            return
    connection.execute("PRAGMA journal_mode = WAL")
