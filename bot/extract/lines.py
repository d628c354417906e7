"""Plain text taken apart into blocks: wrapped lines joined, marks of lists and links read off."""
# ruff: noqa: RUF001  signs of other scripts

import re
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from bot.extract.furniture import is_furniture
from bot.extract.names import is_byline
from bot.text.visible import one_line, visible

MAX_LINES = 8_000


class Mark(Enum):
    """What the copy still shows of a line's markup."""

    NONE = "none"
    HEADING = "heading"
    ITEM = "item"
    LINK = "link"
    IMAGE = "image"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a line of its own."""

    text: str
    mark: Mark = Mark.NONE


_HEADING = re.compile(r"^#{1,6}\s+|^={2,}\s*(?=\S.*=$)")
_ITEM = re.compile(
    r"^(?:[*•◦▪‣·+o○●■]|[-–](?=\s+\S{1,40}(?:\s\S{1,40}){0,5}$)|\d{1,2}[.)]"
    r"(?!\s+[^\W\d_]+\.?\s+\d{4}\b))\s+"  # "13. Oktober 2026" is a date
)
_RULE = re.compile(r"^[\s=\-_*~.·•+#|]{3,}$")
_IMAGE = re.compile(
    r"^!\[[^\]]*\](?:\([^)]*\))?|^\[(?:image|img|inline|photo|bild|embed|picture)\b[^\]]*\]$",
    re.IGNORECASE,
)
_LINK = re.compile(r"\[([^\[\]]{1,300})\]\([^()\s]*(?:\s\"[^\"]*\")?\)")
_LYNX_LINK = re.compile(r"\[\d{1,3}\](?=\S)")
_ADDRESS = re.compile(r"^<?(?:\d{1,3}\.\s+)?(?:https?://|www\.|mailto:)\S+>?$", re.IGNORECASE)
_EMPHASIS = re.compile(
    r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1|(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])"
)
_ENDS_SENTENCE = re.compile(r"[.!?…。！？؟।۔:;\"”»)\]]$")
_NARROWEST, _WIDEST = 45, 110
_ENOUGH_LONG = 5
_NEARLY = 0.7
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")  # begins no word in particular
_SHORTER, _OPEN, _RUNNING = 14, 0.6, 0.12
_QUOTED = re.compile(r"^>+ ?")
_MOST_QUOTED = 0.8
_ENOUGH_LINKS = 3
"""One or two links in brackets are what the author wrote, not what a converter made."""

_RULE_LENGTH = 3


def blocks(text: str) -> list[Block]:
    r"""Return the blocks of a plain-text copy, top to bottom, each on one line.

    >>> [block.text for block in blocks("* Home\n\n## Harbour reopens\n\n[Ships](http://x.example/)")]
    ['Home', 'Harbour reopens', 'Ships']
    """
    lines = _lines(text)[:MAX_LINES]
    width = wrap_width([line for line in lines if line])
    joined = _joined(lines, width) if width else lines
    is_markdown = sum(len(_LINK.findall(line)) for line in lines) >= _ENOUGH_LINKS or any(
        _HEADING.match(line) for line in lines
    )
    found: list[Block] = []
    for line in joined:
        if _RULE.match(line):
            if (
                found
                and len(line) > _RULE_LENGTH
                and set(line) <= set("=- ")
                and len(line) >= len(found[-1].text) // 2
            ):
                found[-1] = Block(found[-1].text, Mark.HEADING)
            continue
        block = _block(line, is_markdown=is_markdown)
        if block.text:
            found.append(block)
    return found


def wrap_width(lines: list[str]) -> int:
    """Return the column at which paragraphs were wrapped, or 0 when each stands on one line.

    In wrapped text many lines are nearly as long as the longest, and some of these stop in the
    middle of a sentence that the next line goes on with in small letters, if it has any.
    """
    spaced = sorted(len(line) for line in lines if " " in line)
    if not spaced:
        return 0
    width = spaced[min(len(spaced) - 1, int(len(spaced) * 0.98))]
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    long = [
        (line, below)
        for line, below in pairwise([*lines, ""])
        if width - _SHORTER <= len(line) <= width
    ]
    open_ended = [below for line, below in long if not _ENDS_SENTENCE.search(line)]
    running = [below for below in open_ended if below[:1].isalpha() and not below[:1].isupper()]
    is_likely = len(running) > 0 and len(open_ended) > len(long) * _OPEN
    running = [below for below in running if not _DENSE.match(below)]
    fits = is_likely or len(running) > len(long) * _RUNNING
    return width if len(long) >= _ENOUGH_LONG and fits else 0


def _lines(text: str) -> list[str]:
    told = [line for line in text.split("\n") if line.strip()]
    if sum(line.startswith(">") for line in told) > len(told) * _MOST_QUOTED:
        text = "\n".join(_QUOTED.sub("", line) for line in text.split("\n"))
    tabbed = re.sub(r"\S\t+(?=\S)", lambda match: match[0][0] + "\n", text)
    return [one_line(line) for line in visible(tabbed).split("\n")]


def _joined(lines: list[str], width: int) -> list[str]:
    """Join a line with the next when the next one's first word had no room on it."""
    joined: list[str] = []
    last = ""
    for line in lines:
        if line and last and _runs_on(last, line, width):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
        last = line
    return [line for line in joined if line]


def _runs_on(last: str, line: str, width: int) -> bool:
    """Say whether a line goes on with what the last one said.

    Some programs break lines earlier than they must: then the next begins in small letters.
    """
    if is_furniture(line) or (line[:1].isupper() and is_byline(line)):
        return False
    is_open = len(last) >= width * _NEARLY and not _ENDS_SENTENCE.search(last)
    if _ITEM.match(line):
        return is_open and line[0].isdigit()
    has_room = len(last) + 1 + len(line.split(" ", 1)[0]) <= width
    return not has_room or (is_open and line[0].islower())


def _block(line: str, *, is_markdown: bool) -> Block:
    if _IMAGE.match(line) or _ADDRESS.match(line):
        return Block("", Mark.IMAGE)
    mark = Mark.NONE
    if _HEADING.match(line):
        mark, line = Mark.HEADING, _HEADING.sub("", line).rstrip("#= ")
    elif _ITEM.match(line):
        mark, line = Mark.ITEM, _ITEM.sub("", line)
    line = line.removeprefix("> ")
    is_link = bool(_LYNX_LINK.match(line)) and len(_LYNX_LINK.findall(line)) == 1
    line = _LYNX_LINK.sub("", line)
    if is_markdown:
        is_link = is_link or _LINK.fullmatch(line) is not None
        line = _EMPHASIS.sub(lambda match: match[2] or match[3], _LINK.sub(r"\1", line))
    if is_link and mark is Mark.NONE:
        mark = Mark.LINK
    return Block(one_line(line), mark)
