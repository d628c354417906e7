"""Promises of `bot.deliver.settling`: what becomes of a delivery after a try."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.deliver.settling import EXPIRES_AFTER, failed, sent
from bot.errors import ChannelClosedError, DeliveryError, NotSentError, OutcomeUnknownError
from bot.models import DeliveryState, Receipt
from tests.builders import NOW, channel, delivery

PLACE = channel().id
SECOND = timedelta(seconds=1)


def test_a_receipt_proves_it() -> None:
    """What arrived is settled for good, with the platform's own name for it."""
    tried = replace(delivery(), attempts=2, error="busy")

    settled = sent(tried, Receipt(message_id="m1", at=NOW))

    assert (settled.state, settled.receipt) == (DeliveryState.SENT, "m1")
    assert (settled.attempts, settled.error, settled.settled_at) == (3, None, NOW)


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (NotSentError(PLACE, "busy"), DeliveryState.PENDING),
        (NotSentError(PLACE, "too long", transient=False), DeliveryState.FAILED),
        (ChannelClosedError(PLACE, "archived"), DeliveryState.FAILED),
        (OutcomeUnknownError(PLACE, "no answer"), DeliveryState.UNKNOWN),
    ],
)
def test_each_kind_of_error_leads_to_its_state(error: DeliveryError, state: DeliveryState) -> None:
    """Not sent is owed again, closed is given up, and what may have arrived is never repeated."""
    settled = failed(delivery(), error, NOW)

    assert (settled.state, settled.attempts) == (state, 1)
    assert settled.error == error.problem
    assert (settled.settled_at is None) == (state is DeliveryState.PENDING)


@pytest.mark.parametrize(
    ("attempts", "seconds"), [(0, 15), (1, 30), (2, 60), (5, 480), (6, 600), (500, 600)]
)
def test_each_try_waits_longer(attempts: int, seconds: int) -> None:
    """The wait doubles up to ten minutes."""
    tried = replace(delivery(), attempts=attempts)

    settled = failed(tried, NotSentError(PLACE, "busy"), NOW)

    assert settled.next_try_at == NOW + timedelta(seconds=seconds)


@pytest.mark.parametrize(("asked", "waited"), [(1, 15), (15, 15), (90, 90)])
def test_a_platform_that_asks_for_time_gets_it(asked: int, waited: int) -> None:
    """No try comes before the moment the platform named."""
    error = NotSentError(PLACE, "slow down", retry_after=timedelta(seconds=asked))

    settled = failed(delivery(), error, NOW)

    assert settled.next_try_at == NOW + timedelta(seconds=waited)


@pytest.mark.parametrize(
    ("late", "state"), [(SECOND, DeliveryState.FAILED), (timedelta(0), DeliveryState.PENDING)]
)
def test_a_briefing_expires(late: timedelta, state: DeliveryState) -> None:
    """What could not be sent for six hours is given up: it is no longer this morning's."""
    now = NOW + EXPIRES_AFTER - timedelta(seconds=15) + late

    assert failed(delivery(), NotSentError(PLACE, "busy"), now).state is state
