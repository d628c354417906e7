"""Brings the schema of a database up to date when it is opened."""

from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import SQLAlchemyError

from bot.errors import StoreError
from bot.store.database import explained
from bot.store.schema import HEAD, metadata

MIGRATIONS = Path(__file__).parent / "migrations"

FULL_TEXT = text(
    "CREATE VIRTUAL TABLE articles_fts USING fts5(title, text, outlet, source, content='', "
    "tokenize='porter unicode61 remove_diacritics 2')"
)
"""The full text as the steps make it; a test compares."""

_ALEMBIC = Lock()
"""Alembic keeps what it works on in its module: one upgrade at a time in a process."""


def bring_up_to_date(engine: Engine, where: str) -> None:
    """Run the steps that the database lacks, all or none of them. Slow: for a thread.

    Raises:
        StoreError: the database is unusable, or was made by a newer version.
    """
    try:
        # One transaction to ask and to act in: another process may open the same new file.
        with engine.begin() as connection:
            found = _revision(connection)
            if found != HEAD:
                with _ALEMBIC:
                    _upgrade(connection, found, where)
    except SQLAlchemyError as error:
        raise explained(error, where) from error
    finally:
        engine.dispose()


def make_tables(engine: Engine, where: str) -> None:
    """Make every table at once, in a SQLite database that nobody will ever upgrade.

    Raises:
        StoreError: the database is unusable.
    """
    try:
        with engine.begin() as connection:
            metadata.create_all(connection)
            connection.execute(FULL_TEXT)
    except SQLAlchemyError as error:
        raise explained(error, where) from error
    finally:
        engine.dispose()


def _revision(connection: Connection) -> str | None:
    """Return the step that the database carries, or None for a new one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: Connection, found: str | None, where: str) -> None:
    # Imported only when there is something to do: it takes longer than opening the database.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    known = {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}
    if found is not None and found not in known:
        raise StoreError(
            f"{where}: was made by a newer version (step {found}, this one knows up to {HEAD}); "
            "update Newsdesk, or name another file"
        )
    command.upgrade(config, HEAD)
