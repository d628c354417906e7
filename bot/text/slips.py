"""Slips of the key: which known word a mistyped one most likely stands for."""

from collections.abc import Iterator, Mapping

SHORTEST = 4
"""Shorter words are too near to too many others."""

_ALPHABETS = (
    ("a", "z", "abcdefghijklmnopqrstuvwxyz"),
    ("\u0370", "\u03ff", "αβγδεζηθικλμνξοπρστυφχψω"),
    ("\u0400", "\u052f", "абвгдежзиклмнопрстуфхцчшщъыьэюяєіїґ"),
    ("\u05d0", "\u05ea", "אבגדהוזחטיכלמנסעפצקרשת"),
    ("\u0600", "\u06ff", "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءئؤ"),
)
_TWO_SLIPS_FROM = 6
"""Words of so many letters may hold two slips."""


def one_slip_away(word: str) -> frozenset[str]:
    """Return what `word` becomes with a letter left out, doubled, changed, added or swapped.

    After Norvig, "How to write a spelling corrector" (2007). Of scripts whose letters we do not
    know, only those of the word itself are tried.

    >>> {"aleppo", "alepo", "laepo"} <= one_slip_away("alepo") | {"alepo"}
    True
    """
    return frozenset(_slips(word)) - {word}


def _slips(word: str) -> Iterator[str]:
    letters = _letters(word)
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        yield from (before + letter + after for letter in letters)
        if after:
            yield before + after[1:]
            yield from (before + letter + after[1:] for letter in letters)
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]


def _letters(word: str) -> str:
    for first, last, letters in _ALPHABETS:
        if first <= word[:1] <= last:
            return letters
    return "".join(sorted(set(word)))


def slips_between(one: str, other: str) -> int:
    """Return how many letters must be added, left out, changed or swapped with the next.

    The optimal string alignment distance (Damerau 1964, in the restricted form).

    >>> slips_between("klichko", "klitschko"), slips_between("acheh", "aceh")
    (2, 1)
    """
    rows = [list(range(len(other) + 1))]
    for at, letter in enumerate(one, start=1):
        row = [at]
        for place, wanted in enumerate(other, start=1):
            least = min(rows[-1][place] + 1, row[-1] + 1, rows[-1][place - 1] + (letter != wanted))
            swapped = at > 1 and place > 1 and one[at - 2] == wanted and letter == other[place - 2]
            row.append(min(least, rows[-2][place - 2] + 1) if swapped else least)
        rows.append(row)
    return rows[-1][-1]


def nearest(word: str, known: Mapping[str, int]) -> str | None:
    """Return the known word that `word` most likely stands for, or None when none is near.

    `known` tells how often each word stands in the news: of equally near ones the commonest is
    meant. A word of six letters and more may hold two slips, a shorter one a single slip.

    >>> nearest("alepo", {"aleppo": 9, "aleph": 3, "alp": 40})
    'aleppo'
    >>> nearest("harbour", {"harvest": 9})
    """
    most = 2 if len(word) >= _TWO_SLIPS_FROM else 1
    near = {one: slips_between(word, one) for one in known if abs(len(one) - len(word)) <= most}
    fitting = [one for one, slips in near.items() if slips <= most]
    return min(
        fitting, key=lambda one: (near[one], one[:1] != word[:1], -known[one], one), default=None
    )
