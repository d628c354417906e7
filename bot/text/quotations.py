"""What stands between quotation marks, in every style of them."""

# ruff: noqa: RUF001 (look-alike signs are what this file is about)

import re
from dataclasses import dataclass

# Opening marks and what may close them. German closes with what English opens with.
_CLOSING = {
    "“": '”"', "”": "”", "„": '“”‟"', "«": "»", "»": "«", "「": "」", "『": "』",
    '"': '"”', "‘": "’", "‚": "‘’", "'": "'", "‹": "›", "›": "‹",
}  # fmt: skip
_SINGLE = frozenset("‘‚'›‹")  # may be an apostrophe
# Both begin with the marks, and look back from behind them: so `re` leaps from mark to mark.
_OPENING = re.compile(
    r"[“”„«»「『\"‘‚'‹›]"
    r"(?:(?<![^\s(\[—–:;,-].)(?=\S)|(?<=\S[“„「『])(?=\w)|(?<=«)(?=[ \u00a0\u202f]))"
)
_ENDING = re.compile(r"[”»\"](?:(?<=[^\W\d_].)|(?<=[.,!?…].))(?!\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words that are quoted. `start` and `end` include the marks; `text` does not.

    `closed` is False when the marks are opened and never closed, or the other way round: the
    quotation runs on beyond this text.
    """

    text: str
    start: int
    end: int
    closed: bool = True


def quotations(text: str) -> tuple[Quotation, ...]:
    """Return the quotations of `text`; those within a quotation are not told apart.

    >>> [q.text for q in quotations('She said "it is over" and, later, „wir gehen“.')]
    ['it is over', 'wir gehen']
    >>> [q.closed for q in quotations('“It is over.')]
    [False]
    """
    found = []
    place = 0
    while match := _OPENING.search(text, place):
        mark, start = match[0], match.start()
        end = _closed_at(text, start, closing=_CLOSING[mark], straight=mark == "'")
        if end is None and mark in _SINGLE:  # an apostrophe: 'tis
            place = start + 1
            continue
        stop = len(text) if end is None else end
        inner = text[start + 1 : stop - (end is not None)].strip()
        found.append(Quotation(text=inner, start=start, end=stop, closed=end is not None))
        place = stop
    return tuple(found) or _unopened(text)


def unquoted(text: str) -> str:
    """Return `text` with blanks for all that is quoted, so that places stay the same.

    >>> unquoted('"It is over," said Lind.')
    '              said Lind.'
    """
    for quotation in quotations(text):
        width = quotation.end - quotation.start
        text = text[: quotation.start] + " " * width + text[quotation.end :]
    return text


def _closed_at(text: str, start: int, *, closing: str, straight: bool) -> int | None:
    """Return where the quotation that opens at `start` ends, or None when it never does."""
    for place in range(start + 2, len(text)):
        if text[place] not in closing:
            continue
        after = text[place + 1 : place + 2]
        if straight and not _ends_words(text, place):
            continue
        if not after.isalnum():
            return place + 1
    return None


def _ends_words(text: str, place: int) -> bool:
    """Tell a closing single mark from an apostrophe of the plural: "the workers' union"."""
    return (
        text[place - 1] in ".,!?…"
        or text[place + 1 : place + 2] in {"", ",", ".", ";", ":", ")"}
        or (text[place - 1] != "s")
    )


def _unopened(text: str) -> tuple[Quotation, ...]:
    """Return the quotation of which `text` has only the end."""
    match = _ENDING.search(text)
    if match is None:
        return ()
    return (Quotation(text=text[: match.start()].strip(), start=0, end=match.end(), closed=False),)
