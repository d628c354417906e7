"""Collects new letters from an IMAP server and leaves no trace there; it blocks: for a thread."""

import imaplib
import re
import socket
import ssl
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.errors import SourceError, UnreachableError
from bot.fetch.imapline import Line, Takes
from bot.fetch.letters import Letter, moment_of
from bot.fetch.mailbox import Mailbox, quoted_folder, shown

_UID = re.compile(rb"\bUID (\d+)")
_SIZE = re.compile(rb"\bRFC822\.SIZE (\d+)")
_ARRIVED = re.compile(rb'\bINTERNALDATE "([^"]{1,40})"')
_CURSOR = re.compile(r"(\d{1,10})\.(\d{1,10})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """Letters that were not collected before, oldest first, and how to go on from them."""

    letters: tuple[Letter, ...]
    cursor: str


@dataclass(slots=True, kw_only=True)
class Visitor:
    """Goes to one mailbox. `gave_up` is set when nobody waits for what it brings."""

    mailbox: Mailbox
    password: str = field(repr=False)
    takes: Takes = field(default_factory=Takes)
    gave_up: threading.Event = field(default_factory=threading.Event)

    def collect(self, cursor: str | None) -> Collected:
        """Return what has come since `cursor`; at the first visit the last days' letters.

        The folder is opened to be read only, and letters are peeked at: none is marked as read.

        Raises:
            SourceError: there is no way in, or the server breaks off or stalls.
        """
        try:
            line = Line(self.mailbox, self.takes, self.gave_up)
            try:
                return self._collected(line, cursor)
            finally:
                with suppress(OSError):
                    line.shutdown()
        except (OSError, UnicodeError, imaplib.IMAP4.error) as error:
            raise _explained(error, self.mailbox) from error

    def _collected(self, line: Line, cursor: str | None) -> Collected:
        _log_in(line, self.mailbox, self.password)
        count = _opened(line, self.mailbox)
        validity = _number(line, "UIDVALIDITY")
        seen = _seen(cursor, validity)
        found = _found(line, count, seen, self.takes)
        letters = [
            letter
            for uid, arrived_at in found
            if (letter := _letter(line, uid, arrived_at, self.takes))
        ]
        with suppress(OSError, imaplib.IMAP4.error):  # all is said: manners may fail
            line.logout()
        last = max((uid for uid, _ in found), default=seen or _number(line, "UIDNEXT") - 1)
        return Collected(letters=tuple(letters), cursor=f"{validity}.{max(last, 0)}")


def _log_in(line: Line, mailbox: Mailbox, password: str) -> None:
    """Say who we are, once: a wrong password is not tried in another way."""
    if line.state == "AUTH":
        return
    knows_plain = "AUTH=PLAIN" in line.capabilities
    if "LOGINDISABLED" in line.capabilities and not knows_plain:
        raise SourceError(shown(mailbox.address), f"{mailbox.host} takes no passwords")
    try:
        if knows_plain:
            said = [f"\0{mailbox.user}\0{password}".encode()]
            line.authenticate("PLAIN", lambda _: said.pop() if said else None)
        else:
            line.login(_quoted(mailbox.user), password)
    except imaplib.IMAP4.abort:
        raise
    except (imaplib.IMAP4.error, UnicodeEncodeError):
        problem = "user or password are refused; check the address and what password_env names"
        # Not with the server's words: they may repeat what it was told.
        raise SourceError(shown(mailbox.address), problem) from None


def _quoted(user: str) -> str:
    return '"' + user.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _opened(line: Line, mailbox: Mailbox) -> int:
    """Open the folder to be read only (EXAMINE); return how many letters are in it."""
    status, counts = line.select(quoted_folder(mailbox.folder), readonly=True)
    if status != "OK":
        problem = f"there is no folder {mailbox.folder!r}; write it as the server calls it"
        raise SourceError(shown(mailbox.address), problem)
    return int(counts[-1] or b"0")


def _number(line: Line, name: str) -> int:
    """Return a number that the server told of the folder; 0 when it told none."""
    told = line.response(name)[1][-1]
    return int(told) if isinstance(told, bytes) and told.isdigit() else 0


def _seen(cursor: str | None, validity: int) -> int:
    """Return the last letter collected before; 0 when there is none, or numbers were dealt anew.

    >>> _seen("7.41", 7), _seen("7.41", 8), _seen(None, 7)
    (41, 0, 0)
    """
    found = _CURSOR.fullmatch(cursor or "")
    return int(found[2]) if found and validity and int(found[1]) == validity else 0


def _found(line: Line, count: int, seen: int, takes: Takes) -> list[tuple[int, datetime | None]]:
    """Return the letters to collect, oldest first, with when each arrived."""
    if not count:
        return []
    # "n:*" names the last letter even when its number is lower.
    wanted = f"UID {seen + 1}:*" if seen else f"{max(count - takes.first, 0) + 1}:*"
    listed = _numbers(line.uid("SEARCH", wanted)[1])
    uids = sorted(uid for uid in listed if uid > seen)
    uids = uids[: takes.letters] if seen else uids[-takes.first :]
    if not uids:
        return []
    told = line.uid("FETCH", ",".join(map(str, uids)), "(UID INTERNALDATE RFC822.SIZE)")[1]
    known = _described(told)
    found = [(uid, *known[uid]) for uid in uids if uid in known]
    dates = [arrived_at for _, arrived_at, _ in found if arrived_at]
    oldest = max(dates) - takes.days if dates and not seen else None
    return _affordable([one for one in found if not (oldest and one[1] and one[1] < oldest)], takes)


def _affordable(
    found: Sequence[tuple[int, datetime | None, int]], takes: Takes
) -> list[tuple[int, datetime | None]]:
    """Return the first letters that are not too much together; the others wait."""
    kept: list[tuple[int, datetime | None]] = []
    left = takes.bytes_all
    for uid, arrived_at, size in found:
        left -= min(size, takes.bytes_each)
        if left < 0 and kept:
            break
        kept.append((uid, arrived_at))
    return kept


def _numbers(told: Sequence[Any]) -> list[int]:
    lines = b" ".join(one for one in told if isinstance(one, bytes))
    return [int(one) for one in lines.split() if one.isdigit()]


def _described(told: Sequence[Any]) -> dict[int, tuple[datetime | None, int]]:
    """Return when letters arrived and how large they are, by number."""
    known: dict[int, tuple[datetime | None, int]] = {}
    for one in told:
        if isinstance(one, bytes) and (uid := _UID.search(one)):
            size, arrived = _SIZE.search(one), _ARRIVED.search(one)
            known[int(uid[1])] = (
                _instant(arrived[1]) if arrived else None,
                int(size[1]) if size else 0,
            )
    return known


def _instant(told: bytes) -> datetime | None:
    """Return the moment of an INTERNALDATE, such as b"24-Nov-2026 07:00:00 +0000"."""
    day, _, rest = told.decode("ascii", "replace").strip().partition(" ")
    return moment_of(f"{day.replace('-', ' ')} {rest}")


def _letter(line: Line, uid: int, arrived_at: datetime | None, takes: Takes) -> Letter | None:
    """Return a letter, cut where it is too long; None when it has gone meanwhile."""
    part = f"(UID BODY.PEEK[]<0.{takes.bytes_each}>)"
    for one in line.uid("FETCH", str(uid), part)[1]:
        if isinstance(one, tuple) and b"BODY[]" in one[0]:
            return Letter(raw=one[1], arrived_at=arrived_at)
    return None


def _explained(error: Exception, mailbox: Mailbox) -> SourceError:
    """Return what went wrong, in words for the operator. The server's own stay out of it."""
    address, host = shown(mailbox.address), mailbox.host
    match error:
        case ssl.SSLCertVerificationError():
            problem = f"the certificate of {host} is not valid; it is not sent the password"
            return SourceError(address, problem, transient=True)
        case ssl.SSLEOFError() | ssl.SSLZeroReturnError() | ConnectionResetError():
            return UnreachableError(address, f"{host} breaks off; it is tried again later")
        case ssl.SSLError():
            problem = f"no secure connection to {host} can be made; check the port"
            return UnreachableError(address, problem)
        case socket.gaierror() | UnicodeError():  # the latter of names that can be none
            return UnreachableError(address, f"no such host as {host}; check the spelling")
        case TimeoutError():
            return UnreachableError(address, f"{host} does not answer in time")
        case imaplib.IMAP4.abort():
            return UnreachableError(address, f"{host} breaks off; it is tried again later")
        case OSError():
            return UnreachableError(address, f"{host} does not take connections on {mailbox.port}")
        case _:
            return UnreachableError(address, f"{host} gives an answer that is not IMAP")
