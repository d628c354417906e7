"""A server for every test that fetches."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.unit.fetch.serving import Handler, Serve


@pytest.fixture
async def serve() -> AsyncIterator[Serve]:
    """Start servers that answer every path with one handler; return the address."""
    servers: list[TestServer] = []

    async def start(handler: Handler) -> str:
        app = web.Application()
        app.router.add_get("/{tail:.*}", handler)
        server = TestServer(app)
        servers.append(server)
        await server.start_server()
        return f"http://127.0.0.1:{server.port}/"

    yield start
    for server in servers:
        await server.close()
