"""The rules of time: days are those of the source, or dates our calendar makes of its weekdays."""

# ruff: noqa: RUF001 (look-alike signs are what this file is about)

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from bot.compose.check.claim import Claim
from bot.compose.check.reading import Reading
from bot.models import Finding
from bot.text.attribution import Cue, attribution
from bot.text.days import named_days
from bot.text.facts import Fact, facts
from bot.text.figures import Figure, FigureKind, figures
from bot.text.numerals import numerals
from bot.text.stance_words import stance_words
from bot.text.words import fold, stems

_WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday yesterday tomorrow",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag gestern Sonnabend",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche hier demain",
    "es": "lunes martes miércoles jueves viernes sábado domingo ayer",
    "ar": "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد الإثنين أمس غدا",
}
_MAY = (
    r"|(?<=\d )May\b|(?:(?<=\bin )|(?<=\bsince )|(?<=\bof )|(?<=\buntil )|(?<=\bby ))May\b"
    r"|\bMay(?= \d)"
)
_PART_OF_DAY = r"(?:morgen|früh|vormittag|mittag|nachmittag|abend|nacht|s)?"
_SHORT = 3  # letters of an English month that may stand for all of it
_CLAUSE = re.compile(
    r",(?! (?:when|als|lorsque|cuando)\b)|[;:()–—،؛]"
    r"|\b(?:who|which|whose|where|qui|que|dont)\b"
)
_OLD = re.compile(
    r"(?i:\b(?:from (?:next )?$|(?:von|vom) $|instead of|rather than|"
    r"(?:was|were|had been) (?:due|set|scheduled|planned)|"
    r"originally|initially|previously|statt|ursprünglich|eigentlich|initialement|"
    r"au lieu d[eu]|(?:était|étaient) prévue?s?|inicialmente|en (?:lugar|vez) de|"
    r"(?:estaba|estaban) previst[oa]s?)(?!\w))|بدلا من|كان مقررا|من يوم"
)
_NEW = re.compile(
    r"(?i:\b(?:(?:to|until|till) (?:next )?|now|instead|will|nun|jetzt|auf|reportée?s? (?:à|au)|"
    r"désormais|finalement|aplaz\w+ (?:a|al|para|hasta)|ahora|finalmente)(?!\w))|إلى"
)
_EARLIEST = re.compile(r"\b(at least|mindestens|au moins|al menos) (?:\d{1,2} )?$")
_COMPARES = re.compile(r"\b(?:from|than|compared with|of) (?:the )?\S*\d[^,;]*$")
_RETOLD = 0.5  # share of a clause's words that a claim must have to retell it
_BEFORE = 24  # characters before a year that may say that it is still to come


def day(claim: Claim) -> Iterator[Finding]:
    """A weekday or month is one that the cited text names, or that our calendar makes of it."""
    code = (claim.language or "en")[:2].lower()
    pattern = _pattern(code)
    there = {_key(m[0], code) for one in claim.given for m in pattern.finditer(one.text)}
    yield from _no_longer_least(claim, pattern)
    missing = [m[0] for m in pattern.finditer(claim.text) if _key(m[0], code) not in there]
    if missing:
        meant = _names_of(meant_days(claim), code)
        for shown in missing:
            if _key(shown, code) not in meant:
                yield claim.finding("day", shown, "The cited text does not name this day.")


def _no_longer_least(claim: Claim, pattern: re.Pattern[str]) -> Iterator[Finding]:
    """Find a day that the cited text gives as the earliest, and the claim as the day."""
    for one in claim.given:
        for match in pattern.finditer(one.text):
            hedge = _EARLIEST.search(one.text[: match.start()])
            if hedge and match[0] in claim.text and hedge[1] not in claim.text:
                detail = f"The cited text says {hedge[1]}."
                yield claim.finding("day", match[0], detail)


@lru_cache(maxsize=8)
def _pattern(code: str) -> re.Pattern[str]:
    """Return the pattern of the weekdays and months of a language."""
    months = [month for month in numerals(code).months if month != "May"]
    weekdays = _WEEKDAYS.get(code, _WEEKDAYS["en"]).split()
    found = "|".join(sorted((*weekdays, *months), key=len, reverse=True))
    part = _PART_OF_DAY if code == "de" else ""
    return re.compile(rf"(?<!\w)(?:{found}){part}(?!\w){_MAY if code == 'en' else ''}")


def _key(written: str, code: str) -> str:
    """Return a day or month as it is compared: English months by their first letters."""
    if code == "en" and written in numerals(code).months:
        return fold(written)[:_SHORT]
    return fold(re.sub(rf"(?<=tag){_PART_OF_DAY}$|(?<=och){_PART_OF_DAY}$", "", written))


def meant_days(claim: Claim) -> tuple[date, ...]:
    """Return the days that the given sentences name by their weekday, or as "yesterday"."""
    return tuple(
        named.day
        for one in claim.given
        for article in claim.articles
        if one.text in article.text and article.published_at is not None
        for named in named_days(one.text, written_at=article.published_at, language=claim.language)
    )


def is_meant(shown: str, claim: Claim) -> bool:
    """Tell whether a date, or the name of its month, is of a day that the cited text names."""
    names_, numbers = set(re.findall(r"[^\W\d_]{3,}", shown)), re.findall(r"\d+", shown)
    code = (claim.language or "en")[:2].lower()
    keys = {_key(one, code) for one in names_}
    return any(
        keys & _names_of((one,), code) and {*map(int, numbers)} <= {one.day, one.year}
        for one in meant_days(claim)
    )


def _names_of(days: tuple[date, ...], code: str) -> set[str]:
    """Return the weekdays and months of days, as they are compared."""
    weekdays, months = _WEEKDAYS.get(code, _WEEKDAYS["en"]).split(), numerals(code).months
    return {
        _key(written, code)
        for one in days
        for written in (weekdays[one.weekday()], months[one.month - 1])
    }


def time(claim: Claim) -> Iterator[Finding]:
    """A past year, or "two years ago", is kept: what is old is not told as news."""
    form = stance_words(claim.language)
    own = fold(claim.text)
    if re.search(form.past, own) or _years(claim.own):
        return
    for one in claim.retold():
        told = attribution(one.text, claim.language)
        if (
            told is not None
            and told.kind is not Cue.SAID
            and attribution(claim.text, claim.language)
        ):
            continue  # who accuses speaks of what is past
        for clause, anchor in _anchors(one, claim):
            given = set(stems(clause, claim.language)) - set(stems(anchor, claim.language))
            if given and len(given & claim.own.content) > _RETOLD * len(given):
                yield claim.finding("time", anchor, "When this was is left out.")
                return


def moved(claim: Claim) -> Iterator[Finding]:
    """A plan that was put off or called off is not told as it was, nor the other way round."""
    code = (claim.language or "en")[:2].lower()
    own, pattern = _ends(claim.text, code), _pattern(code)
    for one in claim.retold():
        theirs = _ends(one.text, code)
        if len(set(theirs.values())) == 1:
            continue  # nothing moved: it was due on that day
        for key, end in own.items():
            if theirs.get(key, end) != end:
                detail = f"The cited text has this as the {theirs[key]} day."
                yield claim.finding("time", key, detail)
                return
    if Fact.PLAN in facts(claim.text, claim.language).kinds:
        return
    told = {match[0] for match in pattern.finditer(claim.text)}
    for one in claim.retold():
        days = [match[0] for match in pattern.finditer(one.text)]
        if len(days) > 1 and days[0] in told and Fact.PLAN in facts(one.text, claim.language).kinds:
            yield claim.finding("time", days[0], "The cited text says that this was moved.")
            return


def _ends(text: str, code: str) -> dict[str, str]:
    """Return for each day of a plan that moves whether it is the "old" or the "new" one."""
    found: dict[str, str] = {}
    start = 0
    for match in _pattern(code).finditer(text):
        before = text[start : match.start()]
        old = max((m.start() for m in _OLD.finditer(before)), default=-1)
        new = max((m.start() for m in _NEW.finditer(before)), default=-1)
        if old != new:
            found[_key(match[0], code)] = "old" if old > new else "new"
        start = match.end()
    return found


def is_past(one: Reading) -> bool:
    """Tell whether a sentence says that it tells of another time: "in 2018", "two years ago"."""
    ago = re.search(stance_words(one.language).ago, fold(one.text))
    return ago is not None or bool(_years(one))


def _years(one: Reading) -> list[Figure]:
    """Return the years of a sentence."""
    return [f for f in figures(one.text, one.language) if f.kind is FigureKind.YEAR]


def _anchors(one: Reading, claim: Claim) -> Iterator[tuple[str, str]]:
    """Yield the words that put a sentence in the past, each with the clause it stands in."""
    form = stance_words(claim.language)
    written = [a.published_at.year for a in claim.articles if a.published_at is not None]
    for year in _years(one):
        before = fold(one.text[max(0, year.start - _BEFORE) : year.start])
        is_to_come = re.search(form.future, before) or (written and year.value >= min(written))
        if not is_to_come:
            yield _clause(one.text, year.start), one.text[year.start : year.end]
    folded = fold(one.text)
    for match in re.finditer(form.ago, folded):
        if not _COMPARES.search(_clause(folded, match.start()).partition(match[0])[0]):
            yield _clause(folded, match.start()), match[0]


def _clause(text: str, place: int) -> str:
    """Return the clause of a text around a place; what opens it is told with what follows."""
    start, end = 0, len(text)
    for match in _CLAUSE.finditer(text):
        if match.start() >= place:
            end = match.start()
            break
        start = match.end()
    return text[start:end]
