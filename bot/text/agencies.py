"""Which news agencies a text credits, at its foot, in its dateline or its byline."""
# ruff: noqa: RUF001  signs of other scripts

import re

from bot.text.agencytable import AGENCIES
from bot.text.visible import one_line

_CANONICAL = {
    name.casefold(): canonical for canonical, names in AGENCIES for name in names.split("|")
}
_ONLY_IN_CAPITALS = frozenset(
    [
        "aa",
        "aap",
        "afx",
        "aki",
        "ana",
        "ani",
        "anp",
        "ap",
        "apa",
        "app",
        "aps",
        "ats",
        "cna",
        "cp",
        "dha",
        "iha",
        "ina",
        "isna",
        "kana",
        "map",
        "mena",
        "mti",
        "nan",
        "nna",
        "ntb",
        "pa",
        "pap",
        "pti",
        "qna",
        "ria",
        "sda",
        "sid",
        "spa",
        "sta",
        "stt",
        "tap",
        "tt",
        "una",
        "uni",
        "upi",
        "vna",
    ]
)
"""Names that are also words or parts of words: "App", "Map"."""

PARTED = re.compile(
    r"\s*(?:[,;/|&+،、・／–—]|(?<!\w)-|-(?!\w)|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bmit\b|\bwith\b|\bavec\b|\bcon\b|\bi\b|\bи\b"
    r"|\bve\b|\ben\b|\s+و(?:كالة\s+)?)\s*"
)
FILLER = re.compile(
    r"\b(?:the|news|agenc(?:y|ies)|wires?|photos?|staff|afp-photo|material|files?|inputs?"
    r"|reporting"
    r"|contributed|to this report|this article|from|by|source|sources|agencias|agences|agenturen?"
    r"|agenzie"
    r"|وكالات|وكالة|أنباء|агентства?)\b|[()\[\].:*]|^\s*(?:aus|dpa-)\b",
    re.IGNORECASE,
)
_INITIALS = r"(?:[a-zäöüß]{1,5}(?:[/,]\s?[a-zäöüß]{1,5})*)"
_BRACKETED = re.compile(rf"^{_INITIALS}?\s*[(\[]\s*(?P<inside>[^()\[\]]{{2,120}})[)\]]\s*\.?$")
LED = re.compile(
    r"^[\s—–\-*(\[]*(?:(?:with|additional|some)\s+)?(?:this (?:story|article|report)"
    r" (?:includes|contains|was)[\w\s]*?"
    r"|(?:with\s+)?(?:material|reporting|inputs?|files|information|contributions?|copy)\s+(?:from"
    r"|by)"
    r"|sources?\s*[:：]|with\b|via\b|quellen?\s*:|mit (?:material|informationen) (?:von|der)|mit\b"
    r"|source\s*:|avec\b"
    r"|fuentes?\s*:|con (?:información|informaciones) de|con\b|fonte\s*:|fonti\s*:"
    r"|bron(?:nen)?\s*:|kilde\s*:|källa\s*:"
    r"|źródło\s*:|kaynak\s*:|источник[и]?\s*:|المصدر\s*[:：]|المصادر\s*[:：]|مع\b|sumber\s*:"
    r"|来源\s*[:：]|出典\s*[:：])\s*",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"^(?P<place>[^\W\d_][^()—–\n]{0,60}?)?\s*[(（\[]\s*(?P<agency>[^()（）\[\]\n]{2,60})\s*[)）\]]\s*(?:[-–—:―]+|\s)"
)
_BYLINE = re.compile(
    r"\b(?:and|und|et|y|with|mit|avec|con)\s+(?:agencies|agenturen|agences|agencias)\b",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"^.{0,60}?/\s?(?P<agency>[^/\n]{2,40}?)\s?/")
_BRACKETS = str.maketrans("（）［］【】", "()[][]")
_OUTER = re.compile(r"^[(\[]\s*([^()\[\]]+)[)\]]\.?$")
_CONTRIBUTED = re.compile(
    r"\s+(?:also )?(?:contributed|hat|haben|a contribué|ont contribué|contribuyó"
    r"|contribuyeron)\b.*$",
    re.IGNORECASE,
)
_WITH = re.compile(r"\s(?:with|avec|mit|con|com|met|med|مع)\s", re.IGNORECASE)
_OUTLET_WORDS = 4
_AUTHOR = re.compile(r"[a-zäöüß]{1,4}")  # the initials of who wrote it
_NUMBERED = re.compile(r",?\s*\bdpa:\d[\d/-]+$")
MAX_CREDIT = 160


def agency(name: str) -> str | None:
    """Return the canonical name of an agency, or None when it is none.

    >>> agency("Agence France-Presse"), agency("أ ف ب"), agency("Halvenport Courier")
    ('AFP', 'AFP', None)
    """
    bare = one_line(name).strip(" .,:;()[]/©*")
    folded = bare.casefold()
    if folded in _ONLY_IN_CAPITALS and not bare.isupper():
        return None
    return _CANONICAL.get(folded) or _CANONICAL.get(folded.removesuffix(" news agency"))


def credited(credit: str) -> tuple[str, ...]:
    """Return the agencies in a credit, if it names nothing else; else nothing.

    >>> credited("AFP, Reuters and dpa"), credited("AFP and many other people")
    (('AFP', 'Reuters', 'dpa'), ())
    """
    parts = parts_of(credit)
    found: dict[str, None] = {}
    for part in parts:
        canonical = agency(part) or agency(FILLER.sub(" ", part))
        if canonical:
            found[canonical] = None
        elif FILLER.sub("", part).strip() and not _AUTHOR.fullmatch(part):
            return ()
    return tuple(found)


def parts_of(credit: str) -> list[str]:
    """Return the parts of a credit.

    >>> parts_of("AFP-Reuters, Keystone-SDA and XYZ")
    ['AFP', 'Reuters', 'Keystone-SDA', 'XYZ']
    """
    found: list[str] = []
    for part in PARTED.split(credit):
        bare = (part or "").strip()
        pieces = bare.split("-")
        whole = agency(bare) or not all(agency(piece) for piece in pieces)
        found += [bare] if whole else pieces
    return [part for part in found if part]


def sign_off(line: str) -> tuple[str, ...]:
    """Return the agencies in a line that does nothing but credit them; else nothing.

    >>> sign_off("mk/jd (AFP, Reuters, dpa)"), sign_off("— with material from AP")
    (('AFP', 'Reuters', 'dpa'), ('AP',))
    >>> sign_off("AFP, dpa"), sign_off("The harbour reopened (Reuters).")
    (('AFP', 'dpa'), ())
    """
    line = _NUMBERED.sub("", one_line(line).translate(_BRACKETS))
    if len(line) > MAX_CREDIT:
        return ()
    inner = _OUTER.match(line)
    if inner and (found := sign_off(inner[1])):
        return found
    bracketed = _BRACKETED.match(line)
    if bracketed:
        return credited(bracketed["inside"])
    led = LED.match(line)
    if led:
        return _known(line[led.end() :])
    return credited(_CONTRIBUTED.sub("", line)) or _shared(line)


def _shared(line: str) -> tuple[str, ...]:
    """Return the agencies of "The Courier with AFP and dpa"."""
    parts = _WITH.split(line, maxsplit=1)
    is_short = len(parts) == 2 and len(parts[0].split()) <= _OUTLET_WORDS  # noqa: PLR2004
    return credited(parts[1]) if is_short else ()


def dateline(line: str) -> tuple[str, ...]:
    """Return the agencies that a first paragraph names before its first sentence.

    >>> dateline("HALVENPORT (AP) — The harbour reopened."), dateline("(Reuters) - It rained.")
    (('AP',), ('Reuters',))
    >>> dateline("The harbour (AP) reopened.")
    ()
    """
    slashed = _SLASHED.match(line.strip())
    if slashed and agency(slashed["agency"]):
        return _known(slashed["agency"])
    match = _DATELINE.match(line.strip())
    if match is None:
        return ()
    place = match["place"] or ""
    opens = (
        not place or place.isupper() or bool(re.search(r"[,/]|\d", place)) or _is_place(match, line)
    )
    return _known(match["agency"]) if opens else ()


def in_byline(line: str) -> tuple[str, ...]:
    """Return the agencies that a byline names beside or instead of people.

    >>> in_byline("By Amira Haddad and Reuters"), in_byline("By our staff and agencies")
    (('Reuters',), ())
    """
    line = re.sub(r"^(?:by|von|par|por|di)\s+", "", one_line(line), flags=re.IGNORECASE)
    return _known(_BYLINE.sub("", line))


def _is_place(match: re.Match[str], line: str) -> bool:
    """A place before the agency has few words, each with a capital, and a dash after it."""
    words = (match["place"] or "").split()
    dashed = line.strip()[match.end() - 1 : match.end() + 2].strip()[:1] in set("-–—:―")
    return len(words) <= 4 and (dashed or match[0].rstrip()[-1:] in set("-–—:―"))  # noqa: PLR2004


def _known(text: str) -> tuple[str, ...]:
    """Return the agencies among the parts of a text, whatever else it names."""
    found = (agency(part) or agency(FILLER.sub(" ", part)) for part in parts_of(text))
    return tuple(dict.fromkeys(name for name in found if name))
