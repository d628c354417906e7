"""Date and byline of a plain-text copy: the lines around its title."""
# ruff: noqa: RUF001  signs of other scripts

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise, takewhile

from bot.extract.names import (
    has_role,
    is_byline,
    is_name,
    names,
    names_beside_agencies,
    without_office,
)
from bot.extract.shapes import Kind, Shape
from bot.text.dates import instants

_UPDATED = re.compile(
    r"updat|modif|aktualisiert|stand\s?:|mis à jour|actualizad|aggiornat|atualizad|bijgewerkt"
    r"|uppdaterad|opdateret|oppdatert"
    r"|обновлен|güncelle|aktualizac|تحديث|حُدّث|更新|수정",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"publi|posted|veröffentlicht|erstellt|created|опубликован|yayın|نشر|发布|公開|입력",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"\s*[|•·]\s*|\s{2,}|\s+(?=(?:作者|来源|來源|记者|記者|编辑|責編|责编)\s?[:：])"
)
_BESIDE = re.compile(r",|\s(?:in|and|und|et|y|en|à|with|mit|avec|con)\s")
_FROM = re.compile(r"^from\s+", re.IGNORECASE)
_ABOVE, _BELOW = 6, 4
_DATELINE_CHARS = 80
_BYLINE_WORDS = 9
_NAMES_WITHIN = 2
_FOOT = 4
_NAME_WORDS = 4
_DASH = re.compile(r"\s[-–—]\s")
_SOURCE = re.compile(
    r"^(?:来源|來源|出典|source|quelle|fuente|fonte|kaynak|источник|المصدر)\s?[:：]", re.IGNORECASE
)
_WHENCE = re.compile(r"\s+reported from\b.*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """When it was published and changed, who wrote it, and the lines that said so."""

    bylines: tuple[str, ...] = ()
    published_at: datetime | None = None
    updated_at: datetime | None = None
    byline_texts: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()


def read_masthead(
    page: Sequence[Shape], *, title_at: int | None, start: int, language: str | None
) -> Masthead:
    """Read the lines from just above the title to the first paragraphs."""
    middle = start if title_at is None else title_at
    below = list(page[middle + (title_at is not None) : max(start, middle + 1) + _BELOW])
    above = list(reversed(page[max(0, middle - _ABOVE) : middle]))
    near = [shape for shape in below + above if shape.kind not in {Kind.PROSE, Kind.TAIL}]
    # A caption tells when its picture was taken.
    published, updated = _dates([one for one in near if one.kind is not Kind.CAPTION], language)
    if published is None and updated is None:
        published = _dateline(page[start : start + 2])
    plain = [one for one in below if one in near]
    texts = tuple(_signed(near)) or tuple(_bare_names(plain))
    texts = texts or tuple(_listed_names(plain)) or tuple(_placed_names(plain))
    return Masthead(
        bylines=names(texts),
        published_at=published or updated,
        updated_at=updated,
        byline_texts=texts,
        credits=tuple(
            part for one in near for part in _PARTS.split(one.text) if _SOURCE.match(part)
        ),
    )


def _dates(near: Sequence[Shape], language: str | None) -> tuple[datetime | None, datetime | None]:
    """Return the first date, and the first that is said to be of a change."""
    published: datetime | None = None
    updated: datetime | None = None
    changes = False
    for shape in near:
        for part in _dated_parts(shape.text):
            changes = bool(_UPDATED.search(part)) or (changes and not _PUBLISHED.search(part))
            moment = next(instants(part, month_first=language == "en"), None)
            if moment is None:
                changes = changes and not any(char.isdigit() for char in part)  # "2 hours ago"
                continue
            if changes:
                updated = updated or moment
            else:
                published = published or moment
            changes = False
    return published, updated


def _dated_parts(text: str) -> list[str]:
    """Cut a line before each word that says what the next date is."""
    cuts = sorted(
        match.start() for pattern in (_UPDATED, _PUBLISHED) for match in pattern.finditer(text)
    )
    edges = [0, *cuts, len(text)]
    return [text[first:last] for first, last in pairwise(edges)]


def _dateline(first: Sequence[Shape]) -> datetime | None:
    for shape in first:
        moment = next(instants(shape.text[:_DATELINE_CHARS]), None)
        if moment is not None:
            return moment
    return None


def _signed(near: Sequence[Shape]) -> Iterator[str]:
    """Yield lines, and parts of lines, that say "by"."""
    for shape in near:
        if shape.kind in {Kind.BYLINE, Kind.SHORT, Kind.DATE, Kind.SIGN_OFF}:
            text = shape.text.split(";")[0]  # "Reporting by …; editing by …"
            for part in _PARTS.split(text):
                if is_byline(part) or names_beside_agencies(part):
                    yield part


def _bare_names(below: Sequence[Shape]) -> Iterator[str]:
    """Yield names that say no "by" but stand beside a date or an office, under the title."""
    for index, shape in enumerate(below):
        beside = below[max(0, index - 2) : index + 3]
        signed = any(one.kind is Kind.DATE or has_role(one.text) for one in beside)
        if signed and shape.kind in {Kind.SHORT, Kind.DATE}:
            parts = (without_office(_FROM.sub("", part)) for part in _PARTS.split(shape.text))
            yield from filter(_begins_with_name, parts)


def _placed_names(below: Sequence[Shape]) -> Iterator[str]:
    """Yield the name of "name - place" above a date, in scripts without capitals."""
    for index, shape in enumerate(below[:_NAMES_WITHIN]):
        parts = _DASH.split(shape.text)
        dated = any(one.kind is Kind.DATE for one in below[index + 1 : index + 3])
        if shape.kind is Kind.SHORT and dated and len(parts) == 2 and all(map(_is_uncased, parts)):  # noqa: PLR2004
            yield parts[0]


def _is_uncased(text: str) -> bool:
    words = text.split()
    is_short = 1 < len(words) <= _NAME_WORDS
    return is_short and all(word.isalpha() and word.lower() == word.upper() for word in words)


def _listed_names(below: Sequence[Shape]) -> Iterator[str]:
    """Yield lines of nothing but two names or more, right under the title."""
    for shape in below[:_NAMES_WITHIN]:
        parts = [part for part in _BESIDE.split(shape.text) if part.strip()]
        if shape.kind is Kind.SHORT and len(parts) > 1 and all(map(is_name, parts)):
            yield shape.text


def read_foot(page: Sequence[Shape], end: int, language: str | None) -> Masthead:
    """Read bylines, and the date that says what it is, from the lines right below the text."""
    foot = list(takewhile(_is_close, page[end : end + _FOOT]))
    signed = [_WHENCE.sub("", one.text) for one in foot if _WHENCE.search(one.text)]
    signed += _signed(foot)
    dated = [one for one in foot if _PUBLISHED.search(one.text) or _UPDATED.search(one.text)]
    published, updated = _dates(dated, language)
    return Masthead(
        bylines=names(signed),
        published_at=published or updated,
        updated_at=updated,
        byline_texts=tuple(signed),
    )


def _is_close(shape: Shape) -> bool:
    return shape.kind not in {Kind.TAIL, Kind.LEGAL}


def _begins_with_name(part: str) -> bool:
    return (
        len(part.split()) <= _BYLINE_WORDS and ":" not in part and is_name(_BESIDE.split(part)[0])
    )
