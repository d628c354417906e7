"""A sentence as the rules read it: its words and stems in order, and those that say something."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.text.numerals import numerals
from bot.text.sentences import sentences
from bot.text.words import fold, is_stop, stem, words

_KIN = 4  # letters that words of one family share at least: "poison", "poisoned"
_KIN_SHARE = 0.6  # of the longer word
_MERGED = re.compile(r"(?<=[a-z]{2}[.!?])(?=[“\"]?[A-Z][A-Za-z])")
_CLITIC = 2  # letters that Arabic sets before a word: "the", "and", "will"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One sentence. `stems` go with `words` one by one; `content` are those that say something."""

    text: str
    language: str | None
    words: tuple[str, ...]
    stems: tuple[str, ...]
    content: frozenset[str]


@lru_cache(maxsize=4096)
def read(text: str, language: str | None) -> Reading:
    """Return how a sentence reads.

    >>> sorted(read("The pumps failed.", "en").content)
    ['fail', 'pump']
    """
    tokens = tuple(words(text))
    stems = tuple(stem(word, language) for word in tokens)
    hedging = _hedge_words(language)
    said = zip(tokens, stems, strict=True)
    return Reading(
        text=text,
        language=language,
        words=tokens,
        stems=stems,
        content=frozenset(
            s for word, s in said if not is_stop(word, language) and word not in hedging
        ),
    )


@lru_cache(maxsize=512)
def readings(text: str, language: str | None) -> tuple[Reading, ...]:
    """Return the sentences of a text as they read; some pages lose the space after a stop.

    >>> [one.words[0] for one in readings("The dam held.Boats left.", "en")]
    ['the', 'boats']
    """
    parted = _MERGED.sub(" ", text)
    return tuple(read(sentence, language) for sentence in sentences(parted, language))


@lru_cache(maxsize=8)
def _hedge_words(language: str | None) -> frozenset[str]:
    """Return the words that only qualify figures: a rule of its own compares those."""
    return frozenset(word for hedge in numerals(language).hedges for word in words(fold(hedge)))


def are_kin(one: str, other: str) -> bool:
    """Tell whether two stems are of one family, by how they begin.

    >>> are_kin("poison", "poisoned"), are_kin("report", "repair")
    (True, False)
    """
    if one == other:
        return True
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    if longer.endswith(shorter) and len(shorter) >= _KIN and len(longer) - len(shorter) <= _CLITIC:
        return not re.match(r"un|in|im|ir|il|ab", longer)
    shared = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        shared += 1
    return shared >= max(_KIN, _KIN_SHARE * len(longer))
