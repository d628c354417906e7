"""Slack as the desk sees it: something that speaks, hears, and can be examined."""

import asyncio
from datetime import timedelta

import structlog
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.answering import Voice
from adapters.slack.asking import Conversation
from adapters.slack.examining import (
    Identity,
    UnreachableSlackError,
    faults,
    identify,
    missing_scopes,
    require_scopes,
    socket_url,
)
from adapters.slack.listening import Ears, bolt_app
from adapters.slack.parting import parts
from adapters.slack.people import People
from adapters.slack.sending import Poster, http_session, web_client
from adapters.slack.settings import PLATFORM, Settings
from bot.errors import PlatformError
from bot.models import Delivery, Message, Receipt
from bot.ports import Catalogue, Clock

log = structlog.get_logger(__name__)

FIRST_WAIT = timedelta(seconds=1)
LONGEST_WAIT = timedelta(minutes=1)
LOOK_AFTER = timedelta(seconds=15)
MISSES_ALLOWED = 3
CONNECT_TIMEOUT_S = 30
CLOSE_TIMEOUT_S = 3
PING_INTERVAL_S = 10.0


class Slack:
    """One workspace of Slack, over Socket Mode."""

    def __init__(
        self, settings: Settings, clock: Clock, *, ping_interval_s: float = PING_INTERVAL_S
    ) -> None:
        self._settings = settings
        self._clock = clock
        self._ping_interval_s = ping_interval_s
        self._poster = Poster(settings, clock)

    @property
    def platform(self) -> str:
        """The name that its channels carry."""
        return PLATFORM

    def parts(self, message: Message) -> tuple[Message, ...]:
        """Cut a message into parts that each fit into one post."""
        return parts(message)

    async def send(self, delivery: Delivery) -> Receipt:
        """Post one part of a briefing.

        Raises:
            NotSentError: it certainly did not arrive.
            OutcomeUnknownError: it may have.
            ChannelClosedError: it never will.
        """
        message_id = await self._poster.deliver(delivery)
        return Receipt(message_id=message_id, at=self._clock.now())

    async def listen(self, catalogue: Catalogue) -> None:
        """Answer what people ask until cancelled.

        Raises:
            PlatformError: a token is missing, refused or lacks a right.
        """
        async with http_session() as session:
            client = web_client(self._settings, session)
            identity = await self._introduced(client)
            voice = Voice(client, session, self._poster)
            refused: PlatformError | None = None
            async with asyncio.TaskGroup() as group:
                people = People(client, clock=self._clock, managers=self._settings.managers)
                conversation = Conversation(
                    catalogue, people=people, voice=voice, clock=self._clock, group=group
                )
                ears = Ears(
                    conversation, client=client, identity=identity, commands=catalogue.commands
                )
                app = bolt_app(ears, client, identity=identity, token=self._settings.bot_token)
                # Kept, and raised outside: a group would wrap it.
                try:
                    await self._stay_connected(app, client)
                except PlatformError as error:
                    refused = error
            if refused:
                raise refused

    async def faults(self) -> tuple[str, ...]:
        """Return each fault of the set-up with its cure."""
        async with http_session() as session:
            return await faults(web_client(self._settings, session), self._settings)

    async def _introduced(self, client: AsyncWebClient) -> Identity:
        """Return who we are, once Slack can be reached and lets us in."""
        wait = FIRST_WAIT
        while True:
            try:
                identity = await identify(client, self._settings)
            except UnreachableSlackError as error:
                log.warning("slack.unreachable", error=str(error), retry_s=wait.total_seconds())
                await self._clock.sleep(wait)
                wait = min(wait * 2, LONGEST_WAIT)
                continue
            require_scopes(identity)
            if missing := missing_scopes(identity):
                log.warning("slack.rights_missing", scopes=missing)
            return identity

    async def _stay_connected(self, app: AsyncApp, client: AsyncWebClient) -> None:
        """Hold a connection open until cancelled; a lost one is made anew.

        The SDK mends most losses by itself. When the address it was given has run out it tries
        that one for ever, so a connection that stays lost is given up for a fresh one.
        """
        wait = FIRST_WAIT
        while True:
            try:
                url = await socket_url(client, self._settings)
                await self._hear(app, url)
                wait = FIRST_WAIT
            except (UnreachableSlackError, TimeoutError) as error:
                log.warning("slack.unreachable", error=str(error), retry_s=wait.total_seconds())
                await self._clock.sleep(wait)
                wait = min(wait * 2, LONGEST_WAIT)

    async def _hear(self, app: AsyncApp, url: str) -> None:
        """Connect and return when the connection is lost for good."""
        handler = AsyncSocketModeHandler(
            app, self._settings.app_token, ping_interval=self._ping_interval_s
        )
        handler.client.wss_uri = url
        try:
            async with asyncio.timeout(CONNECT_TIMEOUT_S):
                await handler.connect_async()  # type: ignore[no-untyped-call]  # slack_bolt's own
            log.info("slack.connected")
            misses = 0
            while misses < MISSES_ALLOWED:
                await self._clock.sleep(LOOK_AFTER)
                misses = 0 if await handler.client.is_connected() else misses + 1
            log.warning("slack.connection_lost")
        finally:
            await _close(handler)


async def _close(handler: AsyncSocketModeHandler) -> None:
    """Close the connection with all that belongs to it; a peer that is gone is not waited for."""
    try:
        async with asyncio.timeout(CLOSE_TIMEOUT_S):
            await handler.close_async()  # type: ignore[no-untyped-call]  # slack_bolt's own
    except TimeoutError:
        await handler.client.aiohttp_client_session.close()
