"""Posts: paced, proven, never repeated by themselves."""

import logging
from datetime import datetime, timedelta

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.faults import CALL_ERRORS, MISSHAPEN, delivery_error, refusal
from adapters.slack.rendering import Json, blocks, notification
from adapters.slack.settings import Settings
from bot.errors import NotSentError
from bot.models import Channel, Delivery, Message
from bot.ports import Clock

EVENT_TYPE = "newsdesk_delivery"
BETWEEN_POSTS = timedelta(seconds=1)  # Slack's rule per channel
REMEMBERED_CHANNELS = 1000
TIMEOUT_S = 15
CONNECT_TIMEOUT_S = 5


def sdk_logger() -> logging.Logger:
    """Return the logger of slack-bolt and slack_sdk: below errors they write bodies of messages."""
    logger = logging.getLogger("adapters.slack.sdk")
    logger.setLevel(logging.ERROR)
    return logger


def web_client(settings: Settings, session: aiohttp.ClientSession) -> AsyncWebClient:
    """Return a client of the Web API that repeats nothing by itself."""
    return AsyncWebClient(
        token=settings.bot_token,
        base_url=settings.api_url,
        timeout=TIMEOUT_S,
        session=session,
        logger=sdk_logger(),
        # The SDK's own handler repeats a post whose answer was lost: two messages.
        retry_handlers=[],
    )


def http_session(*, is_reused: bool = True) -> aiohttp.ClientSession:
    """Return a session whose every wait ends. The caller closes it."""
    timeout = aiohttp.ClientTimeout(total=TIMEOUT_S, connect=CONNECT_TIMEOUT_S)
    connector = aiohttp.TCPConnector(force_close=not is_reused)
    return aiohttp.ClientSession(timeout=timeout, connector=connector)


class Pace:
    """Lets one post a second through to each channel, and none while Slack asks to wait."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._free_at: dict[str, datetime] = {}
        self._closed_until: datetime | None = None

    def closed_for(self) -> timedelta:
        """Return how long Slack still wants no post of ours; zero when it takes them."""
        if self._closed_until is None:
            return timedelta()
        return max(timedelta(), self._closed_until - self._clock.now())

    def close(self, duration: timedelta) -> None:
        """Let no post through for `duration`: a limit holds for the whole workspace."""
        self._closed_until = self._clock.now() + duration

    async def turn(self, address: str) -> None:
        """Return when it is this post's turn in its channel."""
        now = self._clock.now()
        turn = max(now, self._free_at.get(address, now))
        if len(self._free_at) >= REMEMBERED_CHANNELS:
            self._free_at = {one: at for one, at in self._free_at.items() if at > now}
        self._free_at[address] = turn + BETWEEN_POSTS
        await self._clock.sleep(turn - now)


class Poster:
    """Posts messages into channels."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self._settings = settings
        self._pace = Pace(clock)

    async def deliver(self, delivery: Delivery) -> str:
        """Post a part of a briefing, marked with what it is, and return its id.

        Raises:
            DeliveryError: as `Sender.send` says.
        """
        mark: Json = {"key": delivery.key, "part": delivery.part, "nonce": delivery.nonce}
        metadata: Json = {"event_type": EVENT_TYPE, "event_payload": mark}
        return await self.post(delivery.channel, delivery.message, metadata=metadata)

    async def post(
        self,
        channel: Channel,
        message: Message,
        *,
        thread: str | None = None,
        metadata: Json | None = None,
    ) -> str:
        """Post a message and return its id. A form that Slack refuses is sent as plain words.

        Raises:
            DeliveryError: as `Sender.send` says.
        """
        if wait := self._pace.closed_for():
            raise NotSentError(channel.id, "Slack asked to wait", retry_after=wait)
        await self._pace.turn(channel.address)
        payload = post_payload(channel, message, thread=thread, metadata=metadata)
        try:
            return await self._call(payload)
        except SlackApiError as error:
            if (code := refusal(error).code) not in MISSHAPEN:
                raise self._explained(channel, error) from error
            payload.pop("metadata" if "metadata" in code else "blocks", None)
        except CALL_ERRORS as error:
            raise self._explained(channel, error) from error
        try:
            return await self._call(payload)
        except CALL_ERRORS as error:
            raise self._explained(channel, error) from error

    async def _call(self, payload: Json) -> str:
        """Post once, on a connection of its own, and return the message's id.

        An idle connection that Slack closed meanwhile would look like a lost answer, and what
        may have arrived is not sent again.
        """
        async with http_session(is_reused=False) as session:
            client = web_client(self._settings, session)
            answer = await client.api_call("chat.postMessage", json=payload)
        ts = answer.get("ts")
        if not isinstance(ts, str):
            raise SlackClientError("the answer names no message")
        return ts

    def _explained(self, channel: Channel, error: Exception) -> Exception:
        """Return the error as the outbox understands it, and keep still while Slack asks to."""
        explained = delivery_error(channel.id, error)
        if isinstance(explained, NotSentError) and explained.retry_after:
            self._pace.close(explained.retry_after)
        return explained


def post_payload(
    channel: Channel, message: Message, *, thread: str | None, metadata: Json | None
) -> Json:
    """Return the arguments of chat.postMessage: nothing unfolds, nothing is parsed."""
    payload: Json = {
        "channel": channel.address,
        "text": notification(message),
        "mrkdwn": False,
        "unfurl_links": False,
        "unfurl_media": False,
    }
    optional = {"blocks": blocks(message), "thread_ts": thread, "metadata": metadata}
    return payload | {name: value for name, value in optional.items() if value}
