"""Posts in channels: paced, bounded in time, and honest about what may have arrived."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import NoReturn

import aiohttp
import discord

from adapters.discord.rendering import layout
from bot.errors import ChannelClosedError, DeliveryError, NotSentError, OutcomeUnknownError
from bot.models import Channel, Message, Receipt
from bot.ports import Clock
from bot.text.visible import one_line

POSTS_PER_SECOND = 40
"""Discord allows 50 requests a second over all; discord.py does not pace itself."""

TIME_LIMIT = timedelta(seconds=15)
SERVER_ERROR = 500
TOO_MANY = 429
REFUSED_TOKEN = 401
NOT_FOUND = 404
BAN_PAUSE = timedelta(minutes=1)

_CLOSED = {
    10003: "the channel is gone; subscribe in another one",
    50001: "Newsdesk cannot see this channel; give its role the permission View Channel there",
    50007: "this person takes no direct messages; they can allow them under Privacy Settings",
    50008: "posts cannot go into this kind of channel; subscribe in a text channel or a thread",
    50013: (
        "Newsdesk may not write in this channel; give its role the permission Send Messages there "
        "(in a thread: Send Messages in Threads)"
    ),
}


@dataclass(slots=True)
class Attempt:
    """What was seen of one post on the wire. `unanswered`: sent, and no answer yet.

    `doubtful`: an answer was lost, or said nothing about whether the post was taken.
    `retry_after` is what the last refusal for haste asked for, else None.
    """

    unanswered: bool = False
    doubtful: bool = False
    retry_after: timedelta | None = None

    @property
    def may_have_arrived(self) -> bool:
        """Whether the post may stand in the channel though nobody said so."""
        return self.unanswered or self.doubtful


_attempt: ContextVar[Attempt | None] = ContextVar("discord_attempt", default=None)


@dataclass(slots=True)
class Pacer:
    """Lets posts through one after the other, `POSTS_PER_SECOND` at most."""

    clock: Clock
    _next: datetime | None = None

    async def turn(self) -> None:
        """Return when it is this caller's turn."""
        now = self.clock.now()
        at = max(now, self._next or now)
        self._next = at + timedelta(seconds=1) / POSTS_PER_SECOND
        await self.clock.sleep(at - now)


@dataclass(slots=True, kw_only=True)
class Poster:
    """Posts messages; one for the whole process, since Discord counts over all channels."""

    clock: Clock
    time_limit: timedelta = TIME_LIMIT
    _pacer: Pacer = field(init=False)
    _banned_until: datetime | None = None

    def __post_init__(self) -> None:
        """Pace by the same clock."""
        self._pacer = Pacer(self.clock)

    async def post(
        self, client: discord.Client, channel: Channel, message: Message, *, nonce: str
    ) -> Receipt:
        """Post one part. Discord takes a nonce once within a few minutes.

        Raises:
            DeliveryError: as `Sender.send` says.
        """
        self._refuse_while_banned(channel)
        await self._pacer.turn()
        place = client.get_partial_messageable(_snowflake(channel))
        view = layout(message)
        view.stop()  # else discord.py keeps every view ever sent; ours hold no state
        with _watched() as attempt:
            try:
                async with asyncio.timeout(self.time_limit.total_seconds()):
                    sent = await place.send(view=view, nonce=nonce, suppress_embeds=True)
            except discord.RateLimited as error:
                wait = timedelta(seconds=error.retry_after)
                raise NotSentError(channel.id, "Discord is busy", retry_after=wait) from error
            except discord.HTTPException as error:
                self._refused(channel, error, attempt)
            except (aiohttp.ClientError, OSError, TimeoutError, RuntimeError) as error:
                raise _lost(channel, attempt) from error
            except (ValueError, TypeError, KeyError) as error:  # a success that is not Discord's
                problem = "Discord's answer could not be read"
                raise OutcomeUnknownError(channel.id, problem) from error
        return Receipt(message_id=str(sent.id), at=self.clock.now())

    def _refuse_while_banned(self, channel: Channel) -> None:
        """Send nothing while Cloudflare keeps us out: each try would make it longer."""
        now = self.clock.now()
        if self._banned_until is not None and now < self._banned_until:
            wait = self._banned_until - now
            raise NotSentError(channel.id, "Discord keeps us out for now", retry_after=wait)

    def _refused(
        self, channel: Channel, error: discord.HTTPException, attempt: Attempt
    ) -> NoReturn:
        """Raise what an answer of Discord means for the delivery."""
        if error.status == TOO_MANY:
            wait = attempt.retry_after or BAN_PAUSE
            if not error.response.headers.get("Via"):
                self._banned_until = self.clock.now() + wait
            if not attempt.may_have_arrived:
                raise NotSentError(channel.id, "Discord is busy", retry_after=wait) from error
        raise refusal(channel, error, doubtful=attempt.may_have_arrived) from error


def refusal(channel: Channel, error: discord.HTTPException, *, doubtful: bool) -> DeliveryError:
    """Return what a refusal means; `doubtful` when an earlier try may have arrived."""
    if error.code in _CLOSED:
        return ChannelClosedError(channel.id, _CLOSED[error.code])
    if doubtful or error.status >= SERVER_ERROR:
        return OutcomeUnknownError(channel.id, f"Discord had an error ({error.status})")
    if error.status == REFUSED_TOKEN:
        problem = "Discord refused the token; set a new one and start again"
        return NotSentError(channel.id, problem)
    if error.status == NOT_FOUND:
        return ChannelClosedError(channel.id, _CLOSED[10003])
    words = one_line(error.text, limit=200)
    problem = f"Discord refused the post ({error.status}, code {error.code}): {words}"
    return NotSentError(channel.id, problem, transient=False)


def trace() -> aiohttp.TraceConfig:
    """Return what watches the posts on the wire, for the client's `http_trace`."""
    config = aiohttp.TraceConfig()
    config.on_request_headers_sent.append(_on_sent)
    config.on_request_end.append(_on_answer)
    config.on_request_exception.append(_on_exception)
    return config


def _lost(channel: Channel, attempt: Attempt) -> DeliveryError:
    """Return what a lost connection or a timeout means."""
    if attempt.may_have_arrived:
        return OutcomeUnknownError(channel.id, "Discord's answer was lost")
    problem = "Discord is busy" if attempt.retry_after else "Discord cannot be reached"
    return NotSentError(channel.id, problem, retry_after=attempt.retry_after)


def _snowflake(channel: Channel) -> int:
    """Return Discord's own number of a channel."""
    if not channel.address.isdecimal():
        raise ChannelClosedError(channel.id, f"{channel.address!r} is no channel of Discord")
    return int(channel.address)


@contextmanager
def _watched() -> Iterator[Attempt]:
    """Watch the requests made inside: aiohttp's traces run in the caller's context."""
    attempt = Attempt()
    token = _attempt.set(attempt)
    try:
        yield attempt
    finally:
        _attempt.reset(token)


async def _on_sent(
    _session: aiohttp.ClientSession,
    _context: SimpleNamespace,
    _params: aiohttp.TraceRequestHeadersSentParams,
) -> None:
    """Note that from here on the post may arrive."""
    if attempt := _attempt.get():
        attempt.unanswered = True


async def _on_answer(
    _session: aiohttp.ClientSession,
    _context: SimpleNamespace,
    params: aiohttp.TraceRequestEndParams,
) -> None:
    """Note what an answer settles."""
    attempt = _attempt.get()
    if attempt is None:
        return
    attempt.unanswered = False
    attempt.doubtful |= params.response.status >= SERVER_ERROR
    if params.response.status == TOO_MANY:
        attempt.retry_after = _seconds(params.response.headers.get("Retry-After", ""))


async def _on_exception(
    _session: aiohttp.ClientSession,
    _context: SimpleNamespace,
    _params: aiohttp.TraceRequestExceptionParams,
) -> None:
    """Note that an answer was lost, when there was something to answer."""
    if attempt := _attempt.get():
        attempt.doubtful |= attempt.unanswered


def _seconds(text: str) -> timedelta:
    """Return a Retry-After in seconds; a minute when it cannot be read."""
    try:
        return timedelta(seconds=max(0.0, float(text)))
    except (ValueError, OverflowError):
        return BAN_PAUSE
