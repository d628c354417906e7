"""The address of an article's lead picture; the picture itself is never fetched here."""

import re
from html import unescape
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from bot.extract.structured import Stated

_NO_PICTURE = re.compile(
    r"logo|placeholder|favicon|sprite|blank\.|spacer|fallback|avatar|gravatar|/icons?[/_-]|touch-icon"
    r"|default[-_](?:image|img|picture|share|social|og|thumb\w*)|(?:image|img|og|share|social)[-_]default"
    r"|no[-_]?image|(?:facebook|social|og|twitter)[-_]share|share[-_]image|dummy|\.svg(?:$|\?)",
    re.IGNORECASE,
)
_LONGEST = 2_000


def lead_picture(root: HtmlElement, *, linked: Stated, meta: Stated, address: str) -> str:
    """Return the absolute address of the picture that stands for the article, or ""."""
    links = [one.get("href") or "" for one in root.iter("link") if one.get("rel") == "image_src"]
    for candidate in (*linked.pictures, *meta.pictures, *links):
        found = picture_address(candidate, address)
        if found:
            return found
    return ""


def picture_address(candidate: str, address: str) -> str:
    """Return a picture's absolute address on the web; "" for logos, place holders and data.

    >>> picture_address("/media/harbour.jpg", "https://courier.example/a")
    'https://courier.example/media/harbour.jpg'
    >>> picture_address("/static/logo.png", "https://courier.example/a")
    ''
    """
    try:
        full = urljoin(address, unescape(candidate).strip())
        parts = urlsplit(full)
    except ValueError:
        return ""
    on_web = parts.scheme in {"http", "https"} and bool(parts.hostname)
    if not on_web or len(full) > _LONGEST or any(char.isspace() for char in full):
        return ""
    return "" if _NO_PICTURE.search(f"{parts.path}?{parts.query}") else full
