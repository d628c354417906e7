"""Sentences that cannot stand alone, and sentences that are no news: how they begin and read."""

# ruff: noqa: RUF001 (look-alike signs are what this file is about)

import re

_POINTERS = {
    "en": r"(?:(?:But|And|However|Meanwhile|Still|Instead|Nevertheless|Also|Then|So|Yet|Moreover|"
    r"Furthermore|Later|Afterwards?|Earlier)\b,? ?)?(?:He|She|They|His|Her|Their|It|Its|That|"
    r"These|Those|Such|Both|We|This(?! (?:week|month|year|morning|summer|autumn|winter|"
    r"spring)\b)|"
    r"The (?:former|latter|two|pair|trio|three|move|decision|incident|statement|report|couple|"
    r"same|man|woman|attack|announcement|figure|victim|victims)|I|You|My|Our|Another|Others|One|"
    r"Here|There)\b|"
    r"(?:But|However|Nevertheless|Moreover|Furthermore|Instead|Yet|Also|Similarly|In addition|"
    r"For example|For instance|As a result|Therefore|Meanwhile|And|So|Then|Still|Or|Because|"
    r"Not)\b",
    "de": r"(?:Er|Sie|Es|Dies|Diese[rsmn]?|Das(?= (?:sei|ist|war|habe|hatte|sagte)\b)|"
    r"Seine?[rsmn]?|Ihre?[rsmn]?|Dabei|Damit|"
    r"Dazu|Doch|Aber|Dennoch|Allerdings|Zudem|Außerdem|Auch|Beide|Danach|Daraufhin|Darüber|Dort|"
    r"Deshalb|Trotzdem|Jedoch|Die beiden|Und|So|Wir|Ich)\b",
    "fr": r"(?:Il|Elle|Ils|Elles|Ce|Cela|Celui-ci|Celle-ci|Cet|Cette|Ces|"
    r"Son|Sa|Ses|Leurs?|Mais|Cependant|"
    r"Toutefois|Par ailleurs|De plus|Les deux|En outre|Pourtant|Et|Ainsi|Nous|Je|On|Or)\b|"
    r"C['’]est",
    "es": r"(?:Él|Ella|Ellos|Ellas|Esto|Est[ae]s?|Estos|Ese|Esa|Eso|Su|Sus|Pero|Sin embargo|Además|"
    r"También|Ambos|Ambas|Los dos|Las dos|Y|Así|No obstante|Por ello|Nosotros|Yo)\b",
    "ar": r"(?:و?(?:هو|هي|هم|هذا|هذه|ذلك|تلك|هؤلاء)|ولكن|لكن|كما|"
    r"وأضافت?(?= (?:أن|إن|قائل))|وقالت?(?= (?:إن|أن|له|لها))|"
    r"وتابعت?|إلا أن|غير أن)(?=\s)",
}
_PATTERNS = {
    language: re.compile(rf"[\s\"“”„«»'‘’(\[–—-]*(?:{pattern})")
    for language, pattern in _POINTERS.items()
}
_POINTS = re.compile(
    r"[\s\"“”'‘’(\[]*(?:(?:But|And|Still|Then|So|Yet|Later|Earlier),? )?"
    r"(?:He|She|They|His|Her|Their|It|Its|That|These|Those|Such|Both|"
    r"This(?! (?:week|month|year|morning|summer|autumn|winter|spring)\b)|"
    r"The (?:former|latter|two|pair|trio|move|decision|incident|statement|report))\b"
)
_STARTS = re.compile(
    r"(?:read (?:more|also)|more on this|related:?|sign up|subscribe|click here|follow (?:us|"
    r"@)|watch:|"
    r"listen:|photo(?:graph)?s?:|image:|picture:|video:|file photo|advertisement|share this|"
    r"skip to|"
    r"lesen sie auch|mehr zum thema|lire aussi|à lire|lea también|leer más|اقرأ أيضا|"
    # Who wrote it.
    r"\(?(?:additional |with )?(?:reporting|writing|editing|edited|compiled|photographs?) by\b|"
    r"\(?(?:mit material|avec|con información) (?:von|de|der)\b|"
    r"(?:©|\(c\) )|@\w+)",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"\b(?:scroll down|all rights reserved|sign up (?:for|to)|our newsletter|privacy policy|"
    r"getty images|cookies?\b.{0,20}\b(?:policy|settings|accept)|click here|"
    r"for confidential support)|https?://\S+$|"
    # Words meant for a chat or a model, not for a reader, and what a program should have read.
    r"@everyone|@here\b|<[!@#]\w+|\b(?:ignore|disregard) (?:all |any )?(?:previous|prior|your) "
    r"instructions|[{}]|\":\""
)
_HINTS = (
    *("scroll down", "rights reserved", "sign up", "newsletter", "privacy policy", "getty"),
    *("cookie", "click here", "confidential", "http", "@", "<!", "<#", "instructions"),
    *("{", "}", '":"'),
)
_ENDS = re.compile(r"[.!?…。！？؟۔][\"'”’»«“)\]\s]*$")
_SENTENCE_WORDS = 15  # a line of so many words is a sentence even without its full stop


def is_dangling(sentence: str, language: str | None = None, *, opens: bool = False) -> bool:
    """Tell whether a sentence opens on a word that points at the one before it.

    Where it `opens` its article only a pronoun without its noun does.

    >>> is_dangling("He denied it."), is_dangling("This week the talks begin.")
    (True, False)
    """
    code = (language or "en")[:2].lower()
    if opens:
        return code == "en" and _POINTS.match(sentence) is not None
    return _PATTERNS.get(code, _PATTERNS["en"]).match(sentence) is not None


def is_furniture(text: str) -> bool:
    """Tell whether a text is a caption, a subheading or an invitation rather than a sentence.

    >>> is_furniture("Read more: the port in pictures"), is_furniture("The port reopened.")
    (True, False)
    """
    if _STARTS.match(text):
        return True
    lower = text.lower()  # one of the hints is in what the pattern finds, and sooner found
    if any(hint in lower for hint in _HINTS) and _FURNITURE.search(lower):
        return True
    return not _ENDS.search(text) and len(text.split()) < _SENTENCE_WORDS
