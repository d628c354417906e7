"""Works off the outbox: claims what is due, sends it, and records how it came out."""

import asyncio
from collections.abc import Mapping
from datetime import timedelta

import structlog

from bot.deliver import settling
from bot.errors import DeliveryError, NotSentError, OutcomeUnknownError, StoreError
from bot.models import Delivery, DeliveryState
from bot.ports import Clock, Outbox, Sender

ANSWER_WITHIN = timedelta(seconds=30)
LEASE = timedelta(minutes=2)
"""Longer than a send may take, so that nobody else takes up what is still being sent."""

BATCH = 50

TRIES_TO_RECORD = 3
BETWEEN_RECORDS = timedelta(seconds=2)

log = structlog.get_logger()


class Dispatcher:
    """Sends what is owed: many channels at once, one delivery after the other in each."""

    def __init__(
        self,
        outbox: Outbox,
        senders: Mapping[str, Sender],
        clock: Clock,
        *,
        answer_within: timedelta = ANSWER_WITHIN,
    ) -> None:
        self._outbox = outbox
        self._senders = senders
        self._clock = clock
        self._answer_within_s = answer_within.total_seconds()

    async def work_off(self) -> int:
        """Send everything that is due now; return how many deliveries were proven."""
        proven = 0
        while claimed := await self._outbox.claim(self._clock.now(), lease=LEASE, limit=BATCH):
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(self._settle(delivery)) for delivery in claimed]
            proven += sum(task.result() is DeliveryState.SENT for task in tasks)
        return proven

    async def _settle(self, delivery: Delivery) -> DeliveryState:
        settled = await self._attempt(delivery)
        log.info(
            "delivery.settled",
            channel=delivery.channel.id,
            key=delivery.key,
            part=delivery.part,
            state=settled.state.value,
            error=settled.error,
        )
        return settled.state if await self._record(settled) else DeliveryState.UNKNOWN

    async def _record(self, settled: Delivery) -> bool:
        """Record how a delivery came out; False when the store takes it not.

        The other deliveries are not cancelled for that: they may be on the wire.
        """
        for _ in range(TRIES_TO_RECORD):
            try:
                await self._outbox.settle(settled)
            except StoreError as error:
                log.warning("delivery.unrecorded", key=settled.key, problem=str(error))
                await self._clock.sleep(BETWEEN_RECORDS)
            else:
                return True
        return False

    async def _attempt(self, delivery: Delivery) -> Delivery:
        if settling.is_expired(delivery, self._clock.now()):
            return settling.expired(delivery, self._clock.now())
        sender = self._senders.get(delivery.channel.platform)
        try:
            if sender is None:
                problem = f"the platform {delivery.channel.platform} is not running here"
                raise NotSentError(delivery.channel.id, problem)
            async with asyncio.timeout(self._answer_within_s):
                receipt = await sender.send(delivery)
        except TimeoutError:
            error = OutcomeUnknownError(delivery.channel.id, "no answer in time")
            return settling.failed(delivery, error, self._clock.now())
        except DeliveryError as error:
            return settling.failed(delivery, error, self._clock.now())
        except Exception:  # the outermost loop of one delivery: others must not be cancelled
            log.exception("delivery.crashed", channel=delivery.channel.id, key=delivery.key)
            unknown = OutcomeUnknownError(delivery.channel.id, "the platform's part broke")
            return settling.failed(delivery, unknown, self._clock.now())
        return settling.sent(delivery, receipt)
