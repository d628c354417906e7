"""What the dialects spell differently, in one place: writing a row that may be there already.

PostgreSQL will be the second: its own `insert` has the same endings under the same names.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from sqlalchemy import Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

_INSERTS = {"sqlite": sqlite.insert}

MAX_VALUES = 500
"""Values in one `IN (…)`: SQLite takes 32,766 in all, PostgreSQL's drivers 32,767."""

Row = Mapping[str, object]
_Item = TypeVar("_Item")


async def replace_rows(connection: AsyncConnection, table: Table, rows: Sequence[Row]) -> None:
    """Write rows, each in the place of the one with the same primary key."""
    if not rows:
        return
    insert = _INSERTS[connection.dialect.name](table)
    keys = [column.name for column in table.primary_key]
    rest = {name: insert.excluded[name] for name in rows[0] if name not in keys}
    await connection.execute(
        insert.on_conflict_do_update(index_elements=keys, set_=rest), list(rows)
    )


async def count_up(
    connection: AsyncConnection, table: Table, rows: Sequence[Row], *, counter: str
) -> None:
    """Write rows, or add their `counter` to the one with the same primary key."""
    if not rows:
        return
    insert = _INSERTS[connection.dialect.name](table)
    keys = [column.name for column in table.primary_key]
    total = {counter: table.c[counter] + insert.excluded[counter]}
    await connection.execute(
        insert.on_conflict_do_update(index_elements=keys, set_=total), list(rows)
    )


def in_lots(items: Sequence[_Item], size: int = MAX_VALUES) -> Iterator[Sequence[_Item]]:
    """Yield `items` in pieces that fit into one `IN (…)`.

    >>> list(in_lots("abcde", 2))
    ['ab', 'cd', 'e']
    """
    for start in range(0, len(items), size):
        yield items[start : start + size]


def capped(limit: int, highest: int) -> int:
    """Return how many rows to ask for: never a negative number, which means "all" to SQLite.

    >>> capped(5, 100), capped(-1, 100), capped(10**9, 100)
    (5, 0, 100)
    """
    return max(0, min(limit, highest))
