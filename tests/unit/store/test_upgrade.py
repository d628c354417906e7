"""The steps of `migrations` and the tables of `schema` agree."""

import asyncio
import sys
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine

from bot.store.schema import HEAD, metadata
from bot.store.sqlite import open_store
from bot.store.upgrade import MIGRATIONS

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


def differences(path: Path) -> list[object]:
    """Return what Alembic would change to make a file's tables those of `schema`."""
    engine = create_engine(f"sqlite:///{path}")
    try:
        with engine.connect() as connection:
            return _compared(connection)
    finally:
        engine.dispose()


def _compared(connection: Connection) -> list[object]:
    def is_ours(_: object, name: str | None, kind: str, *__: object) -> bool:
        return not (kind == "table" and (name or "").startswith("articles_fts"))

    options = {"include_object": is_ours, "compare_type": True}
    return list(compare_metadata(MigrationContext.configure(connection, opts=options), metadata))
