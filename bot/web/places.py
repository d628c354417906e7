"""Where the desk is reached from outside, and where it listens. Pure."""

from urllib.parse import urlsplit

_MAX_PORT = 65_535


def public_url(text: str) -> str:
    """Return the address at which others reach the desk, without a slash at its end.

    >>> public_url("https://desk.example/news/"), public_url("")
    ('https://desk.example/news', '')

    Raises:
        ValueError: it is no address on the web.
    """
    parts = urlsplit(text)
    is_whole = parts.scheme in {"http", "https"} and parts.hostname and parts.username is None
    if text and (not is_whole or parts.query or parts.fragment):
        raise ValueError("not a web address to be reached at; write https://desk.example")
    return text.rstrip("/")


def listened_at(text: str) -> tuple[str, int]:
    """Return the host and port to listen at.

    >>> listened_at("127.0.0.1:8080"), listened_at("[::1]:80")
    (('127.0.0.1', 8080), ('::1', 80))

    Raises:
        ValueError: it is no address with a port.
    """
    host, _, port = text.rpartition(":")
    if not host or not port.isdecimal() or int(port) > _MAX_PORT:
        raise ValueError(f"{text!r} is no address with a port, such as 127.0.0.1:8080")
    return host.removeprefix("[").removesuffix("]"), int(port)


def listening(text: str) -> str:
    """Return an address to listen at as it is written.

    Raises:
        ValueError: it is no address with a port.
    """
    listened_at(text)
    return text
