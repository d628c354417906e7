"""The steps of `migrations` and the tables of `schema` agree."""

import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, text

from bot.errors import StoreError
from bot.models import SourceId, Visit
from bot.store.schema import HEAD, metadata
from bot.store.sqlite import open_store
from bot.store.upgrade import MIGRATIONS, make_tables

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
OPENS = """
import asyncio, sys
from bot.store.sqlite import open_store

async def main() -> None:
    store = await open_store(sys.argv[1])
    await store.close()

asyncio.run(main())
print("alembic" in sys.modules)
"""


async def test_the_newest_step_is_the_one_named() -> None:
    """`HEAD` names the newest step."""
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == HEAD


async def test_the_steps_make_the_tables(tmp_path: Path) -> None:
    """A database brought up to date has the tables, columns and indexes of `schema`."""
    store = await open_store(tmp_path / "news.sqlite3")
    await store.close()

    assert await asyncio.to_thread(differences, tmp_path / "news.sqlite3") == []


async def test_tables_made_at_once_are_those_of_the_steps(tmp_path: Path) -> None:
    """A database in memory, which runs no steps, has the same full text and tables."""
    at_once, by_steps = tmp_path / "once.sqlite3", tmp_path / "steps.sqlite3"
    await asyncio.to_thread(make_tables, create_engine(f"sqlite:///{at_once}"), "here")
    await (await open_store(by_steps)).close()

    assert await asyncio.to_thread(differences, at_once) == []
    assert await asyncio.to_thread(full_text, at_once) == await asyncio.to_thread(
        full_text, by_steps
    )


async def test_tables_that_cannot_be_made_are_explained(tmp_path: Path) -> None:
    """As every fault of a database is."""
    place = create_engine(f"sqlite:///{tmp_path}/none/news.sqlite3")
    with pytest.raises(StoreError, match="here"):
        await asyncio.to_thread(make_tables, place, "here")


async def test_a_normal_start_is_quick(tmp_path: Path) -> None:
    """A database that is up to date is opened without loading the tools that upgrade."""
    path = tmp_path / "news.sqlite3"
    store = await open_store(path)
    await store.close()
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-c", OPENS, str(path), stdout=asyncio.subprocess.PIPE
    )
    output, _ = await child.communicate()

    assert output.decode().strip() == "False"


async def test_what_an_older_version_knew_stays_known(tmp_path: Path) -> None:
    """A file of the first version is brought up to date with its sources and visits."""
    path = tmp_path / "news.sqlite3"
    await asyncio.to_thread(first_version, path)
    store = await open_store(path)
    try:
        visits = await store.sources.visits()
    finally:
        await store.close()

    assert visits == {SourceId("s1"): Visit(source=SourceId("s1"), next_at=NOON, etag="v1")}


def first_version(path: Path) -> None:
    """Make a file as the first version left it, with a source that was visited."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(
            text(
                "INSERT INTO sources (id, kind, address, name, topics, audience, paused) "
                "VALUES ('s1', 'feed', 'https://a.example/', 'A', '[]', '', 0)"
            )
        )
        connection.execute(
            text(
                "INSERT INTO visits (source, next_at, etag, failures) "
                "VALUES ('s1', '2026-11-24 12:00:00.000000', 'v1', 0)"
            )
        )
    engine.dispose()


def differences(path: Path) -> list[object]:
    """Return what Alembic would change to make a file's tables those of `schema`."""
    engine = create_engine(f"sqlite:///{path}")
    try:
        with engine.connect() as connection:
            return _compared(connection)
    finally:
        engine.dispose()


def full_text(path: Path) -> str:
    """Return how a file's full text was made, whatever the spaces."""
    engine = create_engine(f"sqlite:///{path}")
    try:
        with engine.connect() as connection:
            asked = text("SELECT sql FROM sqlite_master WHERE name = 'articles_fts'")
            return "".join(str(connection.execute(asked).scalar_one()).split())
    finally:
        engine.dispose()


def _compared(connection: Connection) -> list[object]:
    def is_ours(_: object, name: str | None, kind: str, *__: object) -> bool:
        return not (kind == "table" and (name or "").startswith("articles_fts"))

    options = {"include_object": is_ours, "compare_type": True}
    return list(compare_metadata(MigrationContext.configure(connection, opts=options), metadata))
