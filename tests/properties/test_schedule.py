"""What holds for every schedule, everywhere and always."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.models import Reading, Schedule
from bot.schedule.briefings import due
from bot.schedule.due import fires, instant, last_fire
from bot.schedule.rhythm import EVERY, LONGEST, LONGEST_ASKED, SHORTEST, interval, outside
from bot.schedule.visits import after_success
from tests.builders import entry, source, subscription

ZONES = st.sampled_from(
    [
        "UTC",
        "Europe/Lisbon",
        "Europe/Dublin",
        "America/St_Johns",
        "America/Santiago",
        "America/Nuuk",
        "Africa/Casablanca",
        "Africa/Cairo",
        "Asia/Gaza",
        "Asia/Tehran",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "Pacific/Chatham",
        "Antarctica/Troll",
    ]
)
TIMES = st.times().map(lambda at: time(at.hour, at.minute))
DAYS = st.frozensets(st.integers(0, 6), min_size=1)
SCHEDULES = st.builds(Schedule, at=TIMES, zone=ZONES, days=DAYS)
MOMENTS = st.datetimes(datetime(2011, 1, 1), datetime(2037, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 (the strategy adds the zone)


@given(SCHEDULES, MOMENTS)
def test_times_rise_and_are_to_come(schedule: Schedule, now: datetime) -> None:
    """Every next time is later than the one before, and none is past."""
    found = [now, *islice(fires(schedule, now), 5)]

    assert found == sorted(set(found))


@given(SCHEDULES, MOMENTS)
def test_a_local_date_has_at_most_one_time(schedule: Schedule, now: datetime) -> None:
    """No date is briefed twice, whatever the clocks do."""
    zone = ZoneInfo(schedule.zone)

    dates = [due_at.astimezone(zone).date() for due_at in islice(fires(schedule, now), 10)]

    assert len(set(dates)) == len(dates)


@given(SCHEDULES, MOMENTS)
def test_the_wall_shows_the_time_or_the_gap_s_end(schedule: Schedule, now: datetime) -> None:
    """The local time is the one asked for; in a gap it is later by no more than the gap."""
    due_at = next(fires(schedule, now))
    local = due_at.astimezone(ZoneInfo(schedule.zone))
    asked = datetime.combine(local.date(), schedule.at)

    assert timedelta(0) <= local.replace(tzinfo=None) - asked <= timedelta(hours=3)


@given(SCHEDULES, MOMENTS)
def test_the_last_time_is_the_one_before_the_next(schedule: Schedule, now: datetime) -> None:
    """Looking back and looking ahead agree: nothing falls due between them."""
    back = last_fire(schedule, now)
    if back is None:
        return
    day, due_at = back

    assert due_at <= now < next(fires(schedule, now))
    assert next(fires(schedule, due_at)) > now
    assert instant(schedule, day) == due_at


@given(TIMES, ZONES, st.dates(date(2012, 1, 1), date(2037, 1, 1)))
def test_a_channel_gets_one_briefing_a_day(at: time, zone: str, day: date) -> None:
    """Asked every few minutes for a day, a schedule owes one briefing under one name."""
    schedule = Schedule(at=at, zone=zone)
    due_at = instant(schedule, day)
    if due_at is None:
        return
    order = subscription(schedule=schedule, created_at=due_at - timedelta(days=9))
    moments = [due_at + minutes * timedelta(minutes=7) for minutes in range(25)]

    names = {one.key for now in moments for one in due([order], {}, now)}

    assert len(names) == 1


WEEK_HOURS = st.frozensets(st.integers(0, 167))
WAITS = st.none() | st.timedeltas(timedelta(), timedelta(days=400))


@given(st.lists(MOMENTS), MOMENTS)
def test_a_rhythm_has_bounds(published: list[datetime], now: datetime) -> None:
    """Whatever a source's dates are, it is visited every five minutes to every six hours."""
    assert SHORTEST <= interval(published, now) <= LONGEST


@given(st.integers(1, 10_000), MOMENTS)
def test_a_steady_source_is_visited_four_times_a_gap(minutes: int, now: datetime) -> None:
    """The visits follow the rhythm of a source that has one, in whatever order its dates come."""
    gap = timedelta(minutes=minutes)
    published = [now - gap * number for number in (3, 1, 0, 2, 4)]

    assert interval(published, now) == min(max(gap / 4, SHORTEST), LONGEST)


@given(st.lists(MOMENTS), MOMENTS, st.timedeltas(timedelta(), timedelta(days=900)))
def test_silence_makes_no_visit_more_frequent(
    published: list[datetime], now: datetime, silence: timedelta
) -> None:
    """The longer a source of the past is silent, the less it is visited."""
    past = [moment for moment in published if moment <= now]

    assert interval(past, now) <= interval(past, now + silence) or interval(past, now) == EVERY


@given(WEEK_HOURS, MOMENTS)
def test_a_visit_leaves_quiet_hours_alone(hours: frozenset[int], at: datetime) -> None:
    """A visit comes not before its time, at most a day later, and only then in a quiet hour."""
    found = outside(hours, at)

    assert at <= found <= at + LONGEST_ASKED
    assert found.weekday() * 24 + found.hour not in hours or found == at + LONGEST_ASKED


@given(st.lists(MOMENTS, max_size=8), MOMENTS, WAITS, WEEK_HOURS)
def test_no_source_is_visited_earlier_than_it_asks(
    published: list[datetime], now: datetime, asked: timedelta | None, hours: frozenset[int]
) -> None:
    """The next visit waits as long as the source asks, up to a day."""
    entries = tuple(entry(str(number), at=at) for number, at in enumerate(published))
    reading = Reading(entries=entries, fresh_for=asked, quiet_hours=hours)

    found = after_success(source(), None, reading, now)

    assert found.next_at >= now + max(SHORTEST, min(asked or timedelta(), LONGEST_ASKED))
