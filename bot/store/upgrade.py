"""Brings the schema of a database up to date when it is opened."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from bot.errors import StoreError
from bot.store.database import Database
from bot.store.schema import HEAD

MIGRATIONS = Path(__file__).parent / "migrations"


async def bring_up_to_date(database: Database) -> None:
    """Run the steps that the database lacks, all or none of them.

    Raises:
        StoreError: the database is unusable, or was made by a newer version.
    """
    async with database.reading() as connection:
        if await connection.run_sync(_revision) == HEAD:
            return
    # Asked again inside: another process may have opened the same new file meanwhile.
    async with database.writing() as connection:
        await connection.run_sync(_upgrade, database.where)


def _revision(connection: Connection) -> str | None:
    """Return the step that the database carries, or None for a new one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: Connection, where: str) -> None:
    # Imported only when there is something to do: it takes longer than opening the database.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    known = {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}
    found = _revision(connection)
    if found is not None and found not in known:
        raise StoreError(
            f"{where}: was made by a newer version (step {found}, this one knows up to {HEAD}); "
            "update Newsdesk, or name another file"
        )
    command.upgrade(config, HEAD)
