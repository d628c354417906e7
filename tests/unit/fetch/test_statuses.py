"""What a server's refusal means."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.errors import StatusError
from bot.fetch.statuses import (
    is_challenge,
    rest_of_host,
    resting_error,
    retry_after,
    status_error,
)

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("status", "words", "transient"),
    [
        (401, "wants a login", False),
        (402, "pay-wall", False),
        (403, "does not let us read it", False),
        (404, "check the address or remove the source", False),
        (410, "gone for good", False),
        (418, "gives no page", False),
        (429, "come less often", True),
        (503, "tried again later", True),
    ],
)
def test_status_is_told_with_its_cure(status: int, words: str, transient: bool) -> None:  # noqa: FBT001  a table
    """An error status says what it means, what to do and whether trying again can help."""
    error = status_error("http://a.example/", status, {}, now=NOW)

    assert str(error).startswith(f"http://a.example/: {status}: ")
    assert words in str(error)
    assert error.status == status
    assert error.transient is transient


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        (403, {"cf-mitigated": "challenge"}),
        (503, {"cf-mitigated": "Challenge"}),
        (429, {"cf-mitigated": "challenge"}),
        (202, {"x-amzn-waf-action": "challenge"}),
        (405, {"x-amzn-waf-action": "captcha"}),
        (403, {"X-DataDome": "protected"}),
    ],
)
def test_challenge_is_named(status: int, headers: dict[str, str]) -> None:
    """A refusal that asks for a browser is told apart from a ban."""
    error = status_error("http://a.example/", status, headers, now=NOW)

    assert is_challenge(status, headers)
    assert "proof that a person is reading" in str(error)


def test_guarded_page_is_no_challenge() -> None:
    """A page that came through a guard is a page."""
    assert not is_challenge(200, {"X-DataDome": "protected"})
    assert not is_challenge(403, {"x-amzn-waf-action": "block"})


@pytest.mark.parametrize(
    ("status", "asked", "rests"),
    [
        (429, timedelta(hours=2), timedelta(hours=2)),
        (503, timedelta(), timedelta()),
        (429, None, timedelta(minutes=1)),
        (503, None, timedelta(minutes=1)),
        (500, timedelta(hours=2), None),
        (404, None, None),
    ],
)
def test_overloaded_host_rests(
    status: int, asked: timedelta | None, rests: timedelta | None
) -> None:
    """A host rests as long as it asks, or a minute, when it says that it is asked too much."""
    error = StatusError("http://a.example/", status, "", retry_after=asked)

    assert rest_of_host(error) == rests


def test_request_not_made_says_why() -> None:
    """A request that a resting host is spared can be tried again, and says when."""
    error = resting_error("http://a.example/", 503, timedelta(minutes=2))

    assert (error.transient, error.retry_after) == (True, timedelta(minutes=2))
    assert "not asked again for 2 minutes" in str(error)


def test_wait_is_told() -> None:
    """The time that a server asks for is kept, and told in words."""
    error = status_error("http://a.example/", 429, {"Retry-After": "7200"}, now=NOW)

    assert error.retry_after == timedelta(hours=2)
    assert "not asked again for 2 hours" in str(error)


@pytest.mark.parametrize(
    ("value", "wait"),
    [
        ("0", timedelta()),
        ("120", timedelta(seconds=120)),
        ("Tue, 24 Nov 2026 09:00:00 GMT", timedelta(hours=1)),
        ("Tue, 24 Nov 2026 09:00:00", timedelta(hours=1)),
        ("Mon, 23 Nov 2026 09:00:00 GMT", timedelta()),
        ("9" * 40, timedelta(days=30)),
        ("soon", None),
        ("-5", None),
        ("١٢", None),
        ("", None),
    ],
)
def test_retry_after_is_read(value: str, wait: timedelta | None) -> None:
    """Seconds and dates are understood, nonsense is not, and no wait is beyond a month."""
    assert retry_after(value, now=NOW) == wait
