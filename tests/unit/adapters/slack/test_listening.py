"""What is heard, taken for what it is."""

import pytest

from adapters.slack.listening import is_typed, said_to, typed
from adapters.slack.modals import asked_line, news_form, origin_of
from tests.standins.slack_catalogue import COMMANDS


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<@U9> latest harbour", "latest harbour"),
        ("<@U9|newsdesk>: latest", "latest"),
        ("hi <@U9>", "hi"),
        ("<@U9>", ""),
        ("", ""),
        ("<@U9> latest <@U9>", "latest"),
        ("<@U9> brief <https://post.example/a|post.example/a>", "brief post.example/a"),
        ("<@U9> why <https://post.example/a?b=1&amp;c=2>", "why https://post.example/a?b=1&c=2"),
        ("<@U9> latest <!here> &lt;harbour&gt;", "latest  <harbour>"),
    ],
)
def test_what_is_said_to_the_bot_is_a_line(text: str, line: str) -> None:
    """A message becomes the line that its writer typed, without the bot's name."""
    assert said_to(text, "U9") == line


def test_names_of_channels_stay_words() -> None:
    """A channel that Slack links is read by its name; a person that it links is left out."""
    assert typed("latest <#C1|port> from <@U1>") == "latest #port from "


@pytest.mark.parametrize(
    ("event", "is_so"),
    [
        ({"user": "U1"}, True),
        ({"user": "U1", "subtype": "file_share"}, True),
        ({"user": "U1", "subtype": "message_deleted"}, False),
        ({"user": "U1", "bot_id": "B1"}, False),
        ({}, False),
    ],
)
def test_only_what_people_type_is_heard(event: dict[str, str], *, is_so: bool) -> None:
    """Messages of bots, edits and deletions are not for us."""
    assert is_typed(event) is is_so


def test_a_form_knows_where_it_was_opened() -> None:
    """What a form carries leads its answer back."""
    carried = '{"channel": "C1", "channel_name": "desk", "response_url": "http://a.example/r"}'
    origin = origin_of(carried)

    assert origin_of(str(news_form(COMMANDS, origin)["private_metadata"])) == origin


@pytest.mark.parametrize("state", [{}, {"values": {}}, {"values": {"words": {}}}])
def test_an_empty_form_asks_an_empty_line(state: dict[str, object]) -> None:
    """A form in which nothing was filled in asks nothing, without a crash."""
    assert asked_line("news", state) == ""
    assert asked_line("subscribe", state) == "subscribe"
