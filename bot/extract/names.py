"""Who wrote it: names out of bylines."""
# ruff: noqa: RUF001  signs of other scripts

import re
from collections.abc import Iterable

from bot.text.agencies import agency, credited
from bot.text.visible import one_line

_BY = re.compile(
    r"^(?:(?:exclusive|analysis|opinion|report|story|words?|text|reporting|article)\s+)?"
    r"(?:written by|reported by|posted by|published by|story by|article by|by|von|par|por"
    r"|de la rédaction de|(?:words|text|story|report)(?=\s?[:：])"
    r"|di|door|av|af|autor(?:en|a|es|in)?|author(?:s)?|auteur(?:s)?|autore|fra|przez|avtor"
    r"|автор(?:ы)?"
    r"|بقلم|كتب(?:ت)?|تقرير|من إعداد|إعداد|מאת|yazan|haber|oleh|文|記者|记者|撰文|작성자"
    r"|作者|기자)(?:\s*[:：]\s*|\s*[\-–—]?\s+)",
    re.IGNORECASE,
)
_PARTED = re.compile(
    r"\s*(?:;|\||•|·|/|\n|&|\+|,(?!\s*(?:Jr|Sr|II|III|PhD|MD)\b)|،|、|\b(?:with|avec|mit)\b|\band\b|\bund\b"
    r"|\bet\b|\by\b"
    r"|\be\b|\ben\b|\boch\b|\bog\b|\bi\b|\bи\b|\bve\b|\s+و(?=\S))\s*",
)
_ROLE = re.compile(
    r"(?:\b(?:editor|correspondent|reporter|writer|staff|producer|columnist|bureau|chief|desk"
    r"|team|newsroom"
    r"|redaktion|redaktor|korrespondent\w*|correspondant\w*|corresponsal\w*|redacci[oó]n"
    r"|rédaction|redazione"
    r"|agenc\w+|agentur\w*|news|online|digital|admin|webmaster|contributor|special|in|aus|à|en"
    r"|from|author"
    r"|journalist\w*|reporter\w*|updated|published|posted|min read|volontär\w*|\w*redakteur\w*"
    r"|photograph\w*|photos?|video"
    r"|image)\b"
    r"|مراسل|وكالات|محرر|корреспондент|агентств)",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:editor|correspondent|reporter|writer|columnist|journalist\w*|korrespondent\w*"
    r"|correspondant\w*|corresponsal\w*|redakteur\w*)\b"
    r"|مراسل|корреспондент",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\s+(?:in|aus|à|en|from|at)\s+(?=[A-ZÀ-Þ]).*$")
_BRACKETS = re.compile(r"\s*[(\[<{].*?[)\]>}]|https?://\S+|@\S+|\S+@\S+")
_PARTICLES = frozenset(
    [
        "al",
        "el",
        "ibn",
        "bin",
        "bint",
        "abu",
        "ben",
        "von",
        "van",
        "der",
        "den",
        "de",
        "da",
        "di",
        "du",
        "la",
        "le",
        "del",
        "della",
        "dos",
        "das",
        "do",
        "y",
        "e",
        "ter",
        "te",
        "zu",
        "zur",
        "af",
        "av",
        "ten",
        "st",
    ]
)
_WITH = re.compile(r",?\s+[(]?(?:with|avec|mit|con|com|met|med|och|en)\s", re.IGNORECASE)
_MATERIAL = re.compile(
    r",?\s+[(]?(?:with|mit|avec|con)\s+(?:material|reporting|informa\w+|files?|agen\w+)\b.*$",
    re.IGNORECASE,
)
_SHOUTED = re.compile(r"(?!I+$)[A-ZÀ-Þ]{4,}")  # "Ida GRANGE", as agencies write
MAX_NAMES = 12
_LONGEST, _LONGEST_ACRONYM = 60, 5
_FEWEST_WORDS, _MOST_WORDS = 2, 5


def names(bylines: Iterable[str], *, outlets: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the persons in bylines, in order and once; agencies and outlets are none.

    >>> names(["By Amira Haddad and Jonas Petersen in Halvenport", "Reuters"])
    ('Amira Haddad', 'Jonas Petersen')
    >>> names(["Von Lena Kraft, Korrespondentin"], outlets=["Hafenbote"])
    ('Lena Kraft',)
    """
    not_people = {outlet.casefold().strip() for outlet in outlets}
    found: dict[str, str] = {}
    for byline in bylines:
        for part in _PARTED.split(_bare(byline)):
            name = _person(part or "", not_people)
            if name:
                found.setdefault(name.casefold(), name)
    return tuple(found.values())[:MAX_NAMES]


def starts_byline(line: str) -> bool:
    """Say whether a line opens as a byline does.

    >>> starts_byline("By Amira Haddad"), starts_byline("Bystanders fled")
    (True, False)
    """
    return _BY.match(line) is not None


def is_byline(line: str) -> bool:
    """Say whether a line opens as a byline does and names a person, staff or agencies.

    >>> is_byline("By Amira Haddad"), is_byline("By our staff and agencies")
    (True, True)
    >>> is_byline("Von Halvenport bis Aldera: Ein Netz wird geknüpft")
    False
    """
    rest = _BY.sub("", line)
    return starts_byline(line) and ":" not in rest and bool(names([line]) or _ROLE.search(rest))


def names_beside_agencies(text: str) -> bool:
    """Say whether a line is a byline without "by": a name, and whose material was used.

    >>> names_beside_agencies("Ida Grange with AFP, Reuters"), names_beside_agencies("With AFP")
    (True, False)
    """
    parts = _WITH.split(text, maxsplit=1)
    return (
        len(parts) > 1
        and bool(credited(parts[1]))
        and all(is_name(part) for part in _PARTED.split(parts[0]) if part)
    )


def has_role(text: str) -> bool:
    """Say whether a text names a journalist's office.

    >>> has_role("Transport correspondent"), has_role("Trade unions")
    (True, False)
    """
    return _OFFICE.search(text) is not None


def without_office(text: str) -> str:
    """Return the name of one whose office follows it without a comma; all else as it is.

    >>> without_office("Ida Grange political editor"), without_office("Ida Grange, editor")
    ('Ida Grange', 'Ida Grange, editor')
    >>> without_office("Ida Grange North of Varland correspondent")
    'Ida Grange'
    """
    words = text.split()
    office = _OFFICE.fullmatch(words[-1]) if words else None
    name = " ".join(words[:_FEWEST_WORDS])
    return name if office and "," not in text and is_name(name) else text


def is_name(text: str) -> bool:
    """Say whether a text has the shape of a person's name in a script with capitals.

    >>> is_name("Ana de la Cruz"), is_name("Port workers"), is_name("Politics")
    (True, False, False)
    """
    words = text.split()
    if not _FEWEST_WORDS <= len(words) <= _MOST_WORDS or any(char.isdigit() for char in text):
        return False
    given = words[0] == "Ben"  # more often a first name than a son
    significant = [
        word
        for place, word in enumerate(words)
        if word.casefold() not in _PARTICLES or (given and place == 0)
    ]
    return len(significant) > 1 and all(
        word[0].isupper() and re.fullmatch(r"[\w.'’‘\-]+", word) is not None for word in significant
    )


def _bare(byline: str) -> str:
    text = _BRACKETS.sub(" ", one_line(byline, limit=400))
    text = _MATERIAL.sub("", text)
    previous = ""
    while previous != text:
        previous, text = text, _BY.sub("", text.strip(), count=1)
    return text


def _person(part: str, not_people: set[str]) -> str:
    name = _PLACE.sub("", part).strip(" .,:;-–—|*'\"")
    folded = name.casefold()
    if not name or len(name) > _LONGEST or len(name.split()) > _MOST_WORDS:
        return ""
    if agency(name) or _ROLE.search(name) or any(char.isdigit() for char in name):
        return ""
    if folded in not_people or any(folded == f"the {outlet}" for outlet in not_people):
        return ""
    if name.isupper() and " " not in name and len(name) <= _LONGEST_ACRONYM:
        return ""
    if name.isupper():
        return name.title()
    return " ".join(
        word.capitalize() if _SHOUTED.fullmatch(word) else word for word in name.split()
    )
