"""What is agreed with hubs: whom to ask next, and what their answers change. Pure."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.models import Hub, Push, Source, SourceId, Visit

LEASE = timedelta(days=10)
"""What hubs are asked for; what they give instead counts, within the next two."""

SHORTEST, LONGEST = timedelta(minutes=10), timedelta(days=60)
_TO_CONFIRM = timedelta(minutes=10)
"""How long a hub may take to confirm; after it, it is asked again, later each time."""

_LONGEST_PAUSE = timedelta(days=1)
_TO_LEAVE = timedelta(hours=1)
_RENEWED_AT = 0.75
_FEED = "feed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """What there is to do: sources to begin with, hubs to ask, to leave, agreements to forget."""

    begin: tuple[tuple[SourceId, Hub], ...] = ()
    ask: tuple[Push, ...] = ()
    leave: tuple[Push, ...] = ()
    forget: tuple[Push, ...] = ()


def agenda(
    pushes: Iterable[Push], offered: Mapping[SourceId, Hub], *, base: str, now: datetime
) -> Agenda:
    """Return what there is to do with the agreements there are and the hubs that are offered.

    `base` is how the addresses begin that hubs reach us at now.
    """
    ask: list[Push] = []
    leave: list[Push] = []
    forget: list[Push] = []
    kept: set[SourceId] = set()
    for push in pushes:
        is_wanted = offered.get(push.source) == push.hub and push.callback.startswith(base)
        if push.is_leaving:
            if push.ask_at <= now:
                forget.append(push)
        elif not is_wanted:
            (leave if is_agreed(push, now) else forget).append(push)
        else:
            kept.add(push.source)
            if push.ask_at <= now:
                ask.append(push)
    begin = tuple((source, hub) for source, hub in offered.items() if source not in kept)
    return Agenda(begin=begin, ask=tuple(ask), leave=tuple(leave), forget=tuple(forget))


def offered_hubs(
    sources: Iterable[Source], visits: Mapping[SourceId, Visit]
) -> dict[SourceId, Hub]:
    """Return the hubs that the feeds which are visited offer."""
    return {
        source.id: visit.hub
        for source in sources
        if source.kind == _FEED
        and not source.paused
        and (visit := visits.get(source.id)) is not None
        and visit.hub is not None
    }


def is_agreed(push: Push, now: datetime) -> bool:
    """Say whether the hub has promised to tell us."""
    return push.leased_until is not None and push.leased_until > now


def asked(push: Push, now: datetime) -> Push:
    """Return the agreement after its hub was asked: until it confirms, that was in vain."""
    pause = min(_TO_CONFIRM * 6 ** min(push.failures, 4), _LONGEST_PAUSE)
    return replace(push, failures=push.failures + 1, ask_at=now + pause)


def confirmed(push: Push, lease: timedelta, now: datetime) -> Push:
    """Return the agreement that its hub confirmed, to be renewed well before it ends."""
    lease = min(lease, LONGEST)
    return replace(push, leased_until=now + lease, ask_at=now + lease * _RENEWED_AT, failures=0)


def denied(push: Push, now: datetime) -> Push:
    """Return the agreement that its hub does not keep; it is asked again on another day."""
    return replace(push, leased_until=None, ask_at=now + _LONGEST_PAUSE, failures=push.failures + 1)


def leaving(push: Push, now: datetime) -> Push:
    """Return the agreement that is being ended; whether the hub confirms is waited for a while."""
    return replace(push, is_leaving=True, ask_at=now + _TO_LEAVE)


def told(push: Push, now: datetime) -> Push:
    """Return the agreement whose hub has just told of news."""
    return replace(push, pushed_at=now)


def lease_of(value: str) -> timedelta | None:
    """Return how long a hub promises to tell us, or None when that is no promise worth having.

    >>> lease_of("864000"), lease_of("0"), lease_of("soon")
    (datetime.timedelta(days=10), None, None)
    """
    if not (value.isascii() and value.isdecimal()):
        return None
    lease = timedelta(seconds=min(int(value[:12]), 10**9))
    return lease if lease >= SHORTEST else None


def form(push: Push, mode: str) -> dict[str, str]:
    """Return what is sent to a hub to begin or go on (`subscribe`), or to end (`unsubscribe`)."""
    fields = {
        "hub.mode": mode,
        "hub.topic": push.hub.topic,
        "hub.callback": push.callback,
    }
    if mode == "subscribe":
        fields |= {
            "hub.secret": push.secret,
            "hub.lease_seconds": str(int(LEASE.total_seconds())),
        }
    return fields


def missed(pushes: Collection[Push], now: datetime) -> tuple[Push, ...]:
    """Return the agreements whose hubs may have told of news while nobody listened."""
    return tuple(
        told(push, now)
        for push in pushes
        if push.pushed_at is not None and not push.is_leaving and is_agreed(push, now)
    )
