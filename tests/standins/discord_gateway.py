"""The gateway of the Discord stand-in: one websocket, its sessions and its events."""

import asyncio
import json
from collections import deque
from typing import Any

from aiohttp import WSMsgType, web

from tests.standins.discord_payloads import APPLICATION, BOT, GUILD, guild, user

DISPATCH, HEARTBEAT, IDENTIFY, RESUME = 0, 1, 2, 6
RECONNECT, INVALID_SESSION, HELLO, HEARTBEAT_ACK = 7, 9, 10, 11
REFUSED = 4004


class Gateway:
    """Speaks version 10 of the gateway, uncompressed."""

    def __init__(self, token: str) -> None:
        self.token = token
        self.url = ""
        self.identifies: list[dict[str, Any]] = []
        self.resumes = 0
        self.ready = asyncio.Event()
        self._socket: web.WebSocketResponse | None = None
        self._transport: asyncio.Transport | None = None
        self._sequence = 0
        self._missed: deque[dict[str, Any]] = deque()

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one connection to its end."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self._transport = request.transport
        await socket.send_json({"op": HELLO, "d": {"heartbeat_interval": 41_250}})
        async for received in socket:
            if received.type is WSMsgType.TEXT:
                await self._hear(socket, json.loads(received.data))
        if self._socket is socket:
            self._socket = None
            self.ready.clear()
        return socket

    async def dispatch(self, event: str, data: object) -> None:
        """Send an event; while nobody is connected it is kept for a RESUME."""
        self._sequence += 1
        frame = {"op": DISPATCH, "t": event, "s": self._sequence, "d": data}
        if self._socket is None:
            self._missed.append(frame)
        else:
            await self._socket.send_json(frame)

    async def reconnect(self) -> None:
        """Ask the client to connect again (op 7)."""
        await self._send({"op": RECONNECT, "d": None})

    async def invalidate(self) -> None:
        """Tell the client that its session is no more (op 9)."""
        await self._send({"op": INVALID_SESSION, "d": False})

    def freeze(self) -> None:
        """Hear nothing more, not even a goodbye."""
        if self._transport is not None:
            self._transport.pause_reading()

    async def close(self, code: int = 1001) -> None:
        """Close the connection with a code."""
        if self._socket is not None:
            await self._socket.close(code=code)

    async def _send(self, frame: dict[str, Any]) -> None:
        """Send a frame to whoever is connected, and expect a new connection."""
        self.ready.clear()
        if self._socket is not None:
            await self._socket.send_json(frame)

    async def _hear(self, socket: web.WebSocketResponse, frame: dict[str, Any]) -> None:
        """Answer one frame of the client."""
        match frame["op"]:
            case 1:
                await socket.send_json({"op": HEARTBEAT_ACK})
            case 2:
                await self._identify(socket, frame["d"])
            case 6:
                self.resumes += 1
                self._socket = socket
                while self._missed:
                    await socket.send_json(self._missed.popleft())
                await self.dispatch("RESUMED", {})
                self.ready.set()
            case _:
                pass

    async def _identify(self, socket: web.WebSocketResponse, data: dict[str, Any]) -> None:
        """Open a session: READY, then the server; or refuse the token."""
        self.identifies.append(data)
        if data["token"] != self.token:
            await socket.close(code=REFUSED, message=b"Authentication failed.")
            return
        self._socket = socket
        await self.dispatch(
            "READY",
            {
                "v": 10,
                "user": user(BOT, "newsdesk", bot=True),
                "guilds": [{"id": GUILD, "unavailable": True}],
                "session_id": f"session-{len(self.identifies)}",
                "resume_gateway_url": self.url,
                "shard": data.get("shard", [0, 1]),
                "application": {"id": APPLICATION, "flags": 0},
            },
        )
        await self.dispatch("GUILD_CREATE", guild())
        self.ready.set()
