"""Promises of `bot.web.places`: where the desk is reached, and where it listens."""

import pytest

from bot.web.places import listened_at, listening, public_url


@pytest.mark.parametrize(
    "text",
    [
        "desk.example",
        "ftp://desk.example/",
        "https:///news",
        "https://ida@desk.example/",
        "https://desk.example/?a=1",
        "https://desk.example/#a",
    ],
)
def test_what_cannot_be_reached_is_refused(text: str) -> None:
    """With an example of what can."""
    with pytest.raises(ValueError, match=r"write https://desk\.example"):
        public_url(text)


@pytest.mark.parametrize("text", ["8080", ":8080", "127.0.0.1", "127.0.0.1:http", "[::1]:99999"])
def test_what_cannot_be_listened_at_is_refused(text: str) -> None:
    """With an example of what can."""
    with pytest.raises(ValueError, match="such as"):
        listening(text)


def test_places_are_taken_as_they_are_written() -> None:
    """A port of 0 is one of the system's choice."""
    assert listening("0.0.0.0:0") == "0.0.0.0:0"
    assert listened_at("localhost:80") == ("localhost", 80)
