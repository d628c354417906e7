"""Reads Discord's markdown as its client does: what is shown, and what is alive in it."""

import re
from dataclasses import dataclass

_ESCAPE = re.compile(r"\\([^0-9A-Za-z\s])")
# A character of the private use area stands for an escaped one while the rest is read.
_HOLD = 0xF000
_LINK = re.compile(r"\[([^\[\]]+)\]\(<?(https?://[^\s<>)]+)>?\)")
_ALIVE = {
    "mention": re.compile(r"@(?:everyone|here)|<@[!&]?\d+>|<#\d+>|<id:\w+>", re.IGNORECASE),
    "command": re.compile(r"</[^>]+:\d+>"),
    "emoji": re.compile(r"<a?:\w+:\d+>|:\w+:"),
    "address": re.compile(r"(?:https?|steam|discord)://[^\s<]+", re.IGNORECASE),
    "invite": re.compile(r"discord(?:app)?\.(?:gg|com/invite)/\w+", re.IGNORECASE),
    "code": re.compile(r"`[^`]+`"),
    "spoiler": re.compile(r"\|\|.+?\|\|"),
    "struck": re.compile(r"~~.+?~~"),
    "underlined": re.compile(r"__.+?__"),
    "italic": re.compile(r"(?<!\*)\*(?![\s*])[^*]+\*(?!\*)|\b_[^_]+_\b"),
    "bold": re.compile(r"\*\*.+?\*\*"),
    "moment": re.compile(r"<t:-?\d+(?::\w)?>"),
    "heading": re.compile(r"^#{1,3}\s", re.MULTILINE),
    "small": re.compile(r"^-#\s", re.MULTILINE),
    "quote": re.compile(r"^>(?:>>)?\s", re.MULTILINE),
    "list": re.compile(r"^\s*(?:[-*+]|\d+\.)\s", re.MULTILINE),
}
_MARKS = re.compile(r"\*\*|^#{1,3} |^-# |^- ", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """`alive` names what formats, links, mentions; `links` are (label, address)."""

    words: str
    alive: frozenset[str]
    links: tuple[tuple[str, str], ...]


def read(markdown: str) -> Reading:
    r"""Read a text display.

    >>> found = read("**a\\*** [x](<http://a.example>)")
    >>> found.words, sorted(found.alive), found.links
    ('a* x', ['bold', 'link'], (('x', 'http://a.example'),))
    """
    held = _ESCAPE.sub(lambda match: chr(_HOLD + ord(match[1])), markdown)
    links = tuple((_freed(label), url) for label, url in _LINK.findall(held))
    rest = _LINK.sub(lambda match: match[1], held)
    alive = {name for name, pattern in _ALIVE.items() if pattern.search(rest)}
    return Reading(
        words=_freed(_MARKS.sub("", rest)).replace("\u200b", ""),
        alive=frozenset(alive | ({"link"} if links else set())),
        links=links,
    )


def _freed(text: str) -> str:
    """Put escaped characters back."""
    return "".join(chr(ord(c) - _HOLD) if _HOLD < ord(c) < _HOLD + 0x100 else c for c in text)
