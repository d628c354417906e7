"""A catalogue of its own for the tests of the Slack adapter: it answers what it is told to."""

from collections.abc import Callable
from datetime import UTC, datetime

from bot.models import (
    Ask,
    Button,
    Channel,
    Choice,
    Command,
    Heading,
    Link,
    Message,
    Moment,
    Note,
    Option,
    OptionKind,
    Paragraph,
    Reply,
    StoryCard,
    StoryId,
    Suggests,
    Text,
)

DAWN = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)
TOPIC = Option(name="topic", description="What about")
COMMANDS = (
    Command(words=("latest",), summary="The latest stories", options=(TOPIC,)),
    Command(words=("brief",), summary="A briefing now", options=(TOPIC,)),
    Command(
        words=("subscribe",),
        summary="A briefing every day",
        options=(TOPIC, Option(name="time", description="When", kind=OptionKind.TIME)),
        manages=True,
    ),
    Command(words=("unsubscribe",), summary="No more of it", options=(TOPIC,), manages=True),
    Command(words=("news", "search"), summary="Search the stories", options=(TOPIC,)),
    Command(words=("news", "status"), summary="How the desk is"),
    Command(words=("news", "help"), summary="What can be asked"),
)


def plain_reply(words: str) -> Reply:
    """Return a private reply of one paragraph."""
    return Reply(message=Message(title="Newsdesk", blocks=(Paragraph((Text(words),)),)))


def echo(ask: Ask) -> Reply:
    """Answer with what was asked."""
    return plain_reply(f"You asked: {ask.line}")


def story_reply(ask: Ask) -> Reply:
    """Answer with a briefing that uses every part of a message."""
    card = StoryCard(
        story=StoryId("s1"),
        headline="Harbour reopens after storm",
        url="https://post.example/harbour?a=1&b=2",
        lines=(
            (Text("The harbour opened at dawn. "), Link("[1]", "https://post.example/harbour")),
            (Text("Ferries sail from noon. "), Link("[2]", "https://wire.example/ferries")),
        ),
        foot=(Text("Harbour Post and 1 more · "), Moment(DAWN, "Europe/Berlin")),
        buttons=(Button(label="Why", line="news why s1"),),
    )
    blocks = (Heading("Latest"), card, Note((Text("Nothing else."),)))
    return Reply(message=Message(title=f"Answer to {ask.line}", blocks=blocks))


class FakeCatalogue:
    """Answers with `answerer` and keeps every question in `asks`."""

    def __init__(self, answerer: Callable[[Ask], Reply] = echo) -> None:
        self.answerer = answerer
        self.asks: list[Ask] = []

    @property
    def commands(self) -> tuple[Command, ...]:
        """A few of the desk's commands."""
        return COMMANDS

    async def answer(self, ask: Ask) -> Reply:
        """Answer as the test wants."""
        self.asks.append(ask)
        return self.answerer(ask)

    async def suggest(self, kind: Suggests, typed: str, channel: Channel) -> tuple[Choice, ...]:
        """Complete nothing: Slack asks for no completions."""
        del kind, typed, channel
        return ()
