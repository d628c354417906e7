"""Strangers' words made inert for Discord: they cannot format, link, mention or ping.

discord.py's `escape_markdown` is not enough: it leaves `<t:…>`, `<#…>`, `</command:…>`, custom
emoji, numbered lists and bare addresses alone, and what stands inside a `[…](…)` it skips.
"""

import re
from urllib.parse import quote, urlsplit

from bot.text.urls import is_deceptive
from bot.text.visible import visible

MAX_URL = 1_000
_ALWAYS = re.compile(r"[\\*_~`|\[\]<>]")
_LINE_START = re.compile(r"^(\s*)(#{1,3}(?=\s)|-#(?=\s)|[-+](?=\s)|(\d+)(?=\.\s))")
_COLON = re.compile(r":(?=//|[\w+~-]+:)")
_INVITE = re.compile(r"(discord(?:app)?)\.(?=gg/|com/|me/|new/)", re.IGNORECASE)
_MENTION = re.compile(r"@(?=everyone|here|[!&]?\d{5})", re.IGNORECASE)
# What may stand in an address between "<" and ">" of a masked link; the rest is percent-encoded.
_URL_SAFE = "/:?#=&%+,;!$'~"


def escaped(text: str) -> str:
    r"""Return `text` on one line so that Discord shows it as written.

    A zero-width space follows an `@` that could call people: the backslash holds off the
    reader's client, the space holds off Discord's own search for mentions.

    >>> escaped("**Harbour** <t:1:R> [x](http://a.example)")
    '\\*\\*Harbour\\*\\* \\<t\\:1:R\\> \\[x\\](http\\://a.example)'
    >>> escaped("1. first"), escaped("# loud"), escaped("3.5 m")
    ('1\\. first', '\\# loud', '3.5 m')
    """
    line = re.sub(r"\s", " ", visible(text))
    line = _ALWAYS.sub(r"\\\g<0>", line)
    line = _LINE_START.sub(_held, line)
    line = _COLON.sub(r"\:", line)
    line = _INVITE.sub(r"\1\.", line)
    return _MENTION.sub("@\u200b", line)


def _held(match: re.Match[str]) -> str:
    """Put the backslash before a mark, or after the number of a list."""
    if match[3]:
        return match[1] + match[3] + "\\"
    return f"{match[1]}\\{match[2]}"


def safe_url(url: str) -> str | None:
    """Return an http(s) address that cannot break out of a link; None if it is none.

    Addresses with a name in front of the host are none: they are made to deceive.

    >>> safe_url("https://news.example/a b>c)")
    'https://news.example/a%20b%3Ec%29'
    >>> safe_url("javascript:alert(1)") is None
    True
    """
    url = visible(url).strip()
    try:
        pieces = urlsplit(url)
        host = (pieces.hostname or "").encode("idna").decode("ascii")
        port = pieces.port
    except ValueError:
        return None
    if pieces.scheme not in {"http", "https"} or not re.fullmatch(r"[a-z0-9._-]+", host):
        return None
    if is_deceptive(url):
        return None
    place = f"{host}:{port}" if port else host
    rest = url.split("//", 1)[1][len(pieces.netloc) :]
    whole = f"{pieces.scheme}://{place}{quote(rest, safe=_URL_SAFE)}"
    return whole if len(whole) <= MAX_URL else None
