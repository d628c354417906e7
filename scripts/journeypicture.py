"""Draws docs/pictures/journey.svg: one report at each stage, in its own words.

What is drawn is what the stages gave on the sample newsroom (`scripts.journey`): nothing in the
boxes is typed in here. The sentence that is followed is marked in all of them.
"""

import asyncio
import json
import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape, unescape

from structlog.testing import capture_logs

from bot.models import Sentence
from bot.text.plain import line_text
from scripts.journey import Journey, journey

WIDTH = 900
_BOX = (286, 584)  # left edge and width of the boxes
_CHAR, _LINE, _PAD = 7.55, 20, 16
_CHARS = 72
_GAP, _TOP = 22, 96
_SHORT_LINE = 40

_INK, _DIM, _MARK, _LABEL = "#24211c", "#8b857a", "#ffe08a", "#1d5f8a"
_FONT = "ui-sans-serif, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif"
_MONO = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
_UNDER = (
    "Ten stages, on the sample newsroom. One of its sentences is marked wherever it is; "
    "what is grey is left behind."
)
_TAG = re.compile(r"<(?:div|p)[^>]*>")

Span = tuple[str, str]
"""Words and how they are drawn: "" as they are, "dim" left behind, "mark" followed, "label"."""

Line = Sequence[Span]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stage:
    """One stage: its name, what is done to reach it, and what the report looks like there."""

    name: str
    verb: str
    about: str
    lines: Sequence[Line]

    @property
    def height(self) -> int:
        """How tall its box is."""
        return max(len(self.lines) * _LINE + 2 * _PAD - 4, 84)


def journey_picture() -> str:
    """Return the picture of a journey that is made on the spot."""
    with capture_logs():
        followed = asyncio.run(journey())
    return picture(followed)


def picture(followed: Journey) -> str:
    """Return the picture as SVG; on a ground of its own, so that it is legible on any page."""
    stages = _stages(followed)
    height = _TOP + sum(stage.height + _GAP for stage in stages) + 12
    drawn = list(_drawn(stages))
    title = f"The way of one report: “{escape(followed.article.title)}”"
    lines = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}"',
        f'  height="{height}" role="img" aria-label="{title}">',
        f'<rect width="{WIDTH}" height="{height}" rx="14" fill="#fbf9f4"/>',
        f'<g font-family="{_FONT}" fill="{_INK}">',
        f'<text x="32" y="46" font-size="20" font-weight="700">{title}</text>',
        f'<text x="32" y="72" font-size="14" fill="{_DIM}">{_UNDER}</text>',
        *drawn,
        "</g>",
        "</svg>",
        "",
    )
    return "\n".join(lines)


def _drawn(stages: Sequence[_Stage]) -> Iterator[str]:
    """Yield each stage's box, its name beside it, and the line that joins them."""
    left, width = _BOX
    top = _TOP
    centres = []
    for stage in stages:
        centres.append(top + 28)
        yield (
            f'<rect x="{left}" y="{top}" width="{width}" height="{stage.height}" rx="8" '
            'fill="#ffffff" stroke="#ddd6c8"/>'
        )
        for number, line in enumerate(stage.lines):
            yield from _row(line, x=left + _PAD, y=top + _PAD + 13 + number * _LINE)
        top += stage.height + _GAP
    yield (
        f'<line x1="52" y1="{centres[0]}" x2="52" y2="{centres[-1]}" stroke="#cfc6b4" '
        'stroke-width="3"/>'
    )
    for number, (stage, y) in enumerate(zip(stages, centres, strict=True), 1):
        yield from _name(stage, number, y)


def _name(stage: _Stage, number: int, y: int) -> Iterator[str]:
    yield f'<circle cx="52" cy="{y}" r="15" fill="{_LABEL}"/>'
    yield (
        f'<text x="52" y="{y + 5}" font-size="14" font-weight="700" fill="#ffffff" '
        f'text-anchor="middle">{number}</text>'
    )
    yield f'<text x="82" y="{y + 1}" font-size="18" font-weight="700">{stage.name}</text>'
    yield (
        f'<text x="272" y="{y + 1}" font-size="13" font-style="italic" fill="{_LABEL}" '
        f'text-anchor="end">{stage.verb}</text>'
    )
    for at, words in enumerate(textwrap.wrap(stage.about, 29)):
        yield f'<text x="82" y="{y + 21 + at * 17}" font-size="13" fill="#5d574d">{words}</text>'


def _row(line: Line, *, x: float, y: float) -> Iterator[str]:
    """Yield the spans of a line. Their widths are set: fonts differ from reader to reader."""
    for words, style in line:
        width = len(words) * _CHAR
        if style == "mark":
            yield (
                f'<rect x="{x - 1:.1f}" y="{y - 14:.1f}" width="{width + 2:.1f}" height="19" '
                f'rx="3" fill="{_MARK}"/>'
            )
        if words.strip():
            fill = {"dim": _DIM, "label": _LABEL}.get(style, _INK)
            size = "" if _is_joined(words) else f' textLength="{width:.1f}"'
            yield (
                f'<text x="{x:.1f}" y="{y:.1f}" font-family="{_MONO}" font-size="12.5" '
                f'fill="{fill}"{size} lengthAdjust="spacingAndGlyphs" xml:space="preserve">'
                f"{escape(words)}</text>"
            )
        x += width


def _is_joined(words: str) -> bool:
    """Say whether letters join, as in Arabic: they cannot be set apart to a width."""
    return any("\u0600" <= char <= "\u06ff" for char in words)


def _stages(one: Journey) -> Sequence[_Stage]:
    marked = _followed(one)
    return (
        _Stage(name="source", verb="read", about="a feed, visited in its own rhythm",
               lines=tuple(_source(one))),
        _Stage(name="entry", verb="", about="one item as published: a teaser here, so that its "
               "page is fetched", lines=tuple(_entry(one))),
        _Stage(name="page", verb="fetch", about="fetched as a good guest: capped, robots.txt "
               "asked, one at a time", lines=tuple(_page(one, marked))),
        _Stage(name="article", verb="extract", about="what a person would read, and nothing but "
               "that", lines=tuple(_article(one, marked))),
        _Stage(name="story", verb="group", about="all reports of one event; copies of an agency "
               "count once", lines=tuple(_story(one))),
        _Stage(name="summary", verb="condense", about="sentences as they were printed, each with "
               "where it stands", lines=tuple(_summary(one, marked))),
        _Stage(name="briefing", verb="select", about="what this channel has not been told, with "
               "the reason", lines=tuple(_briefing(one))),
        _Stage(name="message", verb="compose", about="blocks in no platform's markup",
               lines=tuple(_message(one, marked))),
        _Stage(name="payload", verb="render", about="the same in one platform's format, escaped",
               lines=tuple(_payload(one, marked))),
        _Stage(name="receipt", verb="deliver, settle", about="owed until the platform proved it; "
               "never sent twice", lines=tuple(_receipt(one))),
    )  # fmt: skip


def _followed(one: Journey) -> str:
    """Return the sentence that is followed: of this report, and on its page alone if it can be."""
    own = [
        sentence.text
        for sentence in one.summary.sentences
        if sentence.cites[0].article == one.article.id
    ]
    return next((text for text in own if text not in one.entry.summary), own[0])


def _source(one: Journey) -> Iterator[Line]:
    yield [(f"GET {one.source.address}", "label")]
    item = one.feed[one.feed.rindex("<item>", 0, one.feed.index(one.entry.id)) :]
    lines = [line.strip() for line in item[: item.index("</item>")].splitlines()]
    yield [("<item>", "")]
    for name in ("title", "link", "pubDate", "description"):
        line = next(line for line in lines if line.startswith(f"<{name}"))
        yield [(_cut(line, indent=2), "")]


def _entry(one: Journey) -> Iterator[Line]:
    entry = one.entry
    at = f"{entry.published_at:%Y-%m-%d %H:%M} UTC" if entry.published_at else "none"
    yield _field("title", entry.title)
    yield _field("date", at)
    yield _field("link", entry.url)
    yield from _paragraph("summary", entry.summary, "")


def _page(one: Journey, marked: str) -> Iterator[Line]:
    """Yield the page's elements that hold words; what is no part of the article is grey."""
    text = one.page.body.decode()
    yield [(f"{len(one.page.body):,} bytes of {one.page.content_type}", "label")]
    shown = [line for line in text[text.index("<body") :].splitlines() if len(line) > _SHORT_LINE]
    at = next(n for n, line in enumerate(shown) if marked in unescape(line))
    for line in (*shown[:2], *shown[at - 1 : at + 1], *shown[-3:]):
        words = " ".join(unescape(re.sub(r"<[^>]+>", " ", line)).split())
        tag = found[0] if (found := _TAG.match(line)) else ""
        kept = words[:40] in one.article.text
        if marked in words:
            yield [(tag, "label"), (_cut(marked, less=len(tag)), "mark")]
        else:
            yield [
                (tag, "label" if kept else "dim"),
                (_cut(words, less=len(tag)), "" if kept else "dim"),
            ]


def _article(one: Journey, marked: str) -> Iterator[Line]:
    article = one.article
    yield _field("title", article.title)
    agencies = f" · with {', '.join(article.agencies)}" if article.agencies else ""
    place = f" · from {article.dateline.title()}" if article.dateline else ""
    yield _field(
        "facts", f"{article.dated_at:%Y-%m-%d %H:%M} UTC · {article.language}{agencies}{place}"
    )
    yield from _marked("text", article.text[: article.text.index(marked) + len(marked)], marked)
    yield [(f"{'':9}… {len(article.text.split())} words in all", "dim")]


def _story(one: Journey) -> Iterator[Line]:
    reports = one.story.articles
    outlets = {article.outlet for article in reports}
    tongues = {article.language for article in reports}
    yield [
        (f"{len(reports)} reports by {len(outlets)} outlets in {len(tongues)} languages", "label")
    ]
    for article in reports:
        style = "mark" if article.id == one.article.id else ""
        label = f"{article.outlet}, {article.language}: "
        yield [(label, "dim"), (_cut(article.title, less=len(label)), style)]


def _summary(one: Journey, marked: str) -> Iterator[Line]:
    for number, sentence in enumerate(one.summary.sentences, 1):
        cite = sentence.cites[0]
        outlet = next(a.outlet for a in one.story.articles if a.id == cite.article)
        yield from _marked(f"{number}", _short(sentence, marked), marked)
        yield [(f"{'':9}{outlet}, characters {cite.start} to {cite.end}", "label")]


def _briefing(one: Journey) -> Iterator[Line]:
    yield _field("channel", f"#{one.delivery.channel.name} on Slack")
    yield from _paragraph("reason", f"{one.verdict.reason.value}: {one.verdict.detail}", "")
    yield _field("asked", f"/news why {one.story.id}")


def _message(one: Journey, marked: str) -> Iterator[Line]:
    yield _field("headline", one.card.headline)
    for line in one.card.lines:
        words = line_text(line)
        if marked in words:
            yield from _marked("", words, marked)
    yield from _paragraph("foot", line_text(one.card.foot), "dim")


def _payload(one: Journey, marked: str) -> Iterator[Line]:
    """Yield the block of the payload that holds the sentence, as JSON, around it."""
    text = json.dumps(one.payload["blocks"], ensure_ascii=False)
    at = text.index(marked)
    start = text.rindex('{"type": "rich_text_section"', 0, at)
    yield [('{"blocks": [… {"type": "rich_text_list", "style": "bullet", …', "dim")]
    yield from _marked("", f"{text[start : at + len(marked) + 132]}…", marked)


def _receipt(one: Journey) -> Iterator[Line]:
    owed = one.delivery
    yield _field("owed", f"{owed.key}, part {owed.part + 1}, due {owed.due_at:%Y-%m-%d %H:%M} UTC")
    yield _field("state", f"{owed.state.value} at attempt {owed.attempts}")
    yield _field("receipt", f"{owed.receipt}, the platform's own name of the message")


def _short(sentence: Sentence, marked: str) -> str:
    return sentence.text if sentence.text == marked else _cut(sentence.text, less=9)


def _field(name: str, value: str) -> Line:
    return [(f"{name:<9}", "label"), (_cut(value, less=9), "")]


def _paragraph(name: str, words: str, style: str) -> Iterator[Line]:
    for number, line in enumerate(textwrap.wrap(words, _CHARS - 9)[:3]):
        yield [(f"{'' if number else name:<9}", "label"), (line, style)]


def _marked(name: str, words: str, marked: str) -> Iterator[Line]:
    """Yield words line by line, with the sentence that is followed marked over its lines."""
    words = " ".join(words.split())
    start = words.find(marked)
    span = range(start, start + len(marked)) if start >= 0 else range(0)
    at = 0
    for number, line in enumerate(textwrap.wrap(words, _CHARS - 9)):
        at = words.index(line, at)
        own = range(at, at + len(line))
        first, last = max(own.start, span.start), min(own.stop, span.stop)
        before = line if first >= last else line[: first - at]
        inside, after = (
            ("", "") if first >= last else (line[first - at : last - at], line[last - at :])
        )
        spans = [
            (f"{'' if number else name:<9}", "label"),
            (before, ""),
            (inside, "mark"),
            (after, ""),
        ]
        yield [span_ for span_ in spans if span_[0]]
        at += len(line)


def _cut(words: str, *, less: int = 0, indent: int = 0) -> str:
    room = _CHARS - less - indent
    return " " * indent + (words if len(words) <= room else f"{words[: room - 1].rstrip()}…")
