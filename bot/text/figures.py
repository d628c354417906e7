"""The figures of a text: how much, of what, and how sure; years, dates and clock times apart."""

# ruff: noqa: RUF001 (look-alike signs are what this file is about)

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from bot.text.alternatives import any_of
from bot.text.lowercase import lowered
from bot.text.numerals import Hedge, Numerals, numerals
from bot.text.spelt import ATTACHED_ONLY, spelt_number


class FigureKind(StrEnum):
    """What a figure counts or names."""

    COUNT = "count"
    MONEY = "money"
    SHARE = "share"
    YEAR = "year"
    DATE = "date"
    TIME = "time"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number where it stands in a text: characters `start` up to `end`.

    `unit` is the noun beside it ("homes"), "%" or a currency; empty when nothing follows.
    `near` are the words that follow, lower-case, up to the first small word. The value of a
    date is its day (or yyyymmdd when it is written in digits), of a time hours * 100 + minutes.
    """

    value: Decimal
    start: int
    end: int
    kind: FigureKind = FigureKind.COUNT
    unit: str = ""
    hedge: Hedge = Hedge.NONE
    near: tuple[str, ...] = ()


_BARE_SCALES = frozenset({"cent", "mille", "mil", "hundert", "tausend", "ألف", "مليون", "مليار"})
_DIGIT = re.compile(r"\d")
_BREAKS = re.compile(r"\W+")
_SEPARATORS = r"[.,'’٬\u00a0\u202f\u2009]"
_FIRST_YEAR, _LAST_YEAR = 1500, 2100
_BEFORE = 32  # characters looked at for a hedge or a currency: "an estimated US$"
_AFTER = 60  # characters looked at for a noun
_TOO_MANY = 10**20  # a longer row of digits is a serial number
_NEAR = 3  # words that may part a number from its noun: "three masked gunmen"

_CURRENCY_BEFORE = re.compile(
    r"(?:(?:\b(?:US|A|C|HK))?\$|[€£¥₹₽₺₴]|\b(?:USD|EUR|GBP|CHF|Rs\.?)) ?$"
)
_CURRENCY_AFTER = re.compile(r"[ \u00a0]?([€£$¥₹₽₺₴]|(?:USD|EUR|GBP|CHF)\b)")
_CURRENCIES = {
    "us$": "$", "usd": "$", "dollars": "$", "dollar": "$", "eur": "€", "euros": "€", "euro": "€",
    "gbp": "£", "pounds": "£", "pfund": "£", "dólares": "$", "دولار": "$", "دولارات": "$",
}  # fmt: skip
_COMPARES = re.compile(r"(?i:\b(?:than|over|above|under|below) the )$")
_OR_MORE = re.compile(r"\+|[^.,;\d]{0,30}?\b(?:or more|oder mehr|ou plus|o más)\b")
_WORD = re.compile(r"[ \u00a0'’-]([^\W\d_][\w'’-]*)")
_OF = re.compile(r" de |[ \u00a0]d['’](?=\w)")
_IRREGULAR = frozenset({"people", "children", "police", "staff"})
_YEAR_CUE = re.compile(
    r"(?:\b(?:in|since|by|until|till|of|from|seit|bis|en|depuis|desde|hasta)|عام|سنة) $"
)


@lru_cache(maxsize=8192)  # the same sentence is asked about for its news, its tolls and its novelty
def figures(text: str, language: str | None = None) -> tuple[Figure, ...]:
    """Return the figures of `text` in the order in which they stand.

    >>> [(str(f.value), f.unit, str(f.hedge)) for f in figures("At least five homes, 1.2m trees")]
    [('5', 'homes', 'at least'), ('1200000', 'trees', '')]
    >>> [str(f.kind) for f in figures("$3bn, or 40%, on 5 May 2026 at 08:30")]
    ['money', 'share', 'date', 'year', 'time']
    """
    form = _form(language)
    if not _may_hold(text, form):
        return ()
    found = []
    for match in form.pattern.finditer(text):
        if match["iso"] or match["clock"] or match["day"] or match["day_after"]:
            found.append(_moment(match))
            continue
        value = _value(match, form.numerals)
        if value is not None:
            found.append(_counted(text, match, value=value, form=form))
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form:
    """What `figures` needs of a language, compiled once."""

    numerals: Numerals
    beginnings: frozenset[str]
    pattern: re.Pattern[str]
    hedge: re.Pattern[str]
    percent: re.Pattern[str]


@lru_cache(maxsize=8)
def _compiled(language: str) -> _Form:
    """Return the form of a two-letter language."""
    data = numerals(language)
    space = r"|\ " if data.spaced else ""
    word, scale, month = any_of(data.words), any_of(data.scales), any_of(data.months)
    joint = rf"[ \u00a0-]{data.prefix}?" if data.prefix else r"[ \u00a0-]"
    later = rf"(?:{joint}|\ (?i:{any_of(data.links)})\ )(?i:{word}|{scale}|{any_of(data.last)})\b"
    pattern = rf"""
      (?P<iso>\b\d{{4}}-\d\d-\d\d\b|\b\d{{1,2}}([./])\d{{1,2}}\2\d{{2,4}}\b)
    | (?P<clock>\b\d{{1,2}}(?::\d\d(?!\d)|h\d\d\b|[ \u00a0]?h\b
        |(?:\.\d\d)?[ \u00a0]?(?i:{any_of(data.clock)})(?!\w)))
    | \b(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.)?\ (?:of\ |de\ )?{month}\b
    | \b{month}\.?\ (?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?(?![\w:]|[.,]\d)
    | (?<![\w.])(?<![^\W\d_]-)
      (?P<digits>\d{{1,3}}(?P<mark>{_SEPARATORS}{space})\d{{3}}(?:(?P=mark)\d{{3}})*(?:[.,٫]\d+)?(?!\d)|\d+(?:[.,٫]\d+)?)
      (?P<tail>(?:[ \u00a0-]?(?i:{scale})\b(?:(?<=mio)\.|(?<=mrd)\.|(?<=Mio)\.|(?<=Mrd)\.)?){{0,2}})
      (?P<ordinal>(?:st|nd|rd|th)\b)?
    | \b(?i:(?:(?P<half>{any_of(data.halves)})|(?P<one>{any_of(data.articles)}))
        \ (?P<halved>{scale})\b)
      (?P<more>(?:{later})*)
    | \b(?P<spelt>(?i:{word}|{any_of(_BARE_SCALES & data.scales.keys())})\b(?:{later})*)
    """
    return _Form(
        numerals=data,
        beginnings=_beginnings(data),
        pattern=re.compile(pattern, re.VERBOSE),
        hedge=re.compile(
            rf"(?:^|\W)((?i:{any_of(data.hedges)}))[ \u00a0](?:the |les |los |"
            rf"die )?$"
        ),
        percent=re.compile(rf"[ \u00a0-]?(?:%|٪|(?i:{any_of(data.percent)})\b)"),
    )


def _form(language: str | None) -> _Form:
    """Return the form of `language`, however it is written."""
    return _compiled((language or "en")[:2].lower())


def _may_hold(text: str, form: _Form) -> bool:
    """Tell at one look whether a text may hold a figure: most do not, and the pattern is slow."""
    if _DIGIT.search(text):
        return True
    return not form.beginnings.isdisjoint(_BREAKS.split(lowered(text)))


def _beginnings(data: Numerals) -> frozenset[str]:
    """Return the words one of which stands in every number that is written without a digit."""
    return frozenset(_BREAKS.split(lowered(one))[0] for one in (*data.words, *data.scales))


def _moment(match: re.Match[str]) -> Figure:
    """Return the date or clock time that was matched."""
    start, end = match.span()
    if match["clock"]:
        hour, minute, *_ = [*re.findall(r"\d+", match[0]), "0"]
        afternoon = 12 if match[0].lower().rstrip(".").replace(".", "").endswith("pm") else 0
        value = (int(hour) % 12 + afternoon if afternoon else int(hour)) * 100 + int(minute)
        return Figure(value=Decimal(value), start=start, end=end, kind=FigureKind.TIME)
    digits = match["day"] or match["day_after"] or re.sub(r"\D", "", match["iso"])
    return Figure(value=Decimal(digits), start=start, end=end, kind=FigureKind.DATE)


def _value(match: re.Match[str], data: Numerals) -> Decimal | None:
    """Return the number that was matched, or None when the words make none."""
    if match["digits"]:
        value = _digits(match["digits"], mark=match["mark"], point=data.point)
        for scale in re.findall(r"[^\W\d_]+", match["tail"]):
            value *= data.scales[scale.lower()]
        return value if value < _TOO_MANY else None
    if match["halved"]:
        scale = match["halved"].lower()
        if scale in ATTACHED_ONLY:
            return None
        whole = spelt_number(scale + match["more"].lower(), data)
        return whole and (Decimal(data.scales[scale]) / 2 if match["half"] else whole)
    return spelt_number(match["spelt"].lower(), data)


def _digits(written: str, *, mark: str | None, point: str) -> Decimal:
    """Return the value of digits with thousands marks and a decimal mark.

    A mark before exactly three digits is read as the language writes it: "1.200" is a thousand
    and more in German, little more than one in English.
    """
    written = written.replace("٫", "." if point == "٫" else point)
    decimal = "." if point == "٫" else point
    parts_thousands = mark is not None and (
        mark != decimal or written.count(mark) > 1 or len(re.findall(r"[.,]", written)) > 1
    )
    if mark is not None and parts_thousands:
        written = written.replace(mark, "")
    return Decimal(written.replace(",", "."))


def _counted(text: str, match: re.Match[str], *, value: Decimal, form: _Form) -> Figure:
    """Return the figure that was matched, with what stands before and after it."""
    start, end = match.span()
    before = text[max(0, start - _BEFORE) : start]
    currency = _CURRENCY_BEFORE.search(before)
    hedge = _hedge(before[: currency.start()] if currency else before, text[end:], form)
    near = _near(text[end : end + _AFTER], form.numerals.stops)
    kind, unit = FigureKind.COUNT, _head(near)
    if share := form.percent.match(text, end):
        kind, unit, end = FigureKind.SHARE, "%", share.end()
        near = _near(text[end : end + _AFTER], form.numerals.stops)
    elif money := _money(currency, text, end=end, near=near, data=form.numerals):
        kind, unit = FigureKind.MONEY, money
    elif _is_year(match, value, before=before, unit=unit):
        kind = FigureKind.YEAR
    return Figure(
        value=value.normalize() if value % 1 else value.quantize(Decimal(1)),
        start=start, end=end, kind=kind, unit=unit, hedge=hedge, near=near,
    )  # fmt: skip


def _hedge(before: str, after: str, form: _Form) -> Hedge:
    """Return how a figure is qualified by the words around it."""
    match = form.hedge.search(before)
    if match and not _COMPARES.search(before):
        return form.numerals.hedges[match[1].lower()]
    return Hedge.AT_LEAST if _OR_MORE.match(after[:_AFTER]) else Hedge.NONE


def _near(after: str, stops: frozenset[str]) -> tuple[str, ...]:
    """Return the words right after a figure, lower-case, up to a stop or a small word."""
    words: list[str] = []
    of = _OF.match(after)
    place = of.end() - 1 if of else 0
    while len(words) < _NEAR and (match := _WORD.match(after, place)):
        word = match[1].lower().rstrip("'’")
        if word in stops:
            break
        words.append(word)
        place = match.end()
    return tuple(words)


def _head(near: tuple[str, ...]) -> str:
    """Return the noun that a figure counts: the first plural after it, or the first word."""
    for word in near:
        if _is_plural(word):
            return word
    return near[0] if near else ""


def _is_plural(word: str) -> bool:
    """Tell whether an English word looks like several of something."""
    return word in _IRREGULAR or word.endswith("men") or (word[-1:] == "s" and word[-2:] != "ss")


def _money(
    currency: re.Match[str] | None, text: str, *, end: int, near: tuple[str, ...], data: Numerals
) -> str:
    """Return the currency of a figure, as a sign where it has one; empty for none."""
    after = _CURRENCY_AFTER.match(text, end)
    name = ""
    if currency or after:
        name = (currency or after)[0].strip().lower()  # type: ignore[index]  # one of them is there
    elif near and near[0] in data.money:
        name = near[0]
    return _CURRENCIES.get(name, name)


def _is_year(match: re.Match[str], value: Decimal, *, before: str, unit: str) -> bool:
    """Tell whether four bare digits name a year rather than count something."""
    bare = match["digits"] is not None and match["digits"].isdigit() and not match["tail"]
    if not bare or len(match["digits"]) != 4 or not _FIRST_YEAR <= value <= _LAST_YEAR:  # noqa: PLR2004
        return False
    return bool(_YEAR_CUE.search(before.lower())) or not _is_plural(unit)
