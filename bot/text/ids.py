"""Short names for things, made from what they are."""

from hashlib import sha256

_DIGITS = 10


def short_id(prefix: str, *parts: str) -> str:
    """Return the name of what `parts` say: the same parts always give the same name.

    >>> short_id("st", "a1") == short_id("st", "a1") != short_id("st", "a", "1")
    True
    >>> len(short_id("st", "a1"))
    12
    """
    told = "\x00".join(parts).encode("utf-8", "surrogatepass")
    return prefix + sha256(told).hexdigest()[:_DIGITS]
