"""The contract of `Pushes`, over every store."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.models import Hub, Push, SourceId
from bot.ports import Store
from tests.contracts.store_builders import HOUR, NOW, STORES, Opener, opened

PUSH = Push(
    token="t-1",
    source=SourceId("herald"),
    hub=Hub(address="https://hub.example/", topic="https://herald.example/feed"),
    callback="https://desk.example/websub/t-1",
    secret="s" * 64,
    ask_at=NOW,
)


@pytest.fixture(params=STORES, ids=lambda opener: opener.__name__)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    """Give each store in turn."""
    opener: Opener = request.param
    async with opened(opener, tmp_path) as opened_store:
        yield opened_store


async def test_an_agreement_comes_back_as_it_was_saved_last(store: Store) -> None:
    """Also when its source was never stored: it may outlive it."""
    agreed = replace(
        PUSH, leased_until=NOW + HOUR, failures=3, pushed_at=NOW, is_leaving=True, ask_at=NOW + HOUR
    )
    await store.pushes.save(PUSH)
    before = await store.pushes.get("t-1")
    await store.pushes.save(agreed)

    assert before == PUSH
    assert await store.pushes.get("t-1") == agreed
    assert await store.pushes.all() == (agreed,)


async def test_agreements_are_listed_by_source(store: Store) -> None:
    """One source may have two, when it changed its hub."""
    courier = replace(PUSH, token="t-2", source=SourceId("courier"))
    newer = replace(PUSH, token="t-0")
    for one in (PUSH, courier, newer):
        await store.pushes.save(one)

    assert await store.pushes.all() == (courier, newer, PUSH)


async def test_a_forgotten_agreement_is_gone(store: Store) -> None:
    """Forgetting may be repeated; what was never agreed is None."""
    await store.pushes.save(PUSH)
    await store.pushes.remove("t-1")
    await store.pushes.remove("t-1")

    assert await store.pushes.get("t-1") is None
    assert await store.pushes.get("\x00\ud800") is None
    assert await store.pushes.all() == ()
