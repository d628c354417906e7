"""An OpenAI-compatible endpoint on loopback, and many ways for a model to misbehave.

It takes what https://platform.openai.com/docs/api-reference/chat says, and refuses the rest with
status 400 as such servers do. A model's manner is a function from what it is asked to what it
writes; what goes wrong on the way is a `Fault`.
"""

import asyncio
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, Self

from aiohttp import web
from aiohttp.test_utils import TestServer

KEY = "sk-stand-in"
MODEL = "stand-in-8b"
KNOWN = frozenset({"model", "messages", "temperature", "max_tokens", "response_format"})

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a model is asked: the task in words, and the sentences that it was given."""

    task: str
    rows: Sequence[Row]

    @property
    def must(self) -> list[Row]:
        """The sentences that may not be missing."""
        return [row for row in self.rows if row.get("must")]


Manner = Callable[[Question], str]


class Fault(Enum):
    """What goes wrong whatever the model would have said."""

    SLOW = auto()
    """It does not answer until it is closed."""
    STALLS = auto()
    """It begins to answer and goes no further."""
    RESETS = auto()
    """It hangs up without a word."""
    RESETS_LATE = auto()
    """It hangs up in the middle of its answer."""
    IS_DOWN = auto()
    """It has a fault of its own."""
    DISLIKES = auto()
    """It takes the request for a bad one, and does not say why."""
    IS_BUSY = auto()
    """It asks to be left alone for two minutes."""
    IS_GONE = auto()
    """There is nothing at this address."""
    STREAMS = auto()
    """It sends events, though none were asked for."""
    NO_COMPLETION = auto()
    """It answers with JSON of another kind."""
    HTML = auto()
    """It answers with a page for people."""
    ENDLESS = auto()
    """Its answer is far too long."""
    REFUSES = auto()
    """The model will not."""
    FILTERED = auto()
    """What the model would say is filtered."""
    CUT = auto()
    """Its answer ends in the middle, where it may not be longer."""
    EMPTY = auto()
    """The model says nothing."""
    CALLS_A_TOOL = auto()
    """The model wants a tool that it was not given."""


@dataclass(slots=True)
class CompletionsStandin:
    """Answers as its manner says, and keeps what it was asked."""

    manner: Manner
    fault: Fault | None = None
    knows: frozenset[str] = KNOWN
    says_usage: bool = True
    models: Sequence[str] = (MODEL,)
    key: str = KEY
    asked: list[Row] = field(default_factory=list)
    _server: TestServer | None = field(default=None, init=False)
    _closing: asyncio.Event = field(default_factory=asyncio.Event, init=False)

    async def __aenter__(self) -> Self:
        """Listen."""
        application = web.Application()
        application.router.add_post("/v1/chat/completions", self._complete)
        application.router.add_get("/v1/models", self._list)
        self._server = TestServer(application)
        await self._server.start_server()
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close."""
        assert self._server is not None
        self._closing.set()
        await self._server.close()

    @property
    def base_url(self) -> str:
        """What the setting `condense.model.base_url` is to say."""
        assert self._server is not None
        return f"http://127.0.0.1:{self._server.port}/v1"

    @property
    def questions(self) -> list[Question]:
        """What the model was asked, in order."""
        return [_question(body) for body in self.asked]

    async def _list(self, request: web.Request) -> web.Response:
        if refusal := self._refusal(request):
            return refusal
        rows = [
            {"id": name, "object": "model", "created": 0, "owned_by": "us"} for name in self.models
        ]
        return web.json_response({"object": "list", "data": rows})

    async def _complete(self, request: web.Request) -> web.StreamResponse:
        body = await request.json()
        self.asked.append(body)
        if refusal := self._refusal(request) or self._wrong(body):
            return refusal
        if self.fault is None:
            return web.json_response(self._completion(self.manner(_question(body))))
        return await self._faulty(self.fault, request)

    def _refusal(self, request: web.Request) -> web.Response | None:
        if request.headers.get("Authorization") == f"Bearer {self.key}":
            return None
        return _error(401, "Incorrect API key provided")

    def _wrong(self, body: Row) -> web.Response | None:
        """Return what is answered to a request that such a server does not take."""
        unknown = sorted(body.keys() - self.knows)
        if unknown:
            option = unknown[0]
            renamed = option == "max_tokens" and "max_completion_tokens" in self.knows
            hint = "; use 'max_completion_tokens'" if renamed else ""
            return _error(400, f"Unsupported parameter: '{option}'{hint}", param=option)
        roles = [one["role"] for one in body["messages"]]
        if body["model"] not in self.models:
            return _error(404, "The model does not exist")
        if roles != ["system", "user"] or "JSON" not in body["messages"][0]["content"]:
            return _error(400, "'messages' must contain the word 'json'")
        return None

    async def _faulty(self, fault: Fault, request: web.Request) -> web.StreamResponse:
        if fault is Fault.SLOW:
            await self._closing.wait()
            return web.Response(status=500)
        if fault in {Fault.STALLS, Fault.RESETS_LATE, Fault.RESETS}:
            return await self._broken_off(fault, request)
        if fault in _UNSAID:
            return web.json_response(self._completion("", **_UNSAID[fault]))
        if fault is Fault.ENDLESS:
            return web.json_response(self._completion("[" * 1_100_000))
        return _ELSE[fault]()

    async def _broken_off(self, fault: Fault, request: web.Request) -> web.StreamResponse:
        transport = request.transport
        assert transport is not None
        response = web.StreamResponse(headers={"Content-Length": "1000"})
        response.content_type = "application/json"
        if fault is not Fault.RESETS:
            await response.prepare(request)
            await response.write(b'{"choices": [')
        if fault is Fault.STALLS:
            await self._closing.wait()
        transport.abort()
        return response

    def _completion(self, content: str | None, **changes: object) -> Row:
        choice = {
            "index": 0,
            "finish_reason": "stop",
            "message": {"role": "assistant", "content": content},
            **changes,
        }
        usage = {"prompt_tokens": 300, "completion_tokens": 100, "total_tokens": 400}
        return {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 0,
            "model": MODEL,
            "choices": [choice],
            **({"usage": usage} if self.says_usage else {}),
        }


def _question(body: Row) -> Question:
    task, material = (one["content"] for one in body["messages"])
    return Question(task=task, rows=[json.loads(line) for line in material.splitlines()])


def _error(
    status: int, problem: str, *, param: str | None = None, headers: Mapping[str, str] | None = None
) -> web.Response:
    error = {"message": problem, "type": "invalid_request_error", "param": param, "code": None}
    return web.json_response({"error": error}, status=status, headers=headers)


_EVENTS = 'data: {"choices": [{"index": 0, "delta": {"content": "[]"}}]}\n\ndata: [DONE]\n\n'

_UNSAID: Mapping[Fault, Mapping[str, object]] = {
    Fault.REFUSES: {"message": {"role": "assistant", "content": None, "refusal": "I cannot."}},
    Fault.FILTERED: {"finish_reason": "content_filter"},
    Fault.CUT: {
        "finish_reason": "length",
        "message": {"role": "assistant", "content": '{"sentences": [{"text": "The'},
    },
    Fault.EMPTY: {},
    Fault.CALLS_A_TOOL: {
        "finish_reason": "tool_calls",
        "message": {
            "role": "assistant",
            "content": None,
            "tool_calls": [
                {"id": "t1", "type": "function", "function": {"name": "post", "arguments": "{}"}}
            ],
        },
    },
}
"""What stands in the place of an answer."""

_ELSE: Mapping[Fault, Callable[[], web.Response]] = {
    Fault.IS_DOWN: lambda: _error(500, "The server had an error: sk-stand-in"),
    Fault.DISLIKES: lambda: _error(400, "Bad request"),
    Fault.IS_BUSY: lambda: _error(429, "Rate limit reached", headers={"Retry-After": "120"}),
    Fault.IS_GONE: lambda: web.Response(status=404, text="404 page not found"),
    Fault.STREAMS: lambda: web.Response(text=_EVENTS, content_type="text/event-stream"),
    Fault.NO_COMPLETION: lambda: web.json_response({"choices": []}),
    Fault.HTML: lambda: web.Response(text="<html>Welcome!</html>", content_type="text/html"),
}
"""What is answered instead of a completion."""
