"""The desk's web application: hubs tell it of news, and who looks after it asks how it is."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta

import structlog
from aiohttp import ClientPayloadError, web
from aiohttp.http_exceptions import HttpProcessingError

from bot.errors import ConfigError, StoreError
from bot.ports import Clock
from bot.web.places import listened_at
from bot.web.pulse import Pulse
from bot.web.recent import Recent
from bot.web.signatures import Signature, signature_of
from bot.web.subscriber import PATH, Subscriber

MAX_CHALLENGE = 4096

_CHUNK = 1 << 16
_STOP_WITHIN_S = 2.0
_PLAIN = {"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"}

log = structlog.get_logger()

_BROKEN_OFF = (OSError, ClientPayloadError, HttpProcessingError, web.RequestPayloadError)
"""A request that ended before its end, or in something else."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(slots=True, kw_only=True)
class Site:
    """What is answered. A push is taken in of `max_bytes` at most, within `read_within`."""

    subscriber: Subscriber
    pulse: Pulse
    clock: Clock
    max_bytes: int
    read_within: timedelta = timedelta(seconds=20)
    _recent: Recent = field(default_factory=Recent, init=False)

    def application(self, prefix: str = "") -> web.Application:
        """Return the application; `prefix` is the path before ours where a proxy keeps one."""
        application = web.Application(middlewares=[_without_faults])
        for start in {"", prefix.rstrip("/")}:
            application.router.add_get(f"{start}/health", self.health, allow_head=True)
            place = f"{start}/{PATH}/{{token}}"
            application.router.add_get(place, self.confirm, allow_head=False)
            application.router.add_post(place, self.take)
        return application

    async def health(self, _: web.Request) -> web.Response:
        """Answer whether the loops run, and nothing else."""
        is_well = self.pulse.is_steady()
        text = "The desk is well.\n" if is_well else "The desk's loops do not run.\n"
        return web.Response(text=text, status=200 if is_well else 503, headers=_PLAIN)

    async def confirm(self, request: web.Request) -> web.Response:
        """Answer a hub that asks whether it was really us who asked."""
        token, asked = request.match_info["token"], request.query
        mode, topic = asked.get("hub.mode", ""), asked.get("hub.topic", "")
        if mode == "denied":
            if await self.subscriber.deny(token, topic=topic):
                return web.Response(headers=_PLAIN)
            raise web.HTTPNotFound
        challenge = asked.get("hub.challenge", "")
        lease = asked.get("hub.lease_seconds", "")
        if not 0 < len(challenge) <= MAX_CHALLENGE:
            raise web.HTTPNotFound
        if not await self.subscriber.confirm(token, mode=mode, topic=topic, lease=lease):
            raise web.HTTPNotFound
        return web.Response(text=challenge, content_type="text/plain", headers=_PLAIN)

    async def take(self, request: web.Request) -> web.Response:
        """Take a push. Who sent one that is not right is not told so, as the standard asks."""
        push = await self.subscriber.known(request.match_info["token"])
        if push is None:
            raise web.HTTPNotFound
        if push.is_leaving:
            raise web.HTTPGone
        signature = signature_of(request.headers.get("X-Hub-Signature", ""), push.secret)
        await self._read(request, signature)
        if signature is not None and signature.is_right():
            key = push.token, signature.claimed
            if self._recent.is_new(key, self.clock.now()):
                await self.subscriber.tell(push.token)
        return web.Response(status=202, headers=_PLAIN)

    async def _read(self, request: web.Request, signature: Signature | None) -> None:
        """Take the body in piece by piece, none of which is kept."""
        left = self.max_bytes - (request.content_length or 0)
        if left >= 0:
            left = self.max_bytes
            async with asyncio.timeout(self.read_within.total_seconds()):
                async for chunk in request.content.iter_chunked(_CHUNK):
                    left -= len(chunk)
                    if left < 0:
                        break
                    if signature is not None:
                        signature.update(chunk)
        if left < 0:
            refused = web.HTTPRequestEntityTooLarge(self.max_bytes, self.max_bytes - left)
            refused.headers["Connection"] = "close"
            raise refused


@web.middleware
async def _without_faults(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answer what goes wrong in a word: the address holds a secret, and a trace would hold it."""
    try:
        return await handler(request)
    except StoreError:
        raise web.HTTPServiceUnavailable from None
    except TimeoutError:
        raise web.HTTPRequestTimeout from None
    except _BROKEN_OFF:
        raise web.HTTPBadRequest from None
    except web.HTTPException:
        raise
    except Exception:  # the outermost loop of one request
        log.exception("web.crashed")
        raise web.HTTPInternalServerError from None


def _silent() -> logging.Logger:
    """Return a log for what strangers send that is no request: it would fill ours, with traces."""
    logger = logging.getLogger("bot.web.strangers")
    logger.disabled = True
    return logger


@asynccontextmanager
async def serving(application: web.Application, listen: str) -> AsyncIterator[str]:
    """Serve at `listen` (host:port) while the context lasts; give the address that was taken.

    Raises:
        ConfigError: it cannot be listened at.
    """
    host, port = listened_at(listen)
    runner = web.AppRunner(
        application,
        access_log=None,  # addresses hold secrets
        logger=_silent(),
        handle_signals=False,
        auto_decompress=False,
        keepalive_timeout=15,
        shutdown_timeout=_STOP_WITHIN_S,
    )
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        try:
            await site.start()
        except OSError as error:
            problem = f"{listen} cannot be listened at ({error.strerror}); name another"
            raise ConfigError("web.listen", problem) from error
        taken = runner.addresses[0]
        yield f"http://{taken[0]}:{taken[1]}"
    finally:
        await runner.cleanup()
