"""The ways in which a call to Slack fails."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from aiohttp import web


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """How a call fails: an answer of `status` and `body`, or a connection that is cut.

    `commits` says whether the message was stored before.
    """

    status: int = 200
    body: str = ""
    content_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)
    is_cut: bool = False
    commits: bool = False


def refused(error: str) -> Fault:
    """Return Slack's way to say no."""
    return Fault(body=json.dumps({"ok": False, "error": error}))


RATE_LIMITED = Fault(
    status=429, body='{"ok": false, "error": "ratelimited"}', headers={"Retry-After": "7"}
)
SERVER_ERROR = Fault(status=502, body="<html>Bad gateway</html>", content_type="text/html")
LOST_ANSWER = Fault(is_cut=True, commits=True)


def failed(request: web.Request, fault: Fault) -> web.Response:
    """Fail as asked: with an answer, or by cutting the connection."""
    if fault.is_cut and request.transport:
        request.transport.abort()
    return web.Response(
        status=fault.status,
        text=fault.body,
        content_type=fault.content_type,
        headers=dict(fault.headers),
    )
