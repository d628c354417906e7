"""A Slack on loopback: Web API, response_url and Socket Mode, as far as the desk uses them.

Every payload is checked against Slack's schema where that is at hand; what is wrong with it is
in `problems`. Faults are queued per method with `fail`; "response_url" and "link", the socket,
count as methods. Like Slack's, the address of a socket is good for one connection.
"""

import asyncio
import itertools
import json
import time
from collections import defaultdict, deque
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self

from aiohttp import WSMsgType, web

from tests.standins.gold import gold_folder
from tests.standins.slack_faults import Fault, failed
from tests.standins.slack_posts import Ack, Posted
from tests.standins.slack_schema import ROOTS, slack_schema

BOT_TOKEN = "xoxb-stand-in"
APP_TOKEN = "xapp-stand-in"
TEAM = "T1"
BOT_USER = "UBOT"
SCOPES = (
    "commands,chat:write,chat:write.public,app_mentions:read,im:history,"
    "channels:read,groups:read,users:read"
)
WAIT_S = 5.0


class SlackStandin:
    """A workspace with one app in it. Enter it to start, leave it to stop."""

    def __init__(self) -> None:
        folder = gold_folder("slack")
        self._schema = slack_schema(folder) if folder else None
        self.problems: list[str] = []
        self.calls: list[tuple[str, Mapping[str, Any]]] = []
        self.posts: list[Posted] = []
        self.forms: asyncio.Queue[Mapping[str, Any]] = asyncio.Queue()
        self.users: dict[str, dict[str, Any]] = {"U1": _user("U1", "Ada")}
        self.channels: dict[str, dict[str, Any]] = {
            "C1": {"id": "C1", "name": "desk", "creator": "U9"}
        }
        self.scopes = SCOPES
        self.connections = 0
        self._faults: defaultdict[str, deque[Fault]] = defaultdict(deque)
        self._said: asyncio.Queue[Posted] = asyncio.Queue()
        self._numbers = itertools.count(1)
        self._sockets: set[web.WebSocketResponse] = set()
        self._tickets: set[str] = set()
        self._is_connected = asyncio.Event()
        self._acks: dict[str, asyncio.Future[Mapping[str, Any]]] = {}
        self._channels_of_urls: dict[str, str] = {}
        self._runner: web.AppRunner | None = None
        self._port = 0

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_route("*", "/api/{method}", self._api)
        app.router.add_post("/response/{number}", self._response_url)
        app.router.add_get("/link", self._socket)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self._port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for socket in list(self._sockets):
            await socket.close()
        if self._runner:
            await self._runner.cleanup()

    # What a test sets up.

    @property
    def url(self) -> str:
        """Where the server is."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def environment(self) -> dict[str, str]:
        """The environment of an operator who wants to use this Slack."""
        return {
            "SLACK_API_URL": f"{self.url}/api/",
            "SLACK_BOT_TOKEN": BOT_TOKEN,
            "SLACK_APP_TOKEN": APP_TOKEN,
        }

    def fail(self, method: str, *faults: Fault) -> None:
        """Let the next calls of `method` fail, one fault each."""
        self._faults[method].extend(faults)

    # What people do.

    async def connected(self) -> None:
        """Return when the bot listens."""
        await asyncio.wait_for(self._is_connected.wait(), WAIT_S)

    async def command(
        self,
        command: str,
        text: str = "",
        *,
        user: str = "U1",
        channel: str = "C1",
        **more: str,
    ) -> Ack:
        """Type a slash command: `command("/latest", "harbour")`; `more` overrides its fields."""
        payload = {
            "command": command,
            "text": text,
            "user_id": user,
            "user_name": user.lower(),
            "team_id": TEAM,
            "channel_id": channel,
            "channel_name": "directmessage" if channel.startswith("D") else "desk",
            "response_url": self._new_url(channel),
            "trigger_id": f"trigger-{next(self._numbers)}",
        }
        return await self._deliver("slash_commands", payload | more)

    async def press(self, post: Posted, label: str, *, user: str = "U1") -> Ack:
        """Click a button of something that the bot said."""
        button = post.buttons[label]
        payload = {
            "type": "block_actions",
            "team": {"id": TEAM},
            "user": {"id": user},
            "channel": {"id": post.channel, "name": "desk"},
            "container": {
                "type": "message",
                "message_ts": post.ts,
                "channel_id": post.channel,
                "is_ephemeral": post.is_private,
                **({"thread_ts": post.payload["thread_ts"]} if "thread_ts" in post.payload else {}),
            },
            "trigger_id": f"trigger-{next(self._numbers)}",
            "response_url": self._new_url(post.channel),
            "actions": [{**button, "action_ts": "1.0", "block_id": "b"}],
        }
        return await self._deliver("interactive", payload)

    async def submit(
        self, form: Mapping[str, Any], values: Mapping[str, Mapping[str, Any]], *, user: str = "U1"
    ) -> Ack:
        """Fill in a form and send it: `{"words": {"value": "harbour"}}`."""
        state = {"values": {name: {name: value} for name, value in values.items()}}
        view = {**form, "id": "V1", "state": state}
        payload = {
            "type": "view_submission",
            "team": {"id": TEAM},
            "user": {"id": user},
            "view": view,
        }
        return await self._deliver("interactive", payload)

    async def mention(
        self, text: str, *, user: str = "U1", channel: str = "C1", thread: str | None = None
    ) -> Ack:
        """Write a message that names the bot: `<@UBOT>` stands in `text`."""
        event = {"type": "app_mention", "text": text, "user": user, "channel": channel}
        return await self.event(event | ({"thread_ts": thread} if thread else {}))

    async def direct(self, text: str, *, user: str = "U1", **more: str) -> Ack:
        """Write to the bot in private."""
        event = {"type": "message", "text": text, "user": user, "channel": "D1"}
        return await self.event(event | {"channel_type": "im"} | more)

    async def event(self, event: Mapping[str, Any], *, event_id: str | None = None) -> Ack:
        """Let an event happen; with an `event_id` it can happen again."""
        number = next(self._numbers)
        payload = {
            "type": "event_callback",
            "team_id": TEAM,
            "event_id": event_id or f"Ev{number}",
            "event": {"ts": f"1000.{number:06}"} | dict(event),
        }
        return await self._deliver("events_api", payload)

    async def said(self) -> Posted:
        """Return the next thing that the bot says."""
        return await asyncio.wait_for(self._said.get(), WAIT_S)

    async def form(self) -> Mapping[str, Any]:
        """Return the next form that the bot opens."""
        return await asyncio.wait_for(self.forms.get(), WAIT_S)

    async def refresh(self) -> None:
        """Ask the bot to make a new connection, as Slack does every few hours."""
        await self._lose({"type": "disconnect", "reason": "refresh_requested"})

    async def drop(self) -> None:
        """Break the connection without a word."""
        await self._lose(None)

    # What the bot calls.

    async def _api(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        payload = await _arguments(request)
        self.calls.append((method, payload))
        if self._schema and method in ROOTS:
            self.problems += self._schema.problems(method, payload)
        fault = self._faults[method].popleft() if self._faults[method] else None
        if fault and not fault.commits:
            return failed(request, fault)
        answer = self._answer(method, payload, request.headers.get("Authorization", ""))
        return failed(request, fault) if fault else answer

    def _answer(self, method: str, payload: Mapping[str, Any], authorization: str) -> web.Response:
        token = authorization.removeprefix("Bearer ")
        expected = APP_TOKEN if method == "apps.connections.open" else BOT_TOKEN
        if token != expected:
            return _no("invalid_auth" if token else "not_authed")
        match method:
            case "auth.test":
                answer = _yes(team_id=TEAM, user_id=BOT_USER, bot_id="B1", scopes=self.scopes)
            case "apps.connections.open":
                answer = _yes(url=f"ws://127.0.0.1:{self._port}/link?ticket={self._new_ticket()}")
            case "chat.postMessage":
                answer = _yes(channel=payload["channel"], ts=self._store(method, payload))
            case "chat.postEphemeral":
                answer = _yes(message_ts=self._store(method, payload))
            case "views.open":
                self.forms.put_nowait(payload["view"])
                answer = _yes(view={"id": "V1"})
            case "users.info":
                answer = _described("user", self.users.get(str(payload["user"])))
            case "conversations.info":
                answer = _described("channel", self.channels.get(str(payload["channel"])))
            case _:
                answer = _no("unknown_method")
        return answer

    async def _response_url(self, request: web.Request) -> web.StreamResponse:
        payload = await request.json()
        self.calls.append(("response_url", payload))
        if self._schema:
            self.problems += self._schema.problems("response_url", payload)
        if self._faults["response_url"]:
            return failed(request, self._faults["response_url"].popleft())
        url = request.path
        self._store("response_url", payload, channel=self._channels_of_urls[url], url=url)
        return web.Response(text="ok")

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        ticket = request.query.get("ticket", "")
        fault = self._faults["link"].popleft() if self._faults["link"] else None
        if fault or ticket not in self._tickets:
            self._tickets.discard(ticket)
            return failed(request, fault or Fault(status=403))
        self._tickets.remove(ticket)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": 1})
        self._sockets.add(socket)
        self.connections += 1
        self._is_connected.set()
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                self._acknowledge(json.loads(message.data))
        self._sockets.discard(socket)
        return socket

    def _acknowledge(self, answer: Mapping[str, Any]) -> None:
        waiting = self._acks.get(str(answer.get("envelope_id")))
        if waiting and not waiting.done():
            waiting.set_result(answer)

    async def _deliver(self, kind: str, payload: Mapping[str, Any]) -> Ack:
        number = f"envelope-{next(self._numbers)}"
        envelope: dict[str, object] = {
            "type": kind,
            "envelope_id": number,
            "payload": payload,
            "accepts_response_payload": kind != "events_api",
        }
        acknowledged = self._acks[number] = asyncio.get_running_loop().create_future()
        start = time.monotonic()
        await next(iter(self._sockets)).send_json(envelope)
        answer = await asyncio.wait_for(acknowledged, WAIT_S)
        return Ack(seconds=time.monotonic() - start, payload=answer.get("payload"))

    async def _lose(self, farewell: Mapping[str, Any] | None) -> None:
        self._is_connected.clear()
        for socket in list(self._sockets):
            self._sockets.discard(socket)
            if farewell:
                await socket.send_json(farewell)
            else:
                await socket.close(code=1006)

    def _new_ticket(self) -> str:
        ticket = f"ticket-{next(self._numbers)}"
        self._tickets.add(ticket)
        return ticket

    def _new_url(self, channel: str) -> str:
        path = f"/response/{next(self._numbers)}"
        self._channels_of_urls[path] = channel
        return self.url + path

    def _store(
        self, method: str, payload: Mapping[str, Any], *, channel: str = "", url: str = ""
    ) -> str:
        ts = f"2000.{next(self._numbers):06}"
        place = channel or str(payload["channel"])
        post = Posted(method=method, channel=place, payload=payload, ts=ts, response_url=url)
        self.posts.append(post)
        self._said.put_nowait(post)
        return ts


async def _arguments(request: web.Request) -> dict[str, Any]:
    """Return the arguments of a call, whichever way they came."""
    if request.content_type == "application/json":
        body = await request.json()
        return dict(body)
    return {**request.query, **dict(await request.post())}


def _yes(*, scopes: str = "", **fields: object) -> web.Response:
    """Return an answer that is ok."""
    headers = {"x-oauth-scopes": scopes} if scopes else {}
    return web.json_response({"ok": True, **fields}, headers=headers)


def _no(error: str) -> web.Response:
    """Return an answer that is not."""
    return web.json_response({"ok": False, "error": error})


def _described(noun: str, found: Mapping[str, Any] | None) -> web.Response:
    """Return an answer about a person or a channel, or that there is none."""
    return web.json_response({"ok": True, noun: found}) if found else _no(f"{noun}_not_found")


def _user(user: str, name: str, **rights: bool) -> dict[str, Any]:
    """Return a person as users.info describes them."""
    return {
        "id": user,
        "name": name.lower(),
        "real_name": name,
        "profile": {"display_name": name},
        "tz": "Europe/Berlin",
        "locale": "en-GB",
        "is_admin": False,
        "is_owner": False,
    } | rights
