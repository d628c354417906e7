"""What a server's refusal means, in words for people. Pure."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from bot.errors import StatusError
from bot.fetch.guards import challenge, guard_of

_LONGEST_WAIT = timedelta(days=30)

_OVERLOADED = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})
_CHALLENGING = frozenset(
    {
        HTTPStatus.ACCEPTED,  # AWS challenges with a success
        HTTPStatus.UNAUTHORIZED,
        HTTPStatus.FORBIDDEN,
        HTTPStatus.METHOD_NOT_ALLOWED,
        HTTPStatus.TOO_MANY_REQUESTS,
        HTTPStatus.SERVICE_UNAVAILABLE,
    }
)
_BREATHER = timedelta(minutes=1)

_MEANINGS = {
    400: "the server does not understand the address; check it",
    401: "the page wants a login, which is not supported; remove the source",
    402: "the page is behind a pay-wall; remove the source or use the site's feed",
    403: "the site does not let us read it; use its feed, or remove the source",
    404: "the page is not there; check the address or remove the source",
    406: "the server has no form of the page that we read; check the address",
    410: "the page is gone for good; remove the source",
    429: "the site asks us to come less often",
    451: "the page is withheld for legal reasons; remove the source",
}


def status_error(
    address: str, status: int, headers: Mapping[str, str], *, now: datetime
) -> StatusError:
    """Return the error for an answer that is no page.

    >>> error = status_error("http://a.example/", 404, {}, now=datetime(2026, 11, 24, tzinfo=UTC))
    >>> print(error)
    http://a.example/: 404: the page is not there; check the address or remove the source
    """
    wait = retry_after(headers.get("Retry-After", ""), now=now)
    problem = f"{status}: {_meaning(status, headers)}"
    if wait is not None:
        problem += f"; not asked again for {span(wait)}"
    return StatusError(address, status, problem, retry_after=wait)


def rest_of_host(error: StatusError) -> timedelta | None:
    """Return how long the whole host is left alone after an answer, or None if it need not be.

    >>> rest_of_host(StatusError("http://a.example/", 503, "503: the site has a fault"))
    datetime.timedelta(seconds=60)
    """
    if error.status not in _OVERLOADED:
        return None
    return _BREATHER if error.retry_after is None else error.retry_after


def resting_error(address: str, status: int, left: timedelta) -> StatusError:
    """Return the error for a request not made, since its host asked to be left alone.

    >>> print(resting_error("http://a.example/", 429, timedelta(minutes=2)))
    http://a.example/: 429: the site asks us to come less often; not asked again for 2 minutes
    """
    problem = f"{status}: {_meaning(status, {})}; not asked again for {span(left)}"
    return StatusError(address, status, problem, retry_after=left)


def retry_after(value: str, *, now: datetime) -> timedelta | None:
    """Return how long a server asks us to stay away, or None when it does not say.

    >>> retry_after("120", now=datetime(2026, 11, 24, tzinfo=UTC))
    datetime.timedelta(seconds=120)
    >>> retry_after("Tue, 24 Nov 2026 01:00:00 GMT", now=datetime(2026, 11, 24, tzinfo=UTC))
    datetime.timedelta(seconds=3600)
    """
    value = value.strip()
    if value.isascii() and value.isdecimal():
        seconds = int(value[:10]) if len(value) <= 10 else 10**10  # noqa: PLR2004  317 years
        return min(timedelta(seconds=seconds), _LONGEST_WAIT)
    try:
        at = parsedate_to_datetime(value)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    if at.tzinfo is None:
        at = at.replace(tzinfo=UTC)
    return max(timedelta(), min(at - now, _LONGEST_WAIT))


def _meaning(status: int, headers: Mapping[str, str]) -> str:
    if is_challenge(status, headers):
        return challenge(guard_of(headers))
    if status in _MEANINGS:
        return _MEANINGS[status]
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return "the site has a fault; it is tried again later"
    return "the server gives no page; check the address"


def is_challenge(status: int, headers: Mapping[str, str]) -> bool:
    """Say whether a guard before the site asks for a browser: it marks such answers itself.

    Cloudflare and AWS name the challenge, DataDome names itself.

    >>> is_challenge(403, {"cf-mitigated": "challenge"}), is_challenge(403, {})
    (True, False)
    """
    return status in _CHALLENGING and guard_of(headers) != ""


def span(wait: timedelta) -> str:
    """Return a wait in words.

    >>> span(timedelta(seconds=90)), span(timedelta(hours=3))
    ('2 minutes', '3 hours')
    """
    seconds = int(wait.total_seconds())
    for size, name in ((86_400, "day"), (3600, "hour"), (60, "minute"), (1, "second")):
        if seconds >= size:
            count = -(-seconds // size)
            return f"{count} {name}" if count == 1 else f"{count} {name}s"
    return "a moment"
