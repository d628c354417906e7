"""Promises of `/news source pack`: many sources at once."""

import pytest

from bot.commands.sources import MOST
from bot.fetch.packs import pack_of
from tests.builders import RIVER, source
from tests.desks import OpenDesk, buttons


@pytest.mark.parametrize("line", ["news source pack", "news source pack list"])
async def test_packs_are_listed(empty: OpenDesk, line: str) -> None:
    """Each with its title and how many sources it has, and what to do next."""
    said = await empty.answered(line)

    assert "• world · World news in English · 11 sources" in said
    assert "• search · Search by topic for /latest" in said
    assert "1 source\n" in said
    assert "Add one with /news source pack <name>." in said


@pytest.mark.parametrize("typed", ["climate", "add climate", "name:Climate"])
async def test_pack_is_added(empty: OpenDesk, typed: str) -> None:
    """Its sources are read from now on, for this workspace."""
    said = await empty.answered(f"news source pack {typed}")

    pack = pack_of("climate")
    assert pack is not None
    count = len(pack.sources)
    assert said.startswith("Pack: Climate and environment")
    assert f"Added {count} of {count} sources; they are read from now on." in said
    assert "• Carbon Brief" in said
    found = await empty.store.sources.all(RIVER)
    assert {one.address for one in found} == {one.address for one in pack.sources}
    assert {one.audience for one in found} == {RIVER}


async def test_pack_is_undone_at_one_press(empty: OpenDesk) -> None:
    """All of it at once, for ten minutes, in the channel where it was added."""
    added = await empty.ask("news source pack climate")
    count = len(await empty.store.sources.all())

    said = await empty.answered(buttons(added)["Undo"].line)

    assert said == f"{count} sources are no longer read: what was added is taken back."
    assert await empty.store.sources.all() == ()


async def test_pack_is_not_undone_from_elsewhere(empty: OpenDesk) -> None:
    """Nor by a guess, nor when it has expired."""
    await empty.ask("news source pack climate")

    said = await empty.answered("news source remove added-0123456789abcdef")

    assert said.startswith("That has expired.")
    assert await empty.store.sources.all() != ()


async def test_pack_may_be_added_twice(empty: OpenDesk) -> None:
    """What is read already stays one source."""
    await empty.ask("news source pack sport")
    before = await empty.store.sources.all()

    assert "Added 0 of" in await empty.answered("news source pack sport")
    assert await empty.store.sources.all() == before


async def test_full_workspace_takes_no_pack(empty: OpenDesk) -> None:
    """What has no room is counted."""
    for number in range(MOST):
        place = f"https://n{number}.example/feed"
        await empty.store.sources.save(source(id=f"n{number}", address=place, audience=RIVER))

    said = await empty.answered("news source pack space")

    assert "Added 0 of 4 sources" in said
    assert f"4 were left out: {MOST} sources are the most." in said


@pytest.mark.parametrize(
    ("typed", "hint"), [("wrold", "Did you mean world?"), ("atlantis", "source pack lists them.")]
)
async def test_unknown_pack_offers_the_nearest(empty: OpenDesk, typed: str, hint: str) -> None:
    """Or says where the names are."""
    said = await empty.answered(f"news source pack {typed}")

    assert said.startswith(f"There is no pack “{typed}”.")
    assert hint in said


async def test_packs_are_for_those_who_manage(empty: OpenDesk) -> None:
    """They change what everyone here reads."""
    assert "only those who manage it may" in await empty.answered(
        "news source pack world", manages=False
    )
    assert await empty.store.sources.all() == ()
