"""Strangers' text made fit to be shown: no control characters, no tricks with direction."""

import re
import unicodedata

_HIDDEN = re.compile(
    "["
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"  # soft hyphen, joiners, fillers
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"  # zero width, bidi marks and overrides
    "\u3164\ufeff\uffa0\ufff0-\ufffb"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"  # musical controls, tags
    "]"
)
_BREAKS = str.maketrans(
    {**dict.fromkeys("\r\x85\u2028\u2029", "\n"), **dict.fromkeys("\t\x0b\x0c", " ")}
)


def visible(text: str) -> str:
    r"""Return `text` without characters that a reader cannot see; lines stay.

    Zero-width joiners between letters stay: Persian and emoji need them.

    >>> visible("Har\u200bbour\u202e\x00 news")
    'Harbour news'
    """
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\t", " ")
    # Nearly every text is clean: most of the rest has but line breaks, or letters of its own.
    spaced = text.replace("\n", " ").replace("\xa0", " ")
    if spaced.isprintable() and (text.isascii() or not _HIDDEN.search(text)):
        return unicodedata.normalize("NFC", text)
    shown = _HIDDEN.sub("", text).translate(_BREAKS)
    # Looking at each character would cost more than all the rest.
    if not shown.replace("\n", " ").replace("\xa0", " ").isprintable():
        shown = "".join(
            char
            for char in shown
            if char == "\n" or unicodedata.category(char) not in {"Cc", "Cs", "Co", "Cn"}
        )
    # Last, since what was hidden may have kept a letter and its accent apart.
    return unicodedata.normalize("NFC", shown)


def one_line(text: str, *, limit: int | None = None) -> str:
    r"""Return `text` visible, on one line, cut with an ellipsis at `limit` characters.

    >>> one_line("Harbour \n  reopens", limit=10)
    'Harbour r…'
    """
    line = " ".join(visible(text).split())
    if limit is not None and len(line) > limit:
        return f"{line[: limit - 1].rstrip()}…" if limit > 0 else ""
    return line
