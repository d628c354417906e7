"""The contract of `Spending`, over every store."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.models import Spent
from bot.ports import Store
from tests.contracts.store_builders import NOW, STORES, Opener, on_disk, opened

TODAY = NOW.date()
ONE = Spent(tokens=400, requests=1)


@pytest.fixture(params=STORES, ids=lambda opener: opener.__name__)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    """Give each store in turn."""
    opener: Opener = request.param
    async with opened(opener, tmp_path) as opened_store:
        yield opened_store


async def test_a_day_begins_with_nothing(store: Store) -> None:
    """Also when another day had something."""
    await store.spending.reserve(TODAY - timedelta(days=1), ONE, most_tokens=1000)

    assert await store.spending.of(TODAY) == Spent()


async def test_what_is_reserved_counts_at_once(store: Store) -> None:
    """Until the day holds no more, to the token; what is refused does not count."""
    taken = [await store.spending.reserve(TODAY, ONE, most_tokens=800) for _ in range(3)]

    assert taken == [True, True, False]
    assert await store.spending.of(TODAY) == Spent(tokens=800, requests=2)


async def test_what_was_spent_takes_the_place_of_what_was_reserved(store: Store) -> None:
    """More or less of it, and never below nothing."""
    await store.spending.reserve(TODAY, ONE, most_tokens=1000)
    await store.spending.settle(TODAY, ONE, Spent(tokens=150, requests=2))
    after = await store.spending.of(TODAY)
    await store.spending.settle(TODAY, Spent(tokens=9000, requests=9), Spent())

    assert after == Spent(tokens=150, requests=2)
    assert await store.spending.of(TODAY) == Spent()


async def test_many_at_once_do_not_spend_more(store: Store) -> None:
    """Each looks and takes in one go."""
    asked = [store.spending.reserve(TODAY, ONE, most_tokens=2000) for _ in range(20)]

    assert sum(await asyncio.gather(*asked)) == 5
    assert await store.spending.of(TODAY) == Spent(tokens=2000, requests=5)


async def test_a_restart_forgets_nothing(tmp_path: Path) -> None:
    """Nor does another process have a budget of its own."""
    async with opened(on_disk, tmp_path) as store:
        await store.spending.reserve(TODAY, ONE, most_tokens=1000)
    async with opened(on_disk, tmp_path) as store, opened(on_disk, tmp_path) as other:
        taken = await other.spending.reserve(TODAY, ONE, most_tokens=1000)

        assert taken
        assert await store.spending.of(TODAY) == Spent(tokens=800, requests=2)
