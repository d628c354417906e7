"""What a model cost, day by day."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.models import Spent
from bot.store.database import Database
from bot.store.dialect import replace_rows
from bot.store.finishing import finishing
from bot.store.schema import spending


@finishing
class SqlSpending:
    """One row a day. Nobody writes between a look and what follows from it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def reserve(self, day: date, expected: Spent, *, most_tokens: int) -> bool:
        """Count in what is about to be spent, if the day then holds no more than so many tokens."""
        async with self._database.writing() as connection:
            before = await _spent(connection, day)
            if before.tokens + expected.tokens > most_tokens:
                return False
            await _keep(connection, day, before, expected)
        return True

    async def settle(self, day: date, expected: Spent, actual: Spent) -> None:
        """Put what was spent in the place of what was reserved."""
        difference = Spent(
            tokens=actual.tokens - expected.tokens, requests=actual.requests - expected.requests
        )
        async with self._database.writing() as connection:
            await _keep(connection, day, await _spent(connection, day), difference)

    async def of(self, day: date) -> Spent:
        """Return what was spent and reserved on that day."""
        async with self._database.reading() as connection:
            return await _spent(connection, day)


async def _spent(connection: AsyncConnection, day: date) -> Spent:
    query = select(spending).where(spending.c.day == day.isoformat())
    row = (await connection.execute(query)).first()
    return Spent(tokens=row.tokens, requests=row.requests) if row else Spent()


async def _keep(connection: AsyncConnection, day: date, before: Spent, more: Spent) -> None:
    row = {
        "day": day.isoformat(),
        "tokens": max(0, before.tokens + more.tokens),
        "requests": max(0, before.requests + more.requests),
    }
    await replace_rows(connection, spending, [row])
