"""What the outlet files an article under: the name of a section, as readers see it."""
# ruff: noqa: RUF001  signs of other scripts

import re
from collections.abc import Iterable, Iterator, Sequence

from lxml.html import HtmlElement

from bot.extract.headings import words
from bot.extract.structured import Stated
from bot.extract.titles import folded, is_outlet
from bot.text.visible import one_line

_CRUMBS = re.compile(r"bread-?_?crumb|brotkrumen|fil-?d-?ariane|\bpathway\b", re.IGNORECASE)
_FRONT = re.compile(
    r"home(?:\s?page)?|start(?:seite|sida|side)?|front page|accueil|inicio|portada|início"
    r"|strona główna|ana ?sayfa|главная|الرئيسية|首页|首頁|ホーム|トップ|홈|etusivu|forside|hjem"
    r"|voorpagina|you are here:?",
    re.IGNORECASE,
)
_NO_SECTION = frozenset(
    [
        "undefined",
        "null",
        "none",
        "post",
        "posts",
        "article",
        "articles",
        "artikel",
        "detail",
        "page",
        "pages",
        "story",
        "stories",
        "uncategorized",
        "allgemein",
        "unkategorisiert",
        "blog",
    ]
)
_SLUG = re.compile(r"[a-z\d]+(?:-[a-z\d]+)*")
_LONGEST, _MOST_WORDS = 40, 5
_PARTED = re.compile(r"\s*[|/>›»;]\s*")


def section_of(
    root: HtmlElement, *, linked: Stated, meta: Stated, title: str, outlets: Sequence[str]
) -> str:
    """Return the section that the page states, or the last of its breadcrumbs; or ""."""
    known = {folded(outlet) for outlet in outlets}
    slugs: list[str] = []
    for names in (linked.sections, meta.sections, reversed(linked.trail), _shown(root)):
        for name in _plain(names):
            if _is_section(name, title, known):
                # Names for addresses ("latin-america") tell less than names for readers.
                if not _SLUG.fullmatch(name):
                    return name
                slugs.append(name)
    return next(iter(slugs), "").replace("-", " ").capitalize()


def _plain(names: Iterable[str]) -> Iterator[str]:
    """Yield names of sections; of several in one, the first."""
    for name in names:
        if "://" in name:
            continue
        yield _PARTED.split(one_line(name, limit=200).strip(" >›»/|"))[0].split(",")[0].strip()


def _is_section(name: str, title: str, known: set[str]) -> bool:
    if not name or len(name) > _LONGEST or len(name.split()) > _MOST_WORDS:
        return False
    is_front = _FRONT.fullmatch(name) is not None or is_outlet(name, known)
    is_front = is_front or name.casefold() in _NO_SECTION
    return not is_front and not name.isdigit() and folded(name) not in folded(title)


def _shown(root: HtmlElement) -> Iterator[str]:
    """Yield the links of the page's breadcrumbs, from the article up."""
    for element in root.iter("nav", "ul", "ol", "div", "p", "span"):
        marks = " ".join(
            filter(None, (element.get(kind) for kind in ("class", "id", "aria-label", "typeof")))
        )
        if _CRUMBS.search(marks):
            names = [words(link) for link in element.iter("a")]
            if any(names):
                yield from reversed(names)
                return
