"""The rule of harm: the killed of the source are not the hurt, missing or held of a summary."""

# ruff: noqa: RUF001 (look-alike signs are what this file is about)

import re
from collections.abc import Iterator

from bot.compose.check.claim import Claim
from bot.models import Finding
from bot.text.facts import HARMS
from bot.text.figures import Figure, FigureKind, figures

_MORE = {
    "dead": re.compile(r"(?i:lost (?:their|his|her) li|perish|drown|slain|murder)|مقتل|وفاة|توفي"),
    "held": re.compile(
        r"(?i:\barrest|\bdetain|custody|festgenommen|verhaftet|interpell|detuv|detenid)|اعتقل|احتجز"
    ),
    "taken": re.compile(r"(?i:kidnap|abduct|hostage|entführ|enlev|otage|secuestr|rehen)|خطف|رهائن"),
    "saved": re.compile(r"(?i:\brescued|gerettet|secouru|rescatad)|أنقذ|إنقاذ"),
    "driven out": re.compile(
        r"(?i:displac|homeless|evacuat|obdachlos|evakuier|évacu|déplac|evacuad|desplazad)|نزح|أجلي"
    ),
}
KINDS = {
    name: tuple(forms[name] for forms in (HARMS, _MORE) if name in forms)
    for name in sorted({*HARMS, *_MORE})
}
"""What may befall people, each with the patterns of the words for it."""

_CLAUSE = re.compile(r"[,;:.()–—،؛]|\b(?:and|while|und|et|y|sowie|ainsi que)\b|(?<!\w)و(?=\w)")
_GERMAN_ARTICLES = frozenset(("die", "dies"))


def harmed(claim: Claim) -> Iterator[Finding]:
    """Those that a figure counts came to the harm that the cited text tells of them."""
    given = [
        (one.value, _befallen(reading.text, one, claim.language))
        for reading in claim.given
        for one in _counted(reading.text, claim.language)
    ]
    for one in _counted(claim.text, claim.language):
        mine = _befallen(claim.text, one, claim.language)
        theirs = [harms for value, harms in given if value == one.value and harms]
        if mine and theirs and not any(mine & harms for harms in theirs):
            detail = f"The cited text counts them as {min(theirs[0])}, not as {min(mine)}."
            yield claim.finding("figure", claim.text[one.start : one.end], detail)


def is_harm(word: str) -> bool:
    """Tell whether a word names what befell people.

    >>> is_harm("fatalities"), is_harm("sailors")
    (True, False)
    """
    return bool(_named(word, None))


def _counted(text: str, language: str | None) -> list[Figure]:
    """Return the figures of a sentence that may count people."""
    return [one for one in figures(text, language) if one.kind is FigureKind.COUNT]


def _befallen(text: str, one: Figure, language: str | None) -> frozenset[str]:
    """Return what a figure's people may have come to: by its part of the sentence, else by all."""
    others = [f for f in _counted(text, language) if f != one]
    end = min((f.start for f in others if f.start >= one.end), default=len(text))
    start = max((f.end for f in others if f.end <= one.start), default=0)
    after = _CLAUSE.split(text[one.end : end], maxsplit=1)[0]
    before = _CLAUSE.split(text[start : one.start])[-1]
    found = _named(after, language) | _named(before, language)
    return found or _named(text, language)


def _named(text: str, language: str | None) -> frozenset[str]:
    """Return the kinds of harm that a text names."""
    return frozenset(
        name
        for name, forms in KINDS.items()
        for form in forms
        for match in form.finditer(text)
        if not ((language or "")[:2] == "de" and match[0].lower() in _GERMAN_ARTICLES)
    )
