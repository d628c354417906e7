"""An IMAP server on loopback: enough of IMAP4rev1 (RFC 3501) to be read by, and many ways to err.

It keeps what it was told, and whether anything it was told would have changed the mailbox.
"""

import asyncio
import base64
import re
import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path
from typing import Self

PASSWORD = "quay-lantern-41"
_RANGE = re.compile(r"(\d+|\*)(?::(\d+|\*))?")
_PARTIAL = re.compile(r"BODY\.PEEK\[\]<0\.(\d+)>")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')
_UNPEEKED = re.compile(r"BODY\[|RFC822(?!\.SIZE)")


class Fault(Enum):
    """How the server misbehaves."""

    SILENT = auto()
    """It takes the connection and never says a word."""
    STALLS = auto()
    """It lets the user in, and then says nothing any more."""
    DRIPS = auto()
    """It greets for ever, a character at a time."""
    HANGS_UP = auto()
    """It breaks off where letters are asked for."""
    SAYS_BYE = auto()
    """It is shutting down when somebody logs in."""
    IS_A_WEB_SERVER = auto()
    """It speaks another protocol."""
    ENDLESS_LINE = auto()
    """It greets in a line that does not end."""
    FLOODS = auto()
    """It remarks on things for ever instead of answering."""
    BOASTS = auto()
    """It announces a letter of more bytes than anybody takes."""
    ECHOES = auto()
    """It refuses every login, and repeats what it was told."""
    INSISTS = auto()
    """It asks for the password again and again."""
    TAKES_NO_PASSWORD = auto()
    """It takes no login at all."""
    KNOWS_NO_PLAIN = auto()
    """It knows the LOGIN command alone. That is no fault, only old."""
    KNOWS_THE_USER = auto()
    """It needs no login: who connects is the user."""
    CHATTERS = auto()
    """It tells of other letters amid its answers, and puts numbers last, as it may."""
    LOSES_ONE = auto()
    """The first letter of a list has gone when it is asked for."""
    NUMBERS_NOTHING = auto()
    """It does not say which numbering is in force."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A letter in the folder."""

    uid: int
    raw: bytes
    arrived: str = "24-Nov-2026 07:00:00 +0000"


@dataclass(slots=True)
class ImapStandin:
    """One user's mailbox of one folder. Give a certificate to speak TLS alone."""

    letters: list[Kept] = field(default_factory=list)
    folder: str = "INBOX"
    user: str = "ida@news.example"
    password: str = PASSWORD
    validity: int = 7
    fault: Fault | None = None
    certificate: Path | None = None
    told: list[str] = field(default_factory=list)
    was_changed: bool = False
    _server: asyncio.Server | None = field(default=None, init=False)
    _talks: set[asyncio.Task[None]] = field(default_factory=set, init=False)

    async def __aenter__(self) -> Self:
        """Listen on a port of the system's choice."""
        context = None
        if self.certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(self.certificate)
        self._server = await asyncio.start_server(self._talk, "127.0.0.1", 0, ssl=context)
        return self

    async def __aexit__(self, *_: object) -> None:
        """End every conversation."""
        assert self._server is not None
        await _turns()  # a connection that is accepted after the end would never be closed
        self._server.close()
        await _turns()
        for talk in self._talks:
            talk.cancel()
        await asyncio.gather(*self._talks, return_exceptions=True)
        await _turns()

    @property
    def port(self) -> int:
        """The port it listens on."""
        assert self._server is not None
        return int(self._server.sockets[0].getsockname()[1])

    @property
    def address(self) -> str:
        """The address an operator would give."""
        scheme, host = ("imaps", "localhost") if self.certificate else ("imap", "127.0.0.1")
        return f"{scheme}://{self.user.replace('@', '%40')}@{host}:{self.port}/{self.folder}"

    def add(self, raw: bytes, *, arrived: str = "24-Nov-2026 07:00:00 +0000") -> None:
        """Put a letter into the folder."""
        uid = max((one.uid for one in self.letters), default=40) + 1
        self.letters.append(Kept(uid=uid, raw=raw, arrived=arrived))

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._talks.add(task)
        try:
            await _Talk(self, reader, writer).run()
        except (ConnectionError, asyncio.IncompleteReadError, ssl.SSLError):
            pass
        finally:
            self._talks.discard(task)
            writer.transport.abort()


@dataclass(slots=True)
class _Talk:
    """One conversation."""

    server: ImapStandin
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    is_in: bool = False

    async def run(self) -> None:
        """Greet and answer until the other side leaves."""
        await self._greet()
        while line := await self.reader.readline():
            tag, _, rest = line.decode().strip().partition(" ")
            name, _, arguments = rest.partition(" ")
            self.server.told.append(f"{name} {arguments}".strip())
            await self._answer(tag, name.upper(), arguments)
            if name.upper() == "LOGOUT":
                return

    async def _greet(self) -> None:
        match self.server.fault:
            case Fault.SILENT:
                await asyncio.Event().wait()
            case Fault.IS_A_WEB_SERVER:
                await self._say("HTTP/1.1 400 Bad Request")
            case Fault.ENDLESS_LINE:
                while True:
                    await self._send(b"* OK " + b"x" * 60_000)
            case Fault.DRIPS:
                while True:
                    await self._send(b"*")
                    await asyncio.sleep(0)
            case Fault.KNOWS_THE_USER:
                self.is_in = True
                await self._say("* PREAUTH welcome back")
            case _:
                await self._say("* OK ready")

    async def _answer(self, tag: str, name: str, arguments: str) -> None:
        if self.server.fault is Fault.FLOODS and name == "EXAMINE":
            while True:
                await self._send(b"* OK still looking\r\n" * 1000)
        if self.server.fault is Fault.STALLS and self.is_in:
            await asyncio.Event().wait()
        known: dict[str, Callable[[str, str], object]] = {
            "CAPABILITY": self._capability,
            "LOGIN": self._login,
            "AUTHENTICATE": self._authenticate,
            "EXAMINE": self._examine,
            "UID": self._uid,
            "LOGOUT": self._logout,
        }
        if name not in known:
            self.server.was_changed = True  # SELECT, STORE, EXPUNGE and the like
            await self._say(f"{tag} BAD unknown here")
            return
        doing = known[name](tag, arguments)
        assert asyncio.iscoroutine(doing)
        await doing

    async def _capability(self, tag: str, _: str) -> None:
        fault = self.server.fault
        plain = {
            Fault.KNOWS_NO_PLAIN: "",
            Fault.TAKES_NO_PASSWORD: " LOGINDISABLED",
        }.get(fault or Fault.SILENT, " AUTH=PLAIN")
        await self._say(f"* CAPABILITY IMAP4rev1{plain}", f"{tag} OK done")

    async def _login(self, tag: str, arguments: str) -> None:
        user, password = (
            (quoted or bare).replace('\\"', '"').replace("\\\\", "\\")
            for quoted, bare in _QUOTED.findall(arguments)
        )
        await self._let_in(tag, user, password)

    async def _authenticate(self, tag: str, mechanism: str) -> None:
        assert mechanism == "PLAIN"
        await self._say("+ ")
        told = (await self.reader.readline()).strip()
        while self.server.fault is Fault.INSISTS and told != b"*":
            await self._say("+ ")
            told = (await self.reader.readline()).strip()
        if told == b"*":
            await self._say(f"{tag} NO cancelled")
            return
        _, user, password = base64.b64decode(told).decode().split("\0")
        await self._let_in(tag, user, password)

    async def _let_in(self, tag: str, user: str, password: str) -> None:
        fault = self.server.fault
        if fault is Fault.SAYS_BYE:
            await self._say("* BYE shutting down")
            self.writer.close()
        elif fault is Fault.ECHOES or (user, password) != (self.server.user, self.server.password):
            await self._say(f"{tag} NO [AUTHENTICATIONFAILED] not {user} with {password}")
        else:
            self.is_in = True
            await self._say(f"{tag} OK welcome")

    async def _examine(self, tag: str, arguments: str) -> None:
        if not self.is_in or arguments != f'"{self.server.folder}"':
            await self._say(f"{tag} NO [NONEXISTENT] no such folder")
            return
        last = max((one.uid for one in self.server.letters), default=40)
        numbered = self.server.fault is not Fault.NUMBERS_NOTHING
        await self._say(
            "* FLAGS (\\Seen)",
            f"* {len(self.server.letters)} EXISTS",
            *([f"* OK [UIDVALIDITY {self.server.validity}] is it"] if numbered else []),
            f"* OK [UIDNEXT {last + 1}] comes",
            f"{tag} OK [READ-ONLY] looking",
        )

    async def _uid(self, tag: str, arguments: str) -> None:
        name, _, rest = arguments.partition(" ")
        if name.upper() == "SEARCH":
            uids = " ".join(str(one.uid) for one in self._searched(rest))
            await self._say(f"* SEARCH {uids}".strip(), f"{tag} OK found")
            return
        if self.server.fault is Fault.HANGS_UP:
            self.writer.transport.abort()
            return
        wanted, _, items = rest.partition(" ")
        for one in self._numbered(wanted):
            await self._fetch(one, items)
        if _UNPEEKED.search(items):
            self.server.was_changed = True
        await self._say(f"{tag} OK fetched")

    async def _fetch(self, one: Kept, items: str) -> None:
        place = self.server.letters.index(one) + 1
        chatters = self.server.fault is Fault.CHATTERS
        if chatters:
            await self._say("* 1 FETCH (FLAGS (\\Seen))", "* OK by the way", "* 1 RECENT")
        partial = _PARTIAL.search(items)
        if not partial:
            size, uid = len(one.raw), f"UID {one.uid}"
            told = [uid, f'INTERNALDATE "{one.arrived}"', f"RFC822.SIZE {size}"]
            await self._say(f"* {place} FETCH ({' '.join(reversed(told) if chatters else told)})")
            return
        if self.server.fault is Fault.LOSES_ONE and place == 1:
            await self._say(f"* {place} FETCH (UID {one.uid} BODY[]<0> NIL)")
            return
        body = one.raw[: int(partial[1])]
        size = 10**12 if self.server.fault is Fault.BOASTS else len(body)
        before, after = ("", f" UID {one.uid}") if chatters else (f"UID {one.uid} ", "")
        head = f"* {place} FETCH ({before}BODY[]<0> {{{size}}}\r\n"
        await self._send(head.encode() + body + f"{after})\r\n".encode())

    async def _logout(self, tag: str, _: str) -> None:
        await self._say("* BYE for now", f"{tag} OK gone")

    def _searched(self, key: str) -> Sequence[Kept]:
        if key.startswith("UID "):
            return self._numbered(key.removeprefix("UID "))
        places = range(1, len(self.server.letters) + 1)
        inside = _places(key, highest=len(places))
        return [
            one for place, one in zip(places, self.server.letters, strict=True) if inside(place)
        ]

    def _numbered(self, wanted: str) -> Sequence[Kept]:
        highest = max((one.uid for one in self.server.letters), default=0)
        inside = _places(wanted, highest=highest)
        return [one for one in self.server.letters if inside(one.uid)]

    async def _say(self, *lines: str) -> None:
        await self._send("".join(f"{line}\r\n" for line in lines).encode())

    async def _send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()


def _places(wanted: str, *, highest: int) -> Callable[[int], bool]:
    """Return what is in a set of numbers such as `3,7:*`; `9:*` names the last also if it is 5."""
    spans: list[tuple[int, int]] = []
    for part in wanted.split(","):
        found = _RANGE.fullmatch(part)
        assert found, f"no set of numbers: {wanted}"
        ends = [highest if end == "*" else int(end) for end in found.groups() if end]
        spans.append((min(ends), max(ends)))
    return lambda number: any(low <= number <= high for low, high in spans)


async def _turns() -> None:
    """Let the loop turn as often as connections take to be made, refused (TLS) or ended."""
    for _ in range(30):
        await asyncio.sleep(0)
