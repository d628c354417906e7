"""An OpenAI-compatible endpoint, asked one thing at a time: an answer or why there is none.

It is the operator's own and may be on a private network, so it is not reached through the fetcher
of articles. What goes wrong is told by its kind alone: the words of an endpoint may repeat what it
was sent.
"""

import asyncio
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from importlib import import_module
from typing import Any

import openai

from bot.condense._model_answer import Answer, Failure
from bot.condense._model_offer import Prompt

MOST_BYTES = 1_000_000
MOST_REQUESTS = 4
"""For one answer: each refusal of an option is followed by a request without it."""

_LASTING = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND})
_SECONDS = re.compile("[0-9]{1,6}")
_TRANSPORT = import_module(openai.DefaultAsyncHttpxClient.__mro__[1].__module__)
"""What the client speaks HTTP with (httpx, or its successor from openai 3 on): what that raises
while an answer is read is none of the client's errors."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a model is, which one, and how long it may take."""

    base_url: str
    name: str
    api_key: str
    timeout: timedelta
    max_tokens: int


@dataclass(slots=True)
class _Count:
    """How often was asked, whatever came of it."""

    requests: int = 0


class Endpoint:
    """Chat completions at one address, in JSON where it can."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self._client = openai.AsyncOpenAI(
            base_url=place.base_url,
            api_key=place.api_key or "none",  # a server that wants no key ignores it
            timeout=place.timeout.total_seconds(),
            max_retries=0,  # the next condenser is quicker, and each try costs
        )
        self._options: dict[str, Any] = {
            "response_format": {"type": "json_object"},
            "temperature": 0,
            "max_tokens": place.max_tokens,
        }

    async def close(self) -> None:
        """Let go of the connections."""
        await self._client.close()

    async def ask(self, prompt: Prompt) -> Answer | Failure:
        """Return what the model answers, within the time limit, whatever is tried."""
        count = _Count()
        try:
            async with asyncio.timeout(self.place.timeout.total_seconds()):
                return await self._ask(prompt, count)
        except (TimeoutError, openai.APITimeoutError):
            limit = f"no answer within {self.place.timeout.total_seconds():g} s"
            return Failure(problem=limit, requests=count.requests, may_have_cost=True)
        except openai.APIStatusError as error:
            return _refused(error, count.requests)
        except (openai.OpenAIError, _TRANSPORT.HTTPError) as error:
            problem = f"it cannot be reached or hung up ({type(error).__name__})"
            return Failure(problem=problem, requests=count.requests)

    async def _ask(self, prompt: Prompt, count: _Count) -> Answer | Failure:
        """Ask, and again without each option that the endpoint does not know."""
        while True:
            count.requests += 1
            try:
                return await self._asked(prompt, count.requests)
            except (openai.BadRequestError, openai.UnprocessableEntityError) as error:
                if count.requests == MOST_REQUESTS or not self._gives_up_option(error):
                    raise

    async def _asked(self, prompt: Prompt, requests: int) -> Answer | Failure:
        async with self._client.chat.completions.with_streaming_response.create(
            model=self.place.name,
            messages=[
                {"role": "system", "content": prompt.task},
                {"role": "user", "content": prompt.material},
            ],
            **self._options,
        ) as response:
            kind = response.headers.get("content-type", "")
            body = bytearray()
            async for chunk in response.iter_bytes():
                body += chunk
                if len(body) > MOST_BYTES:
                    problem = f"its answer is longer than {MOST_BYTES} bytes"
                    return Failure(problem=problem, requests=requests, may_have_cost=True)
        if "event-stream" in kind:
            problem = "it streams its answer, which was not asked for"
            return Failure(problem=problem, requests=requests, may_have_cost=True)
        return _read(bytes(body), requests)

    def _gives_up_option(self, error: openai.APIStatusError) -> bool:
        """Leave out the option that a refusal names from now on; False when it names none."""
        words = str(error.body)
        if "max_tokens" in self._options and "max_completion_tokens" in words:
            self._options["max_completion_tokens"] = self._options.pop("max_tokens")
            return True
        for option in ("response_format", "temperature", "max_completion_tokens", "max_tokens"):
            if option in self._options and option in words:
                del self._options[option]
                return True
        return False

    async def faults(self) -> tuple[str, ...]:
        """Return what is wrong with the address, the key or the model's name."""
        try:
            async with asyncio.timeout(self.place.timeout.total_seconds()):
                listed = [one.id async for one in self._client.models.list()]
        except openai.NotFoundError:
            return ()  # a server need not list its models
        except (TimeoutError, openai.OpenAIError) as error:
            return (_fault(error, self.place),)
        if listed and self.place.name not in listed:
            known = ", ".join(sorted(listed)[:10])
            return (f"condense.model.name: {self.place.name!r} is not there; it has {known}",)
        return ()


def _refused(error: openai.APIStatusError, requests: int) -> Failure:
    status = error.status_code
    return Failure(
        problem=f"it answers with status {status}",
        requests=requests,
        lasts=status in _LASTING,
        rest=_rest(error.response.headers.get("retry-after", "")),
    )


def _rest(seconds: str) -> timedelta | None:
    """Return how long to wait; dates are not understood.

    >>> _rest("120"), _rest("Wed, 21 Oct 2026 07:28:00 GMT")
    (datetime.timedelta(seconds=120), None)
    """
    return timedelta(seconds=int(seconds)) if _SECONDS.fullmatch(seconds) else None


def _read(body: bytes, requests: int) -> Answer | Failure:
    """Return the words in the body of a chat completion."""

    def failed(problem: str) -> Failure:
        return Failure(problem=problem, requests=requests, may_have_cost=True)

    try:
        row = json.loads(body)
        choice = row["choices"][0]
        message = choice["message"]
        content = message.get("content")
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError):
        return failed("its answer is no chat completion")
    if message.get("refusal") or choice.get("finish_reason") == "content_filter":
        return failed("it refuses")
    if choice.get("finish_reason") == "length":
        return failed("its answer does not end within max_tokens")
    if not isinstance(content, str) or not content.strip():
        return failed("its answer is empty")
    return Answer(text=content, tokens=_tokens(row.get("usage")), requests=requests)


def _tokens(usage: object) -> int | None:
    total = usage.get("total_tokens") if isinstance(usage, Mapping) else None
    is_number = isinstance(total, int) and not isinstance(total, bool) and total > 0
    return total if is_number else None


def _fault(error: Exception, place: Place) -> str:
    if isinstance(error, openai.AuthenticationError | openai.PermissionDeniedError):
        return "condense.model.api_key_env: the endpoint refuses the key"
    kind = f"status {error.status_code}" if isinstance(error, openai.APIStatusError) else "nothing"
    return f"condense.model.base_url: {place.base_url} answers with {kind}; is it up, and right?"
