"""Where an answer goes, and how it is dressed."""

from dataclasses import dataclass, replace
from typing import assert_never

import aiohttp
import structlog
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from adapters.slack.faults import CALL_ERRORS, code_of
from adapters.slack.parting import parts
from adapters.slack.people import is_direct
from adapters.slack.rendering import Json, blocks, notification
from adapters.slack.sending import TIMEOUT_S, Poster, sdk_logger
from bot.errors import DeliveryError
from bot.models import Button, Buttons, Channel, Message, Reply, StoryCard

log = structlog.get_logger(__name__)

OK = 200
# A response_url may be used five times; one use is kept for what comes after the answer.
URL_USES = 4
LINE_LIMIT = 90
POST = " post:yes"
POSTABLE = frozenset(
    {"latest", "brief", "news latest", "news brief", "news search", "news story", "news why"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ByUrl:
    """Answered through the address that came with a command or a click, good for 30 minutes.

    Without an address the answer goes the long way, through the Web API.
    """

    url: str
    user: str
    thread: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InThread:
    """Answered below a message. `is_running` says whether it has answers already."""

    thread: str
    user: str
    is_running: bool = False


Where = ByUrl | InThread


class Voice:
    """Says things to those who asked."""

    def __init__(
        self, client: AsyncWebClient, session: aiohttp.ClientSession, poster: Poster
    ) -> None:
        self._client = client
        self._session = session
        self._poster = poster

    async def say(self, message: Message, *, to: Where, at: Channel, private: bool) -> None:
        """Show a message; a failure is logged, since there is nobody else to tell."""
        try:
            for number, part in enumerate(parts(message)):
                match to:
                    case ByUrl() if to.url and number < URL_USES:
                        await self._by_url(part, to=to, at=at, private=private)
                    case ByUrl() | InThread():
                        await self._directly(part, to=to, at=at, private=private)
                    case _:
                        assert_never(to)
        except (DeliveryError, *CALL_ERRORS) as error:
            problem = error.problem if isinstance(error, DeliveryError) else code_of(error)
            log.warning("slack.reply_failed", channel=at.id, problem=problem)

    async def announce(self, message: Message, *, at: Channel) -> None:
        """Post a message in the channel for all to see.

        Raises:
            DeliveryError: it did not get there, or may not have.
        """
        for part in parts(message):
            await self._poster.post(at, part)

    async def _by_url(self, part: Message, *, to: ByUrl, at: Channel, private: bool) -> None:
        """Answer through the response_url, or directly once it has run out."""
        client = AsyncWebhookClient(
            to.url,
            timeout=TIMEOUT_S,
            session=self._session,
            logger=sdk_logger(),
            retry_handlers=[],
        )
        answer = await client.send_dict(url_payload(part, thread=to.thread, private=private))
        if answer.status_code != OK:
            log.warning("slack.response_url_refused", status=answer.status_code)
            await self._directly(part, to=to, at=at, private=private)

    async def _directly(self, part: Message, *, to: Where, at: Channel, private: bool) -> None:
        """Answer through the Web API: for the asker's eyes alone, or in the thread."""
        if not private or is_direct(at.address):
            await self._poster.post(at, part, thread=to.thread)
            return
        # Slack shows a private message in a thread only when the thread has answers.
        shows_in_thread = isinstance(to, ByUrl) or to.is_running
        thread = {"thread_ts": to.thread} if to.thread and shows_in_thread else {}
        await self._client.api_call(
            "chat.postEphemeral",
            json={
                "channel": at.address,
                "user": to.user,
                "text": notification(part),
                "blocks": blocks(part),
                **thread,
            },
        )


def url_payload(part: Message, *, thread: str | None, private: bool) -> Json:
    """Return what is sent to a response_url; the message that was clicked stays."""
    payload: Json = {
        "response_type": "ephemeral" if private else "in_channel",
        "replace_original": False,
        "text": notification(part),
        "blocks": blocks(part),
        "unfurl_links": False,
        "unfurl_media": False,
    }
    return payload | {"thread_ts": thread} if thread else payload


def dressed(reply: Reply, line: str) -> Message:
    """Return the reply's message with the buttons that it implies: confirm, post to channel."""
    row = [replace(reply.confirm, primary=True)] if reply.confirm else []
    asked = line + POST
    has_news = is_explanation(line) or any(
        isinstance(block, StoryCard) for block in reply.message.blocks
    )
    if reply.private and has_news and is_postable(line) and len(asked) <= LINE_LIMIT:
        row.append(Button(label="Post to channel", line=asked))
    if not row:
        return reply.message
    return replace(reply.message, blocks=(*reply.message.blocks, Buttons(tuple(row))))


def is_explanation(line: str) -> bool:
    """Return whether a line asks for a reason: a reason is worth showing without a story.

    >>> is_explanation("news why s1")
    True
    """
    return line.casefold().split()[:2] == ["news", "why"]


def is_postable(line: str) -> bool:
    """Return whether the answer to a line may be wanted by the whole channel.

    >>> is_postable("latest harbour"), is_postable("news why s1"), is_postable("news status")
    (True, True, False)
    """
    words = line.casefold().split()
    is_wanted = {" ".join(words[:1]), " ".join(words[:2])} & POSTABLE
    return bool(is_wanted) and "post:yes" not in words
