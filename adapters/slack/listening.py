"""What is heard in Slack, turned into command lines."""

import re
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

import structlog
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.answering import ByUrl, InThread
from adapters.slack.asking import Conversation
from adapters.slack.examining import Identity
from adapters.slack.faults import CALL_ERRORS, code_of
from adapters.slack.modals import (
    FORMS,
    NEWS,
    Origin,
    asked_line,
    news_form,
    origin_of,
    subscribe_form,
)
from adapters.slack.people import place
from adapters.slack.rendering import ASK
from adapters.slack.sending import sdk_logger
from bot.models import Command

log = structlog.get_logger(__name__)

HELP = "help"
REMEMBERED_EVENTS = 2000
ANYTHING = re.compile(r".*", re.DOTALL)
# A message with one of these is still something that a person typed.
TYPED_SUBTYPES = frozenset({None, "thread_broadcast", "file_share"})

Body = Mapping[str, Any]

_TOKEN = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")


class Ears:
    """Hears commands, clicks, forms, mentions and direct messages."""

    def __init__(
        self,
        conversation: Conversation,
        *,
        client: AsyncWebClient,
        identity: Identity,
        commands: tuple[Command, ...],
    ) -> None:
        self._conversation = conversation
        self._client = client
        self._identity = identity
        self._commands = commands
        self._heard: OrderedDict[str, None] = OrderedDict()

    async def on_command(self, ack: AsyncAck, body: Body) -> None:
        """Answer a slash command; bare ones may open a form."""
        await ack()
        word, text = str(body["command"]).lstrip("/"), str(body.get("text") or "").strip()
        if not text and word in FORMS and await self._open_form(word, body):
            return
        line = f"{word} {typed(text)}".strip()
        self._conversation.ask(
            HELP if line == NEWS else line,
            user=str(body["user_id"]),
            at=place(self._team(body), body["channel_id"], str(body.get("channel_name") or "")),
            to=ByUrl(url=str(body.get("response_url") or ""), user=str(body["user_id"])),
        )

    async def on_button(self, ack: AsyncAck, body: Body) -> None:
        """Ask what a button stands for, as the one who clicked."""
        await ack()
        action = body["actions"][0]
        url = body.get("response_url")
        if not str(action.get("action_id", "")).startswith(ASK) or not url:
            return
        channel, container = body["channel"], body.get("container") or {}
        user = str(body["user"]["id"])
        self._conversation.ask(
            str(action["value"]),
            user=user,
            at=place(self._team(body), channel["id"], str(channel.get("name") or "")),
            to=ByUrl(url=str(url), user=user, thread=container.get("thread_ts")),
        )

    async def on_form(self, ack: AsyncAck, body: Body) -> None:
        """Ask what a form was filled in with; the answer appears where it was opened."""
        await ack()
        view, user = body["view"], str(body["user"]["id"])
        origin = origin_of(view["private_metadata"])
        self._conversation.ask(
            asked_line(view["callback_id"], view["state"]),
            user=user,
            at=place(self._team(body), origin.channel, origin.channel_name),
            to=ByUrl(url=origin.response_url, user=user),
        )

    async def on_mention(self, body: Body) -> None:
        """Answer those who call the bot by its name."""
        event = body["event"]
        if self._is_new(body) and is_typed(event):
            self._ask_event(body, said_to(event.get("text") or "", self._identity.bot_user_id))

    async def on_message(self, body: Body) -> None:
        """Answer a direct message; other messages are none of our business."""
        event = body["event"]
        if event.get("channel_type") == "im" and is_typed(event) and self._is_new(body):
            self._ask_event(body, said_to(event.get("text") or "", self._identity.bot_user_id))

    async def on_anything(self, ack: AsyncAck) -> None:
        """Acknowledge what needs no answer: what nobody acknowledges counts as a failure."""
        await ack()

    async def on_error(self, error: Exception) -> None:
        """Log what broke while something was heard, without what was said."""
        log.error("slack.hearing_failed", error=type(error).__name__)

    def _ask_event(self, body: Body, line: str) -> None:
        """Ask a line that stood in a message, and answer below it."""
        event = body["event"]
        user = str(event["user"])
        self._conversation.ask(
            line or HELP,
            user=user,
            at=place(self._team(body), event["channel"]),
            to=InThread(
                thread=event.get("thread_ts") or event["ts"],
                user=user,
                is_running="thread_ts" in event,
            ),
        )

    async def _open_form(self, word: str, body: Body) -> bool:
        """Open the form of a bare command; False when Slack would not have it."""
        origin = Origin(
            channel=body["channel_id"],
            channel_name=str(body.get("channel_name") or ""),
            response_url=str(body.get("response_url") or ""),
        )
        view = news_form(self._commands, origin) if word == NEWS else subscribe_form(origin)
        try:
            await self._client.views_open(trigger_id=body["trigger_id"], view=view)
        except CALL_ERRORS as error:
            log.warning("slack.form_refused", form=word, error=code_of(error))
            return False
        return True

    def _is_new(self, body: Body) -> bool:
        """Return whether an event comes for the first time: Slack and Bolt repeat them.

        A mention in a direct message comes twice, under two names, but is one message.
        """
        event = body["event"]
        names = {str(body.get("event_id")), f"{event.get('channel')}/{event.get('ts')}"}
        is_new = self._heard.keys().isdisjoint(names)
        self._heard.update(dict.fromkeys(names))
        while len(self._heard) > REMEMBERED_EVENTS:
            self._heard.popitem(last=False)
        return is_new

    def _team(self, body: Body) -> str:
        """Return the workspace; interactions carry it in an object that may be null."""
        team = body.get("team") or {}
        return str(body.get("team_id") or team.get("id") or self._identity.team_id)


def bolt_app(ears: Ears, client: AsyncWebClient, *, identity: Identity, token: str) -> AsyncApp:
    """Return an app that hears everything which the manifest subscribes to."""

    async def authorize() -> AuthorizeResult:
        return AuthorizeResult(
            enterprise_id=None,
            team_id=identity.team_id,
            bot_id=identity.bot_id,
            bot_user_id=identity.bot_user_id,
            bot_token=token,
        )

    # With an `authorize` of our own the client id and secret that may stand in the environment
    # cannot turn the app into one for many workspaces, with token stores on the disk.
    app = AsyncApp(client=client, authorize=authorize, logger=sdk_logger(), name="newsdesk")
    app.error(ears.on_error)
    app.command(ANYTHING)(ears.on_command)
    app.action(ANYTHING)(ears.on_button)
    app.view(re.compile("|".join(FORMS)))(ears.on_form)
    app.event("app_mention")(ears.on_mention)
    app.event("message")(ears.on_message)
    app.event(ANYTHING)(ears.on_anything)
    for other in (app.view, app.view_closed, app.shortcut, app.options):
        other(ANYTHING)(ears.on_anything)
    return app


def is_typed(event: Body) -> bool:
    """Return whether a person wrote the message: bots that answer bots never end."""
    is_person = bool(event.get("user")) and not event.get("bot_id")
    return is_person and event.get("subtype") in TYPED_SUBTYPES


def said_to(text: str, bot_user_id: str) -> str:
    """Return what is said after the bot's name, or before it when nothing comes after.

    >>> said_to("hello <@U9>, latest harbour", "U9")
    'latest harbour'
    >>> said_to("latest harbour <@U9>", "U9")
    'latest harbour'
    """
    pieces = re.split(rf"<@{re.escape(bot_user_id)}(?:\|[^>]*)?>", text, maxsplit=1)
    lines = [typed(piece).strip(" ,:/\n") for piece in reversed(pieces)]
    return next(filter(None, lines), "")


def typed(text: str) -> str:
    """Return Slack's rendering of what was typed as it was typed.

    >>> typed("latest <http://a.example|a.example> &amp; <#C1|port> <@U1>")
    'latest a.example & #port '
    """

    def written(match: re.Match[str]) -> str:
        target, label = match[1], match[2] or ""
        if target.startswith(("@", "!", "#")):
            return f"{target[0]}{label}" if label else ""
        return label or target

    plain = _TOKEN.sub(written, text)
    return plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
