"""The value of a number that is written in words."""

import re
from decimal import Decimal

from bot.text.numerals import Numerals

ATTACHED_ONLY = frozenset({"k", "m", "b"})
"""Scales that stand right after digits alone: "5m", but no "five m"."""

_TEN, _HUNDRED, _THOUSAND = 10, 100, 1000
_NONE_YET = 10**20  # above every scale


def spelt_number(words: str, data: Numerals) -> Decimal | None:
    """Return the value of lower-case number words, or None when they make no one number.

    >>> from bot.text.numerals import numerals
    >>> spelt_number("two hundred and five", numerals("en"))
    Decimal('205')
    >>> spelt_number("two and three", numerals("en")) is None
    True
    """
    total, current, before = 0, 0, 0
    ceiling = _NONE_YET
    pieces = _pieces(words, data)
    for number, is_scale, is_joined in pieces or ():
        ceiling = before if is_joined else ceiling
        if is_joined and not _may_join(before, number, data):
            return None
        if is_scale and number >= ceiling and not ceiling <= _HUNDRED < number:
            return None
        if not is_scale and number >= _THOUSAND:  # Arabic's "two thousand" is one word
            total += number
        elif not is_scale:
            current += number
        elif number < _THOUSAND:  # a dozen and a hundred count what stands right before
            current = (current or 1) * number
        elif number > total > 0:
            total, current = (total + current) * number, 0
        else:
            total, current = total + (current or 1) * number, 0
        before = number
    return Decimal(total + current) if pieces else None


def _pieces(words: str, data: Numerals) -> list[tuple[int, bool, bool]] | None:
    """Return each number word's value, whether it multiplies, and whether an "and" is before it.

    None when one of the words is no number.
    """
    known = (
        data.words
        | dict.fromkeys(data.last, 1)
        | {w: n for w, n in data.scales.items() if w not in ATTACHED_ONLY}
    )
    found: list[tuple[int, bool, bool]] = []
    is_joined = False
    for piece in [words] if words in known else re.split(r"[ \u00a0]|-(?!vingt)", words):
        if piece in data.links:
            is_joined = True
            continue
        word = piece if piece in known else piece.removeprefix(data.prefix)
        if word not in known:
            return None
        found.append((known[word], word in data.scales, is_joined or word != piece))
        is_joined = False
    return found


def _may_join(before: int, number: int, data: Numerals) -> bool:
    """Tell whether an "and" makes one number of two: "sixty and eleven", not "two and three".

    Arabic says the ones before the tens.
    """
    if before < _TEN and data.prefix:
        return _TEN < number < _HUNDRED
    if before < _HUNDRED:
        return before >= 2 * _TEN > number
    return number < before
