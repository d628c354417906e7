"""Newsletters become entries: the letter's words, from whom, when, and where it can be read. Pure.

Headers are taken as they came and decoded here: the library's newer reader of headers calls
itself as deep as a header nests, and some letters nest to be nasty.
"""

import html
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import collapse_rfc2231_value, parseaddr, parsedate_to_datetime
from hashlib import sha256
from itertools import pairwise

from bot.fetch.items import absolute, language_code, plain
from bot.fetch.lettermarkup import Markup, markup_of
from bot.models import Entry
from bot.text.decode import decoded
from bot.text.visible import one_line

_MAX_HEADER = 4000
_MAX_PARAMETERS = 1000
_MAX_TITLE = 300
_MAX_AUTHOR = 200
_MAX_ID = 500
_MAX_CONTENT = 500_000
_COVER_CHARS = 500
"""Around a letter that was sent on, this much is a word with it; more is a letter of its own."""
_WRAPS = 50
"""Characters. Lines of a plain text that all are shorter than this are short on purpose."""
_AHEAD = timedelta(days=1)
_FOLD = re.compile(r"[\r\n]+[ \t]*")
_SENT_ON = re.compile(r"(?:\s*(?:fwd?|wg|tr|rv|i|doorst|vs|vb|ilet|enc)\s*:\s*)+", re.IGNORECASE)
_LINK = re.compile(r"<(https?://[^<>\s]+)>", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A mail as it came, and when the server took it in."""

    raw: bytes
    arrived_at: datetime | None = None


def entries_of(letters: Sequence[Letter]) -> tuple[Entry, ...]:
    """Return an entry for each letter that has words, newest first; each letter once."""
    found: dict[str, Entry] = {}
    for letter in reversed(letters):
        with suppress(Exception):  # the library raises whatever it stumbles over
            entry = _entry(letter)
            if entry is not None:
                found.setdefault(entry.id, entry)
    return tuple(found.values())


def _entry(letter: Letter) -> Entry | None:
    """Return what the letter says, or None when it says nothing.

    It is whole: its address on the web shows the same, and would tell its sender who looked.
    """
    message = message_from_bytes(letter.raw, policy=policy.compat32)
    own = _identity(message, letter.raw)
    told = _told(message)
    inner = _sent_on(message)
    if inner is not None and len(told.words) < _COVER_CHARS:
        message, told = inner, _told(inner)
    title = plain(_SENT_ON.sub("", _words(message, "subject"), count=1), _MAX_TITLE)
    if not told.words.strip():
        return None
    return Entry(
        id=own,
        url=_archived(message) or told.link,
        title=title or one_line(told.words, limit=_MAX_TITLE),
        content=told.content[:_MAX_CONTENT],
        author=_sender(message),
        published_at=_sent_at(message, letter.arrived_at),
        language=language_code(_words(message, "content-language") or told.language),
        is_whole=True,
    )


def _identity(message: Message, raw: bytes) -> str:
    """Return the Message-ID; of a letter without one, what tells it from others."""
    own = one_line(_words(message, "message-id")).strip("<> ")
    if own:
        return own if len(own) <= _MAX_ID else sha256(own.encode()).hexdigest()
    return sha256(raw).hexdigest()[:24]


def _sender(message: Message) -> str:
    """Return the name of who sent it; an address alone names nobody."""
    name, _ = parseaddr(_header(message, "from"))
    name = plain(_decoded(name), _MAX_AUTHOR)
    return "" if "@" in name else name


def _sent_at(message: Message, arrived_at: datetime | None) -> datetime | None:
    """Return when it was sent; when it arrived where it does not say, or says tomorrow."""
    sent_at = moment_of(_words(message, "date"))
    if arrived_at is None or (sent_at and sent_at < arrived_at + _AHEAD):
        return sent_at
    return arrived_at


def moment_of(date: str) -> datetime | None:
    """Return the moment that mail spells so, or None when it spells none.

    >>> moment_of("Tue, 24 Nov 2026 08:00:00 +0100 (CET)")
    datetime.datetime(2026, 11, 24, 7, 0, tzinfo=datetime.timezone.utc)
    """
    try:
        at = parsedate_to_datetime(date)
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None


def _archived(message: Message) -> str:
    """Return the letter's own address on the web (RFC 5064).

    `List-Archive` is not asked: it is the same for all letters of a list, so that the second
    would pass for the first.
    """
    found = _LINK.search(_words(message, "archived-at"))
    return absolute(found[1], "") if found else ""


def _told(message: Message) -> Markup:
    """Return what a letter says: as HTML where it has some with words, else as plain text."""
    unsubscribe = tuple(_LINK.findall(_words(message, "list-unsubscribe")))
    plainest = Markup()
    for part in _leaves(message):
        text = _text(part)
        if part.get_content_type() == "text/html":
            told = markup_of(text, unsubscribe=unsubscribe)
            if told.words.strip():
                return told
        elif not plainest.words.strip():
            plainest = markup_of(_as_markup(text, is_flowed=_parameter(part, "format") == "flowed"))
    return plainest


def _leaves(message: Message) -> Iterator[Message]:
    """Yield the texts of a letter that are meant to be read, not those of letters in it."""
    if message.get_content_type() == "message/rfc822":
        return
    if message.is_multipart():
        for part in message.get_payload():
            if isinstance(part, Message):
                yield from _leaves(part)
    elif message.get_content_maintype() == "text" and not _is_attached(message):
        yield message


def _is_attached(part: Message) -> bool:
    is_read = part.get_content_subtype() in {"html", "plain"}
    return not is_read or part.get_content_disposition() == "attachment"


def _sent_on(message: Message) -> Message | None:
    """Return the letter that was sent on in this one, or None when there is none."""
    for part in message.walk():
        if part.get_content_type() == "message/rfc822" and part.is_multipart():
            inner = part.get_payload(0)
            return inner if isinstance(inner, Message) else None
    return None


def _text(part: Message) -> str:
    """Return the characters of a part, whatever it says of its encoding."""
    body = part.get_payload(decode=True)
    return decoded(body, _parameter(part, "charset")) if isinstance(body, bytes) else ""


def _parameter(part: Message, name: str) -> str:
    """Return what a part says of its text, such as its charset; "" when it says nothing."""
    if len(str(part.get("content-type", ""))) > _MAX_PARAMETERS:
        return ""  # the library takes their square
    with suppress(Exception):  # they are a format of their own, and it stumbles
        return collapse_rfc2231_value(part.get_param(name, "")).lower()
    return ""


def _as_markup(text: str, *, is_flowed: bool) -> str:
    r"""Return plain text as paragraphs; lines that were broken to fit a screen are joined.

    >>> _as_markup("Harbour\n\nShips \nleft <now>.", is_flowed=True)
    '<p>Harbour</p>\n<p>Ships left &lt;now&gt;.</p>'
    """
    blocks = re.split(r"\n(?:[ \t>]*\n)+", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "\n".join(f"<p>{_joined(block, is_flowed=is_flowed)}</p>" for block in blocks)


def _joined(block: str, *, is_flowed: bool) -> str:
    lines = [html.escape(line, quote=False) for line in block.strip("\n").split("\n")]
    longest = max(map(len, lines))
    joined = [lines[0]]
    for before, line in pairwise(lines):
        # A line that the next word would have fitted into was ended on purpose.
        first = line.split(" ", 1)[0]
        wraps = before.endswith(" ") if is_flowed else len(before) + len(first) >= longest > _WRAPS
        if wraps:
            joined[-1] = joined[-1].rstrip()
        joined += [" ", line.strip()] if wraps else ["<br>", line]
    return "".join(joined)


def _words(message: Message, name: str) -> str:
    """Return a header in words; "" when there is none."""
    return _decoded(_header(message, name))


def _header(message: Message, name: str) -> str:
    """Return the first header of that name on one line, still as it is spelt in the letter."""
    for known, value in message.raw_items():
        if known.lower() == name:
            raw = str(value)[:_MAX_HEADER].encode("utf-8", "surrogateescape")
            return _FOLD.sub(" ", decoded(raw))
    return ""


def _decoded(text: str) -> str:
    """Return a header without its encodings; each word's is what it says, or else a better guess.

    >>> _decoded("=?utf-8?q?B=C3=BC?= =?utf-8?q?ro?= today"), _decoded("=?latin1?b?QvxybyA?=")
    ('Büro today', 'Büro ')
    """
    if "=?" not in text:
        return text
    try:
        parts = decode_header(text)
    except (HeaderParseError, ValueError):
        return text
    return "".join(
        part if isinstance(part, str) else _part_decoded(part, charset) for part, charset in parts
    )


def _part_decoded(part: bytes, charset: str | None) -> str:
    if charset is None:  # the library's own way to hold what was not encoded
        return part.decode("raw-unicode-escape", "replace")
    return decoded(part, charset)
