"""Promises of `bot.deliver.dispatch`: owed until proven, and never sent twice."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from bot.deliver.dispatch import LEASE, Dispatcher
from bot.deliver.settling import EXPIRES_AFTER
from bot.errors import ChannelClosedError, NotSentError, OutcomeUnknownError, StoreError
from bot.models import (
    Briefing,
    Channel,
    ChannelId,
    Delivery,
    DeliveryKey,
    DeliveryState,
    Heading,
    Message,
)
from bot.ports import Outbox, Store
from bot.store.memory import open_memory
from tests.builders import HOUR, NOW, channel, told
from tests.fakes import FixedClock, RecordingSender

PLACE = channel()
MINUTE = timedelta(minutes=1)
SENT, UNKNOWN, PENDING = DeliveryState.SENT, DeliveryState.UNKNOWN, DeliveryState.PENDING
SKIPPED, FAILED = DeliveryState.SKIPPED, DeliveryState.FAILED


@pytest.fixture
async def store() -> AsyncIterator[Store]:
    """A store with one channel in it."""
    opened = await open_memory()
    await opened.channels.save(PLACE)
    yield opened
    await opened.close()


@pytest.fixture
def clock() -> FixedClock:
    """A clock that stands still."""
    return FixedClock()


@dataclass(slots=True)
class LosingOutbox:
    """An outbox whose store cannot be written to, so many times for each key."""

    outbox: Outbox
    failures: dict[str, int]

    async def claim(self, now: datetime, *, lease: timedelta, limit: int) -> tuple[Delivery, ...]:
        """Claim as the outbox does."""
        return await self.outbox.claim(now, lease=lease, limit=limit)

    async def settle(self, delivery: Delivery) -> None:
        """Fail while failures are left for the key."""
        self.failures[delivery.key] -= 1
        if self.failures[delivery.key] >= 0:
            raise StoreError("the disk is full")
        await self.outbox.settle(delivery)

    async def owe(self, briefing: Briefing, parts: Sequence[Message]) -> bool:
        """Owe as the outbox does."""
        return await self.outbox.owe(briefing, parts)

    async def history(self, channel: ChannelId, *, limit: int = 10) -> tuple[Delivery, ...]:
        """Tell as the outbox does."""
        return await self.outbox.history(channel, limit=limit)

    async def last_due(self, channel: ChannelId, key: DeliveryKey) -> Delivery | None:
        """Tell as the outbox does."""
        return await self.outbox.last_due(channel, key)


async def owe(store: Store, *titles: str, key: str = "monday", place: Channel = PLACE) -> None:
    """Owe a briefing of these parts, which tells of one story."""
    parts = [Message(title=title, blocks=(Heading(title),)) for title in titles]
    await store.outbox.owe(
        Briefing(
            key=DeliveryKey(key), channel=place.id, due_at=NOW, message=parts[0], told=(told(),)
        ),
        parts,
    )


async def states(store: Store, place: Channel = PLACE) -> list[DeliveryState]:
    """Return the states of a channel's deliveries, part by part."""
    return [one.state for one in await store.outbox.history(place.id)]


def titles(sender: RecordingSender) -> list[str]:
    """Return what was sent, in order."""
    return [one.message.title for one in sender.sent]


def dispatcher(store: Store, clock: FixedClock, sender: RecordingSender) -> Dispatcher:
    """Return a dispatcher with one platform, which waits for no answer."""
    return Dispatcher(
        store.outbox, {sender.platform: sender}, clock, answer_within=timedelta(seconds=0.01)
    )


async def test_what_is_owed_is_sent_in_order(store: Store, clock: FixedClock) -> None:
    """All parts go out in one round, each after the one before, and are proven."""
    sender = RecordingSender()
    await owe(store, "one", "two", "three")

    proven = await dispatcher(store, clock, sender).work_off()

    assert (proven, titles(sender)) == (3, ["one", "two", "three"])
    assert await states(store) == [SENT, SENT, SENT]


async def test_a_second_round_sends_nothing(store: Store, clock: FixedClock) -> None:
    """What was proven is not sent again."""
    sender = RecordingSender()
    await owe(store, "one")

    await dispatcher(store, clock, sender).work_off()

    assert await dispatcher(store, clock, sender).work_off() == 0
    assert titles(sender) == ["one"]


async def test_what_was_not_sent_is_tried_again(store: Store, clock: FixedClock) -> None:
    """Under the same nonce, after the wait, and the later parts wait with it."""
    problem = NotSentError(PLACE.id, "slow down", retry_after=MINUTE)
    sender = RecordingSender(outcomes=[problem])
    await owe(store, "one", "two")
    work = dispatcher(store, clock, sender)

    assert await work.work_off() == 0
    clock.advance(MINUTE - timedelta(seconds=1))
    assert await work.work_off() == 0
    assert await states(store) == [PENDING, PENDING]
    clock.advance(timedelta(seconds=1))

    assert await work.work_off() == 2
    assert titles(sender) == ["one", "two"]
    assert len({one.nonce for one in sender.sent}) == 2


@pytest.mark.parametrize("is_stuck", [False, True], ids=["lost answer", "no answer"])
async def test_what_may_have_arrived_is_never_sent_again(
    store: Store, clock: FixedClock, *, is_stuck: bool
) -> None:
    """An answer that is lost, or never comes, leaves the delivery unknown for good."""
    outcomes: list[Exception | None] = [OutcomeUnknownError(PLACE.id, "connection lost")]
    sender = RecordingSender(outcomes=outcomes, is_stuck=is_stuck)
    await owe(store, "one", "two")
    work = dispatcher(store, clock, sender)

    await work.work_off()
    sender.is_stuck = False
    clock.advance(EXPIRES_AFTER)
    await work.work_off()

    assert (await states(store))[0] is UNKNOWN
    assert "one" not in titles(sender)


async def test_what_is_too_old_is_not_sent(store: Store, clock: FixedClock) -> None:
    """After an outage of hours a briefing is given up, and what it told may be told again."""
    sender = RecordingSender()
    await owe(store, "one", "two")
    clock.advance(EXPIRES_AFTER + MINUTE)

    assert await dispatcher(store, clock, sender).work_off() == 0

    assert (titles(sender), await states(store)) == ([], [FAILED, SKIPPED])
    assert await store.ledger.told(PLACE.id, [told().story]) == {}


async def test_a_store_that_takes_no_proof_cancels_nobody(store: Store, clock: FixedClock) -> None:
    """The others' posts may be on the wire; a proof is offered again, then left unknown."""
    sender = RecordingSender()
    other = channel("elsewhere")
    await store.channels.save(other)
    await owe(store, "one", key="a")
    await owe(store, "two", key="b", place=other)
    outbox = LosingOutbox(store.outbox, failures={"a": 1, "b": 99})
    work = Dispatcher(outbox, {sender.platform: sender}, clock)

    proven = await work.work_off()
    clock.advance(LEASE)
    await work.work_off()

    assert (proven, sorted(titles(sender))) == (1, ["one", "two"])
    assert await states(store) == [SENT]
    assert await states(store, other) == [UNKNOWN]


async def test_a_closed_channel_is_given_up(store: Store, clock: FixedClock) -> None:
    """The later parts are skipped, and what was not told there counts as not told."""
    sender = RecordingSender(outcomes=[ChannelClosedError(PLACE.id, "archived")])
    await owe(store, "one", "two")

    await dispatcher(store, clock, sender).work_off()

    assert await states(store) == [FAILED, SKIPPED]
    assert await store.ledger.told(PLACE.id, [told().story]) == {}


async def test_a_platform_that_is_not_running_is_waited_for(
    store: Store, clock: FixedClock
) -> None:
    """Its deliveries stay owed and go out once it runs."""
    await owe(store, "one")

    await Dispatcher(store.outbox, {}, clock).work_off()
    clock.advance(MINUTE)
    (waiting,) = await store.outbox.history(PLACE.id)
    sender = RecordingSender()
    await dispatcher(store, clock, sender).work_off()

    assert (waiting.state, waiting.error) == (PENDING, "the platform slack is not running here")
    assert titles(sender) == ["one"]


async def test_a_platform_that_breaks_does_not_break_the_others(
    store: Store, clock: FixedClock, capsys: pytest.CaptureFixture[str]
) -> None:
    """An error that no port names may have come after the post: unknown, and the rest go out."""
    sender = RecordingSender(outcomes=[ZeroDivisionError("bad payload")])
    await owe(store, "broken", key="a")
    await owe(store, "sound", key="b")

    proven = await dispatcher(store, clock, sender).work_off()

    assert (proven, titles(sender)) == (1, ["sound"])
    assert sorted(await states(store)) == [SENT, UNKNOWN]
    assert "delivery.crashed" in capsys.readouterr().out


async def test_a_crash_between_owing_and_sending_loses_nothing(
    store: Store, clock: FixedClock
) -> None:
    """Another run of the desk sends what the one before it owed."""
    await owe(store, "one")
    clock.advance(HOUR)
    sender = RecordingSender()

    await dispatcher(store, clock, sender).work_off()

    assert titles(sender) == ["one"]


async def test_a_crash_while_sending_doubles_nothing(store: Store, clock: FixedClock) -> None:
    """What was claimed and never settled may have arrived: it is unknown, not due."""
    await owe(store, "one")
    await store.outbox.claim(clock.now(), lease=LEASE, limit=1)
    clock.advance(LEASE)
    sender = RecordingSender()

    await dispatcher(store, clock, sender).work_off()

    assert (titles(sender), await states(store)) == ([], [UNKNOWN])
