"""Promises of `HttpFetcher.post`: forms are sent as carefully as pages are fetched."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.errors import FetchError, RefusedError, StatusError, UnreachableError
from tests.unit.fetch.serving import fetcher_to

FORM = {"hub.mode": "subscribe", "hub.topic": "https://quay.example/ü?a=1&b"}


@pytest.fixture
async def hub() -> AsyncIterator[tuple[str, list[dict[str, str]]]]:
    """Run a server that answers `/<status>` with that status; return it with what it was sent."""
    taken: list[dict[str, str]] = []

    async def take(request: web.Request) -> web.Response:
        status = int(request.match_info["status"])
        taken.append({key: str(value) for key, value in (await request.post()).items()})
        return web.Response(status=status, headers={"Location": "/202", "Retry-After": "9"})

    app = web.Application()
    app.router.add_post("/{status}", take)
    server = TestServer(app)
    await server.start_server()
    yield f"http://127.0.0.1:{server.port}", taken
    await server.close()


@pytest.mark.parametrize("status", [202, 204, 307, 308])
async def test_a_form_is_sent(hub: tuple[str, list[dict[str, str]]], status: int) -> None:
    """And sent again where it is asked to go elsewhere."""
    address, taken = hub
    async with fetcher_to(address) as fetcher:
        await fetcher.post(f"{address}/{status}", FORM)

    assert taken == [FORM] * (1 if status < 300 else 2)


@pytest.mark.parametrize("status", [301, 302, 400, 404, 429, 500])
async def test_what_is_not_taken_is_an_error(
    hub: tuple[str, list[dict[str, str]]], status: int
) -> None:
    """With its status; no other redirect is followed."""
    address, taken = hub
    async with fetcher_to(address) as fetcher:
        with pytest.raises(StatusError, match="what we sent is not taken") as caught:
            await fetcher.post(f"{address}/{status}", FORM)

    assert caught.value.status == status
    assert len(taken) == 1


async def test_a_form_goes_nowhere_that_a_fetch_does_not(
    hub: tuple[str, list[dict[str, str]]],
) -> None:
    """Not to a private network, and not to another scheme."""
    address, taken = hub
    async with fetcher_to() as fetcher:
        for target in (f"{address}/202", "http://localhost:1/", "ftp://hub.example/"):
            with pytest.raises(RefusedError):
                await fetcher.post(target, FORM)

    assert taken == []


async def test_redirects_without_end_are_an_error() -> None:
    """As for pages."""

    async def again(request: web.Request) -> web.Response:
        return web.Response(status=307, headers={"Location": str(request.url)})

    app = web.Application()
    app.router.add_post("/", again)
    server = TestServer(app)
    await server.start_server()
    address = f"http://127.0.0.1:{server.port}/"
    async with fetcher_to(address) as fetcher:
        with pytest.raises(FetchError, match="redirects without end"):
            await fetcher.post(address, FORM)
    await server.close()

    async with fetcher_to(address) as fetcher:
        with pytest.raises(UnreachableError):
            await fetcher.post(address, FORM)
