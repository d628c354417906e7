"""A message as a page of its own, for previews and archives."""

from typing import assert_never

from jinja2 import Environment
from markupsafe import Markup, escape

from bot.models import (
    Block,
    Buttons,
    Divider,
    Heading,
    Line,
    Link,
    Listing,
    Message,
    Moment,
    Note,
    Paragraph,
    StoryCard,
    Text,
)
from bot.text.direction import isolated, setting
from bot.text.plain import line_text, moment_text, told
from bot.text.urls import is_deceptive, is_web
from bot.text.visible import one_line, visible

_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>{{ title }}</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem;
  color: #1c1c1c; background: #fff; }
article { margin: 1.5rem 0; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin: 0; }
p { margin: .25rem 0; } small { color: #5a5a5a; } a { color: #0b57d0; text-decoration: none; }
@media (prefers-color-scheme: dark) {
  body { color: #e6e6e6; background: #161616; } small { color: #a8a8a8; } a { color: #8ab4f8; }
}
</style>
</head>
<body>
{% for block in blocks %}{{ block }}
{% endfor %}</body>
</html>
"""

_TEMPLATE = Environment(autoescape=True).from_string(_PAGE)


def payloads(message: Message) -> list[str]:
    """Return the message as one HTML page; nothing in it but its own links leads anywhere."""
    title = one_line(message.title)
    return [_TEMPLATE.render(title=title, blocks=[_block(one) for one in message.blocks])]


def _block(block: Block) -> Markup:
    match block:
        case Heading(text=text):
            return Markup("<h1 dir=auto>{}</h1>").format(visible(text))
        case Paragraph(line=line):
            return Markup("<p dir=auto>{}</p>").format(_line(line))
        case Note(line=line):
            return Markup("<p dir=auto><small>{}</small></p>").format(_line(line))
        case Listing(items=items):
            rows = (Markup("<li dir=auto>{}</li>").format(_line(item)) for item in items)
            return Markup("<ul>{}</ul>").format(Markup("").join(rows))
        case StoryCard():
            return _card(block)
        case Buttons():
            return Markup("")  # a page cannot ask the desk
        case Divider():
            return Markup("<hr>")
        case _:
            assert_never(block)


def _card(card: StoryCard) -> Markup:
    headline = _link(isolated(visible(card.headline)), card.url)
    lines = (Markup("<p dir=auto>{}</p>").format(_line(line)) for line in card.lines)
    return Markup(
        "<article><h2 dir=auto>{}</h2>{}<p dir=auto><small>{}</small></p></article>"
    ).format(headline, Markup("").join(lines), _line(card.foot))


def _line(line: Line) -> Markup:
    set_as = setting(told(line), line_text(line))
    written = Markup("")  # the page sets its lines itself: dir=auto
    for span in line:
        match span:
            case Text(text=text, bold=bold, italic=italic):
                words = escape(set_as.piece(visible(text)))
                words = Markup("<b>{}</b>").format(words) if bold else words
                written += Markup("<i>{}</i>").format(words) if italic else words
            case Link(text=text, url=url):
                written += _link(set_as.piece(visible(text)), url)
            case Moment():
                stamp = span.at.isoformat()
                written += Markup('<time datetime="{}">{}</time>').format(stamp, moment_text(span))
            case _:
                assert_never(span)
    return written


def _link(label: str, url: str) -> Markup:
    words = escape(label)
    leads = is_web(url) and not is_deceptive(url)
    return Markup('<a href="{}">{}</a>').format(url, words) if leads else words
