"""The article of a plain-text copy of a web page, in any layout and language.

The body is the stretch of blocks where prose outweighs furniture; the title is the line above
it whose words it takes up; what stands between them gives date and byline; what follows gives
credits. Words of one publisher play no part.
"""
# ruff: noqa: RUF001  signs of other scripts

import re
from collections.abc import Iterator, Sequence

from bot.errors import ExtractError
from bot.extract.agencies import dateline, in_byline, sign_off
from bot.extract.content import Content
from bot.extract.furniture import reads_on
from bot.extract.headline import find_title, plain_title
from bot.extract.language import detected
from bot.extract.lines import Mark, blocks
from bot.extract.masthead import Masthead, read_masthead
from bot.extract.shapes import Kind, Shape, sentence_count, shapes
from bot.extract.titles import folded

_FULL = 50
_ISOLATED_WORDS = 60
_ISOLATED = 0.25
_LONE_WORDS = 45
_NEAR_LINES, _FAR_LINE = 12, 2.0
_LONGEST_GAP, _UNTITLED_GAP, _TRUSTED_GAP = 30.0, 20.0, 15.0
_WEIGHT = {
    Kind.DATE: -4.0, Kind.BYLINE: -4.0, Kind.CREDIT: -3.0, Kind.CAPTION: -3.0,
    Kind.FURNITURE: -4.0, Kind.TAIL: -20.0, Kind.LEGAL: -12.0, Kind.SIGN_OFF: -100.0,
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
    at = find_title(page, (start, end), body=body, announced=title)
    head = start if at is None else at + 1
    start = max(head, start)
    kept = [shape.text for shape in _head(page, head, start)]
    kept += [shape.text for shape in _body(page, start, end)]
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
    best, running, begins = 0.0, 0.0, 0
    span = (0, 0)
    for index, weight in enumerate(_weights(page)):
        if running <= 0:
            running, begins = 0.0, index
        running += weight
        if running > best:
            best, span = running, (begins, index + 1)
    return span[0], _with_last_section(page, span[1])


def _with_last_section(page: Sequence[Shape], end: int) -> int:
    """Take in a last crosshead with its one paragraph, which alone weighs too little."""
    section = page[end : end + 3]
    if len(section) < 2 or section[0].kind is not Kind.SHORT or section[1].kind is not Kind.PROSE:  # noqa: PLR2004
        return end
    goes_on = len(section) > 2 and section[2].kind in {*_PROSE, Kind.SHORT}  # noqa: PLR2004
    single = sentence_count(section[1].text) == 1
    fits = _could_be_crosshead(section[0]) and not (goes_on and single)
    return end + 2 if fits else end


def _weights(page: Sequence[Shape]) -> list[float]:
    """Weigh each block: a paragraph among paragraphs counts fully, a lone one little.

    Teasers of other stories are lone: a title, a sentence or two, the next title. What parts
    two paragraphs costs at most so much, however long the box between them. Between the first
    paragraphs and a sign-off everything is the article's.
    """
    weights: list[float] = []
    signed = _sign_off_at(page)
    opened = below_tail = False
    for first, last in _runs(page):
        run = page[first:last]
        trusted = opened and first < signed
        if run[0].kind in _PROSE:
            above = page[first - 1] if first else None
            lone = _is_lone(run, above=above, below_tail=below_tail)
            opened = opened or not lone
            factor = _ISOLATED if lone and not trusted else 1.0
            weights += [_prose_weight(one, factor) for one in run]
        else:
            heads_others = any(one.kind is Kind.TAIL for one in run)
            longest = _LONGEST_GAP if heads_others else _UNTITLED_GAP
            weights += _gap_weights(run, _TRUSTED_GAP if trusted else longest)
            below_tail = below_tail or heads_others
    return weights


def _sign_off_at(page: Sequence[Shape]) -> int:
    """Return the index of the first sign-off below enough prose, or 0 when there is none."""
    words = 0
    for index, shape in enumerate(page):
        if shape.kind is Kind.PROSE:
            words += shape.words
        elif shape.kind is Kind.SIGN_OFF and words > _ISOLATED_WORDS:
            return index
    return 0


def _gap_weights(run: Sequence[Shape], longest: float) -> list[float]:
    plain = [0.0 if one.kind is Kind.SIGN_OFF else _gap_weight(one) for one in run]
    longest += _FAR_LINE * max(0, len(run) - _NEAR_LINES)
    scale = min(1.0, longest / (1 - sum(plain)))
    return [
        _WEIGHT[one.kind] if one.kind is Kind.SIGN_OFF else scale * weight
        for one, weight in zip(run, plain, strict=True)
    ]


def _is_lone(run: Sequence[Shape], *, above: Shape | None, below_tail: bool) -> bool:
    """One paragraph is lone; below a block of other stories two are, if under a title."""
    paragraphs = [one for one in run if one.kind is Kind.PROSE]
    words = sum(one.words for one in run)
    titled = above is not None and above.kind is Kind.SHORT and above.words > _CROSSHEAD_WORDS - 2
    if below_tail and titled:
        return words <= _ISOLATED_WORDS
    return len(paragraphs) < 2 and words <= _LONE_WORDS  # noqa: PLR2004


def _prose_weight(shape: Shape, factor: float) -> float:
    return factor * min(shape.words, _FULL) if shape.kind is Kind.PROSE else 2.0


def _runs(page: Sequence[Shape]) -> Iterator[tuple[int, int]]:
    """Yield stretches of prose, and of anything else, in turn. Pictures part no prose."""
    first = 0
    for index in range(1, len(page) + 1):
        if index == len(page) or (page[index].kind in _PROSE) != (page[first].kind in _PROSE):
            yield first, index
            first = index


def _gap_weight(shape: Shape) -> float:
    if shape.kind is not Kind.SHORT:
        return _WEIGHT[shape.kind]
    return next((weight for most, weight in _SHORT_WEIGHTS if shape.words <= most), _LONG_SHORT)


def _head(page: Sequence[Shape], first: int, start: int) -> Iterator[Shape]:
    """Yield the sentences between title and body: a standfirst, a first paragraph."""
    for index in range(first, start):
        shape = page[index]
        if shape.kind in _PROSE or (index == first and _is_standfirst(page, index)):
            yield shape


def _is_standfirst(page: Sequence[Shape], index: int) -> bool:
    """Under the title, a long line without a full stop is a standfirst."""
    return (
        page[index].kind is Kind.SHORT
        and page[index].words > _MARKED_WORDS - 4
        and page[index].block.mark is Mark.NONE
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
    return any(key in other and len(other) > len(key) + 10 for other in prose)


def _is_crosshead(page: Sequence[Shape], index: int, *, start: int, end: int) -> bool:
    """A subheading stands alone between paragraphs and is short; titles of others are not."""
    shape = page[index]
    if not _could_be_crosshead(shape):
        return False
    above = _neighbour(page, range(index - 1, start - 1, -1))
    below = _neighbour(page, range(index + 1, end))
    if above not in _PROSE or below not in _PROSE:
        return False
    return sum(folded(other.text) == folded(shape.text) for other in page) == 1


def _could_be_crosshead(shape: Shape) -> bool:
    """A crosshead is short, no link, and begins as a sentence does."""
    first = shape.text[0]
    if shape.block.mark in {Mark.LINK, Mark.ITEM} or first.islower() or first in "-–—•+":
        return False
    if shape.block.mark is Mark.HEADING:
        return shape.words <= _MARKED_WORDS
    if shape.text.endswith(("?", "؟", "？")):
        return shape.words <= _ASKING_WORDS
    return shape.words <= _CROSSHEAD_WORDS


def _neighbour(page: Sequence[Shape], indices: range) -> Kind:
    """Return what stands beside a block, looking past pictures and advertisements."""
    for at in indices:
        shape = page[at]
        if shape.kind in _PICTURE or (shape.kind is Kind.FURNITURE and not reads_on(shape.text)):
            continue
        return shape.kind
    return Kind.TAIL


def _is_listed(page: Sequence[Shape], index: int, *, start: int) -> bool:
    """Items of a list belong to the text when the paragraph before them ends with a colon."""
    if page[index].block.mark is not Mark.ITEM:
        return False
    before = next(
        (one for one in reversed(page[start:index]) if one.block.mark is not Mark.ITEM), None
    )
    return before is not None and before.text.endswith((":", "："))


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
