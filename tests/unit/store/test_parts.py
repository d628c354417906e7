"""The store's parts are found by name and made from settings and tools."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Dialect
from sqlalchemy.dialects import postgresql

from bot.plugins import load
from bot.ports import Tools
from bot.schedule.clock import SystemClock
from bot.store.columns import UtcDateTime, Words
from bot.store.database import explained
from tests.contracts.store_builders import listed

POSTGRESQL: Dialect = postgresql.dialect()  # type: ignore[no-untyped-call]  # untyped in SQLAlchemy


@dataclass(frozen=True)
class Settings:
    """What the configuration says of the store."""

    path: str


def tools(home: Path) -> Tools:
    """Return the tools of a desk that lives in a folder."""
    return Tools(clock=SystemClock(), environment={}, home=str(home))


@pytest.mark.parametrize(("part", "files"), [("sqlite", ["news.sqlite3"]), ("memory", [])])
async def test_a_part_is_made_by_its_name(tmp_path: Path, part: str, files: list[str]) -> None:
    """The configured part is opened; a file lies below the home folder."""
    create = load("bot.store", part, setting="store.use")

    store = await create(Settings(path="news.sqlite3"), tools(tmp_path))
    await store.close()

    assert listed(tmp_path) == files


async def test_an_absolute_path_stands_as_it_is(tmp_path: Path) -> None:
    """A file outside the home folder may be named in full."""
    create = load("bot.store", "sqlite", setting="store.use")
    elsewhere = tmp_path / "elsewhere.sqlite3"

    store = await create(Settings(path=str(elsewhere)), tools(tmp_path / "home"))
    await store.close()

    assert elsewhere.exists()


def test_instants_keep_their_zone_where_the_dialect_has_them() -> None:
    """PostgreSQL is given and gives aware instants; both ways they are in UTC."""
    column = UtcDateTime()
    at = datetime(2026, 11, 24, 7, tzinfo=UTC)

    assert column.process_bind_param(at, POSTGRESQL) == at
    assert column.process_result_value(at, POSTGRESQL) == at
    assert column.process_bind_param(None, POSTGRESQL) is None


def test_long_words_are_cut() -> None:
    """A column keeps no more characters than it says."""
    assert Words(3).process_bind_param("abcdef", POSTGRESQL) == "abc"


def test_a_fault_without_words_is_still_named() -> None:
    """An error of the driver that says nothing is named by its kind."""
    assert str(explained(ConnectionError(), "news.db")) == "news.db: ConnectionError"
