"""Getting pages as a good guest: what servers ask for is done, and what they say is understood."""

from datetime import timedelta

import pytest
from aiohttp import web

from bot.errors import StatusError
from bot.fetch.http import TypedFetcher
from tests.unit.fetch.serving import Serve, fetcher_to


@pytest.mark.parametrize(("status", "wait"), [(429, 7200), (503, 7200)])
async def test_host_that_asks_for_rest_gets_it(serve: Serve, status: int, wait: int) -> None:
    """After 429 or 503 no page of that host is asked for; other hosts are."""
    hits: list[str] = []

    async def busy(request: web.Request) -> web.Response:
        hits.append(request.path)
        return web.Response(status=status, headers={"Retry-After": str(wait)})

    async def fine(_: web.Request) -> web.Response:
        return web.Response(text="x")

    address = await serve(busy)
    other = (await serve(fine)).replace("127.0.0.1", "localhost")
    async with fetcher_to(address, other.replace("localhost", "127.0.0.1")) as fetcher:
        with pytest.raises(StatusError):
            await fetcher.fetch(f"{address}a")
        with pytest.raises(StatusError, match="not asked again for 2 hours") as caught:
            await fetcher.fetch(f"{address}b")
        page = await fetcher.fetch(other)

    assert hits == ["/a"]
    assert (caught.value.status, caught.value.transient) == (status, True)
    assert caught.value.retry_after is not None
    assert timedelta(minutes=119) < caught.value.retry_after <= timedelta(hours=2)
    assert page is not None


async def test_person_who_types_an_address_is_let_through(serve: Serve) -> None:
    """What a person asks for now is asked for though the host rests; the rest goes on for others.

    A person is told what the host says then, and a new refusal begins the rest anew.
    """
    hits: list[str] = []

    async def busy(request: web.Request) -> web.Response:
        hits.append(request.path)
        if request.path == "/fine":
            return web.Response(text="x")
        return web.Response(status=429, headers={"Retry-After": "7200"})

    address = await serve(busy)
    async with fetcher_to(address) as fetcher:
        typed = TypedFetcher(fetcher)
        with pytest.raises(StatusError):
            await fetcher.fetch(f"{address}busy")
        page = await typed.fetch(f"{address}fine")
        with pytest.raises(StatusError, match="not asked again"):
            await fetcher.fetch(f"{address}fine")
        with pytest.raises(StatusError, match="429: the site asks us"):
            await typed.fetch(f"{address}busy")

    assert page is not None
    assert hits == ["/busy", "/fine", "/busy"]


async def test_challenge_that_calls_itself_a_success_is_no_page(serve: Serve) -> None:
    """A challenge with status 202 is told as what it is."""

    async def answer(_: web.Request) -> web.Response:
        return web.Response(status=202, headers={"x-amzn-waf-action": "challenge"})

    address = await serve(answer)
    async with fetcher_to(address) as fetcher:
        with pytest.raises(StatusError, match="proof that a person is reading"):
            await fetcher.fetch(address)


@pytest.mark.parametrize(
    ("hops", "moved_to"),
    [
        ((), None),
        ((301,), "/1"),
        ((301, 308), "/2"),
        ((301, 302), "/1"),
        ((302, 301), None),
        ((307,), None),
    ],
)
async def test_move_for_good_is_told(
    serve: Serve, hops: tuple[int, ...], moved_to: str | None
) -> None:
    """A page says where it is from now on: as far as the redirects were permanent."""

    async def answer(request: web.Request) -> web.Response:
        step = int(request.path.strip("/") or 0)
        if step < len(hops):
            return web.Response(status=hops[step], headers={"Location": f"/{step + 1}"})
        return web.Response(text="x")

    address = await serve(answer)
    async with fetcher_to(address) as fetcher:
        page = await fetcher.fetch(address)

    assert page is not None
    assert page.moved_to == (f"{address}{moved_to[1:]}" if moved_to else None)


async def test_page_says_how_long_it_stays(serve: Serve) -> None:
    """What the server says of its caching comes with the page."""

    async def answer(_: web.Request) -> web.Response:
        return web.Response(text="x", headers={"Cache-Control": "max-age=600"})

    address = await serve(answer)
    async with fetcher_to(address) as fetcher:
        page = await fetcher.fetch(address)

    assert page is not None
    assert page.fresh_for == timedelta(minutes=10)
