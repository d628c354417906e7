"""Every command, and the one door through which all of them are asked."""

from collections.abc import Mapping
from dataclasses import replace

import structlog

from bot.commands import (
    brief,
    digest_now,
    digest_pause,
    digest_preview,
    digest_resume,
    digest_set,
    digest_show,
    latest,
    mute,
    search,
    source_add,
    source_export,
    source_import,
    source_list,
    source_pack,
    source_remove,
    source_test,
    status,
    story,
    subscribe,
    subscriptions,
    unmute,
    unsubscribe,
    why,
)
from bot.commands import help as help_command
from bot.commands.desk import Desk, Handler
from bot.commands.grammar import POST, parse
from bot.commands.pending import GO
from bot.commands.replies import said
from bot.commands.suggestions import suggestions
from bot.commands.values import Values
from bot.errors import CommandError, NewsdeskError, NotAllowedError, UnknownCommandError
from bot.models import Ask, Button, Channel, Choice, Command, Reply, Suggests

_PARTS = (
    latest,
    brief,
    subscribe,
    unsubscribe,
    subscriptions,
    search,
    story,
    why,
    mute,
    unmute,
    digest_set,
    digest_show,
    digest_preview,
    digest_now,
    digest_pause,
    digest_resume,
    source_add,
    source_remove,
    source_list,
    source_test,
    source_pack,
    source_import,
    source_export,
    status,
)

COMMANDS: tuple[Command, ...] = (*(part.COMMAND for part in _PARTS), help_command.COMMAND)

_HANDLERS: Mapping[str, Handler] = {part.COMMAND.name: part.answer for part in _PARTS}

HELP_LINES = frozenset({"", "news", "help", "start"})

log = structlog.get_logger()


class DeskCatalogue:
    """Answers command lines from every platform, the same way on each."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def commands(self) -> tuple[Command, ...]:
        """Every command, in the order in which help lists them."""
        return COMMANDS

    async def answer(self, ask: Ask) -> Reply:
        """Answer a command line; what goes wrong is said in words for the asker."""
        try:
            return await self.attempt(ask)
        except UnknownCommandError as error:
            buttons = [Button(label=f"/{line}", line=line) for line in error.nearest]
            return Reply(message=said(str(error), buttons=buttons))
        except CommandError as error:
            return Reply(message=said(str(error)))
        except NewsdeskError:
            log.exception("command.failed", channel=ask.channel.id)
            return Reply(message=said(_TROUBLE))
        except Exception:  # the outermost loop of a question: the asker always gets an answer
            log.exception("command.crashed", channel=ask.channel.id)
            return Reply(message=said(_TROUBLE))

    async def attempt(self, ask: Ask) -> Reply:
        """Answer a command line for a shell, which must know when it could not be done.

        Raises:
            CommandError: what is wrong, in words for the asker.
        """
        return await self._answer(self._resolved(ask))

    async def suggest(self, kind: Suggests, typed: str, channel: Channel) -> tuple[Choice, ...]:
        """Complete what is being typed."""
        return await suggestions(self._desk, kind, typed, channel, COMMANDS)

    def _resolved(self, ask: Ask) -> Ask:
        """Put the line that a button stands for in its place; `/news` alone asks for help."""
        line = " ".join(ask.line.split()) if len(ask.line) < _SHORT else ask.line
        line = line.strip().removeprefix("/")
        verb, _, token = line.partition(" ")
        if verb == GO:
            waiting = self._desk.pending.line(token, channel=ask.channel.id, now=self._desk.now())
            if waiting is None:
                raise CommandError("That button has expired. Type the command again.")
            return replace(ask, line=waiting)
        if line.lower() in HELP_LINES:
            return replace(ask, line="news help start" if line.lower() == "start" else "news help")
        return replace(ask, line=line)

    async def _answer(self, ask: Ask) -> Reply:
        command, values = parse(ask.line, COMMANDS)
        if command.manages and not ask.actor.may_manage:
            raise NotAllowedError(
                f"/{command.name} changes what this channel gets: only those who manage it may. "
                "Ask an administrator, or try it in a direct message to me."
            )
        if command is help_command.COMMAND:
            return await help_command.answer(self._desk, ask, values, COMMANDS)
        reply = await _HANDLERS[command.name](self._desk, ask, values)
        return replace(reply, private=False) if _is_posted(values, command) else reply


_SHORT = 2000
_TROUBLE = "Something went wrong here, and it is in the log. Try again in a minute."


def _is_posted(values: Values, command: Command) -> bool:
    """An answer may be shown to all in the channel, but not a change's confirmation."""
    return values.flag(POST) and not command.manages
