"""Discord as the core sees it: it speaks, hears, and says what is wrong with its set-up."""

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta

import aiohttp
import discord
import structlog

from adapters.discord.answering import PLATFORM, Answering
from adapters.discord.listening import Client, Wiring
from adapters.discord.rendering import parts
from adapters.discord.sending import Poster
from adapters.discord.settings import PREFIX, Settings, use_addresses
from bot.errors import NotSentError, PlatformError
from bot.models import Delivery, Message, Receipt
from bot.ports import Catalogue, Tools
from bot.text.visible import one_line

log = structlog.get_logger(__name__)

FIRST_WAIT = timedelta(seconds=1)
LONGEST_WAIT = timedelta(minutes=5)
"""Discord takes 1,000 new sessions a day: a client that fails at once must not burn them."""

STEADY = timedelta(minutes=10)
LOOK_LIMIT_S = 15.0
REFUSED_CLOSE = 4004
FATAL_CLOSES = {
    4010: "it took our shard for a wrong one",
    4011: "the bot is in more servers than one shard may carry",
    4012: "it no longer speaks this version of its interface; update Newsdesk",
    4013: "it does not know what we asked to hear; update Newsdesk",
}

_OUTAGES = (
    aiohttp.ClientError,
    OSError,
    TimeoutError,
    discord.HTTPException,
    discord.GatewayNotFound,
)
"""What ends a client and passes by itself."""


@dataclass(slots=True, kw_only=True)
class Discord:
    """The Discord platform: a Sender, a Listener and Examined."""

    settings: Settings
    tools: Tools
    poster: Poster = field(init=False)
    _client: Client | None = None

    def __post_init__(self) -> None:
        """Pace all posts by one clock."""
        self.poster = Poster(clock=self.tools.clock)

    @property
    def platform(self) -> str:
        """The name that its channels carry."""
        return PLATFORM

    def parts(self, message: Message) -> tuple[Message, ...]:
        """Cut a message into parts that each fit into one post."""
        return parts(message)

    async def send(self, delivery: Delivery) -> Receipt:
        """Post one part of a briefing, as `Sender.send` says."""
        client = self._client
        if client is None or client.is_closed() or not client.is_ready():
            raise NotSentError(delivery.channel.id, "Discord is not connected")
        return await self.poster.post(
            client, delivery.channel, delivery.message, nonce=delivery.nonce
        )

    async def listen(self, catalogue: Catalogue) -> None:
        """Answer people until cancelled; a client that breaks is replaced by a new one.

        discord.py makes lost connections again by itself, but an event that it cannot read ends
        the whole client.
        """
        token = self.settings.token
        if token is None:
            raise PlatformError(PLATFORM, self.settings.no_token)
        use_addresses(self.settings)
        wait = FIRST_WAIT
        while True:
            started = self.tools.clock.now()
            problem = await self._run(token, catalogue)
            if self.tools.clock.now() - started > STEADY:
                wait = FIRST_WAIT
            log.warning("discord.restart", problem=problem, wait_s=wait.total_seconds())
            await self.tools.clock.sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT)

    async def _run(self, token: str, catalogue: Catalogue) -> str:
        """Run one client to its end, and return why it ended.

        Raises:
            PlatformError: no other client could do better.
        """
        answering = Answering(
            catalogue=catalogue,
            poster=self.poster,
            clock=self.tools.clock,
            managers=self.settings.managers,
        )
        try:
            async with Client(Wiring(answering=answering, home=self.tools.home)) as client:
                self._client = client
                try:
                    await client.start(token)
                finally:
                    self._client = None
                    await answering.drain()
        except discord.LoginFailure as error:
            raise PlatformError(PLATFORM, self._refused()) from error
        except discord.ConnectionClosed as error:
            if fatal := self._fatal(error.code):
                raise PlatformError(PLATFORM, fatal) from error
            return repr(error)
        except _OUTAGES as error:
            return one_line(str(error), limit=200) or repr(error)
        except Exception as error:  # an outermost loop: anything may break on a malformed event
            log.exception("discord.client.broke")
            return repr(error)
        return "the connection was closed"

    def _refused(self) -> str:
        """Say that Discord refused the token, and the cure."""
        name = self.settings.token_env
        return f"{PREFIX}.token_env: Discord refused {name}; {self.settings.token_cure}"

    def _fatal(self, code: int) -> str | None:
        """Return why Discord closed for good, or None when it may be tried again."""
        if code == REFUSED_CLOSE:
            return self._refused()
        why = FATAL_CLOSES.get(code)
        return f"Discord closed the connection ({code}): {why}" if why else None

    async def faults(self) -> tuple[str, ...]:
        """Return what is wrong with the token, the reach and the application."""
        if self.settings.token is None:
            return (self.settings.no_token,)
        use_addresses(self.settings)
        client = discord.Client(intents=discord.Intents.none())
        try:
            async with client, asyncio.timeout(LOOK_LIMIT_S):
                await client.login(self.settings.token)
                return _application_faults(await client.application_info())
        except discord.LoginFailure:
            return (self._refused(),)
        except discord.HTTPException as error:
            return (f"Discord answers with an error ({error.status}); see discordstatus.com",)
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            why = one_line(str(error), limit=200) or "no answer in time"
            where = f"{self.settings.api_url} cannot be reached ({why})"
            return (f"{where}; check the network, the proxy and {PREFIX}.api_url",)


def _application_faults(application: discord.AppInfo) -> tuple[str, ...]:
    """Return what is wrong with the application in Discord's developer portal."""
    page = f"https://discord.com/developers/applications/{application.id}"
    found: list[str] = []
    if application.interactions_endpoint_url:
        found.append(
            "commands go to an Interactions Endpoint URL and never reach Newsdesk; "
            f"open {page}/information and empty that field"
        )
    if application.approximate_guild_count == 0:
        found.append(f"the bot is in no server; open {invitation(application.id)}")
    return tuple(found)


def invitation(application: int) -> str:
    """Return the address where a server's manager lets the bot in.

    >>> invitation(1).partition("?")[0]
    'https://discord.com/oauth2/authorize'
    """
    return discord.utils.oauth_url(
        application,
        permissions=discord.Permissions(
            view_channel=True, send_messages=True, send_messages_in_threads=True, embed_links=True
        ),
        scopes=("bot", "applications.commands"),
    )
