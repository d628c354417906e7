"""`newsdesk digest`: when schedules fall due."""

from datetime import datetime
from itertools import islice
from zoneinfo import ZoneInfo

from bot.cli.output import USAGE, fail, json_line
from bot.cli.rows import moment
from bot.models import Schedule
from bot.schedule.clock import SystemClock
from bot.schedule.due import fires
from bot.text.times import parse_days, parse_time, parse_zone


def next_times(*, time: str, zone: str, days: str, after: str, count: int) -> None:
    """Print when a schedule next falls due, one record a line."""
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
    if known_days is None:
        fail(f"--days {days!r} are no days of the week; write them like mon-fri or daily", USAGE)
    return Schedule(at=at, zone=known_zone, days=known_days)


def _after(text: str) -> datetime:
    if not text:
        return SystemClock().now()
    at = moment(text.replace("Z", "+00:00"))
    if at is None:
        fail(f"--after {text!r} is no instant; write it like 2026-11-24T08:00:00Z", USAGE)
    return at
