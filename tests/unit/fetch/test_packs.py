"""The packs that come with the desk are sound in form."""

from collections import Counter
from urllib.parse import urlsplit

import pytest

from bot.fetch.address import visitable
from bot.fetch.packs import Pack, pack_of, packs
from bot.fetch.queries import is_template
from bot.models import Source

FEEDS = sorted(
    {one.address: one for pack in packs() for one in pack.sources}.values(),
    key=lambda one: one.address,
)


@pytest.mark.parametrize("pack", packs(), ids=lambda pack: str(pack.name))
def test_pack_is_worth_adding(pack: Pack) -> None:
    """It has a title, no more sources than one would read, none of them twice."""
    assert pack.title
    assert 1 <= len(pack.sources) <= 20
    assert not [name for name, count in Counter(s.name for s in pack.sources).items() if count > 1]
    assert len({one.address for one in pack.sources}) == len(pack.sources)


def test_addresses_are_ones_that_are_visited() -> None:
    """The public web, no logins, no fragments, and hardly any without TLS."""
    for one in FEEDS:
        url = visitable(one.address)
        assert url.host
        assert not urlsplit(one.address).fragment
    assert sum(one.address.startswith("http://") for one in FEEDS) <= 6


def test_one_address_is_one_source() -> None:
    """Packs may share a source, and then say the same of it."""
    seen: dict[str, Source] = {}
    for pack in packs():
        for one in pack.sources:
            assert seen.setdefault(one.address, one) == one


def test_searches_are_in_their_own_pack() -> None:
    """Nobody adds one by the way: it sends what people look for to a stranger."""
    found = {
        (pack.name, one.name) for pack in packs() for one in pack.sources if one.kind == "search"
    }

    assert found == {("search", "GDELT")}
    assert all(is_template(one.address) == (one.kind == "search") for one in FEEDS)


def test_pack_is_found_as_people_type_it() -> None:
    """In any case, with spaces or hyphens."""
    assert pack_of("Middle East") == pack_of("middle-east")
    assert pack_of("atlantis") is None
