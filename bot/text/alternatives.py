"""Patterns for any of many words."""

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of `words`, longest first; one that never matches for none.

    Words that begin alike share their beginning: German has a thousand number words, and the
    pattern is tried at every word of every text.

    >>> any_of(["ten", "two", "twenty"])
    '(?:t(?:en|w(?:enty|o)))'
    """
    tails: dict[str, list[str]] = {}
    for word in sorted(set(words), reverse=True):
        tails.setdefault(word[:1], []).append(word[1:])
    if not tails:
        return "(?!)"
    parts = [
        re.escape(head) + (any_of(rest) if len(rest) > 1 else re.escape(rest[0]))
        for head, rest in sorted(tails.items(), reverse=True)
        if head
    ]
    return f"(?:{'|'.join(reversed(parts))}{'|' if '' in tails else ''})"
