"""A Discord on loopback: REST v10 and the gateway, with every payload checked.

async with DiscordStandIn() as discord:
    part = create({}, Tools(clock=…, environment=discord.environment, home=…))
    …  # run part.listen(catalogue)
    await discord.connected()
    asked = await discord.command("latest", topic="harbour")
    await asked.answered.wait()
    asked.text        # what the asker reads
    discord.posts     # what stands in channels
    discord.invalid   # what Discord would have refused; [] when all is well
"""

import asyncio
import json
import re
import socket
import struct
from collections.abc import Awaitable, Callable, Mapping
from itertools import count
from typing import Any, Self

from aiohttp import web

from tests.standins import discord_payloads as payloads
from tests.standins.discord_gateway import Gateway
from tests.standins.discord_records import Asked, Fault, Post
from tests.standins.discord_rules import (
    COMMAND,
    EDIT,
    FOLLOW_UP,
    MESSAGE,
    Schema,
    callback_faults,
    callback_schema,
    command_faults,
    message_faults,
)

TOKEN = "stand-in-token"
ACK_LIMIT_S = 3.0
QUIET_S = 0.8
EPHEMERAL = 64
__all__ = ["Asked", "DiscordStandIn", "Fault", "Post"]

_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class DiscordStandIn:
    """Discord, as far as a news desk uses it. `schema` None checks the limits alone."""

    def __init__(self, schema: Schema | None = None, *, token: str = TOKEN) -> None:
        self.token = token
        self.schema = schema
        self.gateway = Gateway(token)
        self.application = payloads.application()
        self.url = ""
        self.requests: list[tuple[str, str, Any]] = []
        self.posts: list[Post] = []
        self.trees: list[list[dict[str, Any]]] = []
        self.invalid: list[str] = []
        self.faults: list[Fault] = []
        self._asked: dict[str, Asked] = {}
        self._ids = count(940000000000000001)
        self._runner: web.AppRunner | None = None
        self._site: web.TCPSite | None = None
        self._transports: set[asyncio.Transport] = set()

    @property
    def environment(self) -> dict[str, str]:
        """What an operator would set to use this Discord."""
        return {
            "DISCORD_TOKEN": self.token,
            "DISCORD_API_URL": self.url,
            "DISCORD_GATEWAY_URL": self.gateway.url,
        }

    async def __aenter__(self) -> Self:
        """Listen on a free port of loopback."""
        app = web.Application(middlewares=[self._serve])
        app.router.add_get("/gateway", self.gateway.handle)
        app.router.add_get("/gateway/", self.gateway.handle)
        for method, path, handler in self._routes():
            app.router.add_route(method, f"/api/v10{path}", handler)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        self._site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await self._site.start()
        port = self._runner.addresses[0][1]
        self.url = f"http://127.0.0.1:{port}/api/v10"
        self.gateway.url = f"ws://127.0.0.1:{port}/gateway/"
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close every connection."""
        await self.gateway.close()
        if self._runner is not None:
            await self._runner.cleanup()

    # What people do.

    async def connected(self) -> None:
        """Return when the bot is connected to the gateway."""
        await asyncio.wait_for(self.gateway.ready.wait(), 10)

    async def command(
        self,
        words: str,
        *,
        permissions: int = payloads.MANAGE_CHANNELS,
        direct: bool = False,
        locale: str = "en-US",
        focused: str | None = None,
        **values: object,
    ) -> Asked:
        """Use a slash command of the tree that was given last; `focused` asks to complete it."""
        data = payloads.command_data(self.trees[-1], words, values, focused)
        return await self.interact(
            4 if focused else 2, data, permissions=permissions, direct=direct, locale=locale
        )

    async def press(self, custom_id: str, *, permissions: int = payloads.MANAGE_CHANNELS) -> Asked:
        """Press a button on a message of the bot."""
        data = {"custom_id": custom_id, "component_type": 2, "id": 1}
        return await self.interact(3, data, permissions=permissions)

    async def interact(
        self,
        kind: int,
        data: Mapping[str, Any],
        *,
        permissions: int = payloads.MANAGE_CHANNELS,
        direct: bool = False,
        locale: str = "en-US",
    ) -> Asked:
        """Send any interaction."""
        number = str(next(self._ids))
        asked = Asked(id=number, token=f"token-{number}", kind=kind, sent_at=_now())
        self._asked[asked.token] = asked
        event = payloads.interaction(
            number,
            asked.token,
            kind=kind,
            data=data,
            permissions=permissions,
            direct=direct,
            locale=locale,
        )
        if kind == 3:
            place = payloads.DIRECT if direct else payloads.CHANNEL
            event["message"] = payloads.message(str(next(self._ids)), place, {})
        await self.gateway.dispatch("INTERACTION_CREATE", event)
        return asked

    async def quiet(self, asked: Asked) -> None:
        """Return when nothing more has come for an interaction for a second."""
        while True:
            asked.touched.clear()
            try:
                await asyncio.wait_for(asked.touched.wait(), QUIET_S)
            except TimeoutError:
                return

    async def deaf(self) -> None:
        """Take no further request, as if the server were down; the gateway stays."""
        assert self._site is not None
        await self._site.stop()
        for transport in self._transports:
            transport.abort()

    # What the bot does.

    def _routes(self) -> list[tuple[str, str, _Handler]]:
        """Return the part of the interface that is served."""
        me = payloads.user(payloads.BOT, "newsdesk", bot=True)
        limits = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
        gateway = {"shards": 1, "session_start_limit": limits}
        return [
            ("GET", "/users/@me", _fixed(lambda: me)),
            ("GET", "/applications/@me", _fixed(lambda: self.application)),
            ("GET", "/oauth2/applications/@me", _fixed(lambda: self.application)),
            ("GET", "/gateway", _fixed(lambda: {"url": self.gateway.url})),
            ("GET", "/gateway/bot", _fixed(lambda: {"url": self.gateway.url, **gateway})),
            ("GET", "/guilds/{guild}", _fixed(payloads.guild)),
            ("GET", "/channels/{channel}", _fixed(payloads.channel)),
            ("GET", "/applications/{app}/commands", _fixed(self._given)),
            ("PUT", "/applications/{app}/commands", self._put_commands),
            ("POST", "/channels/{channel}/messages", self._post_message),
            ("POST", "/interactions/{id}/{token}/callback", self._callback),
            ("PATCH", "/webhooks/{app}/{token}/messages/@original", self._edit),
            ("GET", "/webhooks/{app}/{token}/messages/@original", self._get_original),
            ("POST", "/webhooks/{app}/{token}", self._follow_up),
        ]

    @web.middleware
    async def _serve(self, request: web.Request, handler: _Handler) -> web.StreamResponse:
        """Serve a request, unless a fault is due."""
        path = request.path.removeprefix("/api/v10")
        if not request.path.startswith("/api/"):
            return await handler(request)
        if request.transport is not None:
            self._transports.add(request.transport)
        body = await request.json() if request.can_read_body else None
        self.requests.append((request.method, path, body))
        open_to_all = path.startswith(("/interactions/", "/webhooks/"))
        if not open_to_all and request.headers.get("Authorization") != f"Bot {self.token}":
            return await _answer({"message": "401: Unauthorized", "code": 0}, status=401)
        fault = self._due(request.method, path)
        if fault is None:
            return await handler(request)
        if fault.commit:
            await handler(request)
        return await _spoilt(request, fault)

    def _due(self, method: str, path: str) -> Fault | None:
        """Return the fault that is due for a request."""
        for fault in self.faults:
            if fault.times and fault.method == method and re.fullmatch(fault.path, path):
                fault.times -= 1
                return fault
        return None

    def _check(self, schema: str, body: object, limits: list[str]) -> None:
        """Note what Discord would have refused."""
        self.invalid += limits
        if self.schema is not None:
            self.invalid += self.schema.faults(schema, body)

    def _given(self) -> list[dict[str, Any]]:
        """Return the commands as given last."""
        return self.trees[-1] if self.trees else []

    async def _put_commands(self, request: web.Request) -> web.Response:
        """Take a tree of commands."""
        tree = await request.json()
        self.invalid += command_faults(tree)
        for command in tree:
            self._check(COMMAND, command, [])
        self.trees.append(tree)
        extra = {"application_id": payloads.APPLICATION, "version": "1"}
        return await _answer([{"id": str(next(self._ids)), **extra, **c} for c in tree])

    async def _post_message(self, request: web.Request) -> web.Response:
        """Post in a channel; a nonce that was enforced before gives the first message again."""
        body, place = await request.json(), request.match_info["channel"]
        self._check(MESSAGE, body, message_faults(body))
        nonce = body.get("nonce") if body.get("enforce_nonce") else None
        for post in self.posts:
            if nonce is not None and post.body.get("nonce") == nonce:
                return await _answer(payloads.message(post.id, place, post.body))
        post = Post(id=str(next(self._ids)), channel=place, body=body)
        self.posts.append(post)
        return await _answer(payloads.message(post.id, place, body))

    async def _callback(self, request: web.Request) -> web.Response:
        """Take the first answer to an interaction."""
        body, asked = await request.json(), self._asked.get(request.match_info["token"])
        if asked is None or _now() - asked.sent_at > ACK_LIMIT_S:
            return await _refusal(404, 10062, "Unknown interaction")
        if asked.acknowledged_after is not None:
            return await _refusal(400, 40060, "Interaction has already been acknowledged.")
        self._check(callback_schema(body), body, callback_faults(asked.kind, body))
        asked.acknowledged_after = _now() - asked.sent_at
        data = body.get("data") or {}
        asked.private = bool(int(data.get("flags") or 0) & EPHEMERAL)
        if body["type"] == 8:
            asked.choices = data["choices"]
            asked.answered.set()
        found = {"id": asked.id, "type": asked.kind, "response_message_id": str(next(self._ids))}
        return await _answer({"interaction": found})

    async def _edit(self, request: web.Request) -> web.Response:
        """Take the answer in place of "thinking…"."""
        body, asked = await request.json(), self._asked.get(request.match_info["token"])
        if asked is None or asked.acknowledged_after is None:
            return await _refusal(404, 10015, "Unknown Webhook")
        self._check(EDIT, body, message_faults(body, followup=True))
        asked.original = body
        asked.edits.append(body)
        asked.touched.set()
        asked.answered.set()
        return await _answer(payloads.message(str(next(self._ids)), payloads.CHANNEL, body))

    async def _get_original(self, request: web.Request) -> web.Response:
        """Show the answer as it stands."""
        asked = self._asked.get(request.match_info["token"])
        if asked is None or asked.original is None:
            return await _refusal(404, 10008, "Unknown Message")
        return await _answer(payloads.message(asked.id, payloads.CHANNEL, asked.original))

    async def _follow_up(self, request: web.Request) -> web.Response:
        """Take a message after the answer."""
        body, asked = await request.json(), self._asked.get(request.match_info["token"])
        if asked is None:
            return await _refusal(404, 10015, "Unknown Webhook")
        self._check(FOLLOW_UP, body, message_faults(body, followup=True))
        asked.follow_ups.append(body)
        asked.touched.set()
        return await _answer(payloads.message(str(next(self._ids)), payloads.CHANNEL, body))


def _now() -> float:
    """Return the loop's time."""
    return asyncio.get_running_loop().time()


async def _answer(
    content: object, *, status: int = 200, headers: Mapping[str, str] | None = None
) -> web.Response:
    """Return JSON with exactly the content type that discord.py looks for."""
    body = json.dumps(content).encode()
    return web.Response(
        body=body, status=status, content_type="application/json", headers=dict(headers or {})
    )


def _fixed(content: Callable[[], object]) -> _Handler:
    """Return what answers every request with the content of the moment."""

    async def handler(_request: web.Request) -> web.Response:
        return await _answer(content())

    return handler


async def _refusal(status: int, code: int, words: str) -> web.Response:
    """Return an error as Discord words it."""
    return await _answer({"message": words, "code": code}, status=status)


async def _spoilt(request: web.Request, fault: Fault) -> web.Response:
    """Answer as a fault says."""
    if fault.hang:
        await asyncio.Event().wait()
    if fault.reset:
        _reset(request)
        return web.Response()
    if fault.status != 429:
        return await _refusal(fault.status, fault.code, "stand-in fault")
    headers = {"Retry-After": str(fault.retry_after), **({"Via": "1.1 edge"} if fault.via else {})}
    told = {"message": "You are being rate limited.", "retry_after": fault.retry_after}
    return await _answer({**told, "global": False, "code": 0}, status=429, headers=headers)


def _reset(request: web.Request) -> None:
    """Cut the connection so that the other side sees a reset, not an end."""
    transport = request.transport
    if transport is None:
        return
    wire = transport.get_extra_info("socket")
    wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()
