"""How messages become Block Kit."""

import json
import re

import pytest

from adapters.slack.parting import parts
from adapters.slack.rendering import (
    TEXT_LIMIT,
    blocks,
    elements,
    escaped,
    notification,
    safe_url,
    weight,
)
from adapters.slack.sending import post_payload
from bot.models import (
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
    Text,
)
from bot.text.direction import setting
from tests.standins.gold import require_gold
from tests.standins.slack_samples import DAWN, DESK, card, message_of, objects
from tests.standins.slack_schema import slack_schema

# Titles as a hostile feed might have them; each must be shown and none may do anything.
HOSTILE = [
    "<!channel> bridge closed",
    "<!here|here> bridge closed",
    "<@U0EVIL> bridge closed",
    "<!subteam^S9> bridge closed",
    "@everyone bridge closed",
    "&lt;!everyone&gt; bridge closed",
    "<https://trap.example/login|Bank> bridge closed",
    "[bridge](https://trap.example/) closed",
    "bridge closed https://trap.example/x",
    "see trap.example, bridge closed",
    "*bridge* _closed_ ~today~",
    "`bridge closed",
    "```bridge closed",
    "> bridge closed",
    "bridge closed\nNewsdesk: all is well",
    "bridge\r\n\r\nclosed",
    "bridge \u202eclosed\u202c",
    "bridge \u2067closed",
    "br\u200bidge clo\u00adsed",
    "bridge closed\x00\x07\x1b[31m",
    ":skull: bridge closed",
    "<!date^0^{date}|bridge closed>",
    "<script>bridge</script> closed",
    "bridge closed " + "!" * 5000,
]
KEPT = [
    "Fish & chips' price",
    "3 * 4 * 5 = 60",
    "@harbourmaster replies",
    "[Live] Vote (2)",
    "نمی‌روم",
]


def everywhere(words: str) -> Message:
    """Return a message in which a stranger's words stand wherever words can stand."""
    line: Line = (Text(words), Link(words, "https://post.example/1"), Text(words, bold=True))
    return Message(
        title=words,
        blocks=(
            Heading(words),
            Paragraph(line),
            Note(line),
            Listing((line, line)),
            card(words, lines=(line,), foot=line, buttons=(Button(label=words, line="news"),)),
            Buttons((Button(label=words, line="news"),)),
        ),
    )


def test_a_story_is_a_linked_headline_a_list_of_sentences_a_foot_and_buttons() -> None:
    """A story is shown with its headline as a link and each sentence with its citations."""
    rich, sentences, foot, row = blocks(message_of(card()))

    assert rich == {
        "type": "rich_text",
        "elements": [
            {
                "type": "rich_text_section",
                "elements": [
                    {
                        "type": "link",
                        "url": "https://post.example/1",
                        "text": "Harbour reopens",
                        "style": {"bold": True},
                    }
                ],
            }
        ],
    }
    assert json.dumps(sentences).count('"type": "link"') == 2
    assert foot == {
        "type": "context",
        "elements": [
            {
                "type": "mrkdwn",
                "verbatim": True,
                "text": "Post, Wire · <!date^1795501800^{date_short} {time}"
                "|Tue 24 Nov 2026, 07:30 (Europe/Berlin)>",
            }
        ],
    }
    assert row == {
        "type": "actions",
        "elements": [
            {
                "type": "button",
                "text": {"type": "plain_text", "text": "Why", "emoji": False},
                "action_id": "ask:0",
                "value": "news why s1",
            }
        ],
    }


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_do_nothing(words: str) -> None:
    """No mention, link, emoji, mark, new line or hidden character of a stranger's comes alive."""
    rendered = post_payload(DESK, everywhere(words), thread=None, metadata=None)
    shown = json.dumps(rendered, ensure_ascii=False)

    parsed = [one["text"] for one in objects(rendered) if one.get("type") == "mrkdwn"]
    parsed.append(str(rendered["text"]).replace("\n", " "))
    for text in parsed:
        own = re.sub(r"<https://post\.example/1\|[^<>]*>", "", text)
        assert "<" not in own
        assert ">" not in own
    for text in parsed[:-1]:
        assert not re.search(r"[*_~`\n]|:[a-z]+:", text)
    assert {one["url"] for one in objects(rendered) if "url" in one} == {"https://post.example/1"}
    assert all(one["verbatim"] for one in objects(rendered) if one.get("type") == "mrkdwn")
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\u00ad\x00-\x1f]", shown)
    assert not any("\n" in str(one.get("text", "")) for one in objects(rendered["blocks"]))
    assert not any(
        one.get("type") in {"user", "broadcast", "usergroup"} for one in objects(rendered)
    )
    assert rendered["unfurl_links"] is rendered["unfurl_media"] is rendered["mrkdwn"] is False
    assert "link_names" not in rendered


@pytest.mark.parametrize("words", KEPT)
def test_harmless_words_are_shown_as_written(words: str) -> None:
    """What only looks like markup is shown as it was written, set in its direction."""
    rich, *_ = blocks(message_of(Paragraph((Text(words),))))
    set_as = setting(words, words)

    shown = f"{set_as.before}{words}{set_as.after}"
    assert rich["elements"] == [
        {"type": "rich_text_section", "elements": [{"type": "text", "text": shown}]}
    ]


@pytest.mark.parametrize("words", [*HOSTILE, *KEPT])
def test_every_rendering_satisfies_the_schema(words: str) -> None:
    """Whatever strangers write, what is sent is as Slack's schema and limits want it."""
    schema = slack_schema(require_gold("slack"))
    for part in parts(everywhere(words)):
        payload = post_payload(DESK, part, thread=None, metadata=None)

        assert schema.problems("chat.postMessage", payload) == []


def test_a_notification_says_the_title_once() -> None:
    """The text of a notification starts with the title and tells the blocks in words."""
    message = message_of(Heading("News"), Paragraph((Text("Tom & Ann"),)), Divider())

    assert notification(message) == "News\nTom &amp; Ann"


def test_a_notification_of_nothing_is_not_empty() -> None:
    """Slack wants a text; a message without words gets an ellipsis."""
    assert notification(Message(title="", blocks=())) == "…"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "https://herald.example@trap.example/",
        "slack://open",
        "//post.example/x",
        "http://",
        "mailto:a@b.example",
        "",
        "https://post.example/" + "a" * 3000,
    ],
)
def test_a_link_to_anything_but_a_web_page_is_words(url: str) -> None:
    """Only http and https addresses of bearable length become links."""
    assert safe_url(url) is None
    assert elements((Link("here", url),)) == [{"type": "text", "text": "here"}]
    assert blocks(message_of(card(url=url)))[0]["elements"] == [
        {
            "type": "rich_text_section",
            "elements": [{"type": "text", "text": "Harbour reopens", "style": {"bold": True}}],
        }
    ]


def test_addresses_keep_their_letters_and_lose_their_tricks() -> None:
    """Letters of any script stay; brackets, pipes and hidden characters are encoded."""
    assert safe_url(" https://zürich.example/a|b<c>\u202e") == (
        "https://zürich.example/a%7Cb%3Cc%3E%E2%80%AE"
    )


def test_a_blank_label_is_named() -> None:
    """A link or headline without a visible letter is still something to click."""
    assert elements((Link("\u3000", "https://post.example/"),))[0]["text"] == "(no title)"
    assert "(no title)" in json.dumps(blocks(message_of(card("\u200b \u2800"))))


def test_styles_and_dates_are_elements_of_their_own() -> None:
    """Bold and italic are styles, and an instant is shown in the reader's own zone."""
    line: Line = (
        Text("a", bold=True),
        Text("b", italic=True),
        Moment(DAWN, form=MomentForm.DATE),
        Moment(DAWN, form=MomentForm.TIME),
    )

    assert elements(line) == [
        {"type": "text", "text": "a", "style": {"bold": True}},
        {"type": "text", "text": "b", "style": {"italic": True}},
        {
            "type": "date",
            "timestamp": 1795501800,
            "format": "{date_short}",
            "fallback": "Tue 24 Nov 2026",
        },
        {"type": "date", "timestamp": 1795501800, "format": "{time}", "fallback": "06:30 (UTC)"},
    ]


def test_a_note_with_marks_is_rich_text() -> None:
    """Small print whose words would be parsed as markup is shown as written instead."""
    plain, marked = blocks(message_of(Note((Text("Post"),)), Note((Text("*Star* says"),))))

    assert plain["type"] == "context"
    assert marked["type"] == "rich_text"


def test_an_overlong_note_is_cut() -> None:
    """Small print longer than a block holds is cut with an ellipsis."""
    (note,) = blocks(message_of(Note((Text("& " * 2000),))))

    assert weight(note) <= TEXT_LIMIT
    assert str(note["elements"]).count("…") == 1


def test_buttons_have_names_of_their_own_and_are_cut_to_length() -> None:
    """Every button of a message has its own name; labels are cut at 75 characters."""
    row = Buttons((Button(label="x" * 100, line="help", primary=True), Button(label="", line="b")))
    rendered = blocks(message_of(card(), row, card()))

    made = [one for one in objects(rendered) if one.get("type") == "button"]
    assert [one["action_id"] for one in made] == ["ask:0", "ask:1", "ask:2", "ask:3"]
    assert len(made[1]["text"]["text"]) == 75
    assert made[1]["style"] == "primary"
    assert made[2]["text"]["text"] == "b"


def test_escaping_never_cuts_an_escape_in_two() -> None:
    """A text is cut before an escaped character that does not fit, never inside it."""
    assert escaped("<<<", limit=10) == "&lt;&lt;…"
    assert escaped("<<<", limit=12) == "&lt;&lt;&lt;"
