"""Promises of `bot.fetch.imap`: letters are collected, and the mailbox is left as it was."""

import asyncio
import imaplib
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.errors import SourceError, TooLargeError, UnreachableError
from bot.fetch.imap import Collected, Visitor
from bot.fetch.imapline import Takes
from bot.fetch.mailbox import mailbox_at
from tests.standins.certificate import certificate
from tests.standins.imap import PASSWORD, Fault, ImapStandin, Kept
from tests.unit.fetch.mail import raw

QUICK = Takes(answer_within=timedelta(seconds=0.3), all_within=timedelta(seconds=0.6))
SLOW = frozenset({Fault.SILENT, Fault.STALLS, Fault.DRIPS, Fault.FLOODS})
"""Faults that only time ends. For the others there is enough of it, however busy the machine."""


async def collect(
    server: ImapStandin,
    cursor: str | None = None,
    *,
    takes: Takes | None = None,
    password: str = PASSWORD,
) -> Collected:
    """Visit the server's mailbox."""
    box = mailbox_at(server.address)
    visitor = Visitor(mailbox=box, password=password, takes=takes or Takes())
    return await asyncio.to_thread(visitor.collect, cursor)


def letters(count: int, *, first: int = 41) -> list[Kept]:
    """Return letters that came one a day, the last on the 24th."""
    return [
        Kept(
            uid=first + number,
            raw=raw(f"Issue {first + number}", name=f"issue-{first + number}@quay.example"),
            arrived=f"{24 - count + number + 1:2}-Nov-2026 07:00:00 +0000",
        )
        for number in range(count)
    ]


def subjects(collected: Collected) -> list[str]:
    """Return the subjects of letters."""
    lines = [one.raw.decode().splitlines()[0] for one in collected.letters]
    return [line.removeprefix("Subject: ") for line in lines]


async def test_the_standin_speaks_to_the_standard_library() -> None:
    """As a server does: what is tested with it was not made to fit it."""

    def visit(port: int) -> tuple[list[bytes | None], Sequence[object]]:
        with imaplib.IMAP4("127.0.0.1", port, timeout=5) as line:
            line.login("ida@news.example", PASSWORD)
            _, counts = line.select('"INBOX"', readonly=True)
            _, told = line.uid("FETCH", "41:*", "(UID RFC822.SIZE BODY.PEEK[]<0.9>)")
            return counts, told

    async with ImapStandin(letters(1)) as server:
        counts, told = await asyncio.to_thread(visit, server.port)

    assert counts == [b"1"]
    assert told == [(b"1 (UID 41 BODY[]<0> {9}", b"Subject: "), b")"]


async def test_letters_are_collected_without_a_trace() -> None:
    """None is marked as read, nothing is written, and the visit ends with a good-bye."""
    async with ImapStandin(letters(2)) as server:
        found = await collect(server)

    assert subjects(found) == ["Issue 41", "Issue 42"]
    assert [one.arrived_at for one in found.letters] == [
        datetime(2026, 11, day, 7, tzinfo=UTC) for day in (23, 24)
    ]
    assert found.cursor == "7.42"
    assert not server.was_changed
    assert server.told[-1] == "LOGOUT"


async def test_the_next_visit_brings_what_came_since() -> None:
    """And nothing when nothing did, though servers then name the last letter again."""
    async with ImapStandin(letters(2)) as server:
        before = await collect(server)
        again = await collect(server, before.cursor)
        server.letters += letters(1, first=50)
        after = await collect(server, again.cursor)

    assert (again.letters, again.cursor) == ((), before.cursor)
    assert (subjects(after), after.cursor) == (["Issue 50"], "7.50")


async def test_numbers_dealt_anew_are_a_first_visit() -> None:
    """Letters known by then are told apart by their ids."""
    async with ImapStandin(letters(2), validity=8) as server:
        found = await collect(server, "7.99")

    assert (len(found.letters), found.cursor) == (2, "8.42")


async def test_a_first_visit_takes_the_last_days() -> None:
    """Counted from the last letter, and not more letters than a first visit takes."""
    async with ImapStandin(letters(20)) as server:
        week = await collect(server)
        few = await collect(server, takes=Takes(first=3))
        server.letters[:] = []
        none = await collect(server)

    assert subjects(week) == [f"Issue {number}" for number in range(53, 61)]
    assert subjects(few) == ["Issue 58", "Issue 59", "Issue 60"]
    assert (none.letters, none.cursor) == ((), "7.40")


async def test_what_is_too_much_for_one_visit_waits_for_the_next() -> None:
    """Neither many letters nor large ones are lost."""
    size = len(letters(1)[0].raw)
    async with ImapStandin(letters(5)) as server:
        some = await collect(server, "7.40", takes=Takes(letters=2))
        small = await collect(server, some.cursor, takes=Takes(bytes_all=2 * size))
        one = await collect(server, small.cursor, takes=Takes(bytes_all=1))

    assert subjects(some) == ["Issue 41", "Issue 42"]
    assert subjects(small) == ["Issue 43", "Issue 44"]
    assert subjects(one) == ["Issue 45"]


async def test_a_long_letter_is_cut() -> None:
    """Its text comes before what is attached to it."""
    async with ImapStandin(letters(1)) as server:
        found = await collect(server, takes=Takes(bytes_each=20))

    assert [len(one.raw) for one in found.letters] == [20]


@pytest.mark.parametrize(
    "fault",
    [Fault.KNOWS_NO_PLAIN, Fault.KNOWS_THE_USER, Fault.CHATTERS],
    ids=lambda fault: fault.name,
)
async def test_servers_differ(fault: Fault) -> None:
    """Old ones, ones that need no login, and ones that tell of other things in between."""
    async with ImapStandin(letters(2), fault=fault) as server:
        found = await collect(server)

    assert (subjects(found), found.cursor) == (["Issue 41", "Issue 42"], "7.42")


async def test_a_letter_that_has_gone_stops_no_other() -> None:
    """It was deleted while we looked."""
    async with ImapStandin(letters(2), fault=Fault.LOSES_ONE) as server:
        found = await collect(server)

    assert (subjects(found), found.cursor) == (["Issue 42"], "7.42")


async def test_a_server_without_numbering_is_always_visited_first() -> None:
    """Since its numbers mean nothing the next time."""
    async with ImapStandin(letters(1), fault=Fault.NUMBERS_NOTHING) as server:
        found = await collect(server)
        again = await collect(server, found.cursor)

    assert again == found


async def test_folder_and_user_may_hold_anything() -> None:
    """Folders of any language, users and passwords with every sign."""
    async with ImapStandin(letters(1), folder="B&APw-ro &- \\\\x") as server:
        server.user, server.password = 'ida "q" \\', 'p"\\ ä€'
        box = replace(mailbox_at(server.address), folder="Büro & \\x", user=server.user)
        visitor = Visitor(mailbox=box, password=server.password)
        found = await asyncio.to_thread(visitor.collect, None)

    assert len(found.letters) == 1


@pytest.mark.parametrize(
    ("fault", "error", "says"),
    [
        (Fault.SILENT, UnreachableError, "127.0.0.1 does not answer in time"),
        (Fault.STALLS, UnreachableError, "127.0.0.1 does not answer in time"),
        (Fault.DRIPS, UnreachableError, "127.0.0.1 does not answer in time"),
        (Fault.HANGS_UP, UnreachableError, "127.0.0.1 breaks off; it is tried again later"),
        (Fault.SAYS_BYE, UnreachableError, "127.0.0.1 breaks off; it is tried again later"),
        (Fault.IS_A_WEB_SERVER, UnreachableError, "127.0.0.1 breaks off; it is tried again later"),
        (Fault.ENDLESS_LINE, UnreachableError, "127.0.0.1 breaks off; it is tried again later"),
        (Fault.FLOODS, UnreachableError, "127.0.0.1 does not answer in time"),
        (Fault.BOASTS, TooLargeError, "sends more than one visit takes; check the server"),
        (Fault.ECHOES, SourceError, "user or password are refused; check the address and"),
        (Fault.INSISTS, SourceError, "user or password are refused; check the address and"),
        (Fault.TAKES_NO_PASSWORD, SourceError, "127.0.0.1 takes no passwords"),
    ],
    ids=lambda value: value.name if isinstance(value, Fault) else "",
)
async def test_each_fault_is_one_error(fault: Fault, error: type[SourceError], says: str) -> None:
    """In plain words, soon, and without the password or what the server said."""
    async with ImapStandin(letters(1), fault=fault) as server:
        with pytest.raises(SourceError) as caught:
            await collect(server, takes=QUICK if fault in SLOW else None)

    assert type(caught.value) is error
    assert caught.value.problem.startswith(says)
    assert PASSWORD not in repr(caught.value) + str(caught.value) + repr(caught.value.__dict__)
    assert not server.was_changed


async def test_a_flood_ends_by_its_bytes() -> None:
    """Also where it comes fast enough."""
    takes = Takes(bytes_all=100_000, bytes_each=100_000)
    async with ImapStandin(letters(1), fault=Fault.FLOODS) as server:
        with pytest.raises(TooLargeError):
            await collect(server, takes=takes)


async def test_a_wrong_password_is_tried_once() -> None:
    """So that no account is locked."""
    async with ImapStandin(letters(1)) as server:
        with pytest.raises(SourceError, match="refused") as caught:
            await collect(server, password="wrong")

    assert caught.value.__cause__ is None
    assert not caught.value.transient
    assert [one for one in server.told if one.startswith(("AUTHENTICATE", "LOGIN"))] == [
        "AUTHENTICATE PLAIN"
    ]


async def test_a_missing_folder_is_named() -> None:
    """As the operator wrote it."""
    async with ImapStandin(letters(1), folder="Letters") as server:
        server.folder, box = "Other", mailbox_at(server.address)
        visitor = Visitor(mailbox=box, password=PASSWORD)
        with pytest.raises(SourceError, match="there is no folder 'Letters'"):
            await asyncio.to_thread(visitor.collect, None)


async def test_a_letter_comes_over_tls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From a server whose certificate the machine trusts."""
    file = certificate(tmp_path / "server.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    async with ImapStandin(letters(1), certificate=file) as server:
        found = await collect(server)

    assert subjects(found) == ["Issue 41"]


async def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    """Before the password is sent."""
    async with ImapStandin(certificate=certificate(tmp_path / "server.pem")) as server:
        with pytest.raises(SourceError, match="the certificate of localhost is not valid"):
            await collect(server)

    assert server.told == []


async def test_a_certificate_of_another_host_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also when it is vouched for."""
    file = certificate(tmp_path / "server.pem", name="other.example", address=b"\x7f\0\0\2")
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    async with ImapStandin(certificate=file) as server:
        with pytest.raises(SourceError, match="the certificate of localhost is not valid"):
            await collect(server)

    assert server.told == []


async def test_a_server_without_tls_is_no_secure_one() -> None:
    """It is not spoken to without."""
    async with ImapStandin() as server:
        box = replace(mailbox_at(server.address), is_plain=False, host="localhost")
        visitor = Visitor(mailbox=box, password=PASSWORD)
        with pytest.raises(UnreachableError, match="no secure connection to localhost"):
            await asyncio.to_thread(visitor.collect, None)

    assert server.told == [] or PASSWORD not in "".join(server.told)


async def test_nobody_there_is_one_error(unused_tcp_port: int) -> None:
    """Neither a closed port nor a name that no one has."""
    box = mailbox_at(f"imap://ida@127.0.0.1:{unused_tcp_port}/")
    with pytest.raises(UnreachableError, match="does not take connections on"):
        await asyncio.to_thread(Visitor(mailbox=box, password="x").collect, None)
    nowhere = mailbox_at("imaps://ida@no..where/")
    with pytest.raises(UnreachableError, match="no such host as no"):
        await asyncio.to_thread(Visitor(mailbox=nowhere, password="x").collect, None)


async def test_a_visit_that_nobody_waits_for_ends() -> None:
    """Long before its time is over."""
    async with ImapStandin(fault=Fault.SILENT) as server:
        visitor = Visitor(mailbox=mailbox_at(server.address), password=PASSWORD)
        visitor.gave_up.set()
        async with asyncio.timeout(5):
            with pytest.raises(UnreachableError, match="does not answer in time"):
                await asyncio.to_thread(visitor.collect, None)
