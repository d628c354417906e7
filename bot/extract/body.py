"""Finds the article's text on a page: by its own weights where these are sure, else by a vote."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from bot.extract.blocks import HEADINGS, Block, blocks_of
from bot.extract.fasttrees import FAST
from bot.extract.furniture import is_credit, is_furniture
from bot.extract.signs import Hints, Row, signs_of
from bot.extract.structured import Stated
from bot.extract.trees import chances
from bot.extract.votedtrees import VOTED
from bot.extract.votes import votes_of
from bot.extract.wires import foot_credit
from bot.text.agencies import sign_off
from bot.text.visible import one_line

_EVEN = 0.5
_MOST_UNSURE = 0.1
_LEAST_WORDS = 100
"""A page goes the short way if so little of its article is in doubt, and there is so much of it.

Set by `bench/learn_body.py` on the development half of the gold pages, sites apart.
"""
_REPEATED_WORDS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The text of an article, and whether no library was asked for it."""

    text: str
    is_sure: bool


def body_of(root: HtmlElement, data: Stated) -> Body:
    """Return the article's paragraphs and subheadings, parted by one empty line.

    What is hidden is expected to be gone from the tree, which is left as it is.
    """
    blocks, boxes = blocks_of(root)
    rows = signs_of(blocks, boxes, hints_of(root, data))
    likely = chances(FAST, rows)
    if is_sure(rows, likely):
        return Body(text=text_of(blocks, likely), is_sure=True)
    kept = library_text(root)
    votes = votes_of(blocks, kept)
    voted = chances(VOTED, [(*row, *vote) for row, vote in zip(rows, votes, strict=True)])
    return Body(text=text_of(blocks, voted) or kept, is_sure=False)


def hints_of(root: HtmlElement, data: Stated) -> Hints:
    """Return what the head of a page says about its article."""
    told: dict[str, str] = {}
    for tag in root.iter("meta"):
        name = (tag.get("property") or tag.get("name") or "").lower()
        told.setdefault(name.removeprefix("og:"), tag.get("content") or "")
    title = next((one.text or "" for one in root.iter("title")), "")
    return Hints(
        titles=(title, told.get("title", ""), *data.titles),
        description=told.get("description", ""),
        body=data.body,
    )


def is_sure(rows: Sequence[Row], likely: Sequence[float], *, limit: float = _MOST_UNSURE) -> bool:
    """Say whether the words in doubt are few beside those that are the article's."""
    sure = sum(row[0] * chance for row, chance in zip(rows, likely, strict=True))
    doubt = sum(row[0] * min(chance, 1 - chance) for row, chance in zip(rows, likely, strict=True))
    return sure > _LEAST_WORDS and doubt < limit * sure


def text_of(blocks: Sequence[Block], likely: Sequence[float]) -> str:
    """Return the blocks that are more likely the article's than not."""
    chosen = [at for at, chance in enumerate(likely) if chance > _EVEN]
    while chosen and blocks[chosen[-1]].box.tag in HEADINGS:
        chosen.pop()
    below = chosen[-1] + 1 if chosen else len(blocks)
    if below < len(blocks) and _is_credit_line(blocks[below].text):
        chosen.append(below)  # its credits are read from the text's last line, and it goes
    lines = (one_line(block.text) for block in _once(blocks[at] for at in chosen))
    return "\n\n".join(line for line in lines if line)


def _once(blocks: Iterable[Block]) -> Iterator[Block]:
    """Leave out asides, and what another part of the page says again: layouts for small screens."""
    first: dict[str, object] = {}
    for block in blocks:
        place = block.box.outer
        if _is_aside(block.text):
            continue
        if block.text.count(" ") < _REPEATED_WORDS or first.setdefault(block.text, place) is place:
            yield block


def _is_aside(text: str) -> bool:
    return (is_furniture(text) or is_credit(text)) and not _is_credit_line(text)


def _is_credit_line(text: str) -> bool:
    return bool(sign_off(text) or foot_credit(text))


def library_text(root: HtmlElement) -> str:
    """Return what trafilatura takes for the article, a line for each block."""
    from trafilatura import bare_extraction  # heavy, and not needed for plain text

    document = bare_extraction(root, include_comments=False, with_metadata=False)
    return getattr(document, "text", None) or ""
