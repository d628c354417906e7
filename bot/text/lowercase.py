"""Lower case as patterns that ignore case see it, for patterns that then need not ignore it."""

# ruff: noqa: RUF001, RUF002 (look-alike signs are what this file is about)


def lowered(text: str) -> str:
    """Return `text` in lower case, every character at its place.

    What a pattern in lower case finds here is what it finds in `text` when it ignores case, and
    it is found three times as fast: `re` tells at one look which of many words cannot begin at
    a letter, but only where case matters. It takes three odd letters for i and s.

    >>> lowered("ÉTAT, İzmir, ſaid")
    'état, izmir, said'
    """
    if not text.isascii():
        text = text.replace("İ", "i").replace("ı", "i").replace("ſ", "s")
    return text.lower()
