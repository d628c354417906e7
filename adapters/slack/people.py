"""Who asks, and what they may: looked up in Slack and remembered for a while."""

import asyncio
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, TypeVar

import structlog
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.faults import CALL_ERRORS, code_of
from adapters.slack.settings import PLATFORM
from bot.models import Actor, Channel, ChannelId, WorkspaceId
from bot.ports import Clock

log = structlog.get_logger(__name__)

REMEMBERED = 1000
REMEMBERED_FOR = timedelta(minutes=10)
# An answer may not wait long for a name: without one the asker is simply not a manager.
LOOKUP_TIMEOUT_S = 2.0

Known = TypeVar("Known")


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What Slack tells of a person."""

    name: str
    zone: str | None
    language: str | None
    is_admin: bool


class Memory(Generic[Known]):
    """Remembers a bounded number of things for ten minutes."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._known: OrderedDict[str, tuple[datetime, Known]] = OrderedDict()

    def get(self, key: str) -> Known | None:
        """Return what is remembered of `key`, or None."""
        found = self._known.get(key)
        if found is None or found[0] <= self._clock.now():
            return None
        return found[1]

    def keep(self, key: str, known: Known) -> None:
        """Remember `known`; the oldest is forgotten when there is no room."""
        self._known[key] = (self._clock.now() + REMEMBERED_FOR, known)
        self._known.move_to_end(key)
        if len(self._known) > REMEMBERED:
            self._known.popitem(last=False)


class People:
    """Knows people and who made which channel."""

    def __init__(self, client: AsyncWebClient, *, clock: Clock, managers: frozenset[str]) -> None:
        self._client = client
        self._managers = managers
        self._profiles: Memory[Profile] = Memory(clock)
        self._creators: Memory[str] = Memory(clock)

    async def actor(self, user: str, channel: Channel) -> Actor:
        """Return who asks. In a direct message everyone manages their own."""
        profile = await self._profile(user)
        may_manage = is_direct(channel.address) or user in self._managers or profile.is_admin
        if not may_manage:
            may_manage = user == await self._creator(channel.address)
        return Actor(
            id=f"{PLATFORM}:{user}",
            name=profile.name,
            may_manage=may_manage,
            zone=profile.zone,
            language=profile.language,
        )

    async def _profile(self, user: str) -> Profile:
        """Return what Slack tells of a person; nothing in particular when it does not."""
        if known := self._profiles.get(user):
            return known
        try:
            async with asyncio.timeout(LOOKUP_TIMEOUT_S):
                answer = await self._client.users_info(user=user, include_locale=True)
        except CALL_ERRORS as error:
            log.warning("slack.lookup_failed", method="users.info", error=code_of(error))
            return Profile(name="", zone=None, language=None, is_admin=False)
        profile = _profile(answer.get("user"))
        self._profiles.keep(user, profile)
        return profile

    async def _creator(self, address: str) -> str:
        """Return who made the channel; empty when Slack does not tell."""
        known = self._creators.get(address)
        if known is not None:
            return known
        try:
            async with asyncio.timeout(LOOKUP_TIMEOUT_S):
                answer = await self._client.conversations_info(channel=address)
        except CALL_ERRORS as error:
            log.warning("slack.lookup_failed", method="conversations.info", error=code_of(error))
            return ""
        described = answer.get("channel")
        creator = str(described.get("creator") or "") if isinstance(described, dict) else ""
        self._creators.keep(address, creator)
        return creator


def is_direct(address: str) -> bool:
    """Return whether a channel is a direct message with the bot.

    >>> is_direct("D024BE91L"), is_direct("C024BE91L")
    (True, False)
    """
    return address.startswith("D")


def place(team: str, address: str, name: str = "") -> Channel:
    """Return the channel at `address` of the workspace `team`.

    >>> place("T1", "C2").id, place("T1", "D2").is_direct
    ('slack:T1/C2', True)
    """
    workspace = WorkspaceId(f"{PLATFORM}:{team}")
    return Channel(
        id=ChannelId(f"{workspace}/{address}"),
        platform=PLATFORM,
        workspace=workspace,
        address=address,
        name=name,
        is_direct=is_direct(address),
    )


def _profile(user: object) -> Profile:
    """Return a person as users.info describes them."""
    described = user if isinstance(user, dict) else {}
    profile = described.get("profile")
    names = profile if isinstance(profile, dict) else {}
    name = names.get("display_name") or described.get("real_name") or described.get("name") or ""
    locale = str(described.get("locale") or "")
    return Profile(
        name=str(name),
        zone=str(described["tz"]) if described.get("tz") else None,
        language=locale.partition("-")[0].lower() or None,
        is_admin=any(described.get(right) for right in ("is_admin", "is_owner")),
    )
