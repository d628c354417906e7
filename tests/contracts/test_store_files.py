"""What the store in a file promises besides: restarts, crashes, two at once, broken files."""

import asyncio
import sqlite3
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.models import ChannelId, DeliveryKey, StoryId
from bot.ports import Store
from bot.store.sqlite import open_store
from tests.contracts.store_builders import (
    CHANNEL,
    HOUR,
    NOW,
    about,
    article,
    briefing,
    ids,
    listed,
    message,
    on_disk,
    opened,
    shelve,
    told,
)

S1 = StoryId("s1")
PARTS = [message("One"), message("Two")]

OWES_UNTIL_KILLED = """
import asyncio, itertools, sys
from pathlib import Path
from tests.contracts.store_builders import CHANNEL, briefing, message, on_disk, told

async def main() -> None:
    store = await on_disk(Path(sys.argv[1]))
    await store.channels.save(CHANNEL)
    for number in itertools.count():
        key = f"{sys.argv[2]}-{number}"
        await store.outbox.owe(briefing(key, tells=[told(key)]), [message("One"), message("Two")])
        print(key, flush=True)

asyncio.run(main())
"""


async def test_what_was_kept_outlives_a_restart(tmp_path: Path) -> None:
    """A store that is opened again has what it had, and finds it."""
    async with opened(on_disk, tmp_path) as store:
        await store.channels.save(CHANNEL)
        await shelve(store, "s1", article())
        await store.outbox.owe(briefing(tells=[told()]), PARTS)

    async with opened(on_disk, tmp_path) as store:
        assert ids(await store.search.search(about("harbour"), audience=None)) == ["s1"]
        assert await store.outbox.owe(briefing(), PARTS) is False
        assert await store.ledger.told(CHANNEL.id, [S1]) == {S1: told()}
        assert len(await store.outbox.claim(NOW, lease=HOUR, limit=9)) == 1


async def test_a_kill_loses_and_halves_nothing(tmp_path: Path) -> None:
    """After kill -9 in mid-work, what was owed is there whole, with all that it tells."""
    owed: list[str] = []
    for run in ("first", "second"):
        child = await asyncio.create_subprocess_exec(
            sys.executable, "-c", OWES_UNTIL_KILLED, str(tmp_path), run,
            stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        assert child.stdout is not None
        owed += [(await child.stdout.readline()).decode().strip() for _ in range(20)]
        child.kill()
        await child.communicate()

    async with opened(on_disk, tmp_path) as store:
        kept = await store.outbox.history(CHANNEL.id, limit=500)
        keys = {StoryId(one.key) for one in kept}
        known = await store.ledger.told(CHANNEL.id, keys)
        assert set(owed) <= keys
        assert len(kept) == 2 * len(keys)
        assert known.keys() == keys


async def test_two_desks_owe_a_briefing_once(tmp_path: Path) -> None:
    """Of two stores on one file that owe the same keys at once, one succeeds for each."""
    async with opened(on_disk, tmp_path) as one, opened(on_disk, tmp_path) as other:
        await one.channels.save(CHANNEL)

        async def owe(store: Store, key: int) -> bool:
            return await store.outbox.owe(briefing(f"{key}", tells=[told()]), PARTS)

        results = await asyncio.gather(*(owe(desk, n) for n in range(20) for desk in (one, other)))

        assert sum(results) == 20
        assert len(await one.outbox.history(CHANNEL.id, limit=500)) == 40


async def test_two_desks_claim_a_delivery_once(tmp_path: Path) -> None:
    """Of two stores on one file that claim at once, each delivery goes to one."""
    async with opened(on_disk, tmp_path) as one, opened(on_disk, tmp_path) as other:
        for number in range(20):  # a channel each: one delivery of a channel is claimed at a time
            place = replace(CHANNEL, id=ChannelId(f"{CHANNEL.id}-{number}"))
            await one.channels.save(place)
            owed = replace(briefing(f"{number}"), channel=place.id)
            await one.outbox.owe(owed, [message()])

        claims = await asyncio.gather(
            *(desk.outbox.claim(NOW, lease=HOUR, limit=3) for desk in (one, other) * 5)
        )

        claimed = [delivery.key for claim in claims for delivery in claim]
        assert len(claimed) == len(set(claimed)) == 20


async def test_a_new_file_may_be_opened_twice_at_once(tmp_path: Path) -> None:
    """Two desks that make the same file bring it up to date once."""
    stores = await asyncio.gather(*(on_disk(tmp_path) for _ in range(3)))
    try:
        await shelve(stores[0], "s1", article())
        assert await stores[2].library.story(S1, None) is not None
    finally:
        for store in stores:
            await store.close()


async def test_folders_are_made_and_the_file_is_private(tmp_path: Path) -> None:
    """A new database gets its folder, and only its owner may read it."""
    path = tmp_path / "far" / "down" / "news.sqlite3"
    store = await open_store(f"sqlite:///{path}")
    await store.close()

    assert path.stat().st_mode & 0o777 == 0o600


async def test_closing_leaves_one_file(tmp_path: Path) -> None:
    """After a clean stop everything is in the one file, ready to be copied."""
    async with opened(on_disk, tmp_path) as store:
        await shelve(store, "s1", article())

    assert listed(tmp_path) == ["newsdesk.sqlite3"]


async def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    """Something else under the name of the database is left alone, and the error says so."""
    path = tmp_path / "notes.txt"
    path.write_text("Buy bread.\n" * 500)

    with pytest.raises(StoreError, match=r"notes\.txt: file is not a database; name another"):
        await open_store(path)

    assert path.read_text().startswith("Buy bread.")


async def test_a_damaged_database_is_named(tmp_path: Path) -> None:
    """A database with bytes overwritten raises a `StoreError` that says what to do."""
    async with opened(on_disk, tmp_path) as store:
        await shelve(store, "s1", *(article(f"a{n}", text="word " * 900) for n in range(50)))
    path = tmp_path / "newsdesk.sqlite3"
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))

    with pytest.raises(StoreError, match="restore a backup"):
        async with opened(on_disk, tmp_path) as store:
            await store.library.story(S1, None)


async def test_a_database_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    """A step that this version does not know is an error that asks for an update."""
    async with opened(on_disk, tmp_path):
        pass
    with closing(sqlite3.connect(tmp_path / "newsdesk.sqlite3")) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(StoreError, match=r"newer version .*9999.*update Newsdesk"):
        await on_disk(tmp_path)


@pytest.mark.parametrize("below", ["", "file.txt/news.sqlite3"])
async def test_a_place_where_no_file_can_be_is_named(tmp_path: Path, below: str) -> None:
    """A folder, or a path through a file, is an error that says what to look at."""
    (tmp_path / "file.txt").touch()

    with pytest.raises(StoreError, match="may write there"):
        await open_store(tmp_path / below)


@pytest.mark.parametrize("address", ["postgresql://desk:hunter2@db/news", "sqlite://", "x y://"])
async def test_an_address_that_is_no_file_is_refused(address: str) -> None:
    """What is not a SQLite file is refused without showing a password."""
    with pytest.raises(StoreError, match="give a file name") as refused:
        await open_store(address)

    assert "hunter2" not in str(refused.value)


async def test_a_fault_while_open_is_explained(tmp_path: Path) -> None:
    """A table that vanishes under the desk is a `StoreError` that names the file."""
    async with opened(on_disk, tmp_path) as store:
        with closing(sqlite3.connect(tmp_path / "newsdesk.sqlite3")) as connection, connection:
            connection.execute("DROP TABLE plans")

        with pytest.raises(StoreError, match=r"newsdesk\.sqlite3: no such table: plans"):
            await store.channels.plan(CHANNEL.id)

        assert await store.outbox.last_due(CHANNEL.id, DeliveryKey("monday")) is None
