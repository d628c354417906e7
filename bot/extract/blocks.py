"""The blocks of a page, paragraphs, headings and list items, and the boxes that they stand in."""

import re
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
    "em", "font", "i", "img", "ins", "kbd", "label", "mark", "nobr", "q", "rb", "rp", "rt",
    "ruby", "s", "samp", "small", "source", "span", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr", "picture"
})  # fmt: skip
_NO_TEXT = frozenset({
    "title", "meta", "link", "base", "button", "input", "select", "option", "optgroup",
    "textarea", "script", "style", "template", "noscript", "svg", "math", "iframe", "object",
    "embed", "canvas", "audio", "video", "map", "dialog"
})  # fmt: skip
_MARKING = frozenset({"a", "b", "strong", "em", "i"})
"""Links and bold, whose characters are counted."""
_NAMING = frozenset({"class", "id", "role", "itemprop", "data-component", "data-testid"})
_ENDS = re.compile(r"[.!?…:。！？۔।][\"'”’»)\]]*$")  # noqa: RUF001  sentence ends of other scripts
_LONGEST_TAG, _LONGEST_NAMES = 40, 500
"""What is remembered from page to page has an end, whatever a page calls its elements."""
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(slots=True, eq=False)
class Box:
    """An element that parts text from other text. `names` are its class, its id and the like."""

    outer: "Box | None"
    tag: str
    names: str
    depth: int
    words: int = 0
    linked: float = 0.0
    prose: int = 0
    paragraphs: int = 0
    blocks: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Text that stands together; `linked` and `bold` count its characters in links and in bold."""

    box: Box
    text: str
    linked: int
    bold: int


def blocks_of(root: HtmlElement) -> tuple[list[Block], list[Box]]:
    """Return the blocks of a page in order, and all boxes, outer ones first.

    >>> from lxml.html import document_fromstring
    >>> root = document_fromstring("<h2>Docks</h2><p>It <a>rained</a>.<ul><li>Ships")
    >>> [(block.box.tag, block.text, block.linked) for block in blocks_of(root)[0]]
    [('h2', 'Docks', 0), ('p', 'It rained.', 6), ('li', 'Ships', 0)]
    """
    return _Walk(root).walked()


class _Walk:
    """One pass through a tree: inline text gathers until an element parts it."""

    def __init__(self, top: HtmlElement) -> None:
        self._top = top
        self._blocks: list[Block] = []
        self._boxes: list[Box] = []
        self._box = Box(None, "", "", 0)
        self._said: list[str] = []
        self._linked = self._bold = 0
        self._links = self._bolds = 0

    def walked(self) -> tuple[list[Block], list[Box]]:
        """Walk without recursion: pages nest deeper than Python calls."""
        walk = etree.iterwalk(self._top, events=("start", "end"))
        top, said = self._top, self._said
        for event, element in walk:
            tag = element.tag
            if event == "start":
                if tag in _NO_TEXT:
                    walk.skip_subtree()
                    continue
                if tag not in _INLINE:
                    self._open(tag, element)
                elif tag in _MARKING:
                    self._mark(tag, 1)
                text = element.text
            else:
                if tag in _MARKING:
                    self._mark(tag, -1)
                elif tag not in _INLINE and tag not in _NO_TEXT:
                    self._close(tag)
                text = element.tail if element is not top else None
            # A text does not begin with spaces: those between blocks are not gathered.
            if text and (said or not text.isspace()):
                said.append(text)
                if self._links or self._bolds:
                    self._weigh(len(text.strip()))
        return self._blocks, self._boxes

    def _mark(self, tag: str, step: int) -> None:
        if tag == "a":
            self._links += step
        else:
            self._bolds += step

    def _weigh(self, length: int) -> None:
        if self._links:
            self._linked += length
        if self._bolds:
            self._bold += length

    def _open(self, tag: str, element: HtmlElement) -> None:
        if tag == "br":
            self._break()
            return
        if self._said:
            self._part()
        names = " ".join([value for name, value in element.items() if name in _NAMING])
        self._box = Box(self._box, tag[:_LONGEST_TAG], names[:_LONGEST_NAMES], self._box.depth + 1)
        self._boxes.append(self._box)

    def _close(self, tag: str) -> None:
        if tag != "br":
            if self._said:
                self._part()
            self._box = self._box.outer or self._box

    def _break(self) -> None:
        """End a paragraph at a second line break, or at one that follows a full stop."""
        if not self._said:
            return
        last = self._said[-1]
        if last == "\n" or _ENDS.search("".join(self._said[-4:]).rstrip()[-4:]):
            self._part()
        else:
            self._said.append("\n")

    def _part(self) -> None:
        text = " ".join("".join(self._said).split())
        self._blocks.append(Block(self._box, text, self._linked, self._bold))
        self._said.clear()
        self._linked = self._bold = 0
