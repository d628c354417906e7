"""Schedules as people order and read them."""

from datetime import datetime, time
from itertools import islice

from bot.commands.values import Values
from bot.models import EVERY_DAY, Line, Moment, Schedule, Text
from bot.schedule.due import fires
from bot.text.times import DAY_NAMES, days_text

EVERYTHING = "everything"
"""What people may type for all news where a topic is asked for."""

USUAL_HOUR = time(8)


def ordered_schedule(values: Values, standing: Schedule | None, *, zone: str) -> Schedule:
    """Return the schedule that the options order.

    What is not given is as the channel has it; failing that, 08:00 every day in `zone`.
    """
    usual = standing or Schedule(at=USUAL_HOUR, zone=zone, days=EVERY_DAY)
    return Schedule(
        at=values.time("time") or usual.at,
        zone=values.zone("zone") or usual.zone,
        days=values.days("days") or usual.days,
    )


def schedule_text(schedule: Schedule) -> str:
    """Return a schedule in words.

    >>> schedule_text(Schedule(at=time(8), zone="Europe/Berlin"))
    '08:00 (Europe/Berlin), every day'
    """
    return f"{schedule.at:%H:%M} ({schedule.zone}), {days_text(schedule.days)}"


def schedule_values(schedule: Schedule) -> dict[str, str]:
    """Return a schedule as the option values that order it."""
    days = ",".join(DAY_NAMES[day] for day in sorted(schedule.days))
    return {"time": f"{schedule.at:%H:%M}", "zone": schedule.zone, "days": days}


def next_times(schedule: Schedule, now: datetime, *, count: int = 3) -> Line:
    """Return the next times at which the schedule falls due, one after the other."""
    spans: list[Text | Moment] = []
    for due_at in islice(fires(schedule, now), count):
        spans += [Text(", then ")] if spans else []
        spans.append(Moment(due_at, schedule.zone))
    return tuple(spans)
