"""Where the sentences of a text begin and end: the unit that summaries cite.

Our own splitter knows the abbreviations of the languages in `language_data`; for other
languages sentencex does. Tuned on English news: after a change measure against marked text.
"""

# ruff: noqa: RUF001 (look-alike signs are what this file is about)

import re
from collections.abc import Iterator
from functools import cache
from typing import cast

import sentencex

from bot.text.language_data import (
    ABBREVIATIONS,
    BEFORE_NUMBERS,
    CAPITALISED_ABBREVIATIONS,
    MONTHS,
    OPENERS,
    SPEECH_VERBS,
)

_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_STOPS, _WIDE = ".!?…؟۔։।॥‽", "。！？｡"
# It begins with every sign that may end a sentence: so `re` leaps from one to the next.
_STOP = re.compile(
    rf"[{_STOPS}{_WIDE}](?:(?<=[{_STOPS}])(?<![{_STOPS}].)[{_STOPS}]*+"
    r"(?P<close>(?:[\"”“’‘'»«›‹)\]）」』]|\[\d{1,3}\])*+(?:[ \u00a0\u202f][»›”](?=[\s.,;:)]|$))?)"
    r"(?P<gap>\s++)"
    rf"|(?<=[{_WIDE}])(?P<wide>[{_WIDE}]*[”’」』）】》\"')]*)\s*)"
)
_BULLET_LINE = re.compile(r"\n[^\S\n]*(?=(?:[•▪●‣◦*–—-]|\d{1,2}[.)])[^\S\n])")
_OPENING = re.compile(r"[\s\"“”„«»‹›'‘’‚(\[{¿¡–—•*-]*")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*['’]?")
_SPEECH = re.compile(
    r"(?:[A-Z][\w.'’-]*,?[ \u00a0]){1,5}(?:%s)\b" % SPEECH_VERBS  # noqa: UP031 (braces abound)
)
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_LONGEST_WORD = 32
_SHORT_NUMBER = 2
_LONGEST_FOREIGN = 20_000  # sentencex takes time quadratic in odd paragraphs

_OWN = frozenset({"en", "de", "fr", "es", "ar", "zh", "ja"})
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")


def sentence_spans(text: str, language: str | None = None) -> tuple[tuple[int, int], ...]:
    """Return where each sentence of `text` starts and ends, in order, without white space.

    A sentence never crosses an empty line. Closing quotation marks and brackets belong to it.
    Everything that is not white space lies in a sentence, a heading in one of its own.

    >>> text = "Dr. Lind paid $3.5 million. “Why?” Nobody knows."
    >>> [text[start:end] for start, end in sentence_spans(text)]
    ['Dr. Lind paid $3.5 million.', '“Why?”', 'Nobody knows.']
    """
    code = (language or "").replace("_", "-").split("-", 1)[0].lower()
    spans: list[tuple[int, int]] = []
    for start, end in _paragraphs(text):
        if code in _OWN or not code or end - start > _LONGEST_FOREIGN:
            cuts = _own_cuts(text, start, end, code)
        else:
            cuts = _foreign_cuts(text, start, end, code)
        spans.extend(_pieces(text, start, end, cuts))
    return tuple(spans)


def sentences(text: str, language: str | None = None) -> list[str]:
    """Return the sentences of `text`, as written.

    >>> sentences("Am 12. Oktober kam er. Alle gingen.", "de")
    ['Am 12. Oktober kam er.', 'Alle gingen.']
    """
    return [text[start:end] for start, end in sentence_spans(text, language)]


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _EMPTY_LINE.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def _pieces(text: str, start: int, end: int, cuts: Iterator[int]) -> Iterator[tuple[int, int]]:
    """Yield the stretches between cuts, without the white space around them; none is empty."""
    at = start
    for cut in (*cuts, end):
        piece = text[at:cut]
        body = piece.strip()
        if body:
            first = at + len(piece) - len(piece.lstrip())
            yield first, first + len(body)
        at = max(at, cut)


def _foreign_cuts(text: str, start: int, end: int, code: str) -> Iterator[int]:
    """Yield where sentencex ends a sentence. It is Rust and takes no lone surrogates."""
    paragraph = _LONE_SURROGATES.sub("\ufffd", text[start:end])
    for boundary in sentencex.get_sentence_boundaries(code, paragraph):
        yield start + cast("int", boundary["end_index"])


def _own_cuts(text: str, start: int, end: int, code: str) -> Iterator[int]:
    begun = start
    for line_start, line_end in _bulleted(text, start, end):
        for match in _STOP.finditer(text, line_start, line_end):
            is_wide = match["wide"] is not None
            cut = match.end("wide" if is_wide else "close")
            if is_wide or _ends(text, begun, match, code):
                yield cut
                begun = match.end()
        yield line_end
        begun = line_end


def _bulleted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the items of a list, line by line; running text is one item."""
    at = start
    for gap in _BULLET_LINE.finditer(text, start, end):
        yield at, gap.start()
        at = gap.end()
    yield at, end


def _ends(text: str, begun: int, match: re.Match[str], code: str) -> bool:
    """Whether a stop followed by white space ends the sentence that began at `begun`."""
    opening = _OPENING.match(text, match.end("gap"))
    following = opening.end() if opening else match.end("gap")
    rest = text[following : following + 2]
    if rest[:1].islower() and not rest[1:].isupper():
        return False  # "Stop!" he said; "e.g. this"; but iPhones may open a sentence
    stop = text[match.start() : match.start("close")]
    if stop == "." and not match["close"]:
        return not _is_abbreviation(text, begun, match.start(), following, code)
    if stop[0] in "!?" and match["close"]:
        return _SPEECH.match(text, following) is None
    return True


def _is_abbreviation(text: str, begun: int, stop: int, following: int, code: str) -> bool:
    """Whether the stop at `stop` belongs to the word before it and ends nothing."""
    before = text[max(begun, stop - _LONGEST_WORD) : stop]
    word = before.split()[-1].lstrip("\"“”„«»'‘’‚([¿¡—–") if before.split() else ""
    word = word.rsplit("-", 1)[-1] or word
    lower = word.lower()
    following_word = _WORD.match(text, following)
    following_text = following_word[0] if following_word else ""
    following_lower = following_text.lower()
    if word.isdigit():
        return _is_ordinal(before.strip() == word, word, following_lower, code)
    if lower in BEFORE_NUMBERS and text[following : following + 1].isdigit():
        return True
    if word in _capitalised(code) or lower in _anyhow(code):
        return following_lower not in _openers(code) or following_text.islower()
    if len(word) == 1 and word.isalpha() and (word.isupper() or not word.isascii()):
        return _is_initial(word, following_lower, code)
    if _DOTTED.fullmatch(word):
        return following_lower not in _openers(code)
    return False


def _is_initial(letter: str, following: str, code: str) -> bool:
    """Whether a single letter stands for a name: "J. Smith", but "vitamin C. The"."""
    return letter.isupper() and letter != "I" and following not in _openers(code)


def _is_ordinal(alone: bool, number: str, following: str, code: str) -> bool:  # noqa: FBT001
    """Whether a number and its stop mean "12th", or number the item of a list."""
    if alone:
        return True
    if code == "de" and len(number) <= _SHORT_NUMBER:
        return following not in OPENERS["de"]
    return code in {"", "de"} and following in MONTHS


def _together(lists: dict[str, frozenset[str]], code: str) -> frozenset[str]:
    """Return the words of one language, or those of all when it is not known."""
    if code:
        return lists.get(code, frozenset())
    return frozenset().union(*lists.values())


@cache
def _capitalised(code: str) -> frozenset[str]:
    return _together(CAPITALISED_ABBREVIATIONS, code)


@cache
def _anyhow(code: str) -> frozenset[str]:
    return _together(ABBREVIATIONS, code)


@cache
def _openers(code: str) -> frozenset[str]:
    return _together(OPENERS, code)
