"""Our values as JSON and back: messages, cited sentences, schedules, words. Pure.

What was written by an older version must stay readable: a key is only ever added, with a
default for where it is missing.
"""

import json
from datetime import UTC, date, datetime, time
from typing import Any, assert_never

from bot.models import (
    ArticleId,
    Block,
    Button,
    Buttons,
    Change,
    ChangeKind,
    Citation,
    Divider,
    Heading,
    Line,
    Link,
    Listing,
    Message,
    Moment,
    MomentForm,
    NamedDay,
    Note,
    Paragraph,
    Post,
    Schedule,
    Sentence,
    Span,
    StoryCard,
    StoryId,
    Text,
)


def encode_message(message: Message) -> str:
    """Return a message as JSON.

    >>> encode_message(Message(title="Hello", blocks=(Divider(),)))
    '{"title":"Hello","blocks":[{"kind":"divider"}]}'
    """
    return _dump({"title": message.title, "blocks": [_from_block(b) for b in message.blocks]})


def decode_message(text: str) -> Message:
    """Return the message that `encode_message` wrote.

    >>> decode_message('{"title":"Hello","blocks":[{"kind":"divider"}]}')
    Message(title='Hello', blocks=(Divider(),))

    Raises:
        ValueError: it was written by a newer version, or not by us.
    """
    row = json.loads(text)
    return Message(title=row["title"], blocks=tuple(_to_block(b) for b in row["blocks"]))


def encode_sentences(sentences: tuple[Sentence, ...]) -> str:
    """Return cited sentences as JSON.

    >>> encode_sentences((Sentence(text="So.", cites=(Citation(article="a", start=0, end=3),)),))
    '[{"text":"So.","cites":[["a",0,3]],"new":false}]'
    """
    return _dump([_sentence_row(sentence) for sentence in sentences])


def _sentence_row(sentence: Sentence) -> dict[str, Any]:
    """Return a sentence; what most have not is left out."""
    row: dict[str, Any] = {
        "text": sentence.text,
        "cites": [[cite.article, cite.start, cite.end] for cite in sentence.cites],
        "new": sentence.is_new,
    }
    if sentence.change:
        row["change"] = [sentence.change.kind.value, sentence.change.was]
    if sentence.days:
        row["days"] = [[one.start, one.end, one.day.isoformat()] for one in sentence.days]
    return row


def decode_sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences that `encode_sentences` wrote.

    >>> written = '[{"text":"So.","cites":[],"new":true}]'
    >>> decode_sentences(written) == (Sentence(text="So.", cites=(), is_new=True),)
    True
    """
    return tuple(_sentence(row) for row in json.loads(text))


def _sentence(row: dict[str, Any]) -> Sentence:
    change = row.get("change")
    return Sentence(
        text=row["text"],
        cites=tuple(
            Citation(article=ArticleId(article), start=start, end=end)
            for article, start, end in row["cites"]
        ),
        is_new=row["new"],
        change=Change(kind=ChangeKind(change[0]), was=change[1]) if change else None,
        days=tuple(
            NamedDay(start=start, end=end, day=date.fromisoformat(day))
            for start, end, day in row.get("days", ())
        ),
    )


def encode_schedule(schedule: Schedule) -> str:
    """Return a schedule as JSON.

    >>> encode_schedule(Schedule(at=time(8), zone="Europe/Berlin", days=frozenset({0, 4})))
    '{"at":"08:00:00","zone":"Europe/Berlin","days":[0,4]}'
    """
    return _dump(
        {"at": schedule.at.isoformat(), "zone": schedule.zone, "days": sorted(schedule.days)}
    )


def decode_schedule(text: str) -> Schedule:
    """Return the schedule that `encode_schedule` wrote.

    >>> decode_schedule('{"at":"08:00:00","zone":"UTC","days":[6]}')
    Schedule(at=datetime.time(8, 0), zone='UTC', days=frozenset({6}))
    """
    row = json.loads(text)
    return Schedule(at=time.fromisoformat(row["at"]), zone=row["zone"], days=frozenset(row["days"]))


def encode_posts(posts: tuple[Post, ...]) -> str:
    """Return the posts of a live blog as JSON.

    >>> encode_posts((Post(start=0, at=datetime(2026, 11, 24, 8, tzinfo=UTC)),))
    '[[0,"2026-11-24T08:00:00+00:00"]]'
    """
    return _dump([[post.start, post.at.astimezone(UTC).isoformat()] for post in posts])


def decode_posts(text: str) -> tuple[Post, ...]:
    """Return the posts that `encode_posts` wrote.

    >>> decode_posts('[[0,"2026-11-24T08:00:00+00:00"]]')[0].start
    0
    """
    rows = json.loads(text)
    return tuple(Post(start=start, at=datetime.fromisoformat(at)) for start, at in rows)


def encode_words(words: tuple[str, ...]) -> str:
    """Return words as JSON.

    >>> encode_words(("AFP", "dpa"))
    '["AFP","dpa"]'
    """
    return _dump(words)


def decode_words(text: str) -> tuple[str, ...]:
    """Return the words that `encode_words` wrote.

    >>> decode_words('["AFP","dpa"]')
    ('AFP', 'dpa')
    """
    return tuple(json.loads(text))


def _dump(value: object) -> str:
    # ASCII alone: NUL and lone surrogates are escaped, so that every database takes them.
    return json.dumps(value, separators=(",", ":"))


def _from_block(block: Block) -> dict[str, Any]:
    match block:
        case Heading(text=text):
            return {"kind": "heading", "text": text}
        case Paragraph(line=line):
            return {"kind": "paragraph", "line": _from_line(line)}
        case Note(line=line):
            return {"kind": "note", "line": _from_line(line)}
        case Listing(items=items):
            return {"kind": "listing", "items": [_from_line(item) for item in items]}
        case StoryCard():
            return _from_card(block)
        case Buttons(buttons=buttons):
            return {"kind": "buttons", "buttons": [_from_button(b) for b in buttons]}
        case Divider():
            return {"kind": "divider"}
        case _:
            assert_never(block)


def _from_card(card: StoryCard) -> dict[str, Any]:
    return {
        "kind": "story",
        "story": card.story,
        "headline": card.headline,
        "url": card.url,
        "lines": [_from_line(line) for line in card.lines],
        "foot": _from_line(card.foot),
        "buttons": [_from_button(button) for button in card.buttons],
    }


def _from_button(button: Button) -> dict[str, Any]:
    return {"label": button.label, "line": button.line, "primary": button.primary}


def _from_line(line: Line) -> list[dict[str, Any]]:
    return [_from_span(span) for span in line]


def _from_span(span: Span) -> dict[str, Any]:
    match span:
        case Text(text=text, bold=bold, italic=italic):
            return {"kind": "text", "text": text, "bold": bold, "italic": italic}
        case Link(text=text, url=url):
            return {"kind": "link", "text": text, "url": url}
        case Moment(at=at, zone=zone, form=form):
            instant = at.astimezone(UTC).isoformat()
            return {"kind": "moment", "at": instant, "zone": zone, "form": form.value}
        case _:
            assert_never(span)


def _to_block(row: dict[str, Any]) -> Block:
    match row:
        case {"kind": "heading", "text": text}:
            return Heading(text)
        case {"kind": "paragraph", "line": line}:
            return Paragraph(_to_line(line))
        case {"kind": "note", "line": line}:
            return Note(_to_line(line))
        case {"kind": "listing", "items": items}:
            return Listing(tuple(_to_line(item) for item in items))
        case {"kind": "story"}:
            return _to_card(row)
        case {"kind": "buttons", "buttons": buttons}:
            return Buttons(tuple(_to_button(button) for button in buttons))
        case {"kind": "divider"}:
            return Divider()
        case _:
            raise ValueError(f"no such block of a message: {row.get('kind')!r}")


def _to_card(row: dict[str, Any]) -> StoryCard:
    return StoryCard(
        story=StoryId(row["story"]),
        headline=row["headline"],
        url=row["url"],
        lines=tuple(_to_line(line) for line in row["lines"]),
        foot=_to_line(row["foot"]),
        buttons=tuple(_to_button(button) for button in row["buttons"]),
    )


def _to_button(row: dict[str, Any]) -> Button:
    return Button(label=row["label"], line=row["line"], primary=row["primary"])


def _to_line(rows: list[dict[str, Any]]) -> Line:
    return tuple(_to_span(row) for row in rows)


def _to_span(row: dict[str, Any]) -> Span:
    match row:
        case {"kind": "text", "text": text, "bold": bold, "italic": italic}:
            return Text(text, bold=bold, italic=italic)
        case {"kind": "link", "text": text, "url": url}:
            return Link(text, url)
        case {"kind": "moment", "at": at, "zone": zone, "form": form}:
            return Moment(datetime.fromisoformat(at), zone, MomentForm(form))
        case _:
            raise ValueError(f"no such span of a message: {row.get('kind')!r}")
