"""What the names of boxes give away: the words in their classes and ids, in several languages."""

import re
from functools import lru_cache

KINDS = {
    "comment": r"comment|disqus|kommentar|coment|discuss|reply|respon[ds]|forum|livefyre|yorum",
    "share": r"share|social|sharing|teilen|partag|compart|facebook|twitter|whatsapp|follow|addthis",
    "related": r"relat|recommend|teaser|promo|verwandt|aehnlich|^more|more$|also|mehr|empf|outbrain"
    r"|taboola|trend|popular|^most$|latest|recent|card|carousel|slider|swiper|listing|feed|river"
    r"|similar|next|prev|paginat|pager|inlinelink|embed|widget|infobox|factbox|box",
    "caption": r"caption|credit|legend|bildunter|figure|image|photo|foto|gallery|picture|media"
    r"|video|player|lightbox|slideshow|bild",
    "letter": r"newsletter|subscri|signup|abonn|^abo$|paywall|regwall|register|login|piano"
    r"|premium|offer|donat|support|membership|optin|mail",
    "frame": r"foot|bottom|nav|menu|breadcrumb|header|masthead|topbar|toolbar|skip|search|sitemap"
    r"|legal|copyright|disclaimer|cookie|consent|gdpr|modal|popup|overlay|banner|alert|notice"
    r"|^sr$|screen|visually|hidden|print",
    "author": r"author|byline|autor|auteur|^bio|profile|contributor|writer|journalist|reporter"
    r"|avatar|meta|date|time|publish|stamp|signature|details",
    "body": r"article|artikel|articulo|story|content|inhalt|contenu|contenido|body|post(?!er)|entry"
    r"|text|main|paragraph|prose|rich|wysiwyg|field|copy|formatted",
    "points": r"keypoint|^points$|highlight|bullet|takeaway|^toc$|^table$",
    "quote": r"quote|pull",
}
"""Kinds of boxes by the words in their names; the learnt weights say what each is worth."""

_PATTERNS = tuple(re.compile(pattern) for pattern in KINDS.values())
_WORD = re.compile(r"[a-z]{2,}")


@lru_cache(maxsize=8_192)
def kinds_of(names: str) -> int:
    """Return the kinds that a box's names speak of, one bit each, in the order of `KINDS`.

    >>> kinds_of("Article-comments") == 1 << 0 | 1 << 7, kinds_of("xyz")
    (True, 0)
    """
    found = 0
    for word in _WORD.findall(names.lower()):
        found |= _kinds_of_word(word)
    return found


@lru_cache(maxsize=8_192)
def nearness(own: int, outer: int, around: int) -> tuple[int, ...]:
    """Return for each kind how near a box of that kind is: 3 own, 2 the outer, 1 around, 0 none.

    >>> nearness(0b1, 0b10, 0b100)[:4]
    (3, 2, 1, 0)
    """
    return tuple(
        3 if own >> at & 1 else 2 if outer >> at & 1 else around >> at & 1
        for at in range(len(_PATTERNS))
    )


# Sites share most words of their names: hardly a page needs the patterns.
@lru_cache(maxsize=16_384)
def _kinds_of_word(word: str) -> int:
    return sum(1 << at for at, pattern in enumerate(_PATTERNS) if pattern.search(word))
