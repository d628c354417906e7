"""What an extractor leaves above and below a text: title, kicker, date, byline, small print."""
# ruff: noqa: RUF001  dashes and quotes of other scripts

import re
from collections.abc import Collection, Sequence

from bot.extract.furniture import is_furniture, is_legal
from bot.extract.names import is_byline, is_name
from bot.extract.shapes import LABELS, is_date_line, is_terminal, word_count
from bot.extract.titles import folded

_PARTS = re.compile(r"\s*[|•·,;]\s*|\s[-–—]\s")
_REACH = 6
_MASTHEAD_LINES = 30
_SENTENCE_WORDS = 9
_LINE_WORDS = 16
_BY = re.compile(r"\b(?:by|from|words|text|von|par|por|di|door|av|af)\b", re.IGNORECASE)
_FROM = re.compile(r"(?:from|by|words|text)\s+", re.IGNORECASE)


def without_head(lines: Sequence[str], titles: Collection[str]) -> list[str]:
    """Return the lines below the title, its kicker and its masthead, if any of these are there.

    >>> without_head(["Region", "Harbour reopens", "Published", "It did."], ["Harbour reopens"])
    ['It did.']
    """
    known = {folded(title) for title in titles if title}
    start = 0
    for index, line in enumerate(lines[:_REACH]):
        if folded(line) in known:
            start = index + 1
            break
        if is_terminal(line) and word_count(line) >= _SENTENCE_WORDS:
            break
    last = min(len(lines) - 1, start + _MASTHEAD_LINES)
    while start < last and is_masthead(lines[start]):
        start += 1
    return list(lines[start:])


def without_foot(lines: Sequence[str], controls: Collection[str]) -> list[str]:
    """Return the lines without last ones that stand beside a button, or speak of rights.

    >>> without_foot(["It did.", "We bake cookies."], {"We bake cookies."})
    ['It did.']
    """
    kept = list(lines)
    while len(kept) > 1 and (kept[-1] in controls or _is_small_print(kept[-1])):
        kept.pop()
    return kept


def is_masthead(line: str) -> bool:
    """Say whether a line holds a date or a byline, or the words that introduce them, alone.

    >>> [is_masthead(line) for line in (", from", "Par Ida Grange - Publié le", "It rained.")]
    [True, True, False]
    """
    if word_count(line) > _LINE_WORDS or is_terminal(line):
        return False
    parts = [part for part in _PARTS.split(line) if part]
    return all(
        _is_label(part) or is_date_line(part) or is_byline(part) or _is_from(part) for part in parts
    )


def _is_label(part: str) -> bool:
    return not _BY.sub(" ", LABELS.sub(" ", part)).strip(" ,:.")


def _is_from(part: str) -> bool:
    """Say whether a part names a person as a byline does that stands behind a date."""
    led = _FROM.match(part)
    return led is not None and is_name(part[led.end() :])


def _is_small_print(line: str) -> bool:
    return is_furniture(line) or (word_count(line) <= _LINE_WORDS and is_legal(line))
