"""Who signed the article: what the page states, and the bylines it shows."""
# ruff: noqa: RUF001  signs of other scripts

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from lxml.html import HtmlElement

from bot.extract.front import Front, marks_of
from bot.extract.names import is_name, names, without_office
from bot.extract.titles import folded, is_outlet
from bot.text.agencies import agency
from bot.text.dates import instant
from bot.text.months import MONTHS
from bot.text.visible import one_line

_CALLED = re.compile(
    r"(?<![a-z])(?:(?:\w*[-_])?(?:authors?|by-?lines?|autor(?:en|es|a|in)?|auteurs?|autore|writers?"
    r"|creators?|verfasser|signature|yazar|forfatter|reporter)(?:[-_]?(?:names?|link|title|info"
    r"|wrap\w*|url|vcard|text|meta|block|list|container|section|s))*|written[-_]?by|posted[-_]?by)"
    r"(?![a-z])",
    re.IGNORECASE,
)
_LED = (
    r"(?:(?:written|posted|published|reported|story|words?|text)\s+by|by|von|par|por"
    r"|autor(?:en|es|in)?|authors?|di|door|av)\s*:?\s+(?=[^\W\d_])"
)
_LEADS = re.compile(_LED, re.IGNORECASE)
_BY = re.compile(rf"(?:^|[\s\d|–-]){_LED}", re.IGNORECASE)
_DATED = re.compile(r"[^\n]{0,20}\d{4}\s*[|/·•–-]\s*(?=[^\W\d_])")
_BESIDE = re.compile(
    r"\s*(?:\||•|·|@|https?:|\b(?:updated|published|posted|follow|view|get|min(?:utes?)? read"
    r"|said|says|sagt|aktualisiert|veröffentlicht|publié|publicado|actualizado|stand|lesezeit)\b)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<!\w)\d")
_TALK = re.compile(
    r"\s+(?:im Gespräch|im Interview|in conversation|en conversation)\s+(?:mit|with|avec)\s+"
)
_PARTED = re.compile(r"\s*[,;/]\s*|\s+(?:and|und|et|y)\s+")
_TIMES = frozenset(
    [
        *MONTHS,
        "on",
        "am",
        "at",
        "le",
        "el",
        "um",
        "den",
        "vor",
        "před",
        *[
            "mon",
            "tue",
            "wed",
            "thu",
            "fri",
            "sat",
            "sun",
            "mo",
            "di",
            "mi",
            "do",
            "fr",
            "sa",
            "so",
        ],
        *["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
        *[
            "montag",
            "dienstag",
            "mittwoch",
            "donnerstag",
            "freitag",
            "samstag",
            "sonntag",
            "lundi",
            "mardi",
            "mercredi",
        ],
        *[
            "jeudi",
            "vendredi",
            "samedi",
            "dimanche",
            "lunes",
            "martes",
            "miércoles",
            "jueves",
            "viernes",
            "sábado",
        ],
    ]
)
_NO_NAME = re.compile(r"://|\d{3}|^[@\d]|^(?:by|von|par|por|author|autor)$", re.IGNORECASE)
_CALLED_WORDS, _LINE_WORDS, _STAFF_WORDS = 40, 14, 4
_MOST_SIGNING, _MOST_CALLED = 6, 60


def bylines(
    front: Front, *, signed: Sequence[str], meta: Sequence[str], outlets: Collection[str]
) -> tuple[str, ...]:
    """Return who wrote the article: people if any are named, else the staff or agency that is.

    `signed` are the authors of linked data, `meta` those of meta tags; the page is believed
    over them when one of its bylines names all of theirs and more.
    """
    stated = (names(signed, outlets=outlets), names(meta, outlets=outlets))
    called, lines = _shown(front)
    shown = [*_of_called(called, outlets), *_of_lines(lines, outlets)]
    if not any(stated) and not shown:
        shown = _at_foot(front, outlets)
    ranked = [one for one in (*stated, *shown) if one]
    chosen = next((one for one in ranked if any(map(is_name, one))), next(iter(ranked), ()))
    fuller = next((one for one in shown if _is_fuller(one, chosen)), None)
    if fuller:
        return fuller
    if chosen and chosen == stated[0]:
        return tuple(dict.fromkeys(_with_staff(signed, outlets)))
    seen = [signature(line) for group in (*called, lines) for line in group]
    brief = [line for line in seen if len(line.split()) <= _STAFF_WORDS][:1]
    return chosen or next(filter(None, map(_staff, (signed, meta, brief))), ())


def signature(text: str) -> str:
    """Return who a byline names, without its date and what it invites to.

    >>> signature("16 December 2026 by Ida Grange | 5 min read"), signature("By A. Roe May 3, 2026")
    ('Ida Grange', 'A. Roe')
    """
    line = one_line(text, limit=300)
    led = _BY.search(line) or _DATED.match(line)
    line = _TALK.sub(" & ", line[led.end() :] if led else line)
    number = _NUMBER.search(line)
    if number and number.start():
        line = _untimed(line[: number.start()])
    beside = _BESIDE.search(line)
    if beside and beside.start():
        line = line[: beside.start()]
    parts = re.split(r"\s*,\s*", line.strip(" ,;:-–—"))
    return ", ".join(without_office(part) for part in parts)


def _untimed(line: str) -> str:
    kept = line.split()
    while kept and kept[-1].casefold().strip(".,") in _TIMES:
        kept.pop()
    return " ".join(kept)


def _shown(front: Front) -> tuple[list[list[str]], list[str]]:
    """Return the bylines beside the title: those the page calls so by group, and the others."""
    called: list[tuple[HtmlElement, str]] = []
    lines: list[str] = []
    for element, line in front.beside:
        count = len(line.split())
        if 0 < count <= _CALLED_WORDS and _CALLED.search(marks_of(element)):
            called += [(element, line)] if len(called) < _MOST_CALLED else []
        elif 1 < count <= _LINE_WORDS and _signs(line):
            lines.append(line)
    return _grouped(called), lines


def _signs(line: str) -> bool:
    """Say whether a line opens as a byline does, or names somebody beside a date."""
    if _LEADS.match(line):
        return True
    return bool(_DATED.match(line) or (_BY.search(line) and instant(line)))


def _grouped(called: Sequence[tuple[HtmlElement, str]]) -> list[list[str]]:
    """Return bylines side by side: whole if all in them are names, else their parts."""
    known = {id(element) for element, _ in called}
    groups: dict[int, list[str]] = {}
    for element, line in called:
        if any(id(above) in known for above in element.iterancestors()):
            continue
        inner = [(one, said) for one, said in called if element in one.iterancestors()]
        people = names([signature(line)])
        group = groups.setdefault(id(element.getparent()), [])
        if inner and not (people and all(map(is_name, people))):
            group += [said for one, said in inner if not _holds_any(one, inner)]
        else:
            group.append(line)
    return list(groups.values())


def _holds_any(element: HtmlElement, others: Sequence[tuple[HtmlElement, str]]) -> bool:
    return any(element in one.iterancestors() for one, _ in others)


def _of_called(
    called: Sequence[Sequence[str]], outlets: Collection[str]
) -> Iterator[tuple[str, ...]]:
    for group in called:
        found = names([signature(line) for line in group], outlets=outlets)
        people = tuple(filter(is_name, found))
        if found:
            yield people or found


def _of_lines(lines: Iterable[str], outlets: Collection[str]) -> Iterator[tuple[str, ...]]:
    for line in lines:
        people = tuple(filter(is_name, names([signature(line)], outlets=outlets)))
        if people:
            yield people


def _at_foot(front: Front, outlets: Collection[str]) -> list[tuple[str, ...]]:
    """Return the one byline further down; two that differ are of other stories."""
    lines = (line for _, line in front.far())
    led = [one for one in lines if _LEADS.match(one) and len(one.split()) <= _LINE_WORDS]
    found = set(_of_lines(led, outlets))
    return list(found) if len(found) == 1 else []


def _is_fuller(shown: Sequence[str], chosen: Sequence[str]) -> bool:
    ours, theirs = set(map(folded, chosen)), set(map(folded, shown))
    return bool(ours) and ours < theirs and len(theirs) <= _MOST_SIGNING


def _with_staff(signed: Iterable[str], outlets: Collection[str]) -> Iterator[str]:
    """Yield people, and the agencies and newsrooms that the page names beside them."""
    ours = {folded(outlet) for outlet in outlets}
    for text in signed:
        people = names([text], outlets=outlets)
        yield from people or (one for one in _staff([text]) if not is_outlet(one, ours))
        yield from (part for part in _PARTED.split(text) if people and agency(part))


def _staff(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the newsrooms, agencies and pen names among texts, as they are written."""
    lines = (one_line(text) for text in texts)
    fit = (line for line in lines if 1 < len(line) <= 60 and not _NO_NAME.search(line))  # noqa: PLR2004
    return tuple(dict.fromkeys(fit))
