"""What becomes of a delivery after a try. Pure."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.errors import DeliveryError, NotSentError, OutcomeUnknownError
from bot.models import Delivery, DeliveryState, Receipt

EXPIRES_AFTER = timedelta(hours=6)
"""A briefing that could not be sent for this long is given up: it is no longer this morning's."""

_FIRST_WAIT = timedelta(seconds=15)
_LONGEST_WAIT = timedelta(minutes=10)


def sent(delivery: Delivery, receipt: Receipt) -> Delivery:
    """Return the delivery, proven."""
    return replace(
        delivery,
        state=DeliveryState.SENT,
        attempts=delivery.attempts + 1,
        receipt=receipt.message_id,
        settled_at=receipt.at,
        error=None,
    )


def failed(delivery: Delivery, error: DeliveryError, now: datetime) -> Delivery:
    """Return the delivery after a try that was not proven: owed again, unknown, or given up."""
    tried = replace(delivery, attempts=delivery.attempts + 1, error=error.problem)
    if isinstance(error, OutcomeUnknownError):
        return replace(tried, state=DeliveryState.UNKNOWN, settled_at=now)
    next_try_at = now + _wait(tried.attempts, error)
    if not error.transient or is_expired(delivery, next_try_at):
        return replace(tried, state=DeliveryState.FAILED, settled_at=now)
    return replace(tried, state=DeliveryState.PENDING, next_try_at=next_try_at)


def is_expired(delivery: Delivery, now: datetime) -> bool:
    """Return whether it is too late to send the delivery at all: the desk was down for hours."""
    return now > delivery.due_at + EXPIRES_AFTER


def expired(delivery: Delivery, now: datetime) -> Delivery:
    """Return the delivery, given up without a try."""
    problem = delivery.error or "the desk was down for too long after it fell due"
    return replace(delivery, state=DeliveryState.FAILED, settled_at=now, error=problem)


def _wait(attempts: int, error: DeliveryError) -> timedelta:
    """Twice as long after each try, but at least what the platform asked for."""
    wait = min(_FIRST_WAIT * (1 << min(attempts - 1, 10)), _LONGEST_WAIT)
    asked = error.retry_after if isinstance(error, NotSentError) else None
    return max(wait, asked or timedelta(0))
