"""What a sentence counts: of what, who was harmed, and whether two counts are of one thing."""

# ruff: noqa: RUF001 (look-alike signs are what this file is about)

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from bot.text.facts import HARMS
from bot.text.figures import Figure, FigureKind, figures
from bot.text.numerals import Hedge, numerals
from bot.text.words import fold, stems

_COUNTED = frozenset({FigureKind.COUNT, FigureKind.MONEY, FigureKind.SHARE})
_ROOT = 5  # letters by which "marched" and "marchers" are of one thing
_AFTER = 4  # words after a figure that may say of what it is
_CLAUSE = re.compile(r"[,;:.()–—«»“”\"،؛]")
_LABEL = re.compile(r"(?<=\w )[A-ZÀ-Ý][a-zà-ý]+ (?:No\.? )?$")  # "Warehouse 9" is a name
_SCORE, _SCORED = re.compile(r"[-–:]\d"), re.compile(r"\d[-–:]$")
_PEOPLE = re.compile(
    r"(?:people|persons?|men|women|members?|others|residents|civilians|menschen|personen|leute|"
    r"personnes?|gens|personas|شخص\w*|أشخاص)$"
)
_NO_UNIT = re.compile(r"according|laut|nach|zufolge|selon|d['’]après|según|بحسب|وفق")
_NUMBER_OF = re.compile(
    r"(?i:\b(?:numbers?|toll|total|count|figure|estimates?|tally|zahl|anzahl|nombre|bilan|número|"
    r"and|und|et)\b[^,.;]{0,30}? (?:of|der|von|de|des) (?:the )?(?P<what>[^\W\d_]+))[^,.;\d]{0,40}$"
)
_PART = re.compile(
    r"(?i:\b(?:among (?:them|those)|including|of (?:them|whom|the)|darunter|davon|unter ihnen|"
    r"dont|parmi (?:eux|elles|les)|entre ellos|incluid[oa]s|another|a further|an additional|other|"
    r"weitere[nr]?|noch|autres?|otr[oa]s)|بينهم|من بينهم|أخرى) (?:\w+ ){0,1}$"
    r"|(?i:\b(?:among the|unter den|parmi les|entre los)\b)[^\d,.;]{0,30}$"
)
_PART_AFTER = re.compile(
    r"(?i:^[^\d,.;]{0,20}?\b(?:more|further|additional|others|weitere|autres|de plus|más|"
    r"of (?:them|the|those)|der|d['’]entre|figurent parmi|(?:are|were) among|أخرى|آخر)\b)"
)
_EXPECTED = re.compile(
    r"(?i:\b(?:expect(?:s|ed|ing)?|forecasts?|could|might|may|would|will|should|fear(?:s|ed)?|"
    r"up to|aims?|plans?|target|at most|no more than|erwart\w+|könnte\w*|dürfte\w*|werde\w*|"
    r"höchstens|pourrai\w+|attend\w*|devrai\w+|prévo\w+|podría\w*|prevé\w*)\b|يتوقع|قد )"
)
_MAY_BE = re.compile(
    r"(?i:(?: \w+){0,2} (?:could|might|may|would|will|könnten|dürften|pourraient) (?:be|have|être|"
    r"avoir|verletzt|sein))"
)
_AS_IT_WAS = re.compile(
    r"(?i:\b(?:had (?:counted|given|said|put|spoken|reported|been)|up from|down from|instead of|"
    r"rather than|compared (?:with|to)|earlier|previously|initially|originally|at first|"
    r"hatte(?:n)? |noch|zuvor|zunächst|statt|anstatt|war von|gewesen|contre|auparavant|au lieu de|"
    r"d['’]abord|initialement|frente a|antes|en vez de)|مقابل|بدلا من|سابقا)"
)
_FROM = re.compile(r"(?i:\b(?:from|von|de)(?: (?:about|at least|nearly|around|rund|etwa))?) $")
_TO = re.compile(r"(?i:(?: \w+){0,2} (?:to|auf|à|a)(?: (?:about|at least|nearly|rund|etwa))? $)")
UPDATES = re.compile(
    r"(?i:\b(?:risen|rose|rises?|rising|grown|grew|climb(?:ed|s)|increas(?:ed|es)|jump(?:ed|s)|"
    r"fall(?:en|s)?|fell|drop(?:ped|s)?|lower(?:ed|s)?|cut|up from|down from|revised|now (?:stands|"
    r"known|puts?|says?|at)|reach(?:ed|es)?|gestiegen|stieg(?:en)?|steigt|erhöht\w*|"
    r"gesunken|sank(?:en)?|gesenkt|inzwischen|mittlerweile|passé\w*|pass(?:e|ent) de|monté\w*|"
    r"s['’]élève|s['’]est alourdi|s['’]alourdit|baissé|désormais|subi[óo]|aument[óo]\w*|"
    r"ascend\w+|baj[óo]|ya son)\b)|ارتفع|ارتفاع|ارتفعت|انخفض"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """One figure of a sentence with what it counts.

    `unit` is a currency, "%" or the root of a noun; empty when only the verb says of what.
    `things` are roots of the words that say of what. `harm` is how those counted came to harm.
    `is_part` of another count, or on top of one; `is_expected`: not yet so; `is_past`: given as
    what had been said.
    """

    value: Decimal
    start: int
    end: int
    words: str
    kind: FigureKind
    unit: str
    harm: str
    things: frozenset[str]
    hedge: Hedge
    is_part: bool
    is_expected: bool
    is_past: bool


@lru_cache(maxsize=4096)
def counts(text: str, language: str | None = None) -> tuple[Count, ...]:
    """Return the counts of a sentence, in order: not its dates, clock times and years.

    >>> [(one.words, one.harm) for one in counts("Twelve people were hurt, 3 of them badly.")]
    [('12', 'hurt'), ('3', 'hurt')]
    """
    found = [
        one
        for one in figures(text, language)
        if one.kind in _COUNTED
        and not _LABEL.search(text[: one.start])
        and not (_SCORE.match(text, one.end) or _SCORED.search(text[: one.start]))
    ]
    return tuple(_count(text, one, found, language) for one in found)


def _count(text: str, one: Figure, found: list[Figure], language: str | None) -> Count:
    after = text[one.end : next((f.start for f in found if f.start > one.start), len(text))]
    before = text[max((f.end for f in found if f.end <= one.start), default=0) : one.start]
    clause = _CLAUSE.split(after, maxsplit=1)[0]
    number_of = _NUMBER_OF.search(text[: one.start])
    unit = _unit(one, language)
    is_count = one.kind is FigureKind.COUNT
    said = [*stems(" ".join(clause.split()[:_AFTER]), language)]
    said += stems(number_of["what"], language) if number_of else []
    harm = _harm((clause, before, after, text), language)
    roots = frozenset(_root(stem) for stem in said if not _PEOPLE.match(stem))
    return Count(
        value=one.value,
        start=one.start,
        end=one.end,
        words=written(text, one, language),
        kind=one.kind,
        unit=unit,
        harm=harm if is_count and not _is_other(unit, harm) else "",
        things=roots,
        hedge=one.hedge,
        is_part=bool(_PART.search(before) or (is_count and _PART_AFTER.match(after))),
        is_expected=bool(_EXPECTED.search(_CLAUSE.split(before)[-1]) or _MAY_BE.match(clause)),
        is_past=bool(_AS_IT_WAS.search(before) or (_FROM.search(before) and _TO.match(after))),
    )


_INANIMATE = re.compile(
    r"(?:hour|minute|day|week|month|year|metre|meter|kilomet|mile|ship|boat|house|home|build|"
    r"tonne|ton|crown|euro|dollar|percent|degree|stund|tag|woch|jahr|heure|jour|semain|ann)"
)


def _is_other(unit: str, harm: str) -> bool:
    """Tell whether what is counted cannot come to harm as people do."""
    return bool(harm) and _INANIMATE.match(unit) is not None


def _unit(one: Figure, language: str | None) -> str:
    if one.kind is not FigureKind.COUNT or not one.unit:
        return one.unit
    if _PEOPLE.match(fold(one.unit)) or _NO_UNIT.match(one.unit):
        return ""
    return next((_root(stem) for stem in stems(one.unit, language)), "")


def _harm(parts: Iterable[str], language: str | None) -> str:
    """Return the harm that is told of a figure: in its clause, else before it, else after."""
    for part in parts:
        found = {}
        for harm, form in HARMS.items():
            match = form.search(part)
            if match and not ((language or "")[:2] == "de" and match[0].lower() in _DE_ARTICLES):
                found[harm] = match.start()
        if found:
            return min(found, key=lambda harm: found[harm])
    return ""


_DE_ARTICLES = frozenset({"die", "dies"})  # "die" kills in English alone


def _root(stem: str) -> str:
    return stem[:_ROOT]


def written(text: str, one: Figure, language: str | None = None) -> str:
    """Return a figure as a reader knows it: as it stands if in digits, else in digits.

    >>> written("Twelve people", figures("Twelve people")[0])
    '12'
    """
    stands = text[one.start : one.end]
    if any(char.isdigit() for char in stands) or one.value >= 1_000_000:  # noqa: PLR2004
        return stands
    return grouped(one.value, language)


def grouped(value: Decimal, language: str | None = None) -> str:
    """Return a number in digits as a language writes it.

    >>> grouped(Decimal("1200")), grouped(Decimal("1200.5"), "de")
    ('1,200', '1.200,5')
    """
    text = f"{value:,}"
    if numerals((language or "en")[:2]).point == ",":
        text = text.replace(",", "\x00").replace(".", ",").replace("\x00", ".")
    return text


def alike(one: Count, other: Count) -> bool:
    """Tell whether two counts are of the same thing, by what is counted.

    >>> a, b = counts("Nine people were arrested.") + counts("She spoke of fourteen arrests.")
    >>> alike(a, b), alike(a, *counts("Nine people were hurt."))
    (True, False)
    """
    if one.kind is not other.kind or one.is_part or other.is_part:
        return False
    if one.harm or other.harm:
        return one.harm == other.harm
    if one.kind is not FigureKind.COUNT:
        return one.unit == other.unit
    if one.unit and other.unit:
        return one.unit == other.unit
    return bool(one.things & other.things)


def is_people(word: str) -> bool:
    """Tell whether a word counts people and says no more of them.

    >>> is_people("people"), is_people("marchers")
    (True, False)
    """
    return _PEOPLE.match(fold(word)) is not None


def near(one: Count, other: Count, *, factor: int) -> bool:
    """Tell whether two counts differ, but not so much that they must be of two things."""
    low, high = sorted((one.value, other.value))
    return low != high and low > 0 and high <= low * factor


def roots(found: Iterable[str]) -> frozenset[str]:
    """Return the roots of stems that are no figures."""
    return frozenset(_root(stem) for stem in found if not stem[:1].isdigit())
