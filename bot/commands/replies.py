"""Answers in the shapes that commands share."""

from collections.abc import Sequence

from bot.models import (
    Block,
    Button,
    Buttons,
    Heading,
    Line,
    Link,
    Listing,
    Message,
    Note,
    Paragraph,
    Reply,
    Story,
    Text,
)
from bot.text.urls import is_web
from bot.text.visible import one_line


def message(title: str, *blocks: Block) -> Message:
    """Return a message that opens with its title."""
    return Message(title=title, blocks=(Heading(title), *blocks))


def said(text: str, *, buttons: Sequence[Button] = ()) -> Message:
    """Return a message of one paragraph, with buttons if there are any."""
    row = (Buttons(tuple(buttons)),) if buttons else ()
    return Message(title=text, blocks=(Paragraph((Text(text),)), *row))


def reply(text: str, *, buttons: Sequence[Button] = ()) -> Reply:
    """Return a private answer of one paragraph."""
    return Reply(message=said(text, buttons=buttons))


def listing(title: str, items: Sequence[Line], *, note: str = "") -> Message:
    """Return a titled list, with small print below it."""
    small = (Note((Text(note),)),) if note else ()
    return message(title, Listing(tuple(items)), *small)


def link_or_text(label: str, url: str) -> Link | Text:
    """Return a link to a web address; a local file has none, and its label stands alone."""
    return Link(label, url) if is_web(url) else Text(label)


def headline(story: Story) -> str:
    """Return the title of a story's newest report in the language of most, on one line."""
    languages = [article.language for article in story.articles]
    newest = max(story.articles, key=lambda one: (languages.count(one.language), one.dated_at))
    return one_line(newest.title, limit=120)
