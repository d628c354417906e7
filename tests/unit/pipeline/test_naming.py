"""Sources that nobody named, and what they are called once they were read."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.models import Reading, Visit
from bot.models import Source as SourceModel
from bot.pipeline import Pipeline
from tests.builders import NOW, entry, source
from tests.desks import OpenDesk, opened_desk
from tests.fakes import FakeReader

ADDRESS = "https://herald.example/feed"
UNNAMED = source(ADDRESS, address=ADDRESS)


@pytest.fixture
async def desk() -> AsyncIterator[OpenDesk]:
    """A desk without sources."""
    async with opened_desk() as opened:
        yield opened


def offers(desk: OpenDesk, title: str) -> None:
    """Have the source call itself so."""
    desk.reader.readings[ADDRESS] = Reading(entries=(entry("e1"),), title=title)


async def outlets(desk: OpenDesk) -> set[str]:
    """Return under which names articles are told."""
    stories = await desk.store.library.stories(since=NOW.replace(year=2000), audience=None)
    return {one.outlet for story in stories for one in story.articles}


async def test_a_source_without_a_name_is_called_as_it_calls_itself(desk: OpenDesk) -> None:
    """Readers see the outlet's own name instead of its address, from the first article on."""
    await desk.store.sources.save(UNNAMED)
    offers(desk, "The Delta\nHerald")

    await desk.pipeline.gather()

    assert [one.name for one in await desk.store.sources.all()] == ["The Delta Herald"]
    assert await outlets(desk) == {"The Delta Herald"}


async def test_a_name_that_was_given_stays(desk: OpenDesk) -> None:
    """The operator's name for a source is not overruled by the source."""
    await desk.store.sources.save(replace(UNNAMED, name="Herald"))
    offers(desk, "Another name")

    await desk.pipeline.gather()

    assert [one.name for one in await desk.store.sources.all()] == ["Herald"]


@pytest.mark.parametrize(("kind", "title"), [("article", "Ferry pier reopens"), ("feed", "")])
async def test_a_headline_is_nobodys_name(desk: OpenDesk, kind: str, title: str) -> None:
    """An article's title is not taken for an outlet, nor is nothing."""
    await desk.store.sources.save(replace(UNNAMED, kind=kind))
    offers(desk, title)

    await desk.pipeline.gather()

    assert [one.name for one in await desk.store.sources.all()] == [ADDRESS]


class RemovingReader(FakeReader):
    """Somebody removes the source while it is read."""

    def __init__(self, desk: OpenDesk) -> None:
        super().__init__()
        self._desk = desk

    async def read(self, source: SourceModel, visit: Visit | None = None) -> Reading:
        """Return a reading of a source that is gone."""
        del visit
        await self._desk.store.sources.remove(source.id)
        return Reading(title="The Delta Herald")


async def test_a_source_that_was_removed_does_not_come_back_by_its_name(desk: OpenDesk) -> None:
    """What is learnt of a source that somebody removed in the meantime is dropped."""
    await desk.store.sources.save(UNNAMED)
    parts = replace(desk.pipeline.parts, reader=RemovingReader(desk))

    await Pipeline(parts).gather()

    assert await desk.store.sources.all() == ()
