"""`newsdesk digest`: when schedules fall due."""

from datetime import datetime
from itertools import islice
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from bot.cli.output import USAGE, fail, json_line
from bot.cli.rows import moment
from bot.models import EVERY_DAY, Schedule
from bot.schedule.clock import SystemClock
from bot.schedule.due import fires
from bot.text.times import parse_days, parse_time, parse_zone

program = typer.Typer(help="When briefings fall due.", no_args_is_help=True)


@program.callback()
def digest() -> None:
    """When briefings fall due."""


@program.command("next")
def next_(
    *,
    time: Annotated[str, typer.Option(help="Time of day, as 08:00.")],
    zone: Annotated[str, typer.Option(help="Time zone, as Europe/Berlin.")] = "UTC",
    days: Annotated[str, typer.Option(help="Days of the week, as mon-fri.")] = "daily",
    after: Annotated[str, typer.Option(help="Instant, ISO 8601; now when left out.")] = "",
    count: Annotated[int, typer.Option("-n", min=1, max=1000, help="How many.")] = 3,
) -> None:
    """Print when a schedule next falls due, one `{"local", "utc"}` a line."""
    schedule = _schedule(time, zone, days)
    for due_at in islice(fires(schedule, _after(after)), count):
        local = due_at.astimezone(ZoneInfo(schedule.zone))
        utc = due_at.isoformat().replace("+00:00", "Z")
        json_line({"local": local.isoformat(), "utc": utc})


def _schedule(time: str, zone: str, days: str) -> Schedule:
    at, known_zone, known_days = parse_time(time), parse_zone(zone), parse_days(days)
    if at is None:
        fail(f"--time {time!r} is no time of day; write it like 08:00", USAGE)
    if known_zone is None:
        fail(f"--zone {zone!r} is no time zone; write it like Europe/Berlin", USAGE)
    return Schedule(at=at, zone=known_zone, days=known_days or EVERY_DAY)


def _after(text: str) -> datetime:
    if not text:
        return SystemClock().now()
    at = moment(text.replace("Z", "+00:00"))
    if at is None:
        fail(f"--after {text!r} is no instant; write it like 2026-11-24T08:00:00Z", USAGE)
    return at
