"""Promises of `bot.fetch.sources.mailbox`: a letter is an entry, a visit goes on from the last."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import TypeVar

import pytest

from bot.errors import SourceError, WorkError
from bot.fetch.kinds import Bounds, Means
from bot.fetch.sources.mailbox import create
from bot.models import Reading, Source, Visit
from bot.ports import Workers
from bot.workers.inline import InlineWorkers
from tests.builders import NOW
from tests.fakes import FakeFetcher
from tests.standins.imap import PASSWORD, Fault, ImapStandin
from tests.unit.fetch.mail import MARKUP, letter, raw
from tests.unit.fetch.pages import source

T = TypeVar("T")


async def read(
    server: ImapStandin,
    reading: Reading | None = None,
    *,
    most: int = 9,
    workers: Workers | None = None,
) -> Reading:
    """Visit the mailbox, after an earlier reading of it."""
    box = source("mailbox", server.address)
    means = Means(
        fetcher=FakeFetcher(),
        workers=workers or InlineWorkers(),
        bounds=Bounds(max_entries=most),
        passwords={box.address: PASSWORD},
    )
    return await create(means).read(box, visit_after(box, reading))


def visit_after(box: Source, reading: Reading | None) -> Visit | None:
    """Return the state that a reading left behind."""
    return Visit(source=box.id, next_at=NOW, etag=reading.etag) if reading else None


async def test_letters_are_entries_and_the_folder_names_the_source() -> None:
    """Newest first, as many as an entry list may hold."""
    async with ImapStandin() as server:
        for number in (41, 42, 43):
            server.add(raw(f"Issue {number}", name=f"{number}@quay.example"))
        found = await read(server, most=2)

    assert [entry.title for entry in found.entries] == ["Issue 43", "Issue 42"]
    assert (found.title, found.etag, found.unchanged) == ("INBOX", "7.43", False)


async def test_a_visit_goes_on_from_the_last() -> None:
    """What it left behind is enough, and a visit without news says so."""
    async with ImapStandin() as server:
        server.add(letter(markup=MARKUP).as_bytes())
        first = await read(server)
        second = await read(server, first)
        server.add(raw("Issue 42", name="42@quay.example"))
        third = await read(server, second)

    assert (second.unchanged, second.entries, second.etag) == (True, (), first.etag)
    assert [entry.title for entry in third.entries] == ["Issue 42"]


async def test_a_letter_built_to_hang_stops_no_other() -> None:
    """Neither now nor at the next visit: whoever knows the address may send one."""
    async with ImapStandin() as server:
        for number in range(41, 46):
            server.add(raw(f"Issue {number}", name=f"{number}@quay.example"))
        found = await read(server, workers=Choking("Issue 43"))

    assert [entry.title[-2:] for entry in found.entries] == ["45", "44", "42", "41"]
    assert found.etag == "7.45"


@dataclass(slots=True)
class Choking:
    """Does not come to an end with a certain letter among others."""

    on: str

    async def call(self, work: Callable[[], T], *, about: str, within: timedelta) -> T:
        """Do the work, or fail as one does that took too long."""
        assert isinstance(work, partial)
        if any(self.on.encode() in letter.raw for letter in work.args[0]):
            raise WorkError(about, f"takes longer than {within}")
        done: T = work()
        return done


async def test_an_empty_mailbox_is_no_news() -> None:
    """And no fault."""
    async with ImapStandin() as server:
        found = await read(server)

    assert (found.entries, found.etag) == ((), "7.40")


async def test_a_mailbox_that_the_settings_do_not_name_is_not_entered() -> None:
    """Whoever put it among the sources."""
    means = Means(fetcher=FakeFetcher(), workers=InlineWorkers())
    box = source("mailbox", "imaps://ida@mail.example/")
    with pytest.raises(SourceError, match=r"is no mailbox of config\.toml") as caught:
        await create(means).read(box)

    assert "ida" not in str(caught.value)


async def test_passwords_are_in_no_repr() -> None:
    """A traceback may show one."""
    means = Means(fetcher=FakeFetcher(), workers=InlineWorkers(), passwords={"x": PASSWORD})

    assert PASSWORD not in repr(means)
    assert PASSWORD not in repr(create(means))
    assert PASSWORD not in repr(replace(means))


async def test_a_visit_that_is_cancelled_lets_its_thread_end() -> None:
    """Though a thread cannot be cancelled."""
    async with ImapStandin(fault=Fault.STALLS) as server:
        task = asyncio.ensure_future(read(server))
        while not server.told:  # noqa: ASYNC110 — a server's ear sets no event
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        async with asyncio.timeout(5):
            await asyncio.get_running_loop().shutdown_default_executor()
