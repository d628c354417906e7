"""The article of a plain-text copy of a web page, in any layout and language.

The body is the stretch of blocks where prose outweighs furniture; the title is the line above
it whose words it takes up; what stands between them gives date and byline; what follows gives
credits. Words of one publisher play no part.
"""
# ruff: noqa: RUF001  signs of other scripts

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from bot.errors import ExtractError
from bot.extract.balance import body_span
from bot.extract.content import Content
from bot.extract.credits import credits_of
from bot.extract.crosshead import could_be_crosshead
from bot.extract.furniture import is_clock, reads_on, titles_another
from bot.extract.headline import find_title, plain_title
from bot.extract.language import detected
from bot.extract.lines import Mark, blocks
from bot.extract.masthead import read_foot, read_masthead
from bot.extract.shapes import PROSE, Kind, Shape, shapes
from bot.extract.textposts import text_posts
from bot.extract.titles import folded
from bot.text.datelines import after_dateline
from bot.text.sentences import sentences
from bot.text.visible import one_line

_ENDS_BELOW = 6
_STANDFIRST_WORDS = 10
_MOST_QUOTED = 500
_LONGEST_OPENING = 120
_SENTENCES = re.compile(r"(?<=[a-zà-ÿ]{2}\.)\s+(?=\w)")
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
    body = "\n".join(shape.text for shape in page[start:end] if shape.kind in PROSE)
    at = find_title(page, (start, end), body=body, announced=title)
    head = start if at is None else at + 1
    start = max(head, start)
    kept = [shape.text for shape in _head(page, head, start)]
    kept += [shape.text for shape in _body(page, start, end)]
    text = "\n\n".join(dict.fromkeys(kept))
    language = detected(text)
    masthead = read_masthead(page, title_at=at, start=start, language=language)
    foot = read_foot(page, end, language)
    heading = title or _opening(kept, language)
    if at is not None:
        heading = plain_title(page[at].text, [one.text for one in page])
    content = Content(
        text=text,
        title=heading,
        bylines=masthead.bylines or foot.bylines,
        published_at=masthead.published_at or foot.published_at,
        updated_at=masthead.updated_at or foot.updated_at,
        language=language,
        agencies=credits_of(
            kept,
            (*masthead.byline_texts, *foot.byline_texts),
            below=(*masthead.credits, *_below(page, end)),
        ),
    )
    return replace(content, posts=text_posts(content, page[head:end]))


def _opening(kept: Sequence[str], language: str | None) -> str:
    """Return what a text without a headline is called: its first sentence."""
    first = after_dateline(next(iter(kept), ""))
    return one_line(next(iter(sentences(first, language)), ""), limit=_LONGEST_OPENING)


def _head(page: Sequence[Shape], first: int, start: int) -> Iterator[Shape]:
    """Yield the sentences between title and body: a standfirst, a first paragraph."""
    for index in range(first, start):
        shape = page[index]
        topmost = all(one.kind is Kind.FURNITURE for one in page[first:index])
        is_head = topmost and _is_standfirst(page, index)
        if shape.kind in PROSE or is_head or (index == start - 1 and _opens_body(page, index)):
            yield shape


def _is_standfirst(page: Sequence[Shape], index: int) -> bool:
    """Under the title, a long line without a full stop is a standfirst."""
    return (
        page[index].kind is Kind.SHORT
        and page[index].words > _STANDFIRST_WORDS
        and page[index].block.mark is Mark.NONE
    )


def _opens_body(page: Sequence[Shape], index: int) -> bool:
    """Right above the first paragraph a line alone between controls is its subheading."""
    shape, above = page[index], page[index - 1]
    alone = above.kind is Kind.FURNITURE and is_clock(above.text)
    return shape.kind is Kind.SHORT and alone and could_be_crosshead(shape)


def _body(page: Sequence[Shape], start: int, end: int) -> Iterator[Shape]:
    prose = [folded(shape.text) for shape in page[start:end] if shape.kind is Kind.PROSE]
    prose = prose[:_MOST_QUOTED]
    for index in range(start, end):
        shape = page[index]
        if shape.kind in PROSE:
            if not _is_pulled(shape, prose):
                yield shape
        elif shape.kind is Kind.SHORT and (
            _is_crosshead(page, index, start=start, end=end)
            or _is_listed(page, index, start=start, end=end)
        ):
            yield shape


def _is_pulled(shape: Shape, prose: Sequence[str]) -> bool:
    """A quotation set large says again what a longer paragraph says."""
    key = folded(shape.text).strip("\"'.… ")
    return any(key in other and len(other) > len(key) + 10 for other in prose)


def _is_crosshead(page: Sequence[Shape], index: int, *, start: int, end: int) -> bool:
    """A subheading stands alone between paragraphs and is short; titles of others are not."""
    shape = page[index]
    if not could_be_crosshead(shape):
        return False
    if page[index - 1].text.endswith((":", "：")) and index > start:  # "Here is what we know:"
        above: Kind = Kind.PROSE
    else:
        above = _neighbour(page, _above(page, index, start))
    below = _neighbour(page, range(_below_items(page, index + 1, end), end))
    if above not in PROSE or below not in PROSE:
        return False
    return sum(folded(other.text) == folded(shape.text) for other in page) == 1


def _above(page: Sequence[Shape], index: int, start: int) -> range:
    """Return the blocks above a line, upwards, past the title of another story right above it.

    Such a title is longer than a subheading, and stands below a paragraph or "more on this".
    """
    title, before = page[index - 1], page[max(start, index - 2)]
    is_title = title.kind is Kind.SHORT and title.words > page[index].words
    if is_title and index - 2 > start and (before.kind in PROSE or reads_on(before.text)):
        at = next((at for at in range(index - 2, start, -1) if page[at].kind in PROSE), start)
        return range(at, start - 1, -1)
    return range(index - 1, start - 1, -1)


def _below_items(page: Sequence[Shape], index: int, end: int) -> int:
    """Return where a list ends that begins at `index`; `index` itself where none does."""
    items = takewhile(lambda at: page[at].block.mark is Mark.ITEM, range(index, end))
    return max(items, default=index - 1) + 1


def _neighbour(page: Sequence[Shape], indices: range) -> Kind:
    """Return what stands beside a block, looking past pictures and advertisements."""
    for at in indices:
        shape = page[at]
        leads_on = reads_on(shape.text) and not titles_another(shape.text)
        if shape.kind in _PICTURE or (shape.kind is Kind.FURNITURE and not leads_on):
            continue
        return shape.kind
    return Kind.TAIL


def _is_listed(page: Sequence[Shape], index: int, *, start: int, end: int) -> bool:
    """Items of a list belong to the text below a subheading, or what ends with a colon."""
    if page[index].block.mark is not Mark.ITEM:
        return False
    above = range(index - 1, start - 1, -1)
    at = next((at for at in above if page[at].block.mark is not Mark.ITEM), index)
    heads = page[at].kind is Kind.SHORT and _is_crosshead(page, at, start=start, end=end)
    return heads or page[at].text.endswith((":", "："))


def _below(page: Sequence[Shape], end: int) -> Iterator[str]:
    """Yield the lines right below the body that may credit an agency."""
    for shape in page[end : end + _ENDS_BELOW]:
        if shape.kind in {Kind.TAIL, Kind.LEGAL} or reads_on(shape.text):
            return
        if shape.kind in {Kind.SIGN_OFF, Kind.CREDIT, Kind.SHORT, Kind.CAPTION}:
            yield from _SENTENCES.split(shape.text)
