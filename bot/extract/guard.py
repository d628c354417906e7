"""Refuses pages that would keep a parser busy for minutes, before it sees them."""

import re
from functools import lru_cache

from bot.errors import ExtractError

MAX_CHARACTERS = 4_000_000
MAX_TAGS = 150_000
MAX_ATTRIBUTES = 400
MAX_DEPTH = 1_500
"""libxml2 is quadratic in the attributes of a tag, and loses the body when nesting is deep.

Measured: 40,000 attributes take 6.6 s, 5,000 nested blocks leave nothing. Real pages stay
below 100 attributes, 300 levels and 30,000 tags.
"""

# Possessive throughout: each character is read once, whatever quotes are left open.
_SAID = r"""((?>[^=>]++|=\s*+"[^"]*+"|=\s*+'[^']*+'|=)*+)>?"""
_TAG = re.compile(rf"<(/?)([a-zA-Z][^\s/>]*+){_SAID}")
_ATTRIBUTES = re.compile(rf"</?[a-zA-Z][^\s/>]*+{_SAID}")
_QUOTED = re.compile(r"""=\s*+(?:"[^"]*+"|'[^']*+')""")
_LONG_TAG = 1_500
_FLAT = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "option",
        "thead",
        "tbody",
        "tfoot",
        "colgroup",
        "html",
        "head",
        "body",
    ]
)
_OPAQUE = ("script", "style", "textarea", "svg", "iframe", "object", "noscript", "template")
_LINKED_DATA = re.compile(r"""\btype\s*=\s*["']?application/ld\+json""", re.IGNORECASE)


def guarded(html: str, address: str) -> str:
    """Return the page without scripts, styles and comments, if a parser can take it.

    Linked data (JSON-LD) stays.

    Raises:
        ExtractError: it is built to hang a parser.
    """
    lean = without_opaque(html)
    if len(lean) > MAX_CHARACTERS:
        raise ExtractError(address, "the page is larger than any article")
    if not _is_modest(lean):
        _check_tags(lean, address)
    return lean


def _is_modest(html: str) -> bool:
    """Say whether no tag needs a look: a page is no deeper than it has opening tags."""
    return (
        html.count("<") - html.count("</") <= MAX_DEPTH
        and html.count("<") <= MAX_TAGS
        and not any(map(_is_crowded, _ATTRIBUTES.findall(html)))
    )


def _is_crowded(attributes: str) -> bool:
    return len(attributes) > _LONG_TAG and _count(attributes) > MAX_ATTRIBUTES


def _check_tags(html: str, address: str) -> None:
    depth = 0
    for tags, match in enumerate(_TAG.finditer(html)):
        closing, name, attributes = match.groups()
        if _is_crowded(attributes):
            raise ExtractError(address, f"a tag has more than {MAX_ATTRIBUTES} attributes")
        if name.lower() not in _FLAT and not attributes.endswith("/"):
            depth = max(0, depth - 1) if closing else depth + 1
        if depth > MAX_DEPTH or tags > MAX_TAGS:
            raise ExtractError(address, "the page has too many tags, or too deeply nested")


def without_opaque(html: str) -> str:
    """Cut comments, and elements whose content nobody sees, in one pass.

    >>> without_opaque("<p>a<!-- b --><script>c</script>d</p>")
    '<p>ad</p>'
    """
    kept: list[str] = []
    at = 0
    unclosed: set[str] = set()
    for match in _OPENING.finditer(html):
        if match.start() < at:
            continue
        name = (match[1] or "!--").lower()
        end = _end(html, match, name=name, unclosed=unclosed)
        if end is not None:
            kept.append(html[at : match.start()])
            at = end
    kept.append(html[at:])
    return "".join(kept)


_OPENING = re.compile(rf"<(?:!--|({'|'.join(_OPAQUE)})(?=[\s/>]))", re.IGNORECASE)


def _end(html: str, match: re.Match[str], *, name: str, unclosed: set[str]) -> int | None:
    """Return where the element ends, or None to leave it: linked data, or never closed.

    A name that was not closed once is not looked for again: the search would be quadratic.
    """
    if name in unclosed or (
        name == "script" and _LINKED_DATA.search(html, match.end(), match.end() + 300)
    ):
        return None
    found = _closing(name).search(html, match.end())
    if found is None:
        unclosed.add(name)
        return None
    end = html.find(">", found.end() - 1)
    return len(html) if end < 0 else end + 1


# Not a table: a few odd letters count as those of a name, too.
@lru_cache(maxsize=64)
def _closing(name: str) -> re.Pattern[str]:
    return re.compile("-->" if name == "!--" else f"</{name}", re.IGNORECASE)


def _count(attributes: str) -> int:
    bare = _QUOTED.sub("= ", attributes)
    return max(len(bare.split()), attributes.count("=") if len(bare) > _LONG_TAG else 0)
