"""Where on a page the prose outweighs everything else: the body's first and last block."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.extract.crosshead import could_be_crosshead
from bot.extract.furniture import heads_comments, reads_on
from bot.extract.shapes import PROSE, Kind, Shape, sentence_count

_FULL = 50
_BIT = 2.0
_ISOLATED, _ISOLATED_WORDS, _LONE_WORDS = 0.25, 60, 45
_TITLE_WORDS = 4
_OPENED_WORDS = 80
_NEAR_LINES, _FAR_LINE = 12, 2.0
_LONGEST_GAP, _UNTITLED_GAP, _TRUSTED_GAP = 30.0, 20.0, 15.0
_SIGN_OFF, _COMMENTS, _OTHERS_DATE = -100.0, -100.0, -15.0
_WEIGHT = {
    Kind.DATE: -4.0, Kind.BYLINE: -4.0, Kind.CREDIT: -3.0, Kind.CAPTION: -3.0,
    Kind.FURNITURE: -4.0, Kind.TAIL: -20.0, Kind.LEGAL: -12.0,
}  # fmt: skip
_THIN = frozenset({Kind.CREDIT, Kind.CAPTION, Kind.FURNITURE})
_SHORT_WEIGHTS = ((6, -6.0), (9, -9.0))
_LONG_SHORT = -14.0
"""Weights in words of prose, tuned on text copies of the gold pages' development half."""


def body_span(page: Sequence[Shape]) -> tuple[int, int]:
    """Return where the heaviest stretch begins and ends; the same twice when there is no prose."""
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
    goes_on = len(section) > 2 and section[2].kind in {*PROSE, Kind.SHORT}  # noqa: PLR2004
    single = sentence_count(section[1].text) == 1
    fits = could_be_crosshead(section[0]) and not (goes_on and single)
    return end + 2 if fits else end


@dataclass(slots=True)
class _Reading:
    """How far the page has been read: what was seen decides what the next lines weigh."""

    signed_at: int
    words: int = 0
    away: int = 0
    below_tail: bool = False

    @property
    def opened(self) -> bool:
        """The article has begun: enough prose in company was seen."""
        return self.words > 0

    def prose(
        self, run: Sequence[Shape], company: Sequence[Shape], *, first: int, above: Shape | None
    ) -> list[float]:
        """Weigh paragraphs: among their like they count fully, alone a quarter.

        Teasers of other stories are alone: a title, a sentence or two, the next title.
        """
        lone = not self._is_trusted(first) and self._is_lone(company, above)
        factor = _ISOLATED if lone else 1.0
        if lone:
            self.away += len(run)
        else:
            self.away = 0
            self.words += sum(one.words for one in run)
        return [factor * min(one.words, _FULL) if one.kind is Kind.PROSE else _BIT for one in run]

    def gap(self, run: Sequence[Shape], *, first: int) -> list[float]:
        """Weigh what parts two paragraphs: at most so much, but more the longer it goes on."""
        heads_others = any(one.kind is Kind.TAIL for one in run)
        longest = _LONGEST_GAP if heads_others else _UNTITLED_GAP
        longest += _FAR_LINE * max(0, len(run) - max(0, _NEAR_LINES - self.away))
        if self._is_trusted(first):
            longest = _TRUSTED_GAP
        self.away += len(run)
        plain = [_gap_weight(one) for one in run]
        scale = min(1.0, longest / (1 - sum(plain)))
        weights = [scale * weight + self._once(one) for one, weight in zip(run, plain, strict=True)]
        self.below_tail = self.below_tail or (self.opened and heads_others)
        return weights

    def _once(self, shape: Shape) -> float:
        """Weigh what no gap makes lighter: a sign-off, and another story's date or byline."""
        if shape.kind is Kind.SIGN_OFF and self.opened:
            return _SIGN_OFF
        if self.words > _OPENED_WORDS and heads_comments(shape.text):
            return _COMMENTS
        others = shape.kind in {Kind.DATE, Kind.BYLINE} and self.words > _OPENED_WORDS
        return _OTHERS_DATE if others else 0.0

    def _is_trusted(self, first: int) -> bool:
        """Between the first paragraphs and a sign-off everything is the article's."""
        return self.opened and first < self.signed_at

    def _is_lone(self, run: Sequence[Shape], above: Shape | None) -> bool:
        """One paragraph is alone; below a block of other stories two are, if under a title."""
        words = sum(one.words for one in run)
        titled = above is not None and above.kind is Kind.SHORT and above.words > _TITLE_WORDS
        if self.below_tail and titled:
            return words <= _ISOLATED_WORDS
        paragraphs = [one for one in run if one.kind is Kind.PROSE]
        sentences = sum(sentence_count(one.text) for one in paragraphs)
        told = sentences > 1 and not titled and not self.below_tail
        return len(paragraphs) <= 1 and words <= _LONE_WORDS and not told


def _weights(page: Sequence[Shape]) -> list[float]:
    reading = _Reading(signed_at=_sign_off_at(page))
    weights: list[float] = []
    runs = list(_runs(page))
    for number, (first, last) in enumerate(runs):
        run = page[first:last]
        if run[0].kind in PROSE:
            above = page[first - 1] if first else None
            company = _company(page, runs, number)
            weights += reading.prose(run, company, first=first, above=above)
        else:
            weights += reading.gap(run, first=first)
    return weights


def _company(page: Sequence[Shape], runs: Sequence[tuple[int, int]], number: int) -> list[Shape]:
    """Return a stretch of prose with those that pictures and advertisements alone part from it."""
    first = last = number
    while first > 1 and _is_thin(page[slice(*runs[first - 1])]):
        first -= 2
    while last + 2 < len(runs) and _is_thin(page[slice(*runs[last + 1])]):
        last += 2
    return [one for run in runs[first : last + 1 : 2] for one in page[slice(*run)]]


def _is_thin(gap: Sequence[Shape]) -> bool:
    return all(one.kind in _THIN and not reads_on(one.text) for one in gap)


def _sign_off_at(page: Sequence[Shape]) -> int:
    """Return the index of the first sign-off below enough prose, or 0 when there is none."""
    words = 0
    for index, shape in enumerate(page):
        if shape.kind is Kind.PROSE:
            words += shape.words
        elif shape.kind is Kind.SIGN_OFF and words > _ISOLATED_WORDS:
            return index
    return 0


def _runs(page: Sequence[Shape]) -> Iterator[tuple[int, int]]:
    """Yield stretches of prose, and of anything else, in turn. Pictures part no prose."""
    first = 0
    for index in range(1, len(page) + 1):
        if index == len(page) or (page[index].kind in PROSE) != (page[first].kind in PROSE):
            yield first, index
            first = index


def _gap_weight(shape: Shape) -> float:
    if shape.kind is not Kind.SHORT:
        return _WEIGHT.get(shape.kind, 0.0)
    return next((weight for most, weight in _SHORT_WEIGHTS if shape.words <= most), _LONG_SHORT)
