"""`newsdesk config` and `doctor`: the settings in force, and each fault with its cure."""

import platform
import time
from collections.abc import AsyncIterator, Iterator, Mapping

from bot.app import heartbeat, opened, platform_of, tools_of
from bot.cli.configured import environment
from bot.cli.output import FAILED, fail, json_line, out
from bot.config import Settings, home_folder
from bot.errors import NewsdeskError
from bot.plugins import condenser_of
from bot.ports import Closing, Examined, Tools
from bot.schedule.clock import SystemClock
from bot.tables import CondenseSettings

MOST_SILENT_S = 120
"""A running desk is heard every 20 seconds; a loaded machine may be late."""

Check = tuple[str, str]
"""What was looked at, and its fault with the cure, or "" when it is well."""


async def config(settings: Settings, *, as_json: bool) -> None:
    """Show the settings in force."""
    rows = {**settings.model_dump(mode="json"), "home": str(home_folder(settings, environment()))}
    if as_json:
        json_line(rows)
        return
    for name, value in _flat(rows):
        out.print(f"{name} = {value!r}")


async def running(settings: Settings) -> None:
    """Say whether a desk runs on this home folder; fail when none does."""
    beat = heartbeat(str(home_folder(settings, environment())))
    silent_s = time.time() - beat.stat().st_mtime if beat.exists() else None
    if silent_s is None or silent_s > MOST_SILENT_S:
        since = "never" if silent_s is None else f"{silent_s:.0f} s ago"
        fail(f"no desk runs here: it was last heard {since} ({beat})")
    out.print(f"A desk runs here; heard {silent_s:.0f} s ago.")


async def doctor(settings: Settings, *, as_json: bool) -> int:
    """Look for what is wrong with the set-up, and say how to mend it."""
    faulty = False
    async for what, fault in _checks(settings):
        faulty = faulty or bool(fault)
        if as_json:
            json_line({"check": what, "ok": not fault, "fault": fault or None})
        else:
            out.print(f"{'✗' if fault else '✓'} {what}{f': {fault}' if fault else ''}")
    return FAILED if faulty else 0


async def _checks(settings: Settings) -> AsyncIterator[Check]:
    yield f"Python {platform.python_version()}", ""
    async for check in _store_checks(settings):
        yield check
    for name in settings.platforms:
        async for check in _platform_checks(settings, name):
            yield check


async def _store_checks(settings: Settings) -> AsyncIterator[Check]:
    what = f"store in {home_folder(settings, environment())}"
    local = settings.model_copy(update={"platforms": {}, "condense": CondenseSettings()})
    try:
        async with opened(local, environment(), clock=SystemClock()) as app:
            yield what, ""
            visits = await app.store.sources.visits()
            for source in await app.store.sources.all():
                visit = visits.get(source.id)
                yield f"source {source.name}", (visit.error or "") if visit else ""
            for name in settings.condense.use:
                async for check in _condenser_checks(settings, name, app.tools):
                    yield check
    except NewsdeskError as error:
        yield what, str(error)


async def _condenser_checks(settings: Settings, name: str, tools: Tools) -> AsyncIterator[Check]:
    """Look at a condenser that reaches for something outside; the others have no set-up."""
    try:
        part = condenser_of(name, settings, tools)
    except NewsdeskError as error:
        yield f"condenser {name}", str(error)
        return
    if isinstance(part, Examined):
        for fault in await part.faults() or ("",):
            yield f"condenser {name}", fault
    if isinstance(part, Closing):
        await part.close()


async def _platform_checks(settings: Settings, name: str) -> AsyncIterator[Check]:
    try:
        part = platform_of(name, settings, tools_of(settings, environment(), SystemClock()))
    except NewsdeskError as error:
        yield f"platform {name}", str(error)
        return
    faults = await part.faults() if isinstance(part, Examined) else ()
    for fault in faults or ("",):
        yield f"platform {name}", fault


def _flat(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, object]]:
    for name, value in table.items():
        if isinstance(value, Mapping) and value:
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value
