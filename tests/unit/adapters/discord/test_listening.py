"""The connection is made, kept and made again; what cannot be mended is said."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.discord import Discord, create
from bot.errors import PlatformError
from bot.ports import Tools
from bot.schedule.clock import SystemClock
from tests.standins import discord_payloads as payloads
from tests.standins.discord import DiscordStandIn, Fault
from tests.standins.discord_desk import FakeCatalogue, listening

TIRING = 12


@dataclass(slots=True)
class HastyClock(SystemClock):
    """The machine's time, but waiting takes none; remembers what was waited."""

    waits: list[timedelta] = field(default_factory=list)
    tired: asyncio.Event = field(default_factory=asyncio.Event)
    looks: int = 0

    async def sleep(self, duration: timedelta) -> None:
        """Return at once; after `TIRING` times, `tired` is set."""
        self.waits.append(duration)
        if len(self.waits) >= TIRING:
            self.tired.set()
        await asyncio.sleep(0)


class LongClock(HastyClock):
    """A clock on which an hour passes between any two looks."""

    def now(self) -> datetime:
        """Return an hour later than before."""
        self.looks += 1
        return datetime(2026, 11, 20, tzinfo=UTC) + timedelta(hours=self.looks)


def _part(discord: DiscordStandIn, home: Path, **environment: str) -> Discord:
    """Return the platform with some of its environment changed."""
    secrets = {**discord.environment, **environment}
    return create({}, Tools(clock=HastyClock(), environment=secrets, home=str(home)))


async def test_commands_are_given_once(
    part: Discord, discord: DiscordStandIn, catalogue: FakeCatalogue
) -> None:
    """Two starts with the same commands give them to Discord once."""
    for _ in range(2):
        async with listening(part, discord, catalogue):
            pass
        discord.gateway.ready.clear()

    assert len(discord.trees) == 1
    assert [command["contexts"] for command in discord.trees[0]] == [[0, 1]] * 3


async def test_commands_given_for_another_application_are_given_again(
    part: Discord, discord: DiscordStandIn, catalogue: FakeCatalogue
) -> None:
    """What one application was given says nothing about another."""
    async with listening(part, discord, catalogue):
        pass
    discord.gateway.ready.clear()
    discord.application["id"] = "900000000000000009"
    async with listening(part, discord, catalogue):
        pass

    assert len(discord.trees) == 2


async def test_refused_commands_do_not_keep_the_desk_from_answering(
    part: Discord, discord: DiscordStandIn, catalogue: FakeCatalogue
) -> None:
    """When Discord takes no commands the desk connects all the same, and tries again later."""
    discord.faults.append(Fault(method="PUT", path="/applications/.*", status=403, code=50001))
    async with listening(part, discord, catalogue):
        pass
    discord.gateway.ready.clear()
    async with listening(part, discord, catalogue):
        pass

    assert len(discord.trees) == 1


async def test_asks_for_nothing_privileged(
    part: Discord, discord: DiscordStandIn, catalogue: FakeCatalogue
) -> None:
    """The bot asks to hear of servers, and of nothing else."""
    async with listening(part, discord, catalogue):
        pass

    assert [data["intents"] for data in discord.gateway.identifies] == [1]


async def test_missing_token_is_said_with_its_cure(tmp_path: Path) -> None:
    """Without a token the platform names the setting, the variable and where to get one."""
    part = create(
        {"token_env": "DESK_TOKEN"}, Tools(clock=HastyClock(), environment={}, home=str(tmp_path))
    )

    with pytest.raises(PlatformError, match=r"token_env: DESK_TOKEN is not set; .*Reset Token"):
        await part.listen(FakeCatalogue())
    assert await part.faults() == (part.settings.no_token,)


async def test_refused_token_is_said_with_its_cure(discord: DiscordStandIn, tmp_path: Path) -> None:
    """A token that Discord refuses ends the listening with what to do."""
    part = _part(discord, tmp_path, DISCORD_TOKEN="old")

    with pytest.raises(PlatformError, match=r"Discord refused DISCORD_TOKEN; .*Reset Token"):
        await part.listen(FakeCatalogue())


async def test_token_refused_by_the_gateway_is_said(
    discord: DiscordStandIn, tmp_path: Path
) -> None:
    """A token that only the gateway refuses is said the same way."""
    discord.gateway.token = "another"

    with pytest.raises(PlatformError, match="Discord refused DISCORD_TOKEN"):
        await _part(discord, tmp_path).listen(FakeCatalogue())


@pytest.mark.parametrize("code", [4010, 4011, 4012, 4013])
async def test_closed_for_good_is_said(part: Discord, discord: DiscordStandIn, code: int) -> None:
    """When Discord closes in a way that no new try can mend, the platform says why."""
    task = asyncio.ensure_future(part.listen(FakeCatalogue()))
    await discord.connected()
    await discord.gateway.close(code)

    with pytest.raises(PlatformError, match=str(code)):
        await task


async def test_named_managers_may_manage(
    discord: DiscordStandIn, tmp_path: Path, catalogue: FakeCatalogue
) -> None:
    """A person named in the settings may manage without any right in Discord."""
    tools = Tools(clock=HastyClock(), environment=discord.environment, home=str(tmp_path))
    part = create({"managers": [payloads.ASKER]}, tools)
    async with listening(part, discord, catalogue):
        asked = await discord.command("latest", permissions=0)
        await asyncio.wait_for(asked.answered.wait(), 10)

    assert catalogue.asks[0].actor.may_manage


async def test_answer_under_way_is_given_before_the_end(
    part: Discord, discord: DiscordStandIn, catalogue: FakeCatalogue
) -> None:
    """A stop lets an answer that is nearly there be given."""
    catalogue.gate.clear()
    task = asyncio.ensure_future(part.listen(catalogue))
    await discord.connected()
    asked = await discord.command("latest")
    await asyncio.wait_for(catalogue.asked.wait(), 10)
    task.cancel()
    catalogue.gate.set()
    with suppress(asyncio.CancelledError):
        await task

    assert asked.text == "asked: latest"


async def test_dead_gateway_does_not_hold_up_the_end(
    part: Discord, discord: DiscordStandIn, catalogue: FakeCatalogue
) -> None:
    """A gateway that never answers the goodbye is left alone in good time."""
    loop = asyncio.get_running_loop()
    async with listening(part, discord, catalogue):
        asked = await discord.command("latest")
        await asyncio.wait_for(asked.answered.wait(), 10)
        discord.gateway.freeze()
        started = loop.time()

    assert loop.time() - started < 5


async def test_steady_connection_forgets_old_trouble(
    discord: DiscordStandIn, tmp_path: Path
) -> None:
    """After a client that held for long, the first new try comes soon again."""
    await discord.deaf()
    clock = LongClock()
    part = create({}, Tools(clock=clock, environment=discord.environment, home=str(tmp_path)))
    task = asyncio.ensure_future(part.listen(FakeCatalogue()))
    async with asyncio.timeout(20):
        await clock.tired.wait()
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task

    assert {wait.total_seconds() for wait in clock.waits} == {1}


async def test_lost_connection_is_resumed(
    part: Discord, discord: DiscordStandIn, catalogue: FakeCatalogue
) -> None:
    """After Discord asks to connect again, the session goes on and people are answered."""
    async with listening(part, discord, catalogue):
        await discord.gateway.reconnect()
        await discord.connected()
        asked = await discord.command("latest")
        await asyncio.wait_for(asked.answered.wait(), 10)

    assert (discord.gateway.resumes, len(discord.gateway.identifies)) == (1, 1)


async def test_malformed_event_ends_a_client_not_the_desk(
    discord: DiscordStandIn, tmp_path: Path, catalogue: FakeCatalogue
) -> None:
    """An event that discord.py cannot read makes a new client, which answers."""
    part = _part(discord, tmp_path)
    async with listening(part, discord, catalogue):
        discord.gateway.ready.clear()
        await discord.gateway.dispatch("GUILD_CREATE", {"id": "not a number"})
        await discord.connected()
        asked = await discord.command("latest")
        await asyncio.wait_for(asked.answered.wait(), 10)

    assert len(discord.gateway.identifies) == 2


async def test_unreachable_discord_is_tried_with_growing_waits(
    discord: DiscordStandIn, tmp_path: Path
) -> None:
    """While Discord cannot be reached it is tried again, less and less often."""
    await discord.deaf()
    part = _part(discord, tmp_path)
    clock = part.tools.clock
    assert isinstance(clock, HastyClock)
    task = asyncio.ensure_future(part.listen(FakeCatalogue()))
    async with asyncio.timeout(20):
        await clock.tired.wait()
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task

    seconds = [wait.total_seconds() for wait in clock.waits]
    assert seconds[:4] == [1, 2, 4, 8]
    assert seconds[11] == 300


async def test_sound_setup_has_no_faults(part: Discord) -> None:
    """A token that works and a bot in a server have no faults."""
    assert await part.faults() == ()


async def test_each_fault_names_its_cure(discord: DiscordStandIn, tmp_path: Path) -> None:
    """The doctor says what is wrong with the application, and what to click."""
    discord.application = payloads.application(servers=0, endpoint="https://hooks.example/d")

    faults = await _part(discord, tmp_path).faults()

    assert "Interactions Endpoint URL" in faults[0]
    assert "https://discord.com/oauth2/authorize?client_id=" in faults[1]


async def test_refused_token_is_a_fault(discord: DiscordStandIn, tmp_path: Path) -> None:
    """The doctor says that the token was refused."""
    faults = await _part(discord, tmp_path, DISCORD_TOKEN="old").faults()

    assert "refused DISCORD_TOKEN" in faults[0]


async def test_no_way_to_discord_is_a_fault(discord: DiscordStandIn, tmp_path: Path) -> None:
    """The doctor says that Discord cannot be reached, and at which address it looked."""
    await discord.deaf()

    faults = await _part(discord, tmp_path).faults()

    assert f"{discord.url} cannot be reached" in faults[0]


async def test_error_of_discord_is_a_fault(part: Discord, discord: DiscordStandIn) -> None:
    """The doctor says that Discord itself has trouble."""
    discord.faults.append(Fault(method="GET", path="/users/@me", status=503))

    assert "503" in (await part.faults())[0]
