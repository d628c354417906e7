"""The pages of an entry: its own, further ones, another version."""

import asyncio
from dataclasses import replace

from bot.errors import StatusError
from bot.models import Entry, Page
from bot.pipeline.pages import MOST_PARTS, pages_of
from bot.ports import Workers
from bot.workers.inline import InlineWorkers
from tests.fakes import BusyWorkers, FakeFetcher

FIRST = "https://courier.example/harbour"
AMP = "https://courier.example/amp/harbour"
STORY = "<p>Dockers in Halvenport have returned to work after a strike of nine days.</p>" * 10
TEASER = Entry(id="1", url=FIRST, title="Harbour reopens", summary="Soon.")


def part(number: int, *, last: int) -> Page:
    """Return one part of an article, which leads to the next."""
    url = FIRST if number == 1 else f"{FIRST}?page={number}"
    link = f'<link rel="next" href="{FIRST}?page={number + 1}">' if number < last else ""
    return Page(url=url, body=f"{link}<p>Part {number}.</p>{STORY}".encode())


def had(
    fetcher: FakeFetcher, entry: Entry = TEASER, *, workers: Workers | None = None
) -> list[str]:
    """Return the addresses of the pages that are had for an entry."""
    having = pages_of(entry, fetcher, workers or InlineWorkers())
    return [page.url for page in asyncio.run(having)]


def site(*pages: Page) -> FakeFetcher:
    """Return a fetcher of these pages."""
    return FakeFetcher({page.url: page for page in pages})


def test_parts_are_had_in_order() -> None:
    """An article on three pages is had whole."""
    fetcher = site(*(part(number, last=3) for number in range(1, 4)))

    assert had(fetcher) == [FIRST, f"{FIRST}?page=2", f"{FIRST}?page=3"]


def test_an_article_has_an_end() -> None:
    """Of an endless article only so many pages are had."""
    fetcher = site(*(part(number, last=99) for number in range(1, 20)))

    assert len(had(fetcher)) == MOST_PARTS
    assert len(fetcher.asked) == MOST_PARTS


def test_a_part_that_cannot_be_had_ends_it() -> None:
    """What was had before it is what there is."""
    fetcher = site(part(1, last=4), part(2, last=4), part(4, last=4))

    assert had(fetcher) == [FIRST, f"{FIRST}?page=2"]


def test_an_article_page_at_hand_goes_on_as_well() -> None:
    """A page that was given is not fetched again, and its parts are."""
    fetcher = site(part(2, last=2))

    assert had(fetcher, replace(TEASER, page=part(1, last=2))) == [FIRST, f"{FIRST}?page=2"]
    assert fetcher.asked == [f"{FIRST}?page=2"]


def test_a_shell_brings_its_other_version() -> None:
    """A page without text is had together with its AMP version, or alone where that fails."""
    shell = Page(url=FIRST, body=f'<link rel="amphtml" href="{AMP}"><p>Loading'.encode())
    amp = Page(url=AMP, body=STORY.encode())

    assert had(site(shell, amp)) == [FIRST, AMP]
    assert had(site(shell)) == [FIRST]


def test_a_page_that_hangs_its_reader_is_all_there_is() -> None:
    """Where it leads to cannot be known."""
    assert had(site(part(1, last=2), part(2, last=2)), workers=BusyWorkers()) == [FIRST]


def test_a_file_leads_nowhere() -> None:
    """What was not had from the web does not lead into it."""
    at_hand = Page(url="", body=part(1, last=2).body)

    assert had(site(), replace(TEASER, page=at_hand)) == [""]


def test_a_page_that_cannot_be_had_is_none() -> None:
    """Nor is one that the entry does not need."""
    refused = FakeFetcher({FIRST: StatusError(FIRST, 403, "403: refused")})

    assert had(refused) == []
    assert had(site(), replace(TEASER, content=STORY)) == []
