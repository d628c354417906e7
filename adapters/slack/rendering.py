"""Messages as Block Kit, in which nothing that a stranger wrote is ever parsed.

Text stands in `rich_text` and `plain_text`, which Slack shows as written, links and dates as
elements of their own. Small print alone is mrkdwn, and only where it holds no marks.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, count
from typing import assert_never
from urllib.parse import quote

from bot.models import (
    Block,
    Button,
    Buttons,
    Divider,
    Heading,
    Line,
    Link,
    Listing,
    Message,
    Moment,
    MomentForm,
    Note,
    Paragraph,
    Span,
    StoryCard,
    Text,
)
from bot.text.direction import isolated, setting
from bot.text.plain import block_text, line_text, moment_text, told
from bot.text.urls import is_deceptive
from bot.text.visible import one_line, visible

Json = dict[str, object]

HEADER_LIMIT = 150
TEXT_LIMIT = 3000
LABEL_LIMIT = 75
URL_LIMIT = 3000
ROW_LIMIT = 25
NOTIFICATION_LIMIT = 4000
HEADLINE_LIMIT = 300
# A card is one piece: with foot and headline it stays well under what one message may hold.
CARD_LIMIT = 6000

UNTITLED = "(no title)"
ASK = "ask:"

_DATES = {
    MomentForm.DATE: "{date_short}",
    MomentForm.TIME: "{time}",
    MomentForm.DATE_TIME: "{date_short} {time}",
}
_BLANK = " \u2800"  # the braille blank is a letter to Unicode and nothing to the eye
_MARKS = re.compile(r"[*_~`]|^\s*>|:[a-z][\w+-]*:")
_ADDRESS = re.compile(r"https?://[^\s/?#]", re.IGNORECASE)
_COUNTED = frozenset({"text", "url", "fallback"})
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def blocks(message: Message) -> list[Json]:
    """Return the message as Block Kit blocks; buttons are numbered through the message.

    >>> blocks(Message(title="News", blocks=(Heading("Harbour"), Divider())))
    [{'type': 'header', 'text': {'type': 'plain_text', 'text': 'Harbour', 'emoji': False}}, \
{'type': 'divider'}]
    """
    numbers = count()
    return [rendered for block in message.blocks for rendered in _block(block, numbers)]


def notification(message: Message) -> str:
    r"""Return what a notification shows and a screen reader reads: title first, all escaped.

    >>> notification(Message(title="News", blocks=(Paragraph((Text("Tom & <!here>"),)),)))
    'News\nTom &amp; &lt;!here&gt;'
    """
    title = one_line(message.title)
    lines = [one_line(block_text(block)) for block in message.blocks]
    if lines and lines[0] == title:
        del lines[0]
    return escaped("\n".join(filter(None, [title, *lines])) or "…", limit=NOTIFICATION_LIMIT)


def escaped(text: str, *, limit: int = TEXT_LIMIT) -> str:
    """Return `text` for mrkdwn: Slack's three characters escaped, cut at `limit` with them.

    >>> escaped("a <b> & c", limit=12)
    'a &lt;b&gt;…'
    """
    pieces = [_ESCAPES.get(char, char) for char in text]
    if sum(map(len, pieces)) <= limit:
        return "".join(pieces)
    fit = sum(total < limit for total in accumulate(map(len, pieces)))
    return "".join(pieces[:fit]) + "…"


def safe_url(url: str) -> str | None:
    """Return the address with everything odd percent-encoded; None when it is not http(s).

    Addresses with a name in front of the host are none: they are made to deceive.

    >>> safe_url("http://news.example/a b>c")
    'http://news.example/a%20b%3Ec'
    >>> safe_url("javascript:alert(1)") is None
    True
    """
    url = url.strip()
    if not _ADDRESS.match(url) or is_deceptive(url):
        return None
    kept = "".join(
        char
        if char.isalnum() or char in "-._~:/?#[]@!$&'()*+,;=%"
        else quote(char, errors="replace")
        for char in url
    )
    return kept if len(kept) <= URL_LIMIT else None


def plain(text: str, limit: int) -> Json:
    """Return a plain text object, shown as written and cut at `limit`.

    >>> plain("Ask", 24)
    {'type': 'plain_text', 'text': 'Ask', 'emoji': False}
    """
    return {"type": "plain_text", "text": one_line(text, limit=limit) or "…", "emoji": False}


def _block(block: Block, numbers: Iterator[int]) -> list[Json]:
    """Return the Block Kit blocks of one block of a message."""
    made: list[Json]
    match block:
        case Heading(text=text):
            made = [{"type": "header", "text": plain(text, HEADER_LIMIT)}] if text else []
        case Paragraph(line=line):
            made = _rich([_section(elements(line))])
        case Note(line=line):
            made = _small_print(line)
        case Listing(items=items):
            made = _lists([elements(item) for item in items])
        case StoryCard():
            made = _card(block, numbers)
        case Buttons(buttons=buttons):
            made = _rows(buttons, numbers)
        case Divider():
            made = [{"type": "divider"}]
        case _:
            assert_never(block)
    return made


def _card(card: StoryCard, numbers: Iterator[int]) -> list[Json]:
    """Return a story: its headline as a link, a list of its sentences, foot and buttons."""
    headline = one_line(card.headline, limit=HEADLINE_LIMIT).strip(_BLANK) or UNTITLED
    url = safe_url(card.url)
    head: Json = {"type": "link", "url": url} if url else {"type": "text"}
    head |= {"text": isolated(headline), "style": {"bold": True}}
    items: list[list[Json]] = []
    room = CARD_LIMIT
    for line in card.lines:
        items.append(elements(line, limit=min(room, TEXT_LIMIT)))
        room -= weight(items[-1])
        if room <= 1:
            break
    return [
        *_rich([_section([head])]),
        *_lists(items),
        *_small_print(card.foot),
        *_rows(card.buttons, numbers),
    ]


def _lists(items: Iterable[list[Json]]) -> list[Json]:
    """Return bulleted items, in as many blocks as their length needs."""
    runs: list[list[Json]] = []
    room = 0
    for item in filter(None, items):
        needed = weight(item)
        if needed > room:
            runs.append([])
            room = TEXT_LIMIT
        runs[-1].append(_section(item))
        room -= needed
    return [
        {
            "type": "rich_text",
            "elements": [{"type": "rich_text_list", "style": "bullet", "elements": run}],
        }
        for run in runs
    ]


def _rich(sections: list[Json]) -> list[Json]:
    """Return sections as one block, or nothing when they are empty: Slack refuses those."""
    filled = [section for section in sections if section["elements"]]
    return [{"type": "rich_text", "elements": filled}] if filled else []


def _section(spans: list[Json]) -> Json:
    """Return one line of rich text."""
    return {"type": "rich_text_section", "elements": spans}


def elements(line: Line, *, limit: int = TEXT_LIMIT) -> list[Json]:
    """Return a line as rich text elements of at most `limit` characters together.

    >>> elements((Text("See "), Link("the plan", "https://a.example/p")), limit=9)
    [{'type': 'text', 'text': 'See '}, {'type': 'link', 'url': 'https://a.example/p', \
'text': 'the…'}]
    """
    found: list[Json] = []
    set_as = setting(told(line), line_text(line))
    limit -= len(set_as.before + set_as.after)
    for span in line:
        element = _element(span, set_as.piece)
        words = str(element.get("text", element.get("fallback", "")))
        if not words:
            continue
        if len(words) > limit:
            if limit > 1 and "text" in element:
                found.append(element | {"text": words[: limit - 1].rstrip() + "…"})
            break
        found.append(element)
        limit -= len(words)
    if not any(str(e.get("text", "date")).strip(_BLANK) for e in found):
        return []
    return _framed(found, set_as.before, set_as.after) if set_as.after else found


def _framed(found: list[Json], before: str, after: str) -> list[Json]:
    """Return elements with what gives them their direction in the first and the last text."""
    worded = [at for at, element in enumerate(found) if "text" in element]
    framed = list(found)
    framed[worded[0]] |= {"text": f"{before}{framed[worded[0]]['text']}"}
    framed[worded[-1]] |= {"text": f"{framed[worded[-1]]['text']}{after}"}
    return framed


def _element(span: Span, apart: Callable[[str], str]) -> Json:
    """Return one span as a rich text element, its words set apart by their direction."""
    match span:
        case Text(text=text, bold=bold, italic=italic):
            style = {name: True for name, is_on in (("bold", bold), ("italic", italic)) if is_on}
            return {"type": "text", "text": apart(_words(text))} | (
                {"style": style} if style else {}
            )
        case Link(text=text, url=url):
            address = safe_url(url)
            if address is None:
                return {"type": "text", "text": apart(_words(text))}
            label = _words(text).strip(_BLANK) or UNTITLED
            return {"type": "link", "url": address, "text": apart(label)}
        case Moment(at=at, form=form):
            return {
                "type": "date",
                "timestamp": int(at.timestamp()),
                "format": _DATES[form],
                "fallback": moment_text(span),
            }
        case _:
            assert_never(span)


def _small_print(line: Line) -> list[Json]:
    """Return a note as grey context; as rich text where its words hold marks of mrkdwn."""
    spans = elements(line)
    text = "".join(map(_mrkdwn, spans)).strip()
    has_marks = any(_MARKS.search(str(span.get("text", ""))) for span in spans)
    if has_marks or len(text) > TEXT_LIMIT:
        return _rich([_section(spans)])
    context: Json = {"type": "mrkdwn", "text": text, "verbatim": True}
    return [{"type": "context", "elements": [context]}] if text else []


def _mrkdwn(element: Json) -> str:
    """Return a rich text element in mrkdwn, escaped."""
    text = escaped(str(element.get("text", element.get("fallback", ""))))
    match element["type"]:
        case "link":
            return f"<{escaped(str(element['url']))}|{text}>"
        case "date":
            return f"<!date^{element['timestamp']}^{element['format']}|{text}>"
        case _:
            return text


def _rows(buttons: tuple[Button, ...], numbers: Iterator[int]) -> list[Json]:
    """Return buttons in rows, each with a name of its own in the message."""
    made = [_button(button, next(numbers)) for button in buttons]
    return [
        {"type": "actions", "elements": made[start : start + ROW_LIMIT]}
        for start in range(0, len(made), ROW_LIMIT)
    ]


def _button(button: Button, number: int) -> Json:
    """Return a button that carries the line it asks."""
    made: Json = {
        "type": "button",
        "text": plain(button.label or button.line, LABEL_LIMIT),
        "action_id": f"{ASK}{number}",
        "value": button.line,
    }
    return made | {"style": "primary"} if button.primary else made


def _words(text: str) -> str:
    """Return strangers' words on one line; spaces at the ends stay, they part the spans."""
    return re.sub(r"\s+", " ", visible(text))


def weight(rendered: object) -> int:
    """Return how many characters of text and addresses are in rendered blocks.

    >>> weight([{"type": "text", "text": "four"}])
    4
    """
    if isinstance(rendered, list):
        return sum(map(weight, rendered))
    if isinstance(rendered, dict):
        return sum(
            len(value) if isinstance(value, str) and key in _COUNTED else weight(value)
            for key, value in rendered.items()
        )
    return 0
