"""Promises of `bot.schedule.visits`: when sources are visited and what is taken up."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.errors import FormatError, SourceError, StatusError, UnreachableError
from bot.models import ArticleId, Page, Reading, Visit
from bot.schedule.rhythm import EVERY
from bot.schedule.visits import (
    FIRST_ENTRIES,
    LONGEST_BACK_OFF,
    MOST_ENTRIES,
    TEASER_CHARS,
    after_failure,
    after_success,
    article_id,
    article_ids,
    backlog,
    is_due,
    is_gone,
    taken_up,
    wants_page,
)
from tests.builders import NOW, RIVER, entry, source

SECOND = timedelta(seconds=1)
GONE = StatusError("https://herald.example/feed", 410, "410: the page is gone for good")
SATURDAY = frozenset(range(120, 144))
HOUR = timedelta(hours=1)
NEW_HOME = "https://herald.example/new"
BROKEN = FormatError("https://herald.example/feed", "no feed is there")


def visit(*, failures: int = 0, moved_to: str | None = None) -> Visit:
    """Return a visit an hour ago."""
    return Visit(
        source=source().id,
        next_at=NOW,
        last_at=NOW - 4 * EVERY,
        etag="v1",
        last_modified="Tue",
        failures=failures,
        interval=2 * EVERY,
        quiet_hours=SATURDAY,
        moved_to=moved_to,
    )


def test_a_source_is_due_when_its_time_has_come() -> None:
    """A new source is due at once, a visited one at its time, a paused one never."""
    assert is_due(source(), None, NOW)
    assert is_due(source(), visit(), NOW)
    assert not is_due(source(), visit(), NOW - SECOND)
    assert not is_due(source(paused=True), None, NOW)


def test_a_success_forgets_the_failures() -> None:
    """A source that was read is read again in the usual time, with the new validators."""
    found = after_success(source(), visit(failures=2), Reading(etag="v2"), NOW)

    assert found == Visit(
        source=source().id, next_at=NOW + EVERY, last_at=NOW, etag="v2", interval=EVERY
    )


@pytest.mark.parametrize(
    ("asked", "waits"),
    [
        (SECOND, HOUR / 2),
        (2 * HOUR, 2 * HOUR),
        (timedelta(days=365), timedelta(days=1)),
    ],
)
def test_a_source_is_read_in_its_rhythm(asked: timedelta, waits: timedelta) -> None:
    """Four visits for each of its usual gaps, never earlier than it asks, but once a day."""
    entries = tuple(entry(f"e{number}", at=NOW - number * 2 * HOUR) for number in range(9))

    found = after_success(source(), None, Reading(entries=entries, fresh_for=asked), NOW)

    assert (found.interval, found.next_at) == (waits, NOW + waits)


def test_an_unchanged_source_keeps_its_rhythm() -> None:
    """What the last full reading showed and asked for holds until the next."""
    found = after_success(source(), visit(), Reading(unchanged=True), NOW)

    assert (found.interval, found.quiet_hours) == (2 * EVERY, SATURDAY)


def test_quiet_hours_are_kept() -> None:
    """No visit falls into the hours in which the source asks for none."""
    friday_night = NOW.replace(day=27, hour=23, minute=50)
    reading = Reading(quiet_hours=SATURDAY)

    found = after_success(source(), None, reading, friday_night)

    assert found.next_at == friday_night.replace(day=29, hour=0, minute=0)
    assert found.quiet_hours == SATURDAY


def test_the_new_home_of_a_source_is_remembered() -> None:
    """A source that moved for good is read there from then on, until it fails there."""
    moved = after_success(source(), None, Reading(moved_to=NEW_HOME), NOW)
    unchanged = after_success(source(), moved, Reading(unchanged=True), NOW)
    failed = after_failure(source(), unchanged, BROKEN, NOW)

    assert (moved.moved_to, unchanged.moved_to, failed.moved_to) == (NEW_HOME, NEW_HOME, None)


def test_a_source_that_is_gone_is_told_apart() -> None:
    """410 at a source's own address means that it is gone; at a new one, to look at the old."""
    assert is_gone(GONE, None)
    assert is_gone(GONE, visit())
    assert not is_gone(GONE, visit(moved_to=NEW_HOME))
    assert not is_gone(BROKEN, visit())


@pytest.mark.parametrize(
    ("before", "waits"),
    [(0, EVERY), (1, 2 * EVERY), (3, 8 * EVERY), (9, LONGEST_BACK_OFF), (500, LONGEST_BACK_OFF)],
)
def test_a_failing_source_is_left_alone_longer_each_time(before: int, waits: timedelta) -> None:
    """The wait doubles up to half a day; what was known of the source stays."""
    found = after_failure(source(), visit(failures=before), BROKEN, NOW)

    assert found.next_at == NOW + waits
    assert (found.failures, found.error) == (before + 1, "no feed is there")
    assert (found.last_at, found.etag, found.last_modified) == (NOW - 4 * EVERY, "v1", "Tue")


def test_a_source_that_fails_at_first_was_never_read() -> None:
    """Its next visit is still its first."""
    found = after_failure(source(), None, BROKEN, NOW)

    assert (found.last_at, found.failures) == (None, 1)


@pytest.mark.parametrize(
    ("error", "waits"),
    [
        (StatusError("x", 429, "slow down", retry_after=timedelta(hours=5)), timedelta(hours=5)),
        (StatusError("x", 429, "slow down", retry_after=SECOND), EVERY),
        (StatusError("x", 503, "down"), EVERY),
        (UnreachableError("x", "no answer"), EVERY),
    ],
)
def test_a_server_that_asks_for_time_gets_it(error: SourceError, waits: timedelta) -> None:
    """No visit comes before the moment the server named, nor before the usual one."""
    assert after_failure(source(), None, error, NOW).next_at == NOW + waits


def test_one_link_is_one_article() -> None:
    """Two sources that announce one page announce one article."""
    other = source(id="courier")
    one, same = entry("e1", url="https://a.example/1"), entry("e9", url="https://a.example/1#top")

    assert article_id(source(), one) == article_id(other, same)


def test_what_a_workspace_added_is_its_own() -> None:
    """The article of a private source never stands in for the public one."""
    assert article_id(source(), entry()) != article_id(source(audience=RIVER), entry())


def test_an_entry_without_a_link_is_named_within_its_source() -> None:
    """Where there is no link the entry's own id tells it apart, source by source."""
    bare = entry("e1", url="")

    assert article_id(source(), bare) != article_id(source(id="courier"), bare)
    assert article_ids(source(), [bare, bare]) == (article_id(source(), bare),) * 2


@pytest.mark.parametrize(
    ("is_first", "most"), [(True, FIRST_ENTRIES), (False, MOST_ENTRIES)], ids=["first", "later"]
)
def test_a_visit_takes_so_many_entries(most: int, *, is_first: bool) -> None:
    """A backlog is no news and a flood is cut; the newest are taken."""
    entries = [entry(f"e{number}") for number in range(100)]

    assert taken_up(source(), entries, (), is_first=is_first) == tuple(entries[:most])


def test_known_and_repeated_entries_are_not_taken_up() -> None:
    """What is stored already, or stands there twice, comes once."""
    one, two = entry("e1"), entry("e2")
    known = {article_id(source(), one)}

    assert taken_up(source(), [one, two, two], known, is_first=False) == (two,)


def test_the_backlog_stays_left() -> None:
    """What the first visit left is not taken by the second; what is new, or undated, is."""
    known, old = entry("known", at=NOW), entry("old", at=NOW - SECOND)
    new, undated = entry("new", at=NOW + SECOND), entry("undated", at=None)
    offered = [new, known, entry("same", at=NOW), undated, old]

    found = taken_up(source(), offered, article_ids(source(), [known]), is_first=False)

    assert [one.id for one in found] == ["new", "same", "undated"]


def test_backlog_is_what_was_not_taken_up() -> None:
    """By name, each once, so that it is told from news without any dates."""
    offered = [entry(f"e{number}", at=None) for number in (1, 2, 3, 3)]

    left = backlog(source(), offered, offered[:1])

    assert left == article_ids(source(), offered[1:3])


def test_backlog_is_kept_from_visit_to_visit() -> None:
    """Also over a failure, and where nothing has changed."""
    first = after_success(source(), None, Reading(), NOW, left=(ArticleId("a1"),))
    failed = after_failure(source(), first, SourceError("https://a.example", "no"), NOW)
    later = after_success(source(), failed, Reading(unchanged=True), NOW)

    assert [one.backlog for one in (first, failed, later)] == [("a1",)] * 3


def test_where_nothing_is_known_any_more_all_is_new() -> None:
    """A feed that moved on entirely since the last visit is taken as it is."""
    offered = [entry("e1", at=NOW), entry("e2", at=NOW - SECOND)]

    assert taken_up(source(), offered, (), is_first=False) == tuple(offered)


@pytest.mark.parametrize(
    ("text", "wants"),
    [
        ("Soon.", True),
        ("", True),
        ("a" * TEASER_CHARS, False),
        ("<b>" * TEASER_CHARS + "Soon.", True),
    ],
    ids=["teaser", "nothing", "full text", "markup alone"],
)
def test_a_teaser_wants_its_page(text: str, *, wants: bool) -> None:
    """An entry that brings its article needs no page; markup is no text."""
    assert wants_page(entry(text=text)) is wants


def test_no_page_is_fetched_without_need_or_address() -> None:
    """An entry with its page, with no web address, or that is whole is taken as it is."""
    assert not wants_page(entry(text="", page=Page(url="x", body=b"")))
    assert not wants_page(entry(text="", url="urn:herald:1"))
    assert not wants_page(replace(entry(text="Soon."), is_whole=True))
