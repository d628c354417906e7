"""The article of a plain-text copy of a web page, in any layout and language.

The body is the stretch of blocks where prose outweighs furniture; the title is the line above
it whose words it takes up; what stands between them gives date and byline; what follows gives
credits. Words of one publisher play no part.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.errors import ExtractError
from bot.extract.agencies import dateline, in_byline, sign_off
from bot.extract.content import Content
from bot.extract.headline import find_title, plain_title, stems
from bot.extract.language import detected
from bot.extract.lines import Mark, blocks
from bot.extract.masthead import Masthead, read_masthead
from bot.extract.shapes import Kind, Shape, shapes
from bot.extract.titles import folded

_FULL = 50
_ISOLATED_WORDS = 60
_ISOLATED = 0.25
_WEIGHT = {
    Kind.BIT: 2.0, Kind.DATE: -4.0, Kind.BYLINE: -4.0, Kind.CREDIT: -3.0, Kind.CAPTION: -3.0,
    Kind.FURNITURE: -4.0, Kind.TAIL: -25.0, Kind.LEGAL: -30.0, Kind.SIGN_OFF: -100.0,
}  # fmt: skip
_SHORT_WEIGHTS = ((6, -6.0), (9, -9.0))
_LONG_SHORT = -14.0
_CROSSHEAD_WORDS, _ASKING_WORDS, _MARKED_WORDS = 6, 9, 14
_ENDS_BELOW = 6
_PROSE = frozenset({Kind.PROSE, Kind.BIT})
_PICTURE = frozenset({Kind.CREDIT, Kind.CAPTION})


def content_of_text(text: str, address: str, *, title: str = "") -> Content:
    """Return the article of a plain-text copy; `title` is what its announcement called it.

    Raises:
        ExtractError: no stretch of it reads as prose.
    """
    page = shapes(blocks(text))
    start, end = body_span(page)
    if start == end:
        raise ExtractError(address, "there is no running text in it")
    body = "\n".join(shape.text for shape in page[start:end] if shape.kind in _PROSE)
    at = find_title(page, start, body=body, announced=title)
    head = start if at is None else at + 1
    kept = [shape.text for shape in _head(page, head, start)]
    kept += [shape.text for shape in _body(page, max(head, start), end)]
    text = "\n\n".join(dict.fromkeys(kept))
    language = detected(text)
    masthead = read_masthead(page, title_at=at, start=start, language=language)
    heading = title if at is None else plain_title(page[at].text, [one.text for one in page])
    return Content(
        text=text,
        title=heading,
        bylines=masthead.bylines,
        published_at=masthead.published_at,
        updated_at=masthead.updated_at,
        language=language,
        agencies=_agencies(page, kept, end=end, masthead=masthead),
    )


def body_span(page: Sequence[Shape]) -> tuple[int, int]:
    """Return where the heaviest stretch of prose begins and ends; the same twice for none."""
    weights = _weights(page)
    best, running, begins = 0.0, 0.0, 0
    span = (0, 0)
    for index, weight in enumerate(weights):
        if running <= 0:
            running, begins = 0.0, index
        running += weight
        if running > best:
            best, span = running, (begins, index + 1)
    return span


def _weights(page: Sequence[Shape]) -> list[float]:
    """Weigh each block: a paragraph among paragraphs counts fully, a lone one little.

    Teasers of other stories are lone: a title, a sentence or two, the next title.
    """
    weights: list[float] = []
    for first, last in _runs(page):
        run = page[first:last]
        if run[0].kind not in _PROSE:
            weights += [_short_weight(one) if one.kind is Kind.SHORT else _WEIGHT[one.kind] for one in run]
            continue
        lone = sum(one.words for one in run) <= _ISOLATED_WORDS
        factor = _ISOLATED if lone else 1.0
        weights += [factor * min(one.words, _FULL) if one.kind is Kind.PROSE else 2.0 for one in run]
    return weights


def _runs(page: Sequence[Shape]) -> Iterator[tuple[int, int]]:
    """Yield stretches of prose, and of anything else, in turn. Pictures part no prose."""
    first = 0
    for index in range(1, len(page) + 1):
        if index == len(page) or (page[index].kind in _PROSE) != (page[first].kind in _PROSE):
            yield first, index
            first = index


def _short_weight(shape: Shape) -> float:
    return next((weight for most, weight in _SHORT_WEIGHTS if shape.words <= most), _LONG_SHORT)


def _head(page: Sequence[Shape], first: int, start: int) -> Iterator[Shape]:
    """Yield the sentences between title and body: a standfirst, a first paragraph."""
    for index in range(first, start):
        shape = page[index]
        if shape.kind in _PROSE or (index == first and _is_standfirst(page, index)):
            yield shape


def _is_standfirst(page: Sequence[Shape], index: int) -> bool:
    """Under the title, a long line without a full stop is a standfirst."""
    below = page[index + 1].kind if index + 1 < len(page) else Kind.SHORT
    return (
        page[index].kind is Kind.SHORT
        and page[index].words > _MARKED_WORDS - 4
        and page[index].block.mark is not Mark.LINK
        and below in {Kind.DATE, Kind.BYLINE, Kind.PROSE}
    )


def _body(page: Sequence[Shape], start: int, end: int) -> Iterator[Shape]:
    prose = [folded(shape.text) for shape in page[start:end] if shape.kind is Kind.PROSE]
    for index in range(start, end):
        shape = page[index]
        if shape.kind in _PROSE:
            if not _is_pulled(shape, prose):
                yield shape
        elif shape.kind is Kind.SHORT and (
            _is_crosshead(page, index, start=start, end=end) or _is_listed(page, index, start=start)
        ):
            yield shape


def _is_pulled(shape: Shape, prose: Sequence[str]) -> bool:
    """A quotation set large says again what a longer paragraph says."""
    key = folded(shape.text).strip("\"'.… ")
    return any(key in other and len(other) > len(key) + 10 for other in prose)  # noqa: PLR2004


def _is_crosshead(page: Sequence[Shape], index: int, *, start: int, end: int) -> bool:
    """A subheading stands alone between paragraphs and is short; titles of others are not."""
    shape = page[index]
    above = _neighbour(page, range(index - 1, start - 1, -1))
    below = _neighbour(page, range(index + 1, end))
    if above not in _PROSE or below not in _PROSE or shape.block.mark in {Mark.LINK, Mark.ITEM}:
        return False
    elsewhere = sum(folded(other.text) == folded(shape.text) for other in page)
    if elsewhere > 1 or re.match(r"[-–—•]", shape.text):  # noqa: RUF001
        return False
    if shape.block.mark is Mark.HEADING:
        return shape.words <= _MARKED_WORDS
    if shape.text.endswith(("?", "؟", "？")):  # noqa: RUF001
        return shape.words <= _ASKING_WORDS
    return shape.words <= _CROSSHEAD_WORDS


def _neighbour(page: Sequence[Shape], indices: range) -> Kind:
    """Return what stands beside a block, looking past pictures."""
    return next((page[at].kind for at in indices if page[at].kind not in _PICTURE), Kind.TAIL)


def _is_listed(page: Sequence[Shape], index: int, *, start: int) -> bool:
    """Items of a list belong to the text when the paragraph before them ends with a colon."""
    if page[index].block.mark is not Mark.ITEM:
        return False
    before = next((one for one in reversed(page[start:index]) if one.block.mark is not Mark.ITEM), None)
    return before is not None and before.text.endswith((":", "："))  # noqa: RUF001


def _agencies(
    page: Sequence[Shape], kept: Sequence[str], *, end: int, masthead: Masthead
) -> tuple[str, ...]:
    """Return the agencies of the dateline, the byline and the lines right below the body."""
    found = [name for line in kept[:3] for name in dateline(line)]
    found += [name for line in masthead.byline_texts for name in in_byline(line)]
    found += list(_trailing_credit(kept[-1])) if kept else []
    for shape in page[end : end + _ENDS_BELOW]:
        if shape.kind in {Kind.TAIL, Kind.LEGAL}:
            break
        if shape.kind in {Kind.SIGN_OFF, Kind.CREDIT}:
            found += sign_off(shape.text)
    return tuple(dict.fromkeys(found))


def _trailing_credit(paragraph: str) -> tuple[str, ...]:
    match = re.search(r"[.!?…”\"»]\s*(?P<credit>[(\[][^()\[\]]{2,80}[)\]]\s*\.?)$", paragraph)
    return sign_off(match["credit"]) if match else ()
