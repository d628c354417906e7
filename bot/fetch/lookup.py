"""Where an address leads: looked up by name and judged, before anything is fetched."""

import asyncio
import socket
from collections.abc import Sequence

from bot.errors import RefusedError, UnreachableError
from bot.fetch.address import Opened, may_connect, private_problem, typed_url, visitable

_WITHIN_S = 5.0
_MOST_SHOWN = 3


async def looked_up(typed: str, *, allowed: Opened = frozenset()) -> tuple[str, tuple[str, ...]]:
    """Return the address that was typed as it is asked for, and the machines that it leads to.

    It tells in advance what the guard at the socket says, for people; the guard judges anew.

    Raises:
        RefusedError: it leads to a private network, or is none that is ever visited.
        UnreachableError: there is no such host.
    """
    url = visitable(typed_url(typed), allowed)
    host, port = url.raw_host or "", url.port or 0
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(_WITHIN_S):
            found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:  # a time-out is an OSError too
        raise UnreachableError(str(url), f"no such host as {host}; check the spelling") from error
    machines = tuple(dict.fromkeys(str(address[0]) for *_, address in found))
    if not any(may_connect(machine, port, allowed) for machine in machines):
        raise RefusedError(str(url), f"{host} ({_listed(machines)}) {private_problem()}")
    return str(url), machines


def _listed(machines: Sequence[str]) -> str:
    return ", ".join(machines[:_MOST_SHOWN])
