"""Messages become payloads that Discord takes, in which strangers' words are only words."""

from datetime import UTC, datetime

import pytest
from discord import ui

from adapters.discord.escaping import escaped, safe_url
from adapters.discord.rendering import layout, line_markdown, parts, payload
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
    StoryCard,
    StoryId,
    Text,
)
from bot.text.visible import visible
from tests.standins.discord_desk import card
from tests.standins.discord_markdown import read
from tests.standins.discord_records import buttons_of, text_of
from tests.standins.discord_rules import MESSAGE, Schema, message_faults

HOSTILE = [
    "@everyone the pier is open",
    "@HERE the pier is open",
    "<@920000000000000001> and <@!920000000000000001> and <@&920000000000000001>",
    "see <#910000000000000002> or <id:customize>",
    "run </subscribe:930000000000000001> now",
    "due <t:1700000000:R>",
    "<:gull:930000000000000001> <a:gull:930000000000000001> :gull: :+1:",
    "read [the plan](http://bait.example/steal)",
    "read [**the** plan](http://bait.example/steal) __now__",
    "pier](http://bait.example) opens",
    "![](http://bait.example/x.png)",
    "join discord.gg/harbour or DiscordApp.com/invite/harbour",
    "http://bait.example/login and <https://bait.example>",
    "discord://-/channels/1/2",
    "**loud** *soft* _soft_ __under__ ~~gone~~ ||hidden|| `code`",
    "```\nblock\n``` and `` `tick` ``",
    "# Heading", "## Heading", "-# small", "  # Heading",
    "> quoted", ">>> quoted", "- item", "* item", "+ item", "1. item", "12. item",
    "\\*not escaped\\*", "\\\\@everyone", "back\\", "***",
    "line one\n# line two\n> line three",
    "\u202e\u200b@\u200beveryone\u2066 turned",
    "<\u200b@920000000000000001>",
    "@everyone" * 40,
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_strangers_words_are_only_words(text: str) -> None:
    """Nothing in an article's text formats, links, mentions or calls, and no word is lost."""
    reading = read(escaped(text))

    assert reading.alive == frozenset()
    assert reading.words.split() == visible(text).split()
    assert "\n" not in escaped(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_strangers_words_stay_inside_our_own_marks(text: str) -> None:
    """A hostile label stays the label of our link, which leads where we say."""
    reading = read(line_markdown((Link(text, "https://quayside.example/1"),), 9_000))

    assert reading.alive <= {"link"}
    assert [url for _, url in reading.links] == ["https://quayside.example/1"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_story_keeps_its_shape(text: str) -> None:
    """A story of hostile words has its one headline link and its small foot, and no more life."""
    story = StoryCard(
        story=StoryId("s1"),
        headline=text,
        url="https://quayside.example/1",
        lines=((Text(text),), (Text(text, bold=True),)),
        foot=(Text(text),),
    )
    components = layout(Message(title="t", blocks=(story,))).children
    assert isinstance(components[0], ui.TextDisplay)

    reading = read(components[0].content)
    assert reading.alive <= {"bold", "link", "small"}
    assert [url for _, url in reading.links] == ["https://quayside.example/1"]


@pytest.mark.parametrize(
    "text",
    [
        "Harbour to reopen, mayor says",
        "Prices rose 3.5 % in a_b, *not* in C#",
        "Q&A: who pays? 50 < 60 [corrected]",
        "Ärger am Kai – „nichts geht“",
        "افتتاح الميناء",
        "港口重新开放 👩‍🚒",
    ],
)
def test_plain_words_are_shown_as_written(text: str) -> None:
    """Harmless text is read exactly as it was written."""
    assert read(escaped(text)).words == text


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://a.example/x?q=1&r=2#s", "https://a.example/x?q=1&r=2#s"),
        ("https://a.example/a b>c)(d", "https://a.example/a%20b%3Ec%29%28d"),
        ("https://a.example/%20é", "https://a.example/%20%C3%A9"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("http://a.example:8080/@everyone", "http://a.example:8080/%40everyone"),
        ("http://a.example/<@920000000000000001>", "http://a.example/%3C%40920000000000000001%3E"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("discord://-/channels/1", None),
        ("https://", None),
        ("//a.example/x", None),
        ("https://bank.example@bait.example/", None),
        ("https://a.example:port/", None),
        ("https://[::1/", None),
        ("https://a..example/", None),
        ("https://a.example/" + "x" * 2_000, None),
    ],
)
def test_only_sound_addresses_are_links(url: str, kept: str | None) -> None:
    """An address is http(s) with nothing that breaks out of a link, or it is none."""
    assert safe_url(url) == kept


def test_every_block_is_shown(official: Schema) -> None:
    """Each kind of block becomes components that the official schema takes."""
    at = datetime(2026, 11, 20, 7, 0, tzinfo=UTC)
    message = Message(
        title="Briefing",
        blocks=(
            Heading("Good morning"),
            Paragraph((Text("Two stories, "), Text("one new", bold=True, italic=True))),
            Divider(),
            card(),
            Listing(((Text("one"),), (Link("two", "https://a.example"),))),
            Note((Text("Next: "), Moment(at), Moment(at, form=MomentForm.DATE))),
            Buttons((Button(label="More", line="latest count:10", primary=True),)),
        ),
    )

    body = payload(message)

    assert official.faults(MESSAGE, body) == []
    assert message_faults(body) == []
    assert "<t:1795158000:f><t:1795158000:D>" in str(body)
    assert "Good morning\nTwo stories, " in text_of(body)
    assert buttons_of(body)["More"] == "ask:latest count:10"


def test_one_button_asks_one_line_once() -> None:
    """Two buttons with one line are one, and one whose line is too long is left out."""
    same = Button(label="Why", line="news why story:s1")
    long = Button(label="Long", line="x" * 97)
    message = Message(title="t", blocks=(Buttons((same, long)), Buttons((same,))))

    body = payload(message)

    assert buttons_of(body) == {"Why": "ask:news why story:s1"}
    assert message_faults(body) == []


def test_message_without_words_shows_its_title() -> None:
    """Discord refuses empty messages: the title stands in."""
    empty = Message(title="Nothing new", blocks=(Paragraph(()), Note(()), Heading(" ")))

    assert text_of(payload(empty)) == "Nothing new"
    assert text_of(payload(Message(title="", blocks=()))) == "…"


LONG: Line = (Text("harbour_pier " * 400), Link("source", "https://a.example"))
HUGE = StoryCard(
    story=StoryId("s1"),
    headline="_" * 900,
    url="https://a.example/" + "x" * 900,
    lines=(LONG,) * 9,
    foot=LONG,
    buttons=tuple(Button(label="b" * 200, line=f"l{n}") for n in range(60)),
)
TOO_LONG: dict[str, tuple[Block, ...]] = {
    "many stories": tuple(card(n) for n in range(30)),
    "a huge story": (HUGE, card()),
    "long paragraphs": (Paragraph(LONG), Paragraph((Text("*" * 9_000),)), Note(LONG)),
    "a long listing": (Heading("h" * 900), Listing(tuple((Text("x_y" * 200),) for _ in range(30)))),
    "many rules": (Divider(),) * 90,
    "many buttons": (Buttons(tuple(Button(label=str(n), line=f"l{n}") for n in range(60))),) * 2,
}


@pytest.mark.parametrize("blocks", TOO_LONG.values(), ids=TOO_LONG)
def test_every_part_fits(blocks: tuple[Block, ...]) -> None:
    """However long a message is, each of its parts is one that Discord takes."""
    cut = parts(Message(title="Briefing", blocks=blocks))

    assert [message_faults(payload(part)) for part in cut] == [[]] * len(cut)


def test_uncut_message_is_cut_to_fit() -> None:
    """A message that was never cut shows what fits, and is not refused."""
    message = Message(title="Briefing", blocks=TOO_LONG["many stories"])

    assert message_faults(payload(message)) == []
    assert layout(message).total_children_count <= 40


def test_stories_are_never_cut_in_two() -> None:
    """Each story stands whole in one part, in order, under the message's title."""
    message = Message(title="Briefing", blocks=TOO_LONG["many stories"])

    cut = parts(message)

    assert tuple(block for part in cut for block in part.blocks) == message.blocks
    assert {part.title for part in cut} == {"Briefing"}
    assert len(cut) == 3


def test_heading_stands_over_what_follows() -> None:
    """A heading that would end a part begins the next one."""
    stories = tuple(card(n) for n in range(13))
    message = Message(title="t", blocks=(*stories, Heading("Abroad"), card(99)))

    first, second = parts(message)

    assert first.blocks == stories
    assert second.blocks == (Heading("Abroad"), card(99))


def test_long_line_ends_with_an_ellipsis() -> None:
    """A line that is cut says so, and no mark is cut in two."""
    line: Line = (Text("_" * 30, bold=True), Link("source", "https://a.example"))

    assert line_markdown(line, 20).endswith("…")
    assert read(line_markdown(line, 20)).alive <= {"bold"}
    assert line_markdown((*line[:1], Text("end")), 70).endswith("end")


def test_link_that_does_not_fit_is_left_out() -> None:
    """A link stands whole or not at all."""
    assert line_markdown((Text("see "), Link("source", "https://a.example")), 20) == "see …"
