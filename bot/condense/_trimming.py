"""What a sentence can be told without, cut so that what is left stands in its article as it is.

Cut are the dateline before a report, a connective that opens a sentence, and asides in
brackets. Nothing that says who, when, how many, how
sure or not is ever cut.
"""

# ruff: noqa: RUF001 (look-alike signs are what this file is about)

import re
from collections.abc import Sequence

from bot.text.attribution import attribution
from bot.text.datelines import after_dateline
from bot.text.figures import figures

Span = tuple[int, int]

_CREDIT = re.compile(
    r"\((?:[A-Z][A-Z.]{1,9}|[A-Z]\w+(?:[ -][A-Z]\w+)?)\)\s*(?:[-–—]{1,2}\s*)?(?=[A-Z“\"])"
)
_FEWEST = 5  # words that are left of a sentence, or it is told whole
_NOUN_FOLLOWS = (
    r"(?=(?:der|die|das|ein|eine|im|in|am|an|auf|bei|nach|laut|vor|für|mit|aus|auch|viele|alle|"
    r"zwei|drei|mehrere)\b)"
)
_OPENERS = {
    "en": re.compile(
        r"(?:(?:However|Meanwhile|Nevertheless|Nonetheless|Moreover|Furthermore|In addition|"
        r"Additionally|Also|Still|Besides|Likewise|For (?:his|her|its|their) part|Indeed|"
        r"In fact|Of course|That said|To be sure|As a result|Therefore|Thus|Hence), "
        r"|(?:But|And|Yet|So|Meanwhile),? (?!for\b|only\b|also\b|if\b|not\b|far\b|much\b|many\b|"
        r"what\b|that\b))"
    ),
    "de": re.compile(rf"(?:Doch|Aber|Und|Denn) {_NOUN_FOLLOWS}"),
    "fr": re.compile(
        r"(?:(?:Cependant|Toutefois|Par ailleurs|De plus|En outre|Pourtant|Néanmoins|"
        r"Pour (?:sa|leur) part|En effet), |(?:Mais|Et|Or),? (?=(?:le|la|les|l['’]|un|une|des|"
        r"selon|à|au|en|dans)\b|l['’]))"
    ),
    "es": re.compile(
        r"(?:(?:Sin embargo|No obstante|Además|Asimismo|Por otra parte|En cambio|"
        r"Por su parte), |(?:Pero|Y) (?=(?:el|la|los|las|un|una|según|en|al)\b))"
    ),
    "ar": re.compile(r"(?:لكن|ولكن) (?=ال)"),
}
_ASIDE = re.compile(r" \((?P<inside>[^()\d]{2,60})\)(?= [^\W\dA-Z])")
_QUOTES = re.compile(r"[\"“”„«»‘]|(?<!\w)'")
_WEIGHTY = re.compile(
    r"\b(?:not?|never|none|nobody|without|n['’]t|may|might|could|would|about|almost|nearly|"
    r"alleged\w*|reported\w*|suspected|former|ex|then|acting|nicht|kein\w*|nie|ohne|etwa|fast|rund|"
    r"mutmaßlich\w*|ne|pas|jamais|sans|environ|présumé\w*|no|nunca|sin|casi|unos|presunt\w*)\b"
    r"|day\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b"
    r"|ليس|لم |لن |لا |نحو|حوالي",
    re.IGNORECASE,
)
_OTHER_SCRIPTS = re.compile(r"[^\x00-\u024f\u1e00-\u206f]")


def trimmed(text: str, span: Span, *, language: str | None, opens: bool) -> tuple[Span, ...]:
    """Return what to tell of the sentence at `span`: itself, or its parts in order.

    `opens` says that it is one of the first of its article, where a dateline may stand. The
    parts, joined by spaces, are the sentence without what it can be told without.

    >>> text = "DORN (AFP) - The bridge (a landmark) broke on Friday, police said."
    >>> [text[a:b] for a, b in trimmed(text, (0, len(text)), language="en", opens=True)]
    ['The bridge', 'broke on Friday, police said.']
    """
    start, end = span
    if opens:
        start += _before_report(text[start:end])
    opener = _opener(language).match(text, start, end)
    start = opener.end() if opener else start
    if start > span[0] and len(text[start:end].split()) < _FEWEST:
        return (span,)
    if text.find(" (", start, end) < 0 or _QUOTES.search(text, start, end):
        return ((start, end),)
    parts = []
    for aside in _ASIDE.finditer(text, start, end):
        if _is_idle(aside["inside"], language):
            parts.append((start, aside.start()))
            start = aside.end() + 1
    return (*parts, (start, end))


def as_told(text: str, spans: Sequence[Span]) -> str:
    """Return the words of a trimmed sentence; its first letter is made a capital.

    >>> as_told("But the bridge broke.", ((4, 21),))
    'The bridge broke.'
    """
    told = " ".join(text[start:end] for start, end in spans)
    return told[:1].upper() + told[1:]


def _before_report(sentence: str) -> int:
    """Return how many characters of a sentence are its dateline or its credit."""
    rest = after_dateline(sentence)
    credit = _CREDIT.match(rest)
    return len(sentence) - len(rest) + (credit.end() if credit else 0)


def _opener(language: str | None) -> re.Pattern[str]:
    """Return the connectives that a sentence of a language can do without."""
    return _OPENERS.get((language or "en")[:2].lower(), _OPENERS["en"])


def _is_idle(aside: str, language: str | None) -> bool:
    """Tell whether an aside in brackets says nothing that a reader must know."""
    if aside.isupper() or _WEIGHTY.search(aside) or _OTHER_SCRIPTS.search(aside):
        return False  # an abbreviation may be used further on
    return not figures(aside, language) and attribution(aside, language) is None
