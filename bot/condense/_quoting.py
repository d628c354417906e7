"""Where somebody speaks for more than a sentence, in texts whose quotation marks went astray."""

# ruff: noqa: RUF001 (look-alike signs are what this file is about)

import re
from collections.abc import Iterator

from bot.text.quotations import quotations

_STOP = re.compile(r"[.!?…؟。]\s")
_MARK = re.compile(r'"')
_OPENS = ("“", "„", "«", "»", '"')
_LONGEST = 1_500  # characters: what seems to run on for longer has lost a mark


def running_quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Return where quotations stand that may hold more than one sentence.

    One that opens a paragraph and is not closed goes on in the next; one that opens within it
    and is not closed is more often a mark that was lost.
    """
    found = []
    place = 0
    for paragraph in text.split("\n\n"):
        found += [(place + start, place + end) for start, end in _running(paragraph)]
        place += len(paragraph) + 2
    return tuple(found)


def _running(paragraph: str) -> Iterator[tuple[int, int]]:
    """Yield where the quotations of one paragraph stand that hold more than a sentence."""
    if paragraph.count('"') > 1:
        for start, end in _between_straight(paragraph):
            if end - start < _LONGEST and _STOP.search(paragraph, start, end - 1):
                yield start, end
        return
    for one in quotations(paragraph):
        if _STOP.search(one.text) if one.closed else paragraph.startswith(_OPENS):
            yield one.start, one.end


def _between_straight(text: str) -> list[tuple[int, int]]:
    """Return what stands between straight marks, which look alike at either end.

    Marks take turns. One that clearly closes although nothing is open shows that the one before
    it, which looked like an opening mark, did open: its forerunner was never closed.
    """
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    doubtful = False
    for match in _MARK.finditer(text):
        at = match.start()
        follows_space = not text[at - 1 : at].strip(" \u00a0([—–\n")
        before_space = not text[at + 1 : at + 2].isalnum()
        if opened is not None:
            spans.append((opened, at + 1))
            doubtful, opened = follows_space and not before_space, None
        elif follows_space or not before_space:
            opened = at
        elif doubtful:
            start = spans.pop()[1] - 1
            spans.append((start, at + 1))
            doubtful = False
    return spans
