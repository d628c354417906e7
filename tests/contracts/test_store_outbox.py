"""The contract of `Outbox`, over every store."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.models import (
    ChannelId,
    Delivery,
    DeliveryKey,
    DeliveryState,
    Reason,
    StoryId,
    Verdict,
)
from bot.ports import Store
from tests.contracts.store_builders import (
    CHANNEL,
    HOUR,
    NOW,
    STORES,
    Opener,
    briefing,
    carded,
    message,
    opened,
    told,
)

S1 = StoryId("s1")
MONDAY = DeliveryKey("monday")
ELSEWHERE = ChannelId("slack:T1/C9")


@pytest.fixture(params=STORES, ids=lambda opener: opener.__name__)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    """Give each store in turn, with one channel in it."""
    opener: Opener = request.param
    async with opened(opener, tmp_path) as opened_store:
        await opened_store.channels.save(CHANNEL)
        yield opened_store


async def claim(store: Store, *, hours: float = 0, limit: int = 10) -> tuple[Delivery, ...]:
    """Claim what is due so many hours from now, for an hour."""
    return await store.outbox.claim(NOW + hours * HOUR, lease=HOUR, limit=limit)


async def settle(store: Store, delivery: Delivery, state: DeliveryState) -> None:
    """Settle a delivery now."""
    settled_at = None if state is DeliveryState.PENDING else NOW
    await store.outbox.settle(replace(delivery, state=state, attempts=1, settled_at=settled_at))


async def states(store: Store) -> list[str]:
    """Return the states of what is in the outbox."""
    return [one.state.value for one in await store.outbox.history(CHANNEL.id)]


def names(deliveries: Sequence[Delivery]) -> list[tuple[str, int]]:
    """Return the key and part of deliveries, in order."""
    return [(one.key, one.part) for one in deliveries]


async def test_a_briefing_is_owed_once(store: Store) -> None:
    """The same key is refused the second time, and changes nothing."""
    first = await store.outbox.owe(briefing(), [message("One")])
    again = await store.outbox.owe(briefing(tells=[told()]), [message("Other"), message("More")])

    assert (first, again) == (True, False)
    assert [one.message.title for one in await store.outbox.history(CHANNEL.id)] == ["One"]
    assert await store.ledger.told(CHANNEL.id, [S1]) == {}


async def test_a_settled_briefing_is_not_owed_again(store: Store) -> None:
    """A key stays taken when its delivery is over."""
    await store.outbox.owe(briefing(), [message()])
    await settle(store, (await claim(store))[0], DeliveryState.SENT)

    assert await store.outbox.owe(briefing(), [message()]) is False
    assert await claim(store, hours=99) == ()


async def test_owing_records_what_is_told_and_why(store: Store) -> None:
    """What a briefing tells and its verdicts are kept with it."""
    verdict = Verdict(story=S1, reason=Reason.TOLD, detail="two outlets", at=NOW)
    await store.outbox.owe(replace(briefing(tells=[told()]), verdicts=(verdict,)), [message()])

    assert await store.ledger.told(CHANNEL.id, [S1]) == {S1: told()}
    assert await store.ledger.verdict(CHANNEL.id, S1) == verdict


async def test_nothing_is_owed_to_an_unknown_channel(store: Store) -> None:
    """A channel is saved before it is owed anything, and the error says so."""
    lost = replace(briefing(), channel=ELSEWHERE)

    with pytest.raises(StoreError, match="slack:T1/C9: save the channel"):
        await store.outbox.owe(lost, [message()])


async def test_a_briefing_without_parts_is_refused(store: Store) -> None:
    """A briefing that would send nothing is a mistake."""
    with pytest.raises(ValueError, match="monday"):
        await store.outbox.owe(briefing(), [])


async def test_a_claimed_delivery_is_what_was_owed(store: Store) -> None:
    """A claim gives the message, the channel as it is known now, and a short name."""
    await store.outbox.owe(briefing(), [message()])
    renamed = replace(CHANNEL, name="evening", is_direct=True)
    await store.channels.save(renamed)

    (claimed,) = await claim(store)

    assert claimed.channel == renamed
    assert claimed.message == message()
    assert claimed.due_at == NOW
    assert 0 < len(claimed.nonce) <= 24


async def test_names_of_parts_differ_and_last(store: Store) -> None:
    """Every part has a name of its own, the same at every try."""
    await store.outbox.owe(briefing("monday"), [message(), message()])
    await store.outbox.owe(briefing("tuesday"), [message()])
    before = {names([one])[0]: one.nonce for one in await store.outbox.history(CHANNEL.id)}

    for claimed in await claim(store):
        await settle(store, claimed, DeliveryState.PENDING)

    after = {names([one])[0]: one.nonce for one in await claim(store)}
    assert len(set(before.values())) == 3
    assert after.items() <= before.items()


async def test_what_is_claimed_is_not_claimed_again(store: Store) -> None:
    """While its lease runs a delivery is nobody else's."""
    await store.outbox.owe(briefing(), [message()])

    assert names(await claim(store)) == [("monday", 0)]
    assert await claim(store) == ()


async def test_the_longest_due_is_claimed_first(store: Store) -> None:
    """Claims go by due time and keep to their limit."""
    await store.outbox.owe(briefing("late", due_at=NOW), [message()])
    await store.outbox.owe(briefing("early", due_at=NOW - HOUR), [message()])

    assert await claim(store, limit=0) == ()
    assert await claim(store, limit=-1) == ()
    (early,) = await claim(store, limit=1)
    await settle(store, early, DeliveryState.SENT)
    assert names([early]) == [("early", 0)]
    assert names(await claim(store, limit=10**9)) == [("late", 0)]


async def test_one_delivery_of_a_channel_is_under_way(store: Store) -> None:
    """Of each channel only the longest due is claimed, so that briefings do not mix."""
    other = replace(CHANNEL, id=ELSEWHERE, address="C9")
    await store.channels.save(other)
    await store.outbox.owe(briefing("a"), [message("a1"), message("a2")])
    await store.outbox.owe(briefing("b"), [message("b1")])
    await store.outbox.owe(replace(briefing("c"), channel=ELSEWHERE), [message("c1")])

    first = await claim(store)
    for one in first:
        await settle(store, one, DeliveryState.SENT)
    (second,) = await claim(store)
    await settle(store, second, DeliveryState.PENDING)

    assert names(first) == [("a", 0), ("c", 0)]
    assert names([second]) == [("a", 1)]


async def test_what_waits_for_its_next_try_keeps_nobody_waiting(store: Store) -> None:
    """Another briefing of the channel goes out meanwhile."""
    await store.outbox.owe(briefing("a"), [message("a1"), message("a2")])
    await store.outbox.owe(briefing("b"), [message("b1")])
    (first,) = await claim(store)
    later = replace(first, state=DeliveryState.PENDING, next_try_at=NOW + HOUR)
    await store.outbox.settle(later)

    assert names(await claim(store)) == [("b", 0)]


async def test_a_part_waits_for_the_parts_before_it(store: Store) -> None:
    """A part is claimed only when nobody sends an earlier one any more."""
    await store.outbox.owe(briefing(), [message("One"), message("Two")])
    (first,) = await claim(store)
    during = await claim(store)
    later = replace(first, state=DeliveryState.PENDING, next_try_at=NOW + HOUR)
    await store.outbox.settle(later)
    waiting = await claim(store)
    (again,) = await claim(store, hours=1)
    await settle(store, again, DeliveryState.SENT)

    assert (during, waiting) == ((), ())
    assert names([again]) == [("monday", 0)]
    assert names(await claim(store)) == [("monday", 1)]


async def test_a_part_that_may_have_arrived_holds_nothing_back(store: Store) -> None:
    """It is never sent again by itself, and the parts after it are not lost with it."""
    await store.outbox.owe(briefing(), [message("One"), message("Two")])
    await settle(store, (await claim(store))[0], DeliveryState.UNKNOWN)

    assert names(await claim(store)) == [("monday", 1)]


async def test_a_next_try_waits_for_its_time(store: Store) -> None:
    """A delivery that is tried again is due when its next try is."""
    await store.outbox.owe(briefing(), [message()])
    (claimed,) = await claim(store)
    later = replace(claimed, attempts=1, next_try_at=NOW + HOUR, error="rate limited")
    await store.outbox.settle(replace(later, state=DeliveryState.PENDING))

    assert await claim(store) == ()
    (again,) = await claim(store, hours=1)
    assert again == later


async def test_a_lapsed_lease_leaves_the_outcome_unknown(store: Store) -> None:
    """What was being sent when its lease ran out is never due again, and history shows it."""
    await store.outbox.owe(briefing(tells=[told()]), [message("One"), message("Two")])
    await claim(store)

    assert names(await claim(store, hours=1)) == [("monday", 1)]
    first, _ = await store.outbox.history(CHANNEL.id)
    assert first.state is DeliveryState.UNKNOWN
    assert first.attempts == 1
    assert first.error
    assert S1 in await store.ledger.told(CHANNEL.id, [S1])


async def test_a_late_proof_still_counts(store: Store) -> None:
    """A delivery that became unknown is settled when somebody finds out."""
    await store.outbox.owe(briefing(), [message()])
    (claimed,) = await claim(store)
    await claim(store, hours=2)
    await store.outbox.settle(
        replace(claimed, state=DeliveryState.SENT, receipt="17.4", settled_at=NOW)
    )

    first = await store.outbox.last_due(CHANNEL.id, MONDAY)

    assert first is not None
    assert (first.state, first.receipt, first.error) == (DeliveryState.SENT, "17.4", None)


@pytest.mark.parametrize("state", [DeliveryState.FAILED, DeliveryState.SKIPPED])
async def test_a_briefing_that_never_arrives_told_nothing(
    store: Store, state: DeliveryState
) -> None:
    """When no part was sent, what the briefing told is taken back and its later parts skipped."""
    await store.outbox.owe(briefing("sunday", tells=[told(said="Before.")]), [message()])
    await settle(store, (await claim(store))[0], DeliveryState.SENT)
    await store.outbox.owe(briefing(tells=[told(), told("s2")]), [message("1"), message("2")])
    (claimed,) = await claim(store)

    await settle(store, claimed, state)

    known = await store.ledger.told(CHANNEL.id, [S1, StoryId("s2")])
    assert known == {S1: told(said="Before.")}
    assert await states(store) == [state.value, "skipped", "sent"]
    assert await claim(store, hours=99) == ()


async def test_a_briefing_that_arrived_in_part_was_told(store: Store) -> None:
    """What has no card in the parts that failed stays told."""
    await store.outbox.owe(briefing(tells=[told()]), [message("1"), message("2"), message("3")])
    await settle(store, (await claim(store))[0], DeliveryState.SENT)
    await settle(store, (await claim(store))[0], DeliveryState.FAILED)

    assert S1 in await store.ledger.told(CHANNEL.id, [S1])
    assert await states(store) == ["sent", "failed", "skipped"]


@pytest.mark.parametrize("first", [DeliveryState.SENT, DeliveryState.UNKNOWN])
async def test_stories_of_parts_that_never_arrive_are_not_told(
    store: Store, first: DeliveryState
) -> None:
    """They may be told again; those of the parts that may have arrived may not."""
    tells = [told("s1"), told("s2"), told("s3"), told("passed-over")]
    parts = [carded("s1", "s2"), carded("s2", "s3"), carded("s3")]
    await store.outbox.owe(briefing(tells=tells), parts)
    await settle(store, (await claim(store))[0], first)

    await settle(store, (await claim(store))[0], DeliveryState.FAILED)

    known = await store.ledger.told(CHANNEL.id, [one.story for one in tells])
    assert known.keys() == {"s1", "s2", "passed-over"}


@pytest.mark.parametrize("late", list(DeliveryState))
async def test_what_is_proven_stays_proven(store: Store, late: DeliveryState) -> None:
    """No later word of a slow worker undoes a proof, or takes back what was told."""
    await store.outbox.owe(briefing(tells=[told()]), [message()])
    (claimed,) = await claim(store)
    await settle(store, claimed, DeliveryState.SENT)

    await settle(store, claimed, late)

    assert await states(store) == ["sent"]
    assert S1 in await store.ledger.told(CHANNEL.id, [S1])


async def test_settling_what_is_not_owed_changes_nothing(store: Store) -> None:
    """A delivery of a key that was never owed is ignored."""
    await store.outbox.owe(briefing(), [message()])
    (claimed,) = await claim(store)

    await settle(store, replace(claimed, key=DeliveryKey("other")), DeliveryState.FAILED)

    assert await states(store) == ["sending"]


async def test_history_comes_latest_due_first(store: Store) -> None:
    """A channel's deliveries are listed by due time, their parts in order."""
    await store.outbox.owe(briefing("a", due_at=NOW - HOUR), [message()])
    await store.outbox.owe(briefing("b", due_at=NOW), [message(), message()])

    assert names(await store.outbox.history(CHANNEL.id)) == [("b", 0), ("b", 1), ("a", 0)]
    assert names(await store.outbox.history(CHANNEL.id, limit=1)) == [("b", 0)]
    assert await store.outbox.history(CHANNEL.id, limit=-1) == ()
    assert await store.outbox.history(ELSEWHERE) == ()


async def test_last_due_is_the_first_part(store: Store) -> None:
    """A briefing is looked up by its key, in its own channel."""
    await store.outbox.owe(briefing(), [message("One"), message("Two")])

    found = await store.outbox.last_due(CHANNEL.id, MONDAY)

    assert found is not None
    assert found.message == message("One")
    assert await store.outbox.last_due(CHANNEL.id, DeliveryKey("tuesday")) is None
    assert await store.outbox.last_due(ELSEWHERE, MONDAY) is None
