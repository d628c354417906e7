"""An article whose text stands on several pages, made one."""

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.extract.content import Content
from bot.extract.shapes import is_terminal, word_count
from bot.extract.titles import folded
from bot.models import Post

_PAGE_NUMBER = re.compile(
    r"^(?:(?:page|part|seite|teil|partie|p[aá]gina|parte|sida|side|strona|sayfa|страница|صفحة|第)"
    r"\s?)?\d{1,2}(?:\s?(?:/|of|von|sur|de|di|av|af|z|из|من|页|頁)\s?\d{0,2})?$",
    re.IGNORECASE,
)
_CUT_WORDS = 6


def joined(first: Content, others: Iterable[Content]) -> Content:
    """Return an article with the text of its further parts, in order.

    What every part repeats (title, standfirst, bylines' boxes) is told once, and a sentence
    that the end of a page cut in two is whole again.
    """
    lines = first.text.split("\n\n") if first.text else []
    posts = list(first.posts)
    agencies = list(first.agencies)
    for other in others:
        known = {folded(line) for line in (*lines, first.title, other.title)}
        _join(lines, posts, other, known)
        agencies += other.agencies
    return replace(
        first,
        text="\n\n".join(lines),
        posts=tuple(posts),
        agencies=tuple(dict.fromkeys(agencies)),
    )


def fuller(first: Content, other: Content) -> Content:
    """Return an article as another version of its page has it, if that has more of it.

    What the first version told about the article stays, but for the title: a page without text
    has a poor one.
    """
    if len(other.text) <= len(first.text):
        return first
    return replace(
        other,
        title=other.title or first.title,
        url=first.url or other.url,
        bylines=first.bylines or other.bylines,
        published_at=first.published_at or other.published_at,
        updated_at=first.updated_at or other.updated_at,
        section=first.section or other.section,
        picture=first.picture or other.picture,
    )


def _join(lines: list[str], posts: list[Post], other: Content, known: set[str]) -> None:
    """Add the lines of a part that are not known yet, and its posts where these lines stand."""
    waiting = list(other.posts)
    passed = 0
    due: Post | None = None
    is_first = True
    for line in other.text.split("\n\n"):
        while waiting and waiting[0].start <= passed:
            due = waiting.pop(0)
        passed += len(line) + 2
        if folded(line) in known or _PAGE_NUMBER.match(line):
            continue
        if is_first and due is None and lines and _goes_on(lines[-1], line):
            lines[-1] += f" {line}"
        else:
            if due is not None:
                posts.append(Post(start=sum(len(one) + 2 for one in lines), at=due.at))
                due = None
            lines.append(line)
        is_first = False


def _goes_on(above: str, below: str) -> bool:
    """Say whether the end of a page cut a sentence in two."""
    is_open = not is_terminal(above) and word_count(above) >= _CUT_WORDS
    return is_open and below[:1].islower()
