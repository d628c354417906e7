"""The connection to Discord: what comes in is handed to the answering."""

import sys
from dataclasses import dataclass
from typing import Any

import discord
import structlog
from discord import app_commands

from adapters.discord.answering import Answering
from adapters.discord.sending import trace
from adapters.discord.tree import grow, sync

log = structlog.get_logger(__name__)

GUILDS_WAIT_S = 0.1
"""How long no server may be announced before the client is ready; discord.py waits 2 s.

Nothing here needs the servers: what is not announced yet is served all the same.
"""

LONGEST_RATE_WAIT_S = 30.0
"""Longer waits are told to the caller instead of slept; discord.py takes no shorter limit."""

STALE = "This command has changed. Reload Discord (Ctrl+R) and ask again."


@dataclass(frozen=True, slots=True, kw_only=True)
class Wiring:
    """What a client is wired to."""

    answering: Answering
    home: str


class Tree(app_commands.CommandTree["Client"]):
    """The command tree; what it cannot match is explained to the asker."""

    async def on_error(
        self,
        interaction: discord.Interaction["Client"],
        error: app_commands.AppCommandError,
        /,
    ) -> None:
        """Tell the asker when Discord still shows an older tree; log everything else."""
        if isinstance(error, app_commands.CommandNotFound | app_commands.CommandSignatureMismatch):
            log.warning("discord.command.stale", error=str(error))
            await self.client.wiring.answering.say(interaction, STALE)
            return
        log.error("discord.command.failed", exc_info=error)


class Client(discord.AutoShardedClient):
    """One connection. It asks for servers alone: no messages, no members, nothing privileged."""

    def __init__(self, wiring: Wiring) -> None:
        # Voice is no business of ours, and discord.py warns of its absence at every start.
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
        super().__init__(
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            http_trace=trace(),
            max_ratelimit_timeout=LONGEST_RATE_WAIT_S,
            guild_ready_timeout=GUILDS_WAIT_S,
            max_messages=None,
            chunk_guilds_at_startup=False,
        )
        self.wiring = wiring
        self.tree = Tree(
            self,
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True),
            allowed_installs=app_commands.AppInstallationType(guild=True),
        )
        grow(
            self.tree,
            wiring.answering.catalogue.commands,
            asked=wiring.answering.answer,
            suggested=wiring.answering.suggest,
        )

    async def setup_hook(self) -> None:
        """Give Discord the commands if they changed; old ones still work if it takes them not."""
        try:
            given = await sync(
                self.tree, home=self.wiring.home, application=self.application_id or 0
            )
        except (discord.HTTPException, app_commands.AppCommandError) as error:
            log.error("discord.sync.refused", error=str(error))  # noqa: TRY400 - text says all
        else:
            log.info("discord.sync", given=given)

    async def on_ready(self) -> None:
        """Say that people can ask now."""
        log.info("discord.ready", servers=len(self.guilds), shards=self.shard_count)

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Answer a button. Commands and completions are the tree's."""
        if interaction.type is discord.InteractionType.component:
            await self.wiring.answering.press(interaction)

    async def on_error(self, event_method: str, /, *_args: object, **_kwargs: object) -> None:
        """Log what an event handler raised, without the event's content."""
        log.error("discord.event.failed", handler=event_method, exc_info=sys.exception())
