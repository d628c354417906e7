"""The contract of `Mutes`, over every store."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from bot.models import ChannelId, Mute, Muted
from bot.ports import Store
from tests.contracts.store_builders import CHANNEL, HOUR, NOW, STORES, Opener, merge, opened


@pytest.fixture(params=STORES, ids=lambda opener: opener.__name__)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    """Give each store in turn."""
    opener: Opener = request.param
    async with opened(opener, tmp_path) as opened_store:
        yield opened_store


def mute(
    target: str = "football",
    *,
    kind: Muted = Muted.TOPIC,
    until: datetime | None = None,
    at: datetime = NOW,
) -> Mute:
    """Return a mute of the one channel."""
    return Mute(channel=CHANNEL.id, kind=kind, target=target, until=until, by="Ida", at=at)


async def test_a_mute_comes_back_as_it_was_given(store: Store) -> None:
    """For a time and for good, the newest first; another channel has none of them."""
    first, second = mute(until=NOW + HOUR), mute("herald", kind=Muted.SOURCE, at=NOW + HOUR / 2)
    await store.mutes.save(first)
    await store.mutes.save(second)

    assert await store.mutes.of(CHANNEL.id, NOW) == (second, first)
    assert await store.mutes.of(ChannelId("slack:T1/C9"), NOW) == ()


async def test_a_thing_is_muted_once(store: Store) -> None:
    """Muting it again replaces how long; the same word of another kind is another thing."""
    await store.mutes.save(mute(until=NOW + HOUR))
    await store.mutes.save(mute())
    await store.mutes.save(mute(kind=Muted.SOURCE))

    assert set(await store.mutes.of(CHANNEL.id, NOW)) == {mute(), mute(kind=Muted.SOURCE)}


async def test_a_mute_that_ran_out_vanishes(store: Store) -> None:
    """It is no longer given from that moment on, and dropped when another one is saved."""
    short = mute(until=NOW + HOUR)
    await store.mutes.save(short)

    assert await store.mutes.of(CHANNEL.id, NOW + HOUR) == ()

    await store.mutes.save(mute("rugby", at=NOW + HOUR))

    assert await store.mutes.of(CHANNEL.id, NOW) == (mute("rugby", at=NOW + HOUR),)


async def test_a_mute_can_be_ended(store: Store) -> None:
    """That of this thing alone; one that is not there is no error."""
    await store.mutes.save(mute())
    await store.mutes.save(mute("rugby"))
    for _ in range(2):
        await store.mutes.remove(CHANNEL.id, Muted.TOPIC, "football")

    assert await store.mutes.of(CHANNEL.id, NOW) == (mute("rugby"),)


async def test_a_muted_story_stays_muted_through_merges(store: Store) -> None:
    """The story that it became part of is muted, once, and can be unmuted by either name."""
    one = mute("s2", kind=Muted.STORY)
    await store.mutes.save(one)
    await store.mutes.save(mute("s3", kind=Muted.STORY, at=NOW - HOUR))
    await merge(store, "s2", "s1")
    await merge(store, "s3", "s1")

    assert await store.mutes.of(CHANNEL.id, NOW) == (replace(one, target="s1"),)

    await store.mutes.save(mute("s3", kind=Muted.STORY, until=NOW + HOUR))

    assert await store.mutes.of(CHANNEL.id, NOW) == (replace(one, target="s1", until=NOW + HOUR),)

    await store.mutes.remove(CHANNEL.id, Muted.STORY, "s2")

    assert await store.mutes.of(CHANNEL.id, NOW) == ()
