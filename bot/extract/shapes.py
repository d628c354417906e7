"""What each block of a plain-text copy is, told by its shape and its neighbours."""
# ruff: noqa: RUF001  sentence ends of other scripts

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from bot.extract.furniture import (
    closes,
    ends_in_credit,
    heads_tail,
    is_credit,
    is_furniture,
    is_legal,
    reads_on,
)
from bot.extract.lines import Block, Mark
from bot.extract.names import is_byline, names_beside_agencies
from bot.text.agencies import LED, agency, credited, sign_off
from bot.text.dates import instant


class Kind(Enum):
    """The part that a block plays on the page."""

    PROSE = "prose"
    BIT = "bit"  # a short sentence, at home between paragraphs only
    SHORT = "short"  # a title, a crosshead, a menu's word
    DATE = "date"
    BYLINE = "byline"
    CREDIT = "credit"
    CAPTION = "caption"
    FURNITURE = "furniture"
    TAIL = "tail"
    LEGAL = "legal"
    SIGN_OFF = "sign-off"


PROSE = frozenset({Kind.PROSE, Kind.BIT})
"""What the text of an article is made of, besides its subheadings."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A block, its part and its number of words."""

    block: Block
    kind: Kind
    words: int

    @property
    def text(self) -> str:
        """The words of the block."""
        return self.block.text


_DENSE = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_TERMINAL = re.compile(
    r"(?:[.!?…。！？؟।۔](?:\s?\[\d+\])?|[.!?…。！？؟:]\s?[\"'”’»“)\]」』]+|[\"”»“」]\s?[.!?…。]?)$"
)
_MID = re.compile(r"[.!?…؟।۔][\"'”’»)\]]*\s+(?=\S)|[。！？](?=.)")
_CUT_OFF = re.compile(r"(?<=\w)(?:\s?\[?…\]?|\s?\.\.\.)$")  # a teaser's end
_PAUSE = re.compile(r"[.,;:!?…،؛؟、。！？।۔–—-]")
_WORDS_A_PAUSE = 45
_ENDS_CREDITED = re.compile(r"[.!?…][\"'”’»)\]]*\s?\((?P<inside>[^()]{2,60})\)\.?$")
_OF_PICTURE = re.compile(r"\b(?:photos?|pictures?|bild(?:er)?|fotos?)\b", re.IGNORECASE)
_ASKS = re.compile(r"[?!？！؟]$")
_OPENS_BOX = re.compile(r"^(?:list of \d+ items?|skip past (?P<named>.{3,40}))$", re.IGNORECASE)
_SPEAKER = re.compile(
    r"^(?P<name>[A-ZÀ-ÞА-Я][\w.'’-]{0,20}(?: [A-ZÀ-ÞА-Я][\w.'’-]{0,20}){0,3})\s?[:：]\s+\S"
)
_OTHERS = frozenset({Kind.TAIL, Kind.LEGAL})
_FEWEST_SPEAKERS = 2
_LONGEST_BOX = 40
_NAMES_CAPTION = re.compile(
    r"^(?:(?:image|photo|video|media|picture) caption\s?[,:]?"
    r"|(?:left|right|top|bottom|above|below|opposite)\s?:)$",
    re.IGNORECASE,
)
_SENTENCE_WORDS, _LONG_WORDS, _BIT_WORDS = 9, 28, 2
_DATE_WORDS = 16
_DATE_LEFT = 5
_CAPTION_WORDS, _SURE_CAPTION_WORDS = 26, 45
_OWN_WORDS = 9
_TIMES = 2
LABELS = re.compile(
    r"\b(?:published|updated|posted|last|modified|on|at|date|first|created|stand|veröffentlicht"
    r"|aktualisiert|am|um|uhr|publié|mis"
    r"|à|jour|le|modifié|publicado|actualizado|el|las|a|hora|h|de|del|pubblicato|aggiornato|il"
    r"|alle|ore|gmt|utc|edt|est|pm|am|p\.m|a\.m"
    r"|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|نشر\w*|آخر|تحديث"
    r"|опубликовано|обновлено|\b\w+tag\b|[\d:.,|/\-–—•·()]+",
    re.IGNORECASE,
)


def word_count(text: str) -> int:
    """Return the number of words; two characters count as one where words are not parted.

    >>> word_count("The harbour reopened."), word_count("港は再開した")
    (3, 3)
    """
    dense = len(_DENSE.findall(text))
    return len(text.split()) if dense * 2 < len(text) else (dense + 1) // 2


def is_terminal(text: str) -> bool:
    """Say whether a text ends as a sentence does.

    >>> is_terminal("It rained."), is_terminal("“It rained,” she said.”"), is_terminal("Rain")
    (True, True, False)
    """
    return _TERMINAL.search(text) is not None


def sentence_count(text: str) -> int:
    """Return about how many sentences a text has.

    >>> sentence_count("It rained. Ships left.")
    2
    """
    return len(_MID.findall(text)) + 1


def shapes(blocks: Sequence[Block]) -> list[Shape]:
    """Return every block with the part it plays, but for boxes that the page says to skip."""
    alone = [_shape(block) for block in blocks]
    for first, last in reversed(list(enclosed([block.text for block in blocks]))):
        above = alone[first - 1].text if first else ""
        headed = heads_tail(above) or reads_on(above)
        del alone[first - headed : last]
    alone = _ended(_spoken(alone))
    seen = Counter(shape.text for shape in alone)
    return [_in_context(index, alone, seen) for index in range(len(alone))]


def _spoken(alone: Sequence[Shape]) -> list[Shape]:
    """Tell questions and answers: lines that open with one of some speakers' names are prose.

    Each speaker says more than one thing, and half of it in sentences.
    """
    kinds: dict[str, list[Kind]] = {}
    for shape in alone:
        spoken = _SPEAKER.match(shape.text)
        if spoken and shape.kind in {Kind.PROSE, Kind.BIT, Kind.SHORT}:
            kinds.setdefault(spoken["name"], []).append(shape.kind)
    speakers = {
        name
        for name, said in kinds.items()
        if len(said) > 1 and any(kind in PROSE for kind in said)
    }
    if len(speakers) < _FEWEST_SPEAKERS:
        return list(alone)
    return [
        Shape(shape.block, Kind.PROSE, shape.words)
        if (spoken := _SPEAKER.match(shape.text)) and spoken["name"] in speakers
        else shape
        for shape in alone
    ]


def _ended(alone: Sequence[Shape]) -> list[Shape]:
    """Tell agencies right above other stories, or at the very end, from those of pictures."""
    below = [*(one.kind for one in alone[1:]), Kind.TAIL]
    return [
        Shape(one.block, Kind.SIGN_OFF, one.words)
        if one.kind is Kind.CREDIT and kind in _OTHERS and credited(one.text)
        else one
        for one, kind in zip(alone, below, strict=False)  # of no blocks there is one end
    ]


def enclosed(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where boxes begin and end that a page announces to screen readers and closes again.

    >>> list(enclosed(["It burnt.", "list of 1 item", "Ferry sinks", "end of list", "It is out."]))
    [(1, 4)]
    """
    at = 0
    while at < len(lines):
        opened = _OPENS_BOX.match(lines[at])
        if opened:
            named = opened["named"]
            closing = f"after {named}".casefold() if named else "end of list"
            within = range(at + 1, min(len(lines), at + _LONGEST_BOX))
            last = next((one for one in within if lines[one].casefold() == closing), None)
            if last is not None:
                yield at, last + 1
                at = last
        at += 1


def _shape(block: Block) -> Shape:
    words = word_count(block.text)
    return Shape(block, _kind(block, words), words)


def _kind(block: Block, words: int) -> Kind:  # noqa: PLR0911  a table of shapes, first fit wins
    text = block.text
    if is_furniture(text):
        return Kind.FURNITURE
    if heads_tail(text):
        return Kind.TAIL
    if names_beside_agencies(text):
        return Kind.BYLINE
    if closes(text) or _signs_off(text):
        return Kind.SIGN_OFF
    if is_credit(text):
        return Kind.CREDIT
    if words <= _DATE_WORDS and is_date_line(text):
        return Kind.DATE
    if words <= _DATE_WORDS and is_byline(text):
        return Kind.BYLINE
    if is_legal(text) and words <= _LONG_WORDS * 3:
        return Kind.LEGAL
    if ends_in_credit(text) and words <= _SURE_CAPTION_WORDS:
        return Kind.CAPTION
    return _prose_or_short(block, words)


def _signs_off(text: str) -> bool:
    """A lone agency, or two with a slash between, credit a picture unless something leads in."""
    is_led = LED.match(text) is not None or text.startswith(("—", "–"))
    is_lone = agency(text) is not None or ("/" in text and "(" not in text)
    if _OF_PICTURE.search(text):
        return False
    return bool(sign_off(text)) and (is_led or not is_lone)


def _prose_or_short(block: Block, words: int) -> Kind:
    text = block.text
    if block.mark in {Mark.HEADING, Mark.LINK} and words < _LONG_WORDS:
        return Kind.SHORT
    if words >= _LONG_WORDS and len(_PAUSE.findall(text)) * _WORDS_A_PAUSE > words:
        return Kind.PROSE
    if not is_terminal(text) or (_CUT_OFF.search(text) and words < _LONG_WORDS):
        return Kind.SHORT
    if _ASKS.search(text) and sentence_count(text) == 1 and words < _LONG_WORDS // 2:
        return Kind.SHORT
    if words >= _SENTENCE_WORDS:
        return Kind.PROSE
    return Kind.BIT if words >= _BIT_WORDS else Kind.SHORT


def is_date_line(text: str) -> bool:
    """Say whether a line holds a date and little else.

    >>> is_date_line("Published Monday 12 October 2026, 14:05 BST")
    True
    >>> is_date_line("The harbour was closed until 12 October 2026, officials said")
    False
    """
    if not any(char.isdigit() for char in text) or instant(text) is None:
        return False
    left = LABELS.sub(" ", text).split()
    return len(left) <= _DATE_LEFT


def _in_context(index: int, alone: Sequence[Shape], seen: Counter[str]) -> Shape:
    """Tell a caption by the credit beside it, or by standing on the page twice."""
    shape = alone[index]
    if shape.kind is Kind.CAPTION and _credits_text(index, alone):
        return Shape(shape.block, Kind.PROSE, shape.words)
    if shape.kind not in {Kind.PROSE, Kind.BIT, Kind.SHORT} or shape.words > _SURE_CAPTION_WORDS:
        return shape
    above = alone[index - 1] if index else None
    below = alone[index + 1] if index + 1 < len(alone) else None
    if _captioned_by(shape, above=above, below=below) or (
        shape.kind is Kind.PROSE and seen[shape.text] > 1
    ):
        return Shape(shape.block, Kind.CAPTION, shape.words)
    if shape.words <= _BIT_WORDS + 1 and seen[shape.text] > _TIMES:
        return Shape(shape.block, Kind.FURNITURE, shape.words)
    return shape


def _credits_text(index: int, alone: Sequence[Shape]) -> bool:
    """Say whether the last paragraph of a text, not a picture, ends with agencies in brackets."""
    text = alone[index].text
    ended = _ENDS_CREDITED.search(text)
    if (
        not ended
        or not credited(ended["inside"])
        or not index
        or alone[index - 1].kind not in PROSE
    ):
        return False
    return alone[index].words >= _SENTENCE_WORDS and not any(
        one.kind in PROSE for one in alone[index + 1 : index + 4]
    )


def _captioned_by(shape: Shape, *, above: Shape | None, below: Shape | None) -> bool:
    """A credit's caption stands above it, or below it when what is above is a paragraph.

    One sentence of up to 26 words above a credit is a caption; two are the paragraph before a
    picture without one, unless that would leave three in a row.
    """
    if above is not None and _NAMES_CAPTION.match(above.text):
        return True
    single = sentence_count(shape.text) == 1
    names_itself = below is not None and below.words > _OWN_WORDS  # and says what is to be seen
    if (
        below is not None
        and below.kind is Kind.CREDIT
        and shape.block.mark is Mark.NONE
        and not names_itself
    ):
        first = above is None or above.kind not in PROSE
        short = shape.words <= _CAPTION_WORDS
        return shape.kind is Kind.SHORT or (short and (single or first))
    if above is not None and above.kind is Kind.CREDIT:
        return shape.kind is Kind.SHORT and shape.words > _BIT_WORDS + 1
    return False
