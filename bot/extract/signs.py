"""What tells an article's blocks from a page's others: a row of numbers for each block."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.extract.blocks import HEADINGS, Block, Box
from bot.extract.boxnames import KINDS, kinds_of, nearness
from bot.extract.furniture import heads_tail
from bot.extract.shapes import word_count

_ENDS = re.compile(r"[.!?…:。！？۔।][\"'”’»)\]]*$")  # noqa: RUF001  sentence ends of other scripts
_WORD = re.compile(r"\w+")
_TAGS = (
    "article", "main", "td", "table", "aside", "figcaption", "figure", "p", "section",
    "blockquote", "ul",
)  # fmt: skip
_OWN = ("div", "td", "h2", "li")
_TAG_BIT = {tag: 1 << at for at, tag in enumerate(_TAGS)}
_FAR, _NEVER = 60, 61
_PROSE_WORDS, _OPEN_WORDS, _PROSE_LINKED = 8, 30, 0.5
_DENSE_CHARACTERS = 14
_TITLE_WORDS, _TAIL_WORDS = 40, 12
_KEY, _LEAST_KEY, _LEAST_BODY = 40, 15, 400
_LEVELS = (1.0, 1.0, 0.6, 0.36)
_BODY_BIT = 1 << list(KINDS).index("body")
_COMMENT_BIT = 1 << list(KINDS).index("comment")
_OUTER_BITS = 1 << list(KINDS).index("frame") | 1 << list(KINDS).index("related")
_NAMED_BODY, _NAMED_COMMENT, _NAMED_OUTER = 1.1, 0.4, 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What the page says elsewhere about the article: titles, a description, perhaps a body."""

    titles: tuple[str, ...] = ()
    description: str = ""
    body: str = ""


NAMES = (
    "words", "link", "bold", "word_length", "is_heading", "is_prose", "ends",
    "up", "down", "box_prose", "box_share", "up_share", "up2_share", "up3_share",
    "up_link", "up2_link", "up_words", "box_words", "up_blocks", "box_full", "up_full",
    "makes", "make_words", "make_link", "make_full", "make_prose",
    "seen", "before", "before_share", "at", "from_h1", "from_first", "from_last",
    "depth", "below_best", "total",
    "words_before", "link_before", "up_before", "beside_before",
    "words_after", "link_after", "up_after", "beside_after",
    "words_before2", "link_before2", "words_after2", "link_after2",
    "title_share", "is_description", "in_body", "below_tail",
    *(f"named_{kind}" for kind in KINDS),
    *(f"in_{tag}" for tag in _TAGS),
    *(f"is_{tag}" for tag in _OWN),
)  # fmt: skip
"""What the numbers of a row are, in order."""

Row = tuple[float, ...]


def signs_of(blocks: Sequence[Block], boxes: Sequence[Box], hints: Hints) -> list[Row]:
    """Return a row of `NAMES` for each block. The boxes' sums are filled in on the way."""
    if not blocks:
        return []
    page = _Page(blocks, boxes)
    columns = [
        *page.text(), *page.place(), *page.makes(), *page.course(),
        *page.company(), *page.hinted(hints),
    ]  # fmt: skip
    named, tagged = page.named(), page.tagged()
    return [
        (*row, *kinds, *tags)
        for row, kinds, tags in zip(zip(*columns, strict=True), named, tagged, strict=True)
    ]


class _Page:
    """The blocks of a page, and what is asked of them more than once."""

    def __init__(self, blocks: Sequence[Block], boxes: Sequence[Box]) -> None:
        self.blocks, self.boxes = blocks, boxes
        self.words = [_words(block.text) for block in blocks]
        self.link = [min(1.0, block.linked / len(block.text)) for block in blocks]
        self.heading = [block.box.tag in HEADINGS for block in blocks]
        self.ends = [_ENDS.search(block.text[-6:]) is not None for block in blocks]
        self.prose = [
            words >= _PROSE_WORDS
            and link < _PROSE_LINKED
            and not heading
            and (ends or words >= _OPEN_WORDS)
            for words, link, heading, ends in zip(
                self.words, self.link, self.heading, self.ends, strict=True
            )
        ]
        self.outer = [block.box.outer or block.box for block in blocks]
        self.total = max(1, sum(self._of_prose()))
        self.direct = self._sum_up()
        self.kinds, self.around = self._kinds()
        self.best = self._best()
        self.way = self._ways()

    def _of_prose(self) -> Iterator[int]:
        return (words for words, prose in zip(self.words, self.prose, strict=True) if prose)

    def _sum_up(self) -> dict[Box, int]:
        """Fill in the sums of all boxes; return the prose that stands in a box directly."""
        for block, words, link, prose in zip(
            self.blocks, self.words, self.link, self.prose, strict=True
        ):
            box = block.box
            box.words += words
            box.linked += link * words
            box.blocks += 1
            if prose:
                box.prose += words
                box.paragraphs += 1
        direct = {block.box: block.box.prose for block in self.blocks}
        for box in reversed(self.boxes):
            outer = box.outer
            if outer is not None and box.blocks:
                outer.words += box.words
                outer.linked += box.linked
                outer.prose += box.prose
                outer.paragraphs += box.paragraphs
                outer.blocks += box.blocks
        return direct

    def _kinds(self) -> tuple[dict[Box, int], dict[Box, int]]:
        """Return the kinds that each box is named after, and those of all boxes around it."""
        own: dict[Box, int] = {}
        around: dict[Box, int] = {}
        for box in self.boxes:
            if box.blocks:
                outer = box.outer
                above = around.get(outer, 0) | own.get(outer, 0) if outer is not None else 0
                own[box], around[box] = (kinds_of(box.names) if box.names else 0), above
        return own, around

    def _best(self) -> Box | None:
        """Return the box with most prose, little of it deep inside other boxes, few links."""
        found: dict[Box, float] = defaultdict(float)
        for block, words, link, prose in zip(
            self.blocks, self.words, self.link, self.prose, strict=True
        ):
            box: Box | None = block.box if prose else None
            for part in _LEVELS:
                if box is None or box.outer is None:
                    break
                found[box] += part * words * (1 - link)
                box = box.outer
        return max(found, key=lambda box: found[box] * self._worth(box), default=None)

    def _worth(self, box: Box) -> float:
        kinds = self.kinds[box] | self.around[box]
        worth = 1 - box.linked / max(1, box.words)
        worth *= _NAMED_BODY if kinds & _BODY_BIT else 1
        worth *= _NAMED_COMMENT if kinds & _COMMENT_BIT else 1
        return worth * (_NAMED_OUTER if kinds & _OUTER_BITS else 1)

    def _ways(self) -> dict[Box, tuple[int, int]]:
        """Return how many steps out from the best box, and then in again, each box is."""
        ways: dict[Box, tuple[int, int]] = {}
        box, steps = self.best, 0
        while box is not None:
            ways[box] = (steps, 0)
            box, steps = box.outer, steps + 1
        for one in self.boxes:
            if one not in ways:
                out, back = ways.get(one.outer, (9, 0)) if one.outer is not None else (9, 0)
                ways[one] = (out, back + 1)
        return ways

    def text(self) -> Iterator[Sequence[float]]:
        """Yield the columns that a block's own text gives."""
        yield self.words
        yield self.link
        yield [min(1.0, block.bold / len(block.text)) for block in self.blocks]
        yield [len(one.text) / words for one, words in zip(self.blocks, self.words, strict=True)]
        yield self.heading
        yield self.prose
        yield self.ends

    def place(self) -> Iterator[Sequence[float]]:
        """Yield the columns that tell of the boxes around a block."""
        total = self.total
        outer2 = [box.outer or box for box in self.outer]
        outer3 = [box.outer or box for box in outer2]
        own = [block.box for block in self.blocks]
        yield [self.way[box][0] for box in own]
        yield [self.way[box][1] for box in own]
        yield [box.prose for box in own]
        yield [self.direct[box] / total for box in own]
        yield from ([box.prose / total for box in boxes] for boxes in (self.outer, outer2, outer3))
        yield from ([_linked(box) for box in boxes] for boxes in (self.outer, outer2))
        yield [box.words for box in self.outer]
        yield [box.words for box in own]
        yield [box.blocks for box in self.outer]
        yield from (
            [box.paragraphs / max(1, box.blocks) for box in boxes] for boxes in (own, self.outer)
        )

    def makes(self) -> Iterator[Sequence[float]]:
        """Yield the columns that tell of all blocks of the same make: tags and names."""
        makes = [
            (block.box.tag, block.box.names, outer.tag, outer.names)
            for block, outer in zip(self.blocks, self.outer, strict=True)
        ]
        sums: Mapping[tuple[str, ...], list[float]] = {make: [0, 0, 0, 0] for make in makes}
        for make, words, link, prose in zip(makes, self.words, self.link, self.prose, strict=True):
            one = sums[make]
            one[0] += 1
            one[1] += words
            one[2] += link * words
            one[3] += prose
        mine = [sums[make] for make in makes]
        yield [count for count, _, _, _ in mine]
        yield [words / count for count, words, _, _ in mine]
        yield [linked / words for _, words, linked, _ in mine]
        yield [prose / count for count, _, _, prose in mine]
        yield [prose for _, _, _, prose in mine]

    def course(self) -> Iterator[Sequence[float]]:
        """Yield the columns that tell where on the page a block is."""
        times: dict[str, int] = defaultdict(int)
        before: list[int] = []
        so_far = 0
        for block, words, prose in zip(self.blocks, self.words, self.prose, strict=True):
            times[block.text] += 1
            before.append(so_far)
            so_far += words * prose
        count = len(self.blocks)
        yield [min(9, times[block.text]) for block in self.blocks]
        yield before
        yield [words / self.total for words in before]
        yield [at / count for at in range(count)]
        yield from self._landmarks(count)
        yield [block.box.depth for block in self.blocks]
        deep = self.best.depth if self.best else 0
        yield [block.box.depth - deep for block in self.blocks]
        yield [self.total] * count

    def _landmarks(self, count: int) -> Iterator[Sequence[float]]:
        """Yield how far the title, the first and the last paragraph of the best box are."""
        best = [
            at for at in range(count) if self.prose[at] and not self.way[self.blocks[at].box][0]
        ]
        first, last = (best[0], best[-1]) if best else (0, count - 1)
        tops = [at for at in range(first + 2) if at < count and self.blocks[at].box.tag == "h1"]
        top = tops[-1] if tops else None
        yield [-_NEVER if top is None else _near(at - top) for at in range(count)]
        yield [_near(at - first) for at in range(count)]
        yield [_near(at - last) for at in range(count)]

    def company(self) -> Iterator[Sequence[float]]:
        """Yield the columns that tell of the blocks before and after."""
        out = [self.way[block.box][0] for block in self.blocks]
        beside = [one is other for one, other in zip(self.outer, self.outer[1:], strict=False)]
        yield from ([-1, *self.words[:-1]], [-1, *self.link[:-1]], [-1, *out[:-1]], [-1, *beside])
        yield from ([*self.words[1:], -1], [*self.link[1:], -1], [*out[1:], -1], [*beside, -1])
        count = len(out)
        for column in (self.words, self.link):
            yield [-1, -1, *column[:-2]][:count]
        for column in (self.words, self.link):
            yield [*column[2:], -1, -1][:count]

    def hinted(self, hints: Hints) -> Iterator[Sequence[float]]:
        """Yield the columns that compare blocks with what the page says elsewhere."""
        titles = {word for title in hints.titles for word in _WORD.findall(title.lower())}
        described, body = _squeezed(hints.description)[:_KEY], _squeezed(hints.body)
        keys = [_squeezed(block.text[: 2 * _KEY])[:_KEY] for block in self.blocks]
        yield [
            _share(block.text, titles) if words < _TITLE_WORDS else 0.0
            for block, words in zip(self.blocks, self.words, strict=True)
        ]
        known = len(described) > _LEAST_KEY
        yield [known and len(key) > _LEAST_KEY and described.startswith(key) for key in keys]
        if len(body) > _LEAST_BODY:
            yield [2 if len(key) > _LEAST_KEY and key in body else 1 for key in keys]
        else:
            yield [0] * len(keys)
        yield self._below_tail()

    def _below_tail(self) -> list[float]:
        tail, found = None, []
        for at, block in enumerate(self.blocks):
            if self.words[at] <= _TAIL_WORDS and heads_tail(block.text):
                tail = at
            found.append(float(_NEVER if tail is None else min(_FAR, at - tail)))
        return found

    def named(self) -> list[tuple[int, ...]]:
        """Return for each block how near boxes of each kind are."""
        kinds, around = self.kinds, self.around
        return [
            nearness(kinds[block.box], kinds.get(outer, 0), around[block.box])
            for block, outer in zip(self.blocks, self.outer, strict=True)
        ]

    def tagged(self) -> list[tuple[int, ...]]:
        """Return for each block which elements it stands in."""
        inside: dict[Box, int] = {}
        for box in self.boxes:
            if box.blocks:
                around = inside.get(box.outer, 0) if box.outer is not None else 0
                inside[box] = around | _TAG_BIT.get(box.tag, 0)
        return [_flags(inside[block.box], block.box.tag) for block in self.blocks]


@lru_cache(maxsize=4_096)
def _flags(inside: int, own: str) -> tuple[int, ...]:
    return (*(inside >> at & 1 for at in range(len(_TAGS))), *(own == tag for tag in _OWN))


def _words(text: str) -> int:
    """Count words as `word_count` does, but spare it text that plainly parts its words."""
    spaces = text.count(" ") + 1
    dense = spaces * _DENSE_CHARACTERS < len(text)
    return max(1, word_count(text)) if dense else spaces


def _linked(box: Box) -> float:
    return box.linked / max(1, box.words)


def _near(distance: int) -> int:
    return max(-_FAR, min(_FAR, distance))


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _share(text: str, words: set[str]) -> float:
    own = set(_WORD.findall(text.lower()))
    return len(own & words) / len(own) if own else 0.0
