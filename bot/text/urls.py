"""Addresses as names of things: the same page has one."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_TRACKING = ("utm_", "at_", "mc_", "pk_", "ns_")
_TRACKING_NAMES = frozenset(
    {
        "fbclid",
        "gclid",
        "dclid",
        "msclkid",
        "igshid",
        "cmpid",
        "ito",
        "ref_src",
        "ocid",
        "smid",
        "partner",
        "ftag",
        "xtor",
        "wtmc",
        "s_cid",
    }
)

_NAMED = re.compile(r"[a-z]+://[^/?#]*@", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def is_web(url: str) -> bool:
    """Return whether it is an http or https address with a host, and holds nothing unseen.

    >>> is_web("https://example.org/a"), is_web("javascript:alert(1)")
    (True, False)
    """
    if _CONTROL.search(url.strip()):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def is_deceptive(url: str) -> bool:
    """Return whether a name stands before the host, where readers look for the host.

    >>> is_deceptive("https://herald.example@trap.example/"), is_deceptive("https://a.example/@b")
    (True, False)
    """
    return _NAMED.match(url.strip()) is not None


def canonical_url(url: str) -> str:
    """Return `url` without fragment and tracking parameters, host in lower case.

    >>> canonical_url("HTTPS://News.Example/a/?utm_source=rss&id=3#top")
    'https://news.example/a?id=3'
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    query = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not name.lower().startswith(_TRACKING) and name.lower() not in _TRACKING_NAMES
    ]
    path = parts.path.rstrip("/") or "/"
    told = urlencode(query, errors="surrogatepass")
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), path, told, ""))
