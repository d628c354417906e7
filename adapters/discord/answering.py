"""An interaction is acknowledged, asked of the catalogue, and answered, whatever gets lost."""

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta

import aiohttp
import discord
import structlog

from adapters.discord.rendering import ASK, layout, parts
from adapters.discord.sending import SERVER_ERROR, TOO_MANY, Poster
from bot.errors import DeliveryError, OutcomeUnknownError
from bot.models import (
    Actor,
    Ask,
    Button,
    Buttons,
    Channel,
    ChannelId,
    Choice,
    Message,
    Note,
    Paragraph,
    Reply,
    Suggests,
    Text,
    WorkspaceId,
)
from bot.ports import Catalogue, Clock

log = structlog.get_logger(__name__)

PLATFORM = "discord"
ACKNOWLEDGED = 40060
UNKNOWN_INTERACTION = 10062
EDIT_WAITS = (timedelta(seconds=0.5), timedelta(seconds=2), timedelta(seconds=5))
"""Between tries of an edit; an edit may be repeated without harm."""

CALL_LIMIT_S = 15.0
ACK_LIMIT_S = 2.5
ACK_TRIES = 2
SUGGEST_LIMIT_S = 0.3
DRAIN_LIMIT_S = 3.0
MAX_LINE = 90
SHARED = ("latest", "brief", "news search", "news story", "news why")
"""The commands whose private answers can be posted to the channel."""

_LOST = (aiohttp.ClientError, OSError, TimeoutError, discord.DiscordServerError)


def ask_of(interaction: discord.Interaction, line: str, managers: frozenset[str]) -> Ask:
    """Return who asks what, and where."""
    user, guild = interaction.user, interaction.guild_id
    place = interaction.channel_id or user.id
    here = interaction.channel
    return Ask(
        line=line,
        actor=Actor(
            id=f"{PLATFORM}:{user.id}",
            name=user.display_name,
            may_manage=guild is None
            or interaction.permissions.manage_channels
            or str(user.id) in managers,
            language=interaction.locale.value.split("-", 1)[0],
        ),
        channel=Channel(
            id=ChannelId(f"{PLATFORM}:{guild or '@me'}/{place}"),
            platform=PLATFORM,
            workspace=WorkspaceId(f"{PLATFORM}:{guild or f'@user{user.id}'}"),
            address=str(place),
            name=getattr(here, "name", None) or "",
            is_direct=guild is None,
        ),
    )


def with_buttons(ask: Ask, reply: Reply) -> Message:
    """Return what the asker sees, with what can be confirmed or posted to the channel."""
    extra: list[Button] = []
    if reply.confirm:
        extra.append(replace(reply.confirm, primary=True))
    posted = f"{ask.line} post:yes"
    hidden = reply.private and not ask.channel.is_direct
    if hidden and _is_shared(ask.line) and len(posted) <= MAX_LINE:
        extra.append(Button(label="Post to channel", line=posted))
    if not extra:
        return reply.message
    return replace(reply.message, blocks=(*reply.message.blocks, Buttons(tuple(extra))))


def _is_shared(line: str) -> bool:
    """Whether the answer to a line can be posted to the channel."""
    return any(line == words or line.startswith(f"{words} ") for words in SHARED)


@dataclass(slots=True, kw_only=True)
class Answering:
    """Answers the interactions of one connection."""

    catalogue: Catalogue
    poster: Poster
    clock: Clock
    managers: frozenset[str]
    _open: set[asyncio.Task[object]] = field(default_factory=set)

    async def answer(self, interaction: discord.Interaction, line: str) -> None:
        """Acknowledge at once, then answer a command line."""
        with self._counted():
            if not await self._acknowledge(interaction):
                return
            ask = ask_of(interaction, line, self.managers)
            reply = await self.catalogue.answer(ask)
            shown = await self._said_in_channel(interaction, ask, reply)
            await self._show(interaction, shown)

    async def press(self, interaction: discord.Interaction) -> None:
        """Answer a button of ours: it carries its command line, so any process can."""
        data: Mapping[str, object] = {**(interaction.data or {})}
        custom_id = data.get("custom_id")
        if isinstance(custom_id, str) and custom_id.startswith(ASK):
            await self.answer(interaction, custom_id.removeprefix(ASK))

    async def say(self, interaction: discord.Interaction, words: str) -> None:
        """Tell the asker something that the desk was not asked about."""
        with self._counted():
            if await self._acknowledge(interaction):
                await self._show(interaction, _short(words))

    async def suggest(
        self, interaction: discord.Interaction, kind: Suggests, typed: str
    ) -> tuple[Choice, ...]:
        """Complete a value; with nothing when that fails or takes too long to be of use."""
        channel = ask_of(interaction, "", self.managers).channel
        try:
            async with asyncio.timeout(SUGGEST_LIMIT_S):
                return await self.catalogue.suggest(kind, typed, channel)
        except TimeoutError:
            log.info("discord.suggest.slow", kind=kind.value)
        except Exception:  # an outermost loop: Discord's own shows nothing but "failed" to people
            log.exception("discord.suggest.failed", kind=kind.value)
        return ()

    async def drain(self) -> None:
        """Let answers under way be given, for a moment, before the connection goes."""
        if self._open:
            await asyncio.wait(self._open, timeout=DRAIN_LIMIT_S)

    @contextmanager
    def _counted(self) -> Iterator[None]:
        """Count an answer as under way. discord.py runs each in a task of its own."""
        task = asyncio.current_task()
        if task is None:
            yield
            return
        self._open.add(task)
        try:
            yield
        finally:
            self._open.discard(task)

    async def _acknowledge(self, interaction: discord.Interaction) -> bool:
        """Tell Discord within its 3 seconds that an answer comes; return whether it can come.

        Where its answer is lost it is told again: Discord then says that it knows already. Even
        when nothing is heard the answer is tried: an acknowledgement may have been taken.
        """
        for _ in range(ACK_TRIES):
            try:
                async with asyncio.timeout(ACK_LIMIT_S):
                    await interaction.response.defer(ephemeral=True, thinking=True)
            except _LOST as error:
                log.warning("discord.defer.lost", interaction=interaction.id, error=repr(error))
                continue
            except discord.HTTPException as error:
                if error.code == ACKNOWLEDGED:
                    break
                late = error.code == UNKNOWN_INTERACTION
                event = "discord.interaction.expired" if late else "discord.defer.refused"
                log.warning(event, interaction=interaction.id, code=error.code)
                return False
            break
        return True

    async def _said_in_channel(
        self, interaction: discord.Interaction, ask: Ask, reply: Reply
    ) -> Message:
        """Post what everyone should see; return what the asker sees."""
        shown = with_buttons(ask, reply)
        if not reply.private:
            problem = await self._post(interaction, ask.channel, reply.message, mark="r")
            shown = _noted(shown, problem) if problem else _short("Posted in this channel.")
        if reply.announcement:
            problem = await self._post(interaction, ask.channel, reply.announcement, mark="a")
            shown = _noted(shown, problem) if problem else shown
        return shown

    async def _post(
        self, interaction: discord.Interaction, channel: Channel, message: Message, *, mark: str
    ) -> str | None:
        """Post in the channel; return why it could not be done, or None.

        The nonce comes from the interaction: a second try never posts twice.
        """
        for number, part in enumerate(parts(message)):
            nonce = f"{interaction.id}{mark}{number}"
            try:
                try:
                    await self.poster.post(interaction.client, channel, part, nonce=nonce)
                except OutcomeUnknownError:
                    await self.poster.post(interaction.client, channel, part, nonce=nonce)
            except DeliveryError as error:
                log.warning("discord.post.failed", channel=channel.id, problem=error.problem)
                return f"This could not be posted in the channel: {error.problem}."
        return None

    async def _show(self, interaction: discord.Interaction, message: Message) -> None:
        """Put the answer in place of "thinking…"; what does not fit follows it."""
        first, *others = parts(message)
        if not await self._edit(interaction, first):
            return
        for part in others:
            view = layout(part)
            view.stop()
            try:
                async with asyncio.timeout(CALL_LIMIT_S):
                    # Not repeated: a follow-up has no nonce and would come twice.
                    await interaction.followup.send(view=view, ephemeral=True)
            except (discord.HTTPException, *_LOST) as error:
                log.warning("discord.followup.lost", interaction=interaction.id, error=repr(error))
                return

    async def _edit(self, interaction: discord.Interaction, message: Message) -> bool:
        """Edit the answer until Discord has it; return whether it has."""
        view = layout(message)
        view.stop()
        for wait in (*EDIT_WAITS, None):
            try:
                async with asyncio.timeout(CALL_LIMIT_S):
                    await interaction.edit_original_response(view=view)
            except (discord.HTTPException, *_LOST) as error:
                status = getattr(error, "status", SERVER_ERROR)
                lost = status >= SERVER_ERROR or status == TOO_MANY
                log.warning("discord.edit.failed", interaction=interaction.id, error=repr(error))
                if not lost or wait is None:
                    return False
                await self.clock.sleep(wait)
            else:
                return True
        return False


def _short(words: str) -> Message:
    """Return a message of one line."""
    return Message(title=words, blocks=(Paragraph((Text(words),)),))


def _noted(message: Message, words: str) -> Message:
    """Return a message with a remark below it."""
    return replace(message, blocks=(*message.blocks, Note((Text(words),))))
