"""All the agencies that an article credits, and lines that do nothing but credit them."""

import re
from collections.abc import Iterable, Sequence

from bot.extract.wires import beside_names, foot_credit, wires_of
from bot.text.agencies import credited, dateline, in_byline, sign_off

_TRAILING = re.compile(r"[.!?…”\"»]\s*[(\[]([^()\[\]]{2,80})[)\]]\s*\.?$")


def credits_of(
    paragraphs: Sequence[str], bylines: Iterable[str] = (), *, below: Sequence[str] = ()
) -> tuple[str, ...]:
    """Return every agency credited at the head, in bylines or at the foot, in that order.

    `below` are lines that follow the text on its page.

    >>> credits_of(["HALVENPORT (AP) - It burnt.", "Nobody was hurt.", "(AP/XYZ)"], ["Reuters"])
    ('AP', 'Reuters', 'XYZ')
    """
    found = [name for line in paragraphs[:3] for name in dateline(line)]
    found += [name for line in bylines for name in beside_names(line) or in_byline(line)]
    found += [name for line in paragraphs[-3:] for name in sign_off(line) or _trailing(line)]
    found += [name for line in below for name in sign_off(line)]
    return tuple(dict.fromkeys((*found, *wires_of(paragraphs, below))))


def without_credits(paragraphs: Sequence[str]) -> list[str]:
    """Return the text without last lines that do nothing but credit agencies.

    >>> without_credits(["It burnt.", "Source: XYZ"])
    ['It burnt.']
    """
    kept = list(paragraphs)
    while len(kept) > 1 and (sign_off(kept[-1]) or foot_credit(kept[-1])):
        kept.pop()
    return kept


def _trailing(paragraph: str) -> tuple[str, ...]:
    """Return the agencies in brackets at the very end of a last paragraph."""
    match = _TRAILING.search(paragraph)
    return credited(match[1]) if match else ()
