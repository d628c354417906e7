"""Words of a text, fit for comparing: folded, stemmed, without stop words; and its names."""

# ruff: noqa: RUF001 (look-alike signs are what this file is about)
# ruff: noqa: SIM905 (word lists read best as prose)

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from typing import cast

from Stemmer import Stemmer

from bot.text.language_data import OPENERS
from bot.text.stop_words import RAW

_MARKS = re.compile(
    "[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]"
)
_LETTERS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´ʼ＇", "'"),
        **dict.fromkeys("“”„‟«»‹›″＂", '"'),
        **dict.fromkeys("‐‑‒–—―−－", "-"),
        "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ى": "ي",
        "\u00a0": " ", "\u202f": " ", "।": ".", "॥": ".", "\x00": " ",
    }
)  # fmt: skip

# Most of what is not ASCII in English news; NFKC and NFKD leave the same of each.
_TYPOGRAPHY = (
    *(("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("–", "-"), ("—", "-")),
    *(("\u00a0", " "), ("…", "...")),
)

# Scripts written without spaces: their runs are taken as overlapping pairs of characters.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
# Indian scripts have vowel signs that are no letters to `\w`.
_SIGNS = "\u0900-\u0dff"
_TOKEN = re.compile(
    rf"(?P<number>\d+(?:[.,]\d+)*)"
    rf"|(?P<pairs>[{_UNSPACED}]+)"
    rf"|(?P<dotted>(?:[^\W\d_]\.){{2,}}(?:[^\W\d_]\b)?)"
    rf"|(?P<word>(?:(?![{_UNSPACED}])[^\W_]|[{_SIGNS}])+(?:'(?:(?![{_UNSPACED}])[^\W_])+)*)"
)
# The same for text of ASCII alone, which most of it is once folded: three times as fast.
_ASCII_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|(?:[a-z]\.){2,}(?:[a-z]\b)?|[a-z0-9]+(?:'[a-z0-9]+)*")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_ELIDED = frozenset(
    "l d n s j m c t qu jusqu lorsqu puisqu quoiqu dell all nell sull dall un quell".split()
)

_STEMMERS = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "es": "spanish", "et": "estonian", "eu": "basque", "fi": "finnish",
    "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian",
    "id": "indonesian", "it": "italian", "lt": "lithuanian", "nb": "norwegian", "ne": "nepali",
    "nl": "dutch", "no": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish",
}  # fmt: skip

_CAPITAL = "A-Z" + "".join(
    letter for letter in map(chr, (*range(0xC0, 0x530), *range(0x1E00, 0x2000))) if letter.isupper()
)
_PARTICLES = "of|of the|de|de la|del|della|du|von|von der|van|van der|den|al|el|bin|ibn|da|dos"
# What follows the first letter of a word of a name: of initials, or of a word after initials.
_REST = (
    rf"(?:\.(?:[{_CAPITAL}]\.)+"
    rf"|(?:\.[ \u00a0](?:[{_CAPITAL}]\.[ \u00a0])*[{_CAPITAL}])?[\w'’&-]*)"
)
# It begins with the capital, and looks back from behind it: so `re` leaps from one to the next.
_NAME = re.compile(
    rf"[{_CAPITAL}](?<!\w.){_REST}"
    rf"(?:[ \u00a0](?:(?:{_PARTICLES})[ \u00a0])?[{_CAPITAL}]{_REST})*"
)
_BEGINS = re.compile(r"(?:^|[.!?…:;\n])[\s\"“”„«»'‘’(\[–—-]*$")
_LOOK_BACK = 8


def fold(text: str) -> str:
    r"""Return `text` in lower case, without accents, its quotes and dashes made plain.

    >>> fold("Čáslav\u2019s “Großstadt” — Ǻ")
    'caslav\'s "grossstadt" - a'
    """
    if not text.isascii():
        for sign, plain in _TYPOGRAPHY:
            text = text.replace(sign, plain)
    if text.isascii():
        return text.lower().replace("`", "'").replace("\x00", " ")
    lower = unicodedata.normalize("NFKC", text).translate(_LETTERS).casefold()
    folded = unicodedata.normalize("NFKD", lower)
    return unicodedata.normalize("NFC", _MARKS.sub("", folded)).translate(_LETTERS)


def words(text: str) -> list[str]:
    """Return the words of `text`, folded, in order; numbers too, and pairs of CJK characters.

    A possessive 's and an elided article are dropped, stops within abbreviations and commas
    within numbers too.

    >>> words("Arden's U.N. envoy: 1,200 tonnes of l'eau")
    ['arden', 'un', 'envoy', '1200', 'tonnes', 'of', 'eau']
    >>> words("港口罢工")
    ['港口', '口罢', '罢工']
    """
    folded = fold(text)
    if folded.isascii():
        return [
            token if token.isalpha() else _plain(token) for token in _ASCII_TOKEN.findall(folded)
        ]
    found: list[str] = []
    for match in _TOKEN.finditer(folded):
        kind, token = match.lastgroup, match[0]
        if kind == "word":
            found.append(_without_apostrophe(token) if "'" in token else token)
        elif kind == "number":
            found.append(re.sub(r"[.,]", "", token) if _GROUPED.fullmatch(token) else token)
        elif kind == "dotted":
            found.append(token.replace(".", ""))
        else:
            found.extend(token[at : at + 2] for at in range(max(1, len(token) - 1)))
    return found


def _plain(token: str) -> str:
    """Return an ASCII token without what is not a part of its word or number."""
    if "'" in token:
        return _without_apostrophe(token)
    if token[0].isdigit():
        return re.sub(r"[.,]", "", token) if _GROUPED.fullmatch(token) else token
    return token.replace(".", "")


def _without_apostrophe(token: str) -> str:
    head, tail = token.split("'", 1)
    if tail == "s":
        return head
    if head in _ELIDED:
        return tail.replace("'", "")
    return token.replace("'", "")


def is_stop(word: str, language: str | None = None) -> bool:
    """Whether a folded word says nothing by itself; English when the language is not known.

    >>> is_stop("the"), is_stop("die", "de"), is_stop("harbour")
    (True, True, False)
    """
    return word in _stop_words(code_of(language))


def code_of(language: str | None) -> str:
    """Return the code of a language without its region; English when it is not known.

    >>> code_of("pt-BR"), code_of(None)
    ('pt', 'en')
    """
    return (language or "en").replace("_", "-").split("-", 1)[0].lower()


@cache
def _stop_words(code: str) -> frozenset[str]:
    return frozenset(word for raw in RAW.get(code, ()) for word in words(raw))


@cache
def _stemmer(code: str) -> Callable[[str], str]:
    """Return how words of a language lose their endings; languages unknown to us keep them."""
    if code not in _STEMMERS:
        return lambda word: word
    # Without its own cache, which threads may not share; `stem` remembers.
    return cast("Callable[[str], str]", Stemmer(_STEMMERS[code], 0).stemWord)


@lru_cache(maxsize=200_000)
def stem(word: str, language: str | None = None) -> str:
    """Return a folded word without its ending.

    >>> stem("harbours"), stem("hafens", "de")
    ('harbour', 'haf')
    """
    return _stemmer(code_of(language))(word)


def stems(text: str, language: str | None = None) -> list[str]:
    """Return the stems of the words of `text` that say something, in order.

    >>> stems("The harbours were closed")
    ['harbour', 'close']
    """
    stop = _stop_words(code_of(language))
    return [stem(word, language) for word in words(text) if word not in stop]


def names(text: str) -> list[str]:
    """Return the capitalised names in `text`, as written, in order, each as often as it stands.

    A single word that opens a sentence counts only if it is also capitalised elsewhere. Scripts
    without capitals have none, and in German every noun is one.

    >>> names("Mara Lind met the Port of Delta. Workers cheered. Later Lind left.")
    ['Mara Lind', 'Port of Delta', 'Lind']
    """
    inside: list[tuple[str, bool]] = []
    for match in _NAME.finditer(text):
        opens = _opens(text, match.start())
        name = _trimmed(match[0], opens=opens)
        if name:
            inside.append((name, opens and name == match[0] and " " not in name))
    sure = {name for name, doubtful in inside if not doubtful}
    known = sure | {part for name in sure for part in name.split()}
    return [name for name, doubtful in inside if not doubtful or name in known or name.isupper()]


def _opens(text: str, at: int) -> bool:
    """Whether what stands at `at` opens a sentence."""
    if at > 1 and text[at - 1] == " " and text[at - 2].isalnum():
        return False  # as most do: asked first, it takes a tenth of the time
    before = text[max(0, at - _LOOK_BACK) : at]
    return bool(_BEGINS.search(before)) if before.strip() else True


def _trimmed(name: str, *, opens: bool) -> str:
    """Return `name` without the small words that only open a sentence, or a possessive."""
    parts = name.split()
    while parts and (opens or len(parts) == 1) and _is_small(parts[0]):
        parts.pop(0)
    kept = " ".join(parts)
    return kept[:-2] if kept.endswith(("'s", "’s")) else kept


@lru_cache(maxsize=20_000)
def _is_small(word: str) -> bool:
    return fold(word) in _small_words()


@cache
def _small_words() -> frozenset[str]:
    return _stop_words("en").union(*OPENERS.values())
