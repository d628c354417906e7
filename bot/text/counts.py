"""How many of a thing, in words for people."""


def counted(count: int, one: str, many: str = "") -> str:
    """Return a count with its noun; `many` where it does not end in an s.

    >>> counted(1, "source"), counted(2, "source"), counted(0, "entry", "entries")
    ('1 source', '2 sources', '0 entries')
    """
    return f"{count} {one if count == 1 else many or one + 's'}"
