"""The title in a plain-text copy: the line above the story whose words the story takes up."""
# ruff: noqa: RUF001  signs of other scripts

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from bot.extract.furniture import ends_in_credit, is_age
from bot.extract.lines import Mark
from bot.extract.names import has_role
from bot.extract.shapes import Kind, Shape, word_count
from bot.extract.titles import folded

_SEPARATOR = re.compile(r"\s+[|\-–—·•»]\s+|\s*\|\s*")
_FEWEST, _MOST = 2, 32
_STOPS = re.compile(r"[.。۔।][\"'”’»“)\]」]*$")
_CREDITED = re.compile(r"[.!?…]\s\(?[A-Z]{2,5}(?:/[A-Z]{2,5})*\)?$")
_WINDOW = 400
_MASTHEAD = 6
_NEAR = 4
_MOST_PARTED = 3
_ABOVE_LINES = 8
_MASTHEADS = frozenset({Kind.DATE, Kind.BYLINE})
_ENOUGH = 0.45
_ABOVE = 0.65
_DENSE_WORD = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2}")
_WORD = re.compile(r"[^\W\d_]{3,}|\d+")


def find_title(
    shapes: Sequence[Shape], span: tuple[int, int], *, body: str, announced: str
) -> int | None:
    """Return the index of the title, or None when no line is fit to be one.

    It stands above the body's span, or in the upper half of it with a date or byline below:
    then what is above was no part of the article.
    """
    start, end = span[0], _middle(shapes, span)
    theirs = stems(body)
    lines = Counter(folded(shape.text) for shape in shapes)
    scored = [
        (_score(shapes, index, start=start, theirs=theirs, lines=lines, announced=announced), index)
        for index in range(max(0, start - _WINDOW), end)
        if _is_fit(shapes[index]) and (index < start or _is_dated(shapes, index))
    ]
    best, at = max(scored, default=(0.0, 0))
    if best < _ENOUGH:
        return None
    at = _above_masthead(shapes, at, start=start, scored=scored)
    # A standfirst says more of the story's words than the title above it.
    above = {index: score for score, index in scored if shapes[index].words > _FEWEST + 1}
    named = folded(announced)
    while above.get(at - 1, 0.0) >= best * _ABOVE and folded(shapes[at].text) != named:
        at -= 1
    return at


def stems(text: str) -> frozenset[str]:
    """Return the beginnings of a text's longer words, or its pairs of dense characters.

    >>> sorted(stems("Harbours reopened"))
    ['harbo', 'reope']
    """
    plain = text.casefold()
    pairs = {plain[at : at + 2] for at in range(len(plain)) if _DENSE_WORD.match(plain, at)}
    return frozenset(word[:5] for word in _WORD.findall(plain)) | pairs


def plain_title(line: str, lines: Sequence[str]) -> str:
    """Cut the site's name off a title when the rest, or the site's name, stands alone elsewhere.

    >>> plain_title("Harbour reopens | The Courier", ["The Courier", "World"])
    'Harbour reopens'
    """
    others = {folded(one) for one in lines}
    for mark in reversed(list(_SEPARATOR.finditer(line))):
        head, tail = line[: mark.start()], line[mark.end() :]
        longer = head if word_count(head) >= word_count(tail) else tail
        if folded(head) in others or folded(tail) in others:
            return plain_title(longer, lines)
        if "|" in mark[0] and word_count(tail) <= 4 < word_count(head):  # noqa: PLR2004
            return plain_title(head, lines)
    return line


def _is_fit(shape: Shape) -> bool:
    if shape.kind not in {Kind.SHORT, Kind.BIT, Kind.PROSE, Kind.CAPTION}:
        return False
    if shape.kind is Kind.CAPTION and ends_in_credit(shape.text):
        return False
    if _CREDITED.search(shape.text):  # a caption, and whose picture it is
        return False
    if shape.kind in {Kind.PROSE, Kind.CAPTION} and _STOPS.search(shape.text):
        return False
    if len(_SEPARATOR.findall(shape.text)) > _MOST_PARTED:  # a menu on one line
        return False
    return _FEWEST <= shape.words <= _MOST and len(stems(shape.text)) >= _FEWEST


def _score(  # noqa: PLR0913  what one line is weighed against
    shapes: Sequence[Shape],
    index: int,
    *,
    start: int,
    theirs: frozenset[str],
    lines: Counter[str],
    announced: str,
) -> float:
    """Weigh a line: shared words first, then repetition, place and neighbours."""
    shape = shapes[index]
    own = stems(shape.text)
    shared = len(own & theirs)
    score = min(0.8, shared / (0.7 * len(own) + 1)) + min(0.3, 0.03 * shared)
    key = folded(shape.text)
    if announced and folded(announced) == key:
        score += 1.0
    repeated = lines[key] > 1 or any(
        len(key) < len(other) < len(key) + 60
        and (other.endswith(key) or (other.startswith(key) and _SEPARATOR.match(other, len(key))))
        for other in lines
    )
    score += 0.3 * (repeated and len(own) > _FEWEST)
    score += {Mark.HEADING: 0.3, Mark.LINK: -0.3, Mark.ITEM: -0.3}.get(shape.block.mark, 0.0)
    score += 0.35 * _leads(shapes, index)
    score += 0.25 * _heads_masthead(shapes, index, start)
    score -= 0.2 * (shape.words < 4)  # noqa: PLR2004
    score -= 0.35 * _describes_picture(shapes, index)
    score -= min(0.5, 0.015 * max(0, start - index))
    return score


def _middle(shapes: Sequence[Shape], span: tuple[int, int]) -> int:
    """Return where a third of the span's words are past."""
    words = [one.words if one.kind is Kind.PROSE else 0 for one in shapes[span[0] : span[1]]]
    passed = accumulate(words)
    past = sum(so_far * 3 <= sum(words) for so_far in passed)
    return span[0] + past


def _is_dated(shapes: Sequence[Shape], index: int) -> bool:
    return any(one.kind in {Kind.DATE, Kind.BYLINE} for one in shapes[index + 1 : index + 5])


def _describes_picture(shapes: Sequence[Shape], index: int) -> bool:
    """Below the date and right above a caption stands what is to be seen on the picture."""
    below = shapes[index + 1 : index + 2]
    above = shapes[max(0, index - _MASTHEAD) : index]
    return any(one.kind in {Kind.CAPTION, Kind.CREDIT} for one in below) and any(
        one.kind in {Kind.DATE, Kind.BYLINE} for one in above
    )


def _above_masthead(
    shapes: Sequence[Shape], at: int, *, start: int, scored: Sequence[tuple[float, int]]
) -> int:
    """Return the line above date and byline that may be the title, if the best is below them.

    What stands there is a key point, or the first post of many.
    """
    marks = [i for i in range(max(0, at - _ABOVE_LINES), at) if _is_masthead(shapes[i])]
    if not marks or _heads_masthead(shapes, at, start):
        return at
    fit = [
        (score, index)
        for score, index in scored
        if marks[0] - _NEAR <= index < marks[0]
        and score >= _ENOUGH
        and shapes[index].words > _FEWEST + 1
    ]
    return max(fit, default=(0.0, at))[1]


def _heads_masthead(shapes: Sequence[Shape], index: int, start: int) -> bool:
    """Date or byline stand below a line, before the text: it is no alt text, no key point."""
    below = shapes[index + 1 : min(start, index + 1 + _MASTHEAD)]
    return any(map(_is_masthead, below))


def _is_masthead(shape: Shape) -> bool:
    return shape.kind in _MASTHEADS or is_age(shape.text) or has_role(shape.text)


def _leads(shapes: Sequence[Shape], index: int) -> bool:
    """A title has its date, byline, picture or first sentence right below."""
    for shape in shapes[index + 1 : index + 7]:
        if shape.kind in {Kind.DATE, Kind.BYLINE, Kind.PROSE}:
            return True
        if shape.kind is Kind.SHORT and shape.block.mark is not Mark.NONE:
            return False
    return False
