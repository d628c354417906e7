"""A WebSub hub on loopback, and many ways for it to err. It confirms before it answers, as it may.

https://www.w3.org/TR/websub/ says what a hub sends, and what must be answered.
"""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Self

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestServer

CHALLENGE = "say-this-again"


class Fault(Enum):
    """How the hub misbehaves."""

    REFUSES = auto()
    """It does not take the order."""
    IS_DOWN = auto()
    """It has a fault of its own."""
    NEVER_CONFIRMS = auto()
    """It takes the order, and is not heard of again."""
    CONFIRMS_ANOTHER_TOPIC = auto()
    """It confirms what nobody asked for."""
    CONFIRMS_THE_CONTRARY = auto()
    """It confirms that we leave."""
    LEASES_NOTHING = auto()
    """It promises to tell for no time at all."""
    LEASES_NONSENSE = auto()
    """It promises to tell for some time, in words."""
    CHALLENGES_WITHOUT_END = auto()
    """It wants a very long word to be said again."""
    CHALLENGES_WITH_NOTHING = auto()
    """It wants nothing to be said again."""
    DENIES = auto()
    """It takes the order, and then does not want it."""


@dataclass(slots=True)
class HubStandin:
    """Keeps who ordered what, and what it was answered."""

    fault: Fault | None = None
    lease_s: int | None = None
    asked: list[dict[str, str]] = field(default_factory=list)
    answers: list[tuple[int, str]] = field(default_factory=list)
    _server: TestServer | None = field(default=None, init=False)
    _client: aiohttp.ClientSession | None = field(default=None, init=False)

    async def __aenter__(self) -> Self:
        """Listen."""
        application = web.Application()
        application.router.add_post("/", self._ordered)
        self._server = TestServer(application)
        await self._server.start_server()
        self._client = aiohttp.ClientSession()
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close."""
        assert self._server is not None
        assert self._client is not None
        await self._client.close()
        await self._server.close()

    @property
    def address(self) -> str:
        """Where it takes orders."""
        assert self._server is not None
        return f"http://127.0.0.1:{self._server.port}/"

    @property
    def last(self) -> Mapping[str, str]:
        """The last order that it took."""
        return self.asked[-1]

    async def verify(self, **changes: str) -> tuple[int, str]:
        """Ask whoever gave the last order whether it was them; return the answer."""
        order = self.last
        lease = self.lease_s or int(order.get("hub.lease_seconds", "0"))
        query = {
            "hub.mode": order["hub.mode"],
            "hub.topic": order["hub.topic"],
            "hub.challenge": CHALLENGE,
        }
        if order["hub.mode"] == "subscribe":
            query["hub.lease_seconds"] = str(lease)
        query |= {f"hub.{name}": value for name, value in changes.items()}
        answer = await self._get(order["hub.callback"], query)
        self.answers.append(answer)
        return answer

    async def push(  # noqa: PLR0913 (each is a thing to lie about)
        self,
        body: bytes = b"<feed/>",
        *,
        to: str | None = None,
        secret: str | None = None,
        algorithm: str = "sha256",
        signature: str | None = None,
        is_signed: bool = True,
    ) -> int:
        """Tell of news, as the last order wants it; return the status of the answer."""
        assert self._client is not None
        key = (secret or self.last["hub.secret"]).encode()
        sum_ = hmac.new(key, body, getattr(hashlib, algorithm, hashlib.md5)).hexdigest()
        headers = {"X-Hub-Signature": signature or f"{algorithm}={sum_}"} if is_signed else {}
        place = to or self.last["hub.callback"]
        async with self._client.post(place, data=body, headers=headers) as answer:
            return answer.status

    async def _get(self, place: str, query: Mapping[str, str]) -> tuple[int, str]:
        assert self._client is not None
        async with self._client.get(place, params=query) as answer:
            assert answer.content_type == "text/plain" or answer.status == 200
            return answer.status, await answer.text()

    async def _ordered(self, request: web.Request) -> web.Response:
        self.asked.append({key: str(value) for key, value in (await request.post()).items()})
        if self.fault is Fault.REFUSES:
            return web.Response(status=400, text="no such topic here")
        if self.fault is Fault.IS_DOWN:
            return web.Response(status=500)
        if self.fault is not Fault.NEVER_CONFIRMS:
            await self.verify(**_LIES.get(self.fault, {}))
        return web.Response(status=202)


_LIES: dict[Fault | None, dict[str, str]] = {
    Fault.CONFIRMS_ANOTHER_TOPIC: {"topic": "https://other.example/feed"},
    Fault.CONFIRMS_THE_CONTRARY: {"mode": "unsubscribe"},
    Fault.LEASES_NOTHING: {"lease_seconds": "0"},
    Fault.LEASES_NONSENSE: {"lease_seconds": "a week"},
    Fault.CHALLENGES_WITHOUT_END: {"challenge": "x" * 5000},
    Fault.CHALLENGES_WITH_NOTHING: {"challenge": ""},
    Fault.DENIES: {"mode": "denied", "reason": "not you"},
}
"""What it says instead of what is so."""
