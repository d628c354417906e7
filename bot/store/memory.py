"""The store that needs no disk and is gone when it is closed.

It is the SQLite store on a database in memory, not a second one written with dictionaries: the
quickstart and the tests then run the same schema, queries and full text as everyone, and there
is nothing to keep in step. SQLite's `memdb` keeps the database while any connection is open,
so one is held aside: a cancelled task costs its connection, but not what is stored.
"""

import asyncio
import sqlite3
from uuid import uuid4

from sqlalchemy import URL

from bot.ports import Store, Tools
from bot.store.database import Database
from bot.store.sql_store import SqlStore
from bot.store.sqlite import ASYNC_DRIVER, DRIVER, async_engine, upgrade_engine
from bot.store.upgrade import make_tables

WHERE = "the store in memory"


async def create(settings: object, tools: Tools) -> Store:
    """Open an empty store in memory. It has no settings."""
    del settings, tools
    return await open_memory()


async def open_memory() -> Store:
    """Open an empty store in memory."""
    name = f"file:/newsdesk-{uuid4().hex}"
    held = sqlite3.connect(f"{name}?vfs=memdb", uri=True)
    place = URL.create(DRIVER, database=name, query={"vfs": "memdb", "uri": "true"})
    try:
        await asyncio.to_thread(make_tables, upgrade_engine(place), WHERE)
    except BaseException:
        held.close()
        raise
    # One connection for all: readers would keep the writer out, since memory has no WAL.
    engine = async_engine(place.set(drivername=ASYNC_DRIVER), connections=1)
    database = Database(writer=engine, reader=engine, where=WHERE)
    return SqlStore(database, when_closed=held.close)
