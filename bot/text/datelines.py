"""The place that an article was reported from, as it stands before its first sentence."""
# ruff: noqa: RUF001  signs of other scripts

import re

from bot.text.agencies import agency, credited, dateline

_DASH = r"(?:\s*[—–―]+\s*|\s+-{1,2}\s+|\s*--\s*)"
_BRACKETED = re.compile(
    r"^(?P<place>[^\W\d_][^()（）\n]{1,60}?)\s*[(（]\s*[^()（）\n]{2,40}\s*[)）]\s*(?:[-—–―:,.|]+\s*|\s|$)"
)
_DASHED = re.compile(rf"^(?P<place>[^\W\d_][^—–―\n()]{{1,60}}?){_DASH}(?=\S)")
_SLASHED = re.compile(r"^(?P<place>[^\W\d_][^/\n]{1,60}?)\s*/\s?[^/\n]{2,40}?\s?/")
_BARRED = re.compile(r"^(?P<place>[^\W\d_][^|\n]{1,40}?)\s+[a-zäöü][\w.-]{1,12}\s*\|\s")
_XINHUA = re.compile(r"^[（(]?\w{2,6}社(?P<place>[\u4e00-\u9fff]{2,10}?)\d{1,2}月\d{1,2}日[电電]")
_JAPANESE = re.compile(
    r"^【(?P<place>[^】\n]{2,20}?)[＝=・]?(?P<agency>共同|時事|[A-Z]{2,3}通?信?)?】"
)
_DATE = re.compile(r"\s*,?\s+(?:\w+\.?\s+)?\d.*$|\s*,?\s*\d{1,2}\s.*$")
_DATED = re.compile(r"[,،] ?(?:le |den )?(?:[^\W\d_]{3,9}\.? )?\d")
_LABEL = re.compile(
    r"(?:BREAKING|LATEST|EXCLUSIVE)?\s*(?:UPDATED?|BREAKING|NEWS|WATCH|LIVE|OPINION|ANALYSIS|REVIEW"
    r"|EXCLUSIVE|INTERVIEW|VIDEO|PHOTOS?|EDITORIAL|COMMENT|LATEST|EXKLUSIV|KOMMENTAR|CORRECTION|NOTE)"
)
_MOST_WORDS, _LONGEST = 6, 60
_SMALL = frozenset(
    [
        "de",
        "la",
        "le",
        "les",
        "du",
        "des",
        "del",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "el",
        "al",
        "upon",
        "am",
        "an",
        "der",
        "den",
        "in",
        "on",
        "of",
        "the",
        "sur",
        "im",
        "und",
        "and",
    ]
)


def reported_from(text: str) -> str:
    """Return the place in the dateline of an article's first two paragraphs, or "".

    >>> reported_from("ALEPPO, Syria (Reuters) — The bridge reopened.")
    'ALEPPO, Syria'
    >>> reported_from("The bridge — closed for years — reopened.")
    ''
    """
    for line in text.split("\n\n", 2)[:2]:
        place = _place(line.strip())
        if place:
            return place
    return ""


def after_dateline(line: str) -> str:
    """Return a paragraph without the dateline before its first sentence.

    >>> after_dateline("ALEPPO, Nov 24 (Reuters) - The bridge reopened.")
    'The bridge reopened.'
    >>> after_dateline("Sankt Elmen, 24. Nov. (npd) - Die Brücke ist offen.")
    'Die Brücke ist offen.'
    >>> after_dateline("DORN, Tarvel (LNA) — The bridge is open.")
    'The bridge is open.'
    >>> after_dateline("The bridge — closed for years — reopened.")
    'The bridge — closed for years — reopened.'
    """
    if not _place(line):
        return line
    begins = (_XINHUA, _JAPANESE, _BRACKETED, _SLASHED, _BARRED, _DASHED)
    found = next(match for pattern in begins if (match := pattern.match(line)))
    return line[found.end() :].lstrip()


def _place(line: str) -> str:
    for pattern in (_XINHUA, _JAPANESE):
        match = pattern.match(line)
        if match:
            return match["place"].strip("＝=・")
    bracketed = _BRACKETED.match(line) or _SLASHED.match(line)
    if bracketed:
        # A place before brackets is one if an agency stands in them, it shouts, or a date follows.
        place = _cleaned(bracketed["place"])
        is_sure = place.split(",")[0].isupper() or bool(_DATED.search(bracketed["place"]))
        is_dashed = bracketed[0].rstrip()[-1:] in "-—–―/" and is_sure
        return place if place and (dateline(line) or is_dashed) else ""
    barred = _BARRED.match(line)
    if barred:
        place = _cleaned(barred["place"])
        return place if place.isupper() else ""
    dashed = _DASHED.match(line)
    return _dashed(dashed["place"], line[dashed.end() :]) if dashed else ""


def _dashed(words: str, rest: str) -> str:
    """Return the place before a dash: in capitals, or with an agency on either side of it."""
    place = _cleaned(words)
    first = place.split(",")[0]
    if first.isupper() and len(first) > 2 and not _LABEL.fullmatch(place):  # noqa: PLR2004
        return place
    after = re.split(r"[\s:：،,]", rest, maxsplit=1)[0]
    is_wired = (agency(after) is not None and after.isupper()) or bool(credited(after))
    return place if place and is_wired else ""


def _cleaned(words: str) -> str:
    """Return a place without its date, or "" when it has not a place's shape."""
    place = _DATE.sub("", words).strip(" ,،:-")
    parts = place.split()
    if not parts or len(parts) > _MOST_WORDS or len(place) > _LONGEST or place.endswith("?"):
        return ""
    named = (part for part in parts if part.casefold() not in _SMALL)
    fit = all(part[0].isupper() or not part[0].islower() for part in named)
    return place if fit and not any(char.isdigit() for char in place) else ""
