"""Guards before a site that want proof that a person is reading, told by what they say. Pure."""

import re
from collections.abc import Mapping

_HEAD = 200_000
_SIGNS = (
    ("Cloudflare", re.compile(r"_cf_chl_opt|/cdn-cgi/challenge-platform/|cf-browser-verification")),
    ("DataDome", re.compile(r"captcha-delivery\.com|datadome\.co/captcha")),
    ("AWS", re.compile(r"awswaf\.com|AwsWafIntegration")),
    ("Imperva", re.compile(r"_Incapsula_Resource|/_Incapsula_")),
    ("PerimeterX", re.compile(r"px-captcha|captcha\.px-cdn\.net")),
    ("Akamai", re.compile(r"errors\.edgesuite\.net|sec-if-cpt-container")),
)
_TAG = re.compile(r"<(script|style)\b.*?</\1\s*>|<[^>]*>", re.DOTALL | re.IGNORECASE)
_MOST_WORDS = 150
"""A guard's page says little; a site whose own pages carry a guard's script says more."""


def guard_of(headers: Mapping[str, str]) -> str:
    """Return the guard that marks an answer as its challenge, or "".

    >>> guard_of({"cf-mitigated": "challenge"}), guard_of({"Server": "cloudflare"})
    ('Cloudflare', '')
    """
    if headers.get("cf-mitigated", "").lower() == "challenge":
        return "Cloudflare"
    if headers.get("x-amzn-waf-action", "").lower() in {"challenge", "captcha"}:
        return "AWS"
    return "DataDome" if "x-datadome" in {name.lower() for name in headers} else ""


def guard_in(text: str) -> str:
    """Return the guard whose challenge a page is, though it came as a success, or "".

    >>> guard_in("<html><title>Just a moment</title><script>window._cf_chl_opt={}</script>")
    'Cloudflare'
    """
    head = text[:_HEAD]
    named = next((name for name, sign in _SIGNS if sign.search(head)), "")
    return named if named and len(_TAG.sub(" ", head).split()) <= _MOST_WORDS else ""


def challenge(guard: str) -> str:
    """Return what a challenge means, in words for people."""
    who = f"its guard, {guard}," if guard else "the site"
    return f"{who} wants proof that a person is reading; use its feed, or remove the source"
