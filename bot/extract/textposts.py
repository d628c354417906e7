"""Posts of a live blog in a plain-text copy: what stands below each time of day."""

from collections.abc import Iterable, Sequence
from itertools import accumulate

from bot.extract.content import Content
from bot.extract.furniture import is_clock
from bot.extract.liveblog import told_at
from bot.extract.shapes import Shape
from bot.extract.timedposts import TimedPost, clock_of
from bot.models import Post

_FEWEST = 3
_LATEST = 0.4
"""What begins after so much of the text are comments on it."""


def text_posts(content: Content, shown: Iterable[Shape]) -> tuple[Post, ...]:
    """Return the posts of a copy whose text is told; none where too few lines name a time.

    `shown` are the blocks of the copy from its title to the end of the text. A post begins at
    the first line that was kept below a time of day, or that opens with one.
    """
    lines = content.text.split("\n\n")
    starts = dict(zip(lines, accumulate([0, *(len(line) + 2 for line in lines)]), strict=False))
    found: list[tuple[int, TimedPost]] = []
    clock = None
    for shape in shown:
        if is_clock(shape.text):
            clock = clock_of(shape.text)
        elif shape.text in starts:
            clock = clock or clock_of(shape.text)
            if clock is not None:
                found.append((starts[shape.text], TimedPost(lines=(shape.text,), clock=clock)))
            clock = None
    is_told = len(found) >= _FEWEST and found[0][0] <= len(content.text) * _LATEST
    return _posts(content, found) if is_told else ()


def _posts(content: Content, found: Sequence[tuple[int, TimedPost]]) -> tuple[Post, ...]:
    instants = told_at([post for _, post in found], content)
    return tuple(
        Post(start=start, at=at) for (start, _), at in zip(found, instants, strict=True) if at
    )
