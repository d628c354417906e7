"""By whatever way an address comes, it is judged: typed, redirected, discovered, listed, linked."""

import asyncio
from collections.abc import Mapping

import pytest

from bench.ssrf import ROUTES, ScriptedLoop, Vector, judged

PUBLIC = "93.184.216.34"
CLOSED = {
    "loopback": ("http://127.0.0.1:9/", ()),
    "metadata": ("http://169.254.169.254/latest/", ()),
    "a home network": ("http://192.168.1.1/", ()),
    "mapped": ("http://[::ffff:192.168.1.1]/", ()),
    "wrapped in 6to4": ("http://[2002:c0a8:101::]/", ()),
    "one number": ("http://2130706433/", ()),
    "hexadecimal": ("http://0x7f.1/", ()),
    "octal": ("http://0177.1/", ()),
    "fullwidth": ("http://１２７.0.0.1/", ()),
    "a name at home": ("http://intranet/", (("10.0.0.7",),)),
    "a name of both kinds": ("http://two.example/", (("fd00::1",),)),
    "a login": ("http://news.example@127.0.0.1/", ()),
    "a mail port": ("http://news.example:25/", ((PUBLIC,),)),
    "a file": ("file:///etc/hostname", ()),
    "a script": ("javascript:fetch('http://127.0.0.1')", ()),
    "an escaped dot": ("http://127%2e0.0.1/", ()),
}
OPEN = {
    "a name": ("https://news.example/rss", ((PUBLIC,),)),
    "an address": ("http://93.184.216.34/rss", ()),
    "a name in another script": ("http://bücher.example/rss", ((PUBLIC,),)),
    "a private name in the query": ("http://news.example/?u=http://10.0.0.1/", ((PUBLIC,),)),
}
Named = Mapping[str, tuple[str, tuple[tuple[str, ...], ...]]]


def vectors(named: Named, verdict: str) -> list[Vector]:
    """Return vectors of one verdict."""
    return [
        Vector(verdict=verdict, category=name, url=url, answers=answers)
        for name, (url, answers) in named.items()
    ]


@pytest.fixture(scope="module")
def reached() -> dict[tuple[str, str], list[str]]:
    """Return what each route to each address connects to."""
    asked = [*vectors(CLOSED, "block"), *vectors(OPEN, "allow")]
    with asyncio.Runner(loop_factory=ScriptedLoop) as runner:
        results = runner.run(judged(asked))
    return {(route, vector.category): found for (route, vector), found in results.items()}


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("name", CLOSED)
def test_no_route_leads_behind_walls(
    reached: dict[tuple[str, str], list[str]], route: str, name: str
) -> None:
    """An address that is not visited is not visited by any route."""
    assert reached[route, name] == []


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("name", OPEN)
def test_every_route_leads_to_the_public_web(
    reached: dict[tuple[str, str], list[str]], route: str, name: str
) -> None:
    """A public address is connected to by each route, and at no other address."""
    assert set(reached[route, name]) == {PUBLIC}


@pytest.mark.parametrize("route", ROUTES)
def test_name_that_changes_its_mind_is_judged_at_each_look(route: str) -> None:
    """A name that is public at the first look-up and private at the second gains nothing."""
    flips = Vector(
        verdict="public-only",
        category="flip",
        url="http://flip.example/",
        answers=((PUBLIC,), ("10.0.0.1",)),
    )
    with asyncio.Runner(loop_factory=ScriptedLoop) as runner:
        ((_, found),) = [
            (key, found) for key, found in runner.run(judged([flips])).items() if key[0] == route
        ]

    assert set(found) <= {PUBLIC}
