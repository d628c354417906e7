"""Promises of `bot.web.site`: what hubs and strangers are answered, and what that changes."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import aiohttp
import pytest
from structlog.testing import capture_logs

from bot.errors import ConfigError, StoreError
from bot.web.site import serving
from tests.builders import HOUR, NOW
from tests.standins.hub import CHALLENGE, Fault
from tests.unit.web.websub import MAX_BYTES, TOPIC, Reached, reached

MINUTE = timedelta(minutes=1)


@pytest.fixture
async def desk() -> AsyncIterator[Reached]:
    """Open a desk that agreed with its hub an hour ago."""
    async with reached() as one:
        await one.agree()
        one.clock.advance(HOUR)
        yield one


async def was_told(desk: Reached) -> bool:
    """Say whether the hub's word was taken, just now."""
    return (await desk.one()).pushed_at == desk.clock.now()


@pytest.mark.parametrize("algorithm", ["sha1", "sha256", "sha384", "sha512"])
async def test_a_push_that_is_signed_makes_its_source_due(desk: Reached, algorithm: str) -> None:
    """By every algorithm that hubs may use."""
    status = await desk.hub.push(algorithm=algorithm)

    assert (status, await was_told(desk)) == (202, True)


@pytest.mark.parametrize(
    "lie",
    [
        {"none": ""},
        {"secret": "another"},
        {"algorithm": "md5"},
        {"signature": "sha256="},
        {"signature": "sha256=" + "0" * 64},
        {"signature": "sha256=" + "ü" * 64},
        {"signature": "sha1=" + "0" * 64},
        {"signature": "=" * 9},
        {"signature": "sha256"},
        {"signature": "x" * 5000},
    ],
    ids=[
        "none",
        "secret",
        "algorithm",
        "empty",
        "zeros",
        "letters",
        "other",
        "signs",
        "name",
        "long",
    ],
)
async def test_a_push_that_is_not_signed_changes_nothing(
    desk: Reached, lie: dict[str, str]
) -> None:
    """And who sent it does not learn that, as the standard asks."""
    status = await desk.hub.push(
        is_signed="none" not in lie,
        secret=lie.get("secret"),
        algorithm=lie.get("algorithm", "sha256"),
        signature=lie.get("signature"),
    )

    assert (status, await was_told(desk)) == (202, False)


async def test_a_push_that_comes_again_counts_once(desk: Reached) -> None:
    """For five minutes; another body is another push."""
    await desk.hub.push(b"<feed>1</feed>")
    desk.clock.advance(MINUTE)
    await desk.hub.push(b"<feed>1</feed>")
    again = await was_told(desk)
    await desk.hub.push(b"<feed>2</feed>")
    other = await was_told(desk)
    desk.clock.advance(6 * MINUTE)
    await desk.hub.push(b"<feed>1</feed>")

    assert (again, other, await was_told(desk)) == (False, True, True)


@pytest.mark.parametrize("is_chunked", [False, True], ids=["announced", "chunked"])
async def test_a_huge_push_is_refused(desk: Reached, *, is_chunked: bool) -> None:
    """Before it is all taken in, also where it does not say how large it is."""

    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(64):
            yield b"x" * 65_536

    body = pieces() if is_chunked else b"x" * (MAX_BYTES + 1)
    async with aiohttp.ClientSession() as client:
        try:
            async with client.post(desk.hub.last["hub.callback"], data=body) as answer:
                status = answer.status
        except aiohttp.ClientError:  # it hung up while we were still sending
            status = 413

    assert status == 413
    assert not await was_told(desk)


async def test_a_push_to_nobody_is_not_found(desk: Reached) -> None:
    """Whoever guesses an address learns nothing."""
    place = f"{desk.address}/websub/{'A' * 43}"

    assert await desk.hub.push(to=place) == 404
    assert await desk.hub.push(to=f"{desk.address}/websub/%00") == 404
    assert await desk.hub.push(to=f"{desk.address}/websub/") == 404


async def test_a_push_of_what_is_being_left_is_gone(desk: Reached) -> None:
    """So that the hub stops."""
    place, secret = desk.hub.last["hub.callback"], desk.hub.last["hub.secret"]
    desk.hub.fault = Fault.NEVER_CONFIRMS
    await desk.store.sources.remove((await desk.one()).source)
    await desk.subscriber.keep_up()

    assert await desk.hub.push(to=place, secret=secret) == 410


@pytest.mark.parametrize(
    "change",
    [
        {"mode": "unsubscribe"},
        {"mode": "publish"},
        {"topic": "https://other.example/"},
        {"challenge": ""},
        {"challenge": "x" * 5000},
        {"lease_seconds": "0"},
        {"lease_seconds": "-1"},
        {"mode": "denied", "topic": ""},
    ],
    ids=["leave", "mode", "topic", "no-challenge", "long-challenge", "zero", "less", "deny"],
)
async def test_a_hub_that_asks_for_what_we_did_not_is_told_no(
    desk: Reached, change: dict[str, str]
) -> None:
    """And nothing changes."""
    before = await desk.one()
    status, text = await desk.hub.verify(**change)

    assert status == 404
    assert CHALLENGE not in text
    assert await desk.one() == before


async def test_a_hub_may_renew_by_itself(desk: Reached) -> None:
    """As some do before a lease is over."""
    answer = await desk.hub.verify(lease_seconds="3600")

    assert answer == (200, CHALLENGE)
    assert (await desk.one()).leased_until == NOW + 2 * HOUR


async def test_a_hub_may_stop_by_itself(desk: Reached) -> None:
    """Its source is then visited as ever."""
    status, _ = await desk.hub.verify(mode="denied", reason="closing")

    assert (status, (await desk.one()).leased_until) == (200, None)


async def test_a_challenge_is_said_again_as_text(desk: Reached) -> None:
    """No browser takes it for a page."""
    push = await desk.one()
    query = {
        "hub.mode": "subscribe",
        "hub.topic": TOPIC,
        "hub.challenge": "<script>alert(1)</script>",
        "hub.lease_seconds": "3600",
    }
    async with (
        aiohttp.ClientSession() as client,
        client.get(push.callback, params=query) as answer,
    ):
        text, headers = await answer.text(), answer.headers

    assert text == "<script>alert(1)</script>"
    assert headers["Content-Type"].startswith("text/plain")
    assert headers["X-Content-Type-Options"] == "nosniff"


async def test_whoever_asks_is_told_whether_the_loops_run(desk: Reached) -> None:
    """Within the last minute; and nothing else."""
    answers = []
    async with aiohttp.ClientSession() as client:
        for beats, later in ((False, 0), (True, 60), (False, 1)):
            if beats:
                desk.pulse.beat()
            desk.clock.advance(timedelta(seconds=later))
            async with client.get(f"{desk.address}/health") as answer:
                answers.append((answer.status, await answer.text()))

    assert answers == [
        (503, "The desk's loops do not run.\n"),
        (200, "The desk is well.\n"),
        (503, "The desk's loops do not run.\n"),
    ]


async def test_other_ways_in_are_not_there(desk: Reached) -> None:
    """There is no other page, and no other verb."""
    push = await desk.one()
    tries = [("GET", "/"), ("GET", "/websub"), ("DELETE", f"/websub/{push.token}")]
    async with aiohttp.ClientSession() as client:
        found = []
        for verb, path in tries:
            async with client.request(verb, f"{desk.address}{path}") as answer:
                found.append(answer.status)

    assert found == [404, 404, 405]


async def test_a_proxy_may_keep_the_path_before_ours() -> None:
    """Or take it off."""
    async with reached(prefix="/news") as desk:
        push = await desk.agree()
        desk.clock.advance(HOUR)
        with_it = await desk.hub.push(b"1")
        without = await desk.hub.push(b"2", to=push.callback.replace("/news/", "/"))

        assert "/news/websub/" in push.callback
        assert (with_it, without, await was_told(desk)) == (202, 202, True)


async def test_a_store_that_fails_is_said_in_a_word() -> None:
    """The hub tries again later."""
    async with reached() as desk:
        await desk.agree()
        desk.subscriber.store = _Broken(StoreError("full"))  # type: ignore[assignment]  # all that is asked of it

        assert await desk.hub.push() == 503
        assert (await desk.hub.verify())[0] == 503


async def test_a_fault_of_ours_is_said_in_a_word() -> None:
    """And logged without the address, which holds a secret."""
    async with reached() as desk:
        push = await desk.agree()
        desk.subscriber.store = _Broken(ValueError("x"))  # type: ignore[assignment]  # as above
        with capture_logs() as logs:
            status = await desk.hub.push()

    assert status == 500
    assert [one["event"] for one in logs] == ["web.crashed"]
    assert push.token not in repr(logs)


@pytest.mark.parametrize(
    "noise",
    [b"\x16\x03\x01\x02\x00", b"GET / HTTP/9.9\r\n\r\n", b"GET / HTTP/1.1\r\nA: " + b"x" * 20_000],
    ids=["tls", "version", "header"],
)
async def test_noise_of_strangers_is_not_logged(
    desk: Reached, noise: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    """It is answered, and that is all."""
    host, _, port = desk.address.removeprefix("http://").partition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(noise)
    writer.write_eof()
    async with asyncio.timeout(5):
        answer = await reader.read()
    writer.close()

    assert answer == b"" or answer.startswith(b"HTTP/1.0 400 ")
    assert caplog.records == []


class _Broken:
    """A store that cannot be asked."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    @property
    def pushes(self) -> object:
        """Fail."""
        raise self.error


async def test_a_sender_that_stalls_is_left() -> None:
    """After a while, without a trace in the log."""
    async with reached(read_within=timedelta(seconds=0.2)) as desk:
        push = await desk.agree()
        host, _, port = desk.address.removeprefix("http://").partition(":")
        reader, writer = await asyncio.open_connection(host, int(port))
        path = push.callback.removeprefix(desk.address)
        head = f"POST {path} HTTP/1.1\r\nHost: desk\r\nContent-Length: 9\r\n\r\nx"
        writer.write(head.encode())
        async with asyncio.timeout(10):
            line = await reader.readline()
        writer.close()

    assert line.startswith(b"HTTP/1.1 408 ")


@pytest.mark.parametrize(
    "rest",
    ["Content-Length: 9\r\n\r\nx", "Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\nzz\r\n"],
    ids=["gone", "garbled"],
)
async def test_a_push_that_breaks_off_is_nothing(desk: Reached, rest: str) -> None:
    """No push, and no fault of ours."""
    push = await desk.one()
    host, _, port = desk.address.removeprefix("http://").partition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    path = push.callback.removeprefix(desk.address)
    with capture_logs() as logs:
        writer.write(f"POST {path} HTTP/1.1\r\nHost: desk\r\n{rest}".encode())
        writer.write_eof()
        async with asyncio.timeout(5):
            await reader.read()
    writer.close()

    assert logs == []
    assert not await was_told(desk)


async def test_an_address_that_is_taken_is_a_setting_to_change(desk: Reached) -> None:
    """It is named."""
    place = desk.address.removeprefix("http://")
    with pytest.raises(ConfigError, match=r"web\.listen: 127\.0\.0\.1:\d+ cannot be listened at"):
        async with serving(aiohttp.web.Application(), place):
            pass
