"""Live blogs: an article that is told in posts, each with its own instant."""
# ruff: noqa: RUF001  letters of other scripts

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise, takewhile

from lxml.html import HtmlElement

from bot.extract.content import Content
from bot.extract.timedposts import (
    TimedPost,
    is_prose,
    marked_posts,
    prose_words,
    shaped_posts,
    shown_lines,
)
from bot.extract.titles import folded
from bot.models import Post
from bot.text.dates import instant
from bot.text.visible import one_line

_LIVE = re.compile(
    r"\blive\b|live-?(?:blog|ticker|updates?)|news-?(?:blog|ticker)|\bticker\b|en[ -]direct"
    r"|en[ -]vivo|in diretta|ao vivo|مباشر|\bcanlı\b|直播|онлайн",
    re.IGNORECASE,
)
_FEWEST_STATED, _FEWEST_NAMED, _FEWEST = 2, 3, 4
_SHARE = 0.6
_LONGEST = timedelta(days=5)
_KEY = 40
_SHELL_WORDS = 60
_DAY = timedelta(days=1)


def with_posts(content: Content, root: HtmlElement, updates: Sequence[TimedPost]) -> Content:
    """Return the content told in the posts of its page; as it is where the page is no live blog.

    `updates` are the posts that linked data states. What a page shows is taken before that:
    it has paragraphs, and was read by people.
    """
    posts = _posts(content, root, updates)
    if not posts:
        return content
    lines = _opening(root, content.title, posts)
    starts: list[int] = []
    for post in posts:
        starts.append(sum(len(line) + 2 for line in lines))
        lines += post.lines
    instants = told_at(posts, content)
    told = tuple(Post(start=start, at=at) for start, at in zip(starts, instants, strict=True) if at)
    return _dated(replace(content, text="\n\n".join(lines), posts=told))


def stated_posts(
    updates: Iterable[Mapping[str, object]], text_of: Callable[[str], str]
) -> tuple[TimedPost, ...]:
    """Return the posts of a page's linked data; `text_of` turns their markup into paragraphs."""
    found: list[TimedPost] = []
    for update in updates:
        heading, body = (_string(update.get(key)) for key in ("headline", "articleBody"))
        body = body or _string(update.get("description"))
        paragraphs = [one for one in text_of(body).split("\n\n") if one]
        lines = tuple(dict.fromkeys([*filter(None, [one_line(heading)]), *paragraphs]))
        when = _string(update.get("datePublished")) or _string(update.get("dateModified"))
        if lines and (at := instant(when)):
            found.append(TimedPost(lines=lines, at=at))
    return tuple(found)


def _posts(
    content: Content, root: HtmlElement, updates: Sequence[TimedPost]
) -> tuple[TimedPost, ...]:
    """Return the posts to tell, or none when the page is no live blog."""
    marked = marked_posts(root)
    if len(marked) >= _FEWEST_STATED:
        return _dated_by(updates, marked)
    if updates:
        return _as_stated(content, root, updates)
    is_named = _LIVE.search(f"{content.title} {content.url}") is not None
    shown = shaped_posts(root, content.url, fewest=_FEWEST_NAMED if is_named else _FEWEST)
    if not _is_in_order(shown, content):
        return ()
    return shown if is_named or _share(content, shown) >= _SHARE else ()


def _share(content: Content, posts: Sequence[TimedPost]) -> float:
    """Return which share of the text, as it reads without posts, stands in them."""
    known = folded(" ".join(line for post in posts for line in post.lines))
    lines = content.text.split("\n\n")
    shared = sum(len(line) for line in lines if folded(line) in known)
    return shared / max(1, sum(map(len, lines)))


def _as_stated(
    content: Content, root: HtmlElement, updates: Sequence[TimedPost]
) -> tuple[TimedPost, ...]:
    """Return posts that linked data states: as the page shows them, or where it shows them.

    What no reader sees is taken only from a page that shows next to nothing: a script's shell.
    """
    visible = folded(str(root.text_content()))
    seen = tuple(one for one in updates if any(key in visible for key in _keys(one)))
    if not seen:
        return tuple(updates) if len(content.text.split()) < _SHELL_WORDS else ()
    shown = shaped_posts(root, content.url, fewest=_FEWEST_STATED)
    known = {key for one in seen for key in _keys(one)}
    if any(known & _keys(one) for one in shown) and prose_words(shown) * 2 >= prose_words(seen):
        return _dated_by(updates, shown)
    return seen


def _dated_by(updates: Sequence[TimedPost], shown: Sequence[TimedPost]) -> tuple[TimedPost, ...]:
    """Return the posts shown, those without an instant dated as linked data states."""
    stated = {key: one.at for one in updates for key in _keys(one)}
    return tuple(
        one
        if one.at
        else replace(one, at=next((stated[key] for key in _keys(one) if key in stated), None))
        for one in shown
    )


def _keys(post: TimedPost) -> frozenset[str]:
    """Return what a post is known by: how its lines begin."""
    return frozenset(folded(line)[:_KEY] for line in post.lines[:2])


def _opening(root: HtmlElement, title: str, posts: Sequence[TimedPost]) -> list[str]:
    """Return the sentences between the title and the first post: what the page says of itself."""
    known = {line for post in posts for line in post.lines}
    lines = list(takewhile(lambda line: line not in known, shown_lines(root)))
    titles = [at for at, line in enumerate(lines) if folded(line) == folded(title)]
    return [line for line in lines[titles[-1] + 1 :] if is_prose(line)] if titles else []


def _is_in_order(posts: Sequence[TimedPost], content: Content) -> bool:
    """Say whether posts follow each other in time, forwards or backwards, within some days."""
    instants = [at for at in told_at(posts, content) if at]
    if len(instants) < len(posts) or not posts:
        return False
    rises = sum(later > earlier for earlier, later in pairwise(instants))
    falls = sum(later < earlier for earlier, later in pairwise(instants))
    return (
        min(rises, falls) <= len(posts) // 10
        and max(rises, falls) > 0
        and (max(instants) - min(instants) <= _LONGEST)
    )


def told_at(posts: Sequence[TimedPost], content: Content) -> list[datetime | None]:
    """Return when each post was written: clock times count from the day that the page names."""
    clocks = [one.clock for one in posts if one.clock]
    is_rising = sum(a < b for a, b in pairwise(clocks)) > sum(a > b for a, b in pairwise(clocks))
    last = content.published_at if is_rising else content.updated_at or content.published_at
    found: list[datetime | None] = []
    for number, post in enumerate(posts):
        at = post.at
        if at is None and post.clock and last:
            at = datetime.combine(last.date(), post.clock, tzinfo=last.tzinfo)
            if number and is_rising != (at >= last) and at != last:
                at += _DAY if is_rising else -_DAY
        found.append(at or last)
        last = at or last
    return found


def _dated(content: Content) -> Content:
    """Return the content with the first and last posts' instants where the page tells none.

    A page whose only date is that of its newest post was begun with its oldest.
    """
    instants = [post.at for post in content.posts]
    if not instants:
        return content
    first, last = min(instants), max(instants)
    is_posts = content.published_at is None or content.published_at in instants
    return replace(
        content,
        published_at=first if is_posts else content.published_at,
        updated_at=content.updated_at or (last if last > first else None),
    )


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""
