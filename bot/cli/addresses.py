"""Addresses as they are typed in a shell: a file that is not there is no web site."""

from pathlib import Path

from bot.errors import FormatError

SUFFIXES = frozenset(
    {
        ".html",
        ".htm",
        ".xhtml",
        ".txt",
        ".text",
        ".xml",
        ".rss",
        ".atom",
        ".rdf",
        ".json",
        ".opml",
        ".gz",
    }
)
"""Of files that are read. No top-level domain is among them, unlike .md."""


def refuse_missing(address: str) -> None:
    """Pass what may be read.

    Raises:
        FormatError: the address is a path, and nothing is there.
    """
    if is_path(address) and not _exists(address):
        problem = "no such file or folder; check the path, or type https:// before a web address"
        raise FormatError(address, problem)


def is_path(address: str) -> bool:
    """Whether an address without a scheme is a path rather than a web address typed short.

    >>> is_path("pages/harbour.html"), is_path("harbour.txt"), is_path("./pages")
    (True, True, True)
    >>> is_path("herald.example/feed.xml"), is_path("localhost:8080/feed"), is_path("herald")
    (False, False, False)
    """
    if "://" in address or address.startswith(("<", "file:")):
        return False
    first, separator, _ = address.partition("/")
    if not separator:
        return Path(address).suffix.lower() in SUFFIXES
    return not _may_be_host(first) or _exists(first)


def _may_be_host(name: str) -> bool:
    """Hosts have a dot or a port; `.` and `..` are folders, and so is what has neither."""
    return name == "localhost" or ":" in name or "." in name.strip(".")


def _exists(path: str) -> bool:
    try:
        return Path(path).expanduser().exists()
    except (OSError, ValueError, RuntimeError):  # too long, a null in it, "~nobody"
        return False
