"""Every kind of source keeps the same promises."""

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path
from pkgutil import iter_modules

import pytest

import bot.fetch.sources
from bot.errors import SourceError
from bot.fetch.kinds import Bounds
from bot.fetch.reader import SourceReader
from bot.models import Source, Visit
from bot.schedule.clock import SystemClock
from bot.workers.inline import InlineWorkers
from tests.standins.imap import PASSWORD, Fault, ImapStandin
from tests.unit.fetch.mail import MARKUP, letter
from tests.unit.fetch.pages import ARTICLE, FEED, FRONT, SITEMAP, PagesAtHand, page, source

ADDRESS = "https://quay.example/news"
KINDS = sorted(module.name for module in iter_modules(bot.fetch.sources.__path__))
BODIES = {
    "feed": FEED,
    "article": ARTICLE,
    "page": FRONT,
    "files": ARTICLE,
    "mailbox": letter(markup=MARKUP).as_string(),
    "sitemap": SITEMAP,
    "search": FEED,
}

Offer = Callable[[str], tuple[Source, SourceReader]]


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """Return each kind that has a module."""
    return str(request.param)


@pytest.fixture
async def mail() -> AsyncIterator[ImapStandin]:
    """Run a server of mail."""
    async with ImapStandin() as server:
        yield server


@pytest.fixture
def offer(kind: str, tmp_path: Path, mail: ImapStandin) -> Offer:
    """Return a source of the kind whose address holds a body, and a reader that reaches it."""
    places = {"files": str(tmp_path / "news.html"), "mailbox": mail.address}

    def make(body: str) -> tuple[Source, SourceReader]:
        mail.add(body.encode())
        mail.fault = None if body == BODIES["mailbox"] else Fault.IS_A_WEB_SERVER
        path = tmp_path / "news.html"
        path.write_text(body)
        pages = PagesAtHand({ADDRESS: page(ADDRESS, body, etag="v1", last_modified="today")})
        reader = SourceReader(
            pages,
            workers=InlineWorkers(),
            allow_files=True,
            bounds=Bounds(max_entries=3),
            passwords={mail.address: PASSWORD, f"{mail.address}-gone": PASSWORD},
        )
        return source(kind, places.get(kind, ADDRESS)), reader

    return make


def test_every_kind_has_a_body_here() -> None:
    """A new kind of source is not forgotten by this suite."""
    assert set(KINDS) == set(BODIES)


async def test_entries_are_fit_for_the_journey(kind: str, offer: Offer) -> None:
    """Entries have ids of their own, plain titles, and links on the web or none."""
    one, reader = offer(BODIES[kind])

    found = await reader.read(one)

    ids = [entry.id for entry in found.entries]
    assert 0 < len(ids) <= 3
    assert len(set(ids)) == len(ids)
    assert all(ids)
    for entry in found.entries:
        assert entry.url.startswith("https://") or (entry.url == "" and entry.page is not None)
        assert "<" not in entry.title
        assert "\n" not in entry.title
    assert not found.unchanged


async def test_same_visit_gives_the_same_ids(kind: str, offer: Offer) -> None:
    """Reading again without a memory gives the same entries."""
    one, reader = offer(BODIES[kind])

    assert (await reader.read(one)).entries == (await reader.read(one)).entries


async def test_second_visit_is_conditional(kind: str, offer: Offer) -> None:
    """What the last visit left behind is enough to see that nothing has changed."""
    one, reader = offer(BODIES[kind])
    first = await reader.read(one)
    visit = Visit(
        source=one.id,
        next_at=SystemClock().now(),
        etag=first.etag,
        last_modified=first.last_modified,
    )

    second = await reader.read(one, visit)

    assert second.unchanged
    assert second.entries == ()
    assert (second.etag, second.last_modified) == (first.etag, first.last_modified)


@pytest.mark.parametrize("body", ["", "%PDF-1.7 \x00\x01", '{"a": 1}'])
async def test_what_cannot_be_read_is_a_source_error(offer: Offer, body: str) -> None:
    """A source that turned into something else is one error, with its address and a cure."""
    one, reader = offer(body)

    with pytest.raises(SourceError) as caught:
        await reader.read(one)

    assert caught.value.address
    assert str(caught.value).startswith(caught.value.address)


async def test_missing_source_is_a_source_error(offer: Offer) -> None:
    """A source that is not there is one error."""
    one, reader = offer("")

    with pytest.raises(SourceError):
        await reader.read(replace(one, address=f"{one.address}-gone"))
