"""Promises of `bot.app`: the desk put together, and what becomes of platforms that fail."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.app import (
    App,
    configured_sources,
    heartbeat,
    opened,
    passwords_of,
    platforms_of,
    tools_of,
)
from bot.config import Settings, starter_sources
from bot.errors import ConfigError, PlatformError
from bot.ports import Catalogue, Sender
from tests.builders import source
from tests.fakes import FixedClock, RecordingSender


@dataclass(slots=True)
class Hearing(RecordingSender):
    """A platform that is left when it is told to, or that cannot start."""

    problem: str = ""
    leaves: asyncio.Event = field(default_factory=asyncio.Event)
    was_left: bool = False

    async def listen(self, catalogue: Catalogue) -> None:
        """Fail, or wait to be left."""
        assert catalogue.commands
        if self.problem:
            raise PlatformError(self.platform, self.problem)
        await self.leaves.wait()
        self.was_left = True


def settings(home: Path, **changes: object) -> Settings:
    """Return settings of a desk in memory."""
    return Settings.model_validate({"home": str(home), "store": {"use": "memory"}, **changes})


@asynccontextmanager
async def desk(home: Path, *platforms: Sender) -> AsyncIterator[App]:
    """Open a desk without sources on these platforms."""
    async with opened(settings(home), {}, clock=FixedClock(), sources=()) as app:
        yield replace(app, platforms={one.platform: one for one in platforms})


async def test_the_terminal_is_the_platform_of_a_desk_without_any(tmp_path: Path) -> None:
    """And the sources given are those it reads."""
    herald = source()
    async with opened(settings(tmp_path), {}, clock=FixedClock(), sources=[herald]) as app:
        assert list(app.platforms) == ["console"]
        assert await app.store.sources.all() == (herald,)


async def test_it_ends_when_a_platform_is_left(tmp_path: Path) -> None:
    """The others are left with it; what could not start was said."""
    broken = Hearing(platform="slack", problem="SLACK_BOT_TOKEN is refused")
    terminal, other = Hearing(platform="console"), Hearing(platform="discord")
    terminal.leaves.set()
    with capture_logs() as logs:
        async with desk(tmp_path, broken, terminal, other) as app:
            await asyncio.wait_for(app.listen(), 5)

    assert (terminal.was_left, other.was_left) == (True, False)
    assert [one["problem"] for one in logs] == ["slack: SLACK_BOT_TOKEN is refused"]


async def test_a_platform_that_fails_leaves_the_others_at_work(tmp_path: Path) -> None:
    """It is said at once, not when the desk ends."""
    broken = Hearing(platform="slack", problem="refused")
    terminal = Hearing(platform="console")
    with capture_logs() as logs:
        async with desk(tmp_path, broken, terminal) as app:
            listening = asyncio.ensure_future(app.listen())
            while not logs:  # noqa: ASYNC110 — a log line sets no event
                await asyncio.sleep(0)
            assert not listening.done()
            terminal.leaves.set()
            await asyncio.wait_for(listening, 5)

    assert [one["event"] for one in logs] == ["platform.failed"]


async def test_each_fault_is_said_once_when_none_is_left(tmp_path: Path) -> None:
    """The last is raised, for the caller to say; those before it are logged."""
    slack, discord = (Hearing(platform=name, problem="refused") for name in ("slack", "discord"))
    with capture_logs() as logs:
        async with desk(tmp_path, slack, discord) as app:
            with pytest.raises(PlatformError) as caught:
                await asyncio.wait_for(app.listen(), 5)

    said = [str(one["problem"]) for one in logs] + [str(caught.value)]
    assert sorted(said) == ["discord: refused", "slack: refused"]


async def test_a_desk_whose_platforms_only_post_goes_on(tmp_path: Path) -> None:
    """Its loops have work to do until it is stopped."""
    async with desk(tmp_path, RecordingSender()) as app:
        running = asyncio.ensure_future(app.run())
        while not heartbeat(str(tmp_path)).exists():  # noqa: ASYNC110 — nor does a file
            await asyncio.sleep(0)

        assert not running.done()
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running


async def test_robots_are_asked_unless_it_is_switched_off(tmp_path: Path) -> None:
    """For pages of articles."""
    off = settings(tmp_path, fetch={"obey_robots": False})
    async with opened(off, {}, clock=FixedClock(), sources=()) as plain, desk(tmp_path) as polite:
        assert type(plain.pipeline.parts.fetcher) is not type(polite.pipeline.parts.fetcher)


def test_a_wrong_platform_is_left_out_and_said(tmp_path: Path) -> None:
    """While there is another."""
    chosen = settings(tmp_path, platforms={"console": {}, "slack": {}})
    with capture_logs() as logs:
        made = platforms_of(chosen, tools_of(chosen, {}, FixedClock()))

    assert list(made) == ["console"]
    assert ["SLACK_BOT_TOKEN is not set" in str(one["problem"]) for one in logs] == [True]


@pytest.mark.parametrize(
    ("platforms", "raised", "logged"),
    [
        ({"slack": {}}, "SLACK_BOT_TOKEN is not set", []),
        ({"telegraph": {}}, "there is no part 'telegraph'", []),
        ({"slack": {}, "telegraph": {}}, "SLACK_BOT_TOKEN is not set", ["telegraph"]),
    ],
)
def test_with_no_platform_each_fault_is_said_once(
    tmp_path: Path, platforms: Mapping[str, object], raised: str, logged: list[str]
) -> None:
    """The first is raised, for the caller to say; the others are logged."""
    chosen = settings(tmp_path, platforms=platforms)
    with capture_logs() as logs, pytest.raises(ConfigError, match=raised):
        platforms_of(chosen, tools_of(chosen, {}, FixedClock()))

    problems = [str(one["problem"]) for one in logs]
    assert [clue in problem for clue, problem in zip(logged, problems, strict=True)] == [
        True for _ in logged
    ]


def test_configured_sources_stand_instead_of_the_starter_ones(tmp_path: Path) -> None:
    """One without a name is called by its address."""
    own = settings(tmp_path, sources=[{"address": "https://herald.example/feed"}])

    assert [one.name for one in configured_sources(own)] == ["https://herald.example/feed"]
    assert len(configured_sources(settings(tmp_path))) == len(starter_sources())


def test_search_alone_leaves_the_starter_sources(tmp_path: Path) -> None:
    """Nothing but people's questions visits a search: without others the desk had no news."""
    search = {"kind": "search", "address": "https://find.example/rss?q={topic}", "name": "Find"}
    feed = {"address": "https://herald.example/feed", "name": "Herald"}

    alone = configured_sources(settings(tmp_path, sources=[search]))
    beside = configured_sources(settings(tmp_path, sources=[search, feed]))

    assert alone[0].name == "Find"
    assert len(alone) == 1 + len(starter_sources())
    assert [one.name for one in beside] == ["Find", "Herald"]


def test_source_with_a_selector_is_a_page(tmp_path: Path) -> None:
    """Its kind need not be named besides."""
    chosen = {"address": "https://herald.example/", "selector": "main h3 a"}

    (found,) = configured_sources(settings(tmp_path, sources=[chosen]))

    assert (found.kind, found.selector) == ("page", "main h3 a")


def mailbox(home: Path) -> Settings:
    """Return settings with a mailbox."""
    table = {
        "kind": "mailbox",
        "address": "imaps://ida@mail.example/Letters",
        "password_env": "DESK_MAIL",
    }
    return settings(home, sources=[table])


def test_the_password_of_a_mailbox_comes_from_the_environment(tmp_path: Path) -> None:
    """Under the name in the settings; without it the setting and the cure are named."""
    found = passwords_of(mailbox(tmp_path), {"DESK_MAIL": "quay 41\n"})

    assert found == {"imaps://ida@mail.example/Letters": "quay 41"}
    with pytest.raises(ConfigError) as caught:
        passwords_of(mailbox(tmp_path), {"OTHER": "quay 41"})
    assert str(caught.value) == (
        "sources.0.password_env: DESK_MAIL is not set; put the mailbox's password there"
    )


async def test_a_mailbox_is_a_source_that_does_not_tell_its_user(tmp_path: Path) -> None:
    """Its name is shown in channels. Its password is kept nowhere."""
    environment = {"DESK_MAIL": "quay-lantern-41"}
    async with opened(mailbox(tmp_path), environment, clock=FixedClock()) as app:
        (box,) = await app.store.sources.all()

        assert (box.kind, box.name) == ("mailbox", "Newsletters at mail.example")
        assert "quay-lantern-41" not in repr(app) + repr(box)


@pytest.mark.parametrize(("given", "shown"), [("", "The Delta Herald"), ("Herald", "Herald")])
async def test_a_source_that_was_met_keeps_its_name(tmp_path: Path, given: str, shown: str) -> None:
    """At the next start it is called as it called itself, unless the settings name it now."""
    table = {"address": "https://herald.example/feed"}
    store = {"use": "sqlite"}
    async with opened(
        settings(tmp_path, sources=[table], store=store), {}, clock=FixedClock()
    ) as app:
        (met,) = await app.store.sources.all()
        await app.store.sources.save(replace(met, name="The Delta Herald"))

    named = settings(tmp_path, sources=[{**table, "name": given}], store=store)
    async with opened(named, {}, clock=FixedClock()) as app:
        assert [one.name for one in await app.store.sources.all()] == [shown]


async def test_a_starter_source_that_was_removed_stays_so(tmp_path: Path) -> None:
    """Who removes the search that comes with a new desk is rid of it, until it is configured."""
    home = settings(tmp_path, store={"use": "sqlite"})
    async with opened(home, {}, clock=FixedClock()) as app:
        (search,) = [one for one in await app.store.sources.all() if one.kind == "search"]
        await app.store.sources.remove(search.id)

    async with opened(home, {}, clock=FixedClock()) as app:
        left = await app.store.sources.all()

    named = {"address": search.address, "kind": "search", "name": "Ours"}
    wanted = settings(tmp_path, store={"use": "sqlite"}, sources=[named])
    for _ in range(2):
        async with opened(wanted, {}, clock=FixedClock()) as app:
            again = {one.id: one.name for one in await app.store.sources.all()}

    assert len(left) == len(starter_sources()) - 1
    assert search.id not in {one.id for one in left}
    assert again[search.id] == "Ours"
