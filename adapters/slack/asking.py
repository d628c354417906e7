"""A question from Slack: asked of the desk, answered where it came from."""

import asyncio
from collections.abc import Iterable
from datetime import timedelta

import structlog

from adapters.slack.answering import Voice, Where, dressed
from adapters.slack.people import People
from bot.errors import DeliveryError
from bot.models import Ask, Channel, Message, Paragraph, Reply, Text
from bot.ports import Catalogue, Clock

log = structlog.get_logger(__name__)

AT_ONCE = 20
PATIENCE = timedelta(seconds=2)
BROKEN = "Something broke while answering; it is in the log. Please ask once more."


class Conversation:
    """Answers questions, each in a task of `group`, a bounded number at once."""

    def __init__(
        self,
        catalogue: Catalogue,
        *,
        people: People,
        voice: Voice,
        clock: Clock,
        group: asyncio.TaskGroup,
    ) -> None:
        self._catalogue = catalogue
        self._people = people
        self._voice = voice
        self._clock = clock
        self._group = group
        self._places = asyncio.Semaphore(AT_ONCE)

    def ask(self, line: str, *, user: str, at: Channel, to: Where) -> None:
        """Begin to answer a line; returns at once, since Slack waits three seconds at most."""
        self._group.create_task(self._attend(line, user=user, at=at, to=to))

    async def _attend(self, line: str, *, user: str, at: Channel, to: Where) -> None:
        """Answer, whatever happens: the asker is never left without a word."""
        async with self._places:
            try:
                await self._answer(line, user=user, at=at, to=to)
            # The outermost loop of one question: the next question must still be heard.
            except Exception:
                log.exception("slack.answer_failed", channel=at.id)
                await self._voice.say(_words([BROKEN]), to=to, at=at, private=True)

    async def _answer(self, line: str, *, user: str, at: Channel, to: Where) -> None:
        """Ask the desk, show the reply, and announce what the channel should know."""
        actor = await self._people.actor(user, at)
        reply = await self._patiently(Ask(line=line, actor=actor, channel=at), to=to)
        await self._voice.say(dressed(reply, line), to=to, at=at, private=reply.private)
        if reply.announcement is None:
            return
        try:
            await self._voice.announce(reply.announcement, at=at)
        except DeliveryError as error:
            excuse = _words(["Done, but I cannot post in this channel: ", error.problem])
            await self._voice.say(excuse, to=to, at=at, private=True)

    async def _patiently(self, ask: Ask, *, to: Where) -> Reply:
        """Return the desk's reply; when it takes long the asker is told so."""
        async with asyncio.TaskGroup() as group:
            excuse = group.create_task(self._excuse(ask, to=to))
            reply = await self._catalogue.answer(ask)
            excuse.cancel()
        return reply

    async def _excuse(self, ask: Ask, *, to: Where) -> None:
        """Say that the answer takes time, once it does."""
        await self._clock.sleep(PATIENCE)
        waiting = _words(["Still working on ", ask.line, " and waiting for sources to answer."])
        await self._voice.say(waiting, to=to, at=ask.channel, private=True)


def _words(words: Iterable[str]) -> Message:
    """Return a message of one paragraph."""
    line = tuple(Text(word) for word in words)
    return Message(title="Newsdesk", blocks=(Paragraph(line),))
