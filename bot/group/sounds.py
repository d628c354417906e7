"""How a name sounds, roughly, in any of five alphabets: its consonants and nothing else.

Vowels are written differently in every language and left out in some; voiced and unvoiced
consonants are told apart in few. What remains is the same in Latin, Arabic, Hebrew, Cyrillic
and Greek letters: enough to know a name again, not enough to spell it.
"""

import re
from functools import lru_cache

from bot.text.words import fold

# ruff: noqa: RUF001 (look-alike letters are what this file is about)

# Letters that sound as one, longest first.
_CLUSTERS = {
    "tsch": "s", "dsch": "j", "sch": "s", "tch": "s", "ch": "s", "sh": "s", "ck": "k", "ph": "f",
    "th": "t", "dh": "t", "kh": "h", "gh": "k", "dj": "j", "qu": "k", "ce": "s", "ci": "s",
    "μπ": "p", "ντ": "t", "γκ": "k", "τσ": "s", "дж": "j",
}  # fmt: skip
_CLUSTER = re.compile("|".join(sorted(_CLUSTERS, key=len, reverse=True)))
_SOUNDS = {
    "p": "pbпбπبپפףב", "f": "fvфвφβفڤ", "t": "tdтдτδθتثدذضطטתד", "k": "kgcqкгґκγقكغگکכךקג",
    "s": "szсзцчшщσςζزسشصظچצץסזש", "j": "jжجژ", "h": "hхχحخهח", "m": "mмμمמם", "n": "nнνنנן",
    "l": "lлλلל", "r": "rрρرר", "ks": "xξ", "ps": "ψ",
}  # fmt: skip
_LETTERS = {ord(letter): sound for sound, letters in _SOUNDS.items() for letter in letters}
_TWICE = re.compile(r"(.)\1+")
_SILENT = re.compile(r"[^a-z]+|(?<=.)h$")
# "and", "in", "to", "like" and the article are written as one word with what follows.
_ARABIC_PREFIX = re.compile(r"[وف]?(?:[بكل]?ال|لل|[بكل])(?=\w{2})")


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """Return the consonants of a word, in rough classes; empty for what has none of ours.

    >>> sound("Haddad"), sound("حداد"), sound("Хаддад"), sound("港")
    ('ht', 'ht', 'ht', '')
    """
    folded = _CLUSTER.sub(lambda match: _CLUSTERS[match[0]], fold(word))
    heard = "".join(_LETTERS.get(ord(letter), "") for letter in folded)
    return _TWICE.sub(r"\1", _SILENT.sub("", heard))


@lru_cache(maxsize=50_000)
def sounds(word: str) -> tuple[str, ...]:
    """Return how a word of running text may sound: as it stands, or without an Arabic prefix.

    >>> sounds("بحلب"), sounds("Halab")
    (('phlp', 'hlp'), ('hlp',))
    """
    whole, prefix = sound(word), _ARABIC_PREFIX.match(word)
    bare = sound(word[prefix.end() :]) if prefix else whole
    return (whole,) if bare == whole else (whole, bare)
