"""The line to an IMAP server: the standard library's protocol over a socket of our own.

The library's waits have no end in sum, and its reads none in size.
"""

import imaplib
import socket
import ssl
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.errors import SourceError, TooLargeError
from bot.fetch.mailbox import Mailbox, is_this_machine, shown

_MEGABYTE = 1_000_000
_CHUNK = 1 << 16
_MAX_LINE = _MEGABYTE
_SLICE_S = 0.25
"""How soon a visit notices that nobody waits for it any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Takes:
    """How much one visit takes. `first` and `days` bound the first one, `letters` the others."""

    first: int = 12
    days: timedelta = timedelta(days=7)
    letters: int = 30
    bytes_each: int = _MEGABYTE
    bytes_all: int = 20 * _MEGABYTE
    answer_within: timedelta = timedelta(seconds=15)
    all_within: timedelta = timedelta(seconds=60)


class Line(imaplib.IMAP4):
    """The protocol over a socket whose every wait ends and whose bytes are counted."""

    def __init__(self, mailbox: Mailbox, takes: Takes, gave_up: threading.Event) -> None:
        self._mailbox = mailbox
        self._gave_up = gave_up
        self._answer_s = takes.answer_within.total_seconds()
        self._ends_at = time.monotonic() + takes.all_within.total_seconds()
        self._left = takes.bytes_all + takes.bytes_each + _MEGABYTE
        self._unread = bytearray()
        super().__init__(mailbox.host, mailbox.port)

    def open(self, host: str = "", port: int = 0, timeout: float | None = None) -> None:
        """Connect; what is not encrypted must end on this machine, whatever its name led to."""
        del timeout
        self.host, self.port = host, port
        raw = socket.create_connection((host, port), self._answer_s)
        try:
            if not self._mailbox.is_plain:
                self.sock = ssl.create_default_context().wrap_socket(raw, server_hostname=host)
            elif is_this_machine(str(raw.getpeername()[0])):
                self.sock = raw
            else:
                problem = "imap:// led to another machine; write imaps://"
                raise SourceError(shown(self._mailbox.address), problem)
        except BaseException:
            raw.close()
            raise

    def read(self, size: int) -> bytes:
        """Return exactly so many bytes."""
        while len(self._unread) < size:
            self._receive(at_least=size)
        return self._taken(size)

    def readline(self) -> bytes:
        """Return bytes up to the end of a line."""
        while (end := self._unread.find(b"\n")) < 0:
            if len(self._unread) > _MAX_LINE:
                raise self.abort("an endless line")
            self._receive(at_least=1)
        return self._taken(end + 1)

    def send(self, data: Any) -> None:  # noqa: ANN401  what the library calls a buffer
        """Send all of it."""
        self.sock.settimeout(self._answer_s)
        self.sock.sendall(data)

    def shutdown(self) -> None:
        """Let go of the socket."""
        self.sock.close()

    def _taken(self, size: int) -> bytes:
        taken = bytes(self._unread[:size])
        del self._unread[:size]
        return taken

    def _receive(self, *, at_least: int) -> None:
        """Wait for more bytes, in slices, so that a visit ends soon after it is given up."""
        if at_least > self._left + len(self._unread):
            raise self._too_much()
        ends_at = min(self._ends_at, time.monotonic() + self._answer_s)
        while True:
            left_s = ends_at - time.monotonic()
            if left_s <= 0 or self._gave_up.is_set():
                raise TimeoutError
            self.sock.settimeout(min(left_s, _SLICE_S))
            with suppress(TimeoutError):
                chunk = self.sock.recv(_CHUNK)
                break
        if not chunk:
            raise ConnectionResetError
        self._left -= len(chunk)
        if self._left < 0:
            raise self._too_much()
        self._unread += chunk

    def _too_much(self) -> TooLargeError:
        problem = "sends more than one visit takes; check the server"
        return TooLargeError(shown(self._mailbox.address), problem)
