"""Promises of `bot.compose.edition`: a briefing laid out."""

from bot.compose.card import story_card
from bot.compose.edition import edition
from bot.compose.reasons import verdict
from bot.models import Heading, Message, Reason, StoryCard, StoryId, Verdict
from bot.text.plain import block_text, plain_text
from tests.builders import HOUR, NOW, story, summary


def made(
    *reasons: Reason, stories: int = 0, topics: tuple[str, ...] = ("harbour",), zone: str = "UTC"
) -> Message:
    """Lay out so many stories, with a verdict of each of these reasons."""
    cards = [story_card(summary(), story(), now=NOW)] * stories
    return edition(cards, verdicts(*reasons), now=NOW, zone=zone, topics=topics)


def verdicts(*reasons: Reason) -> list[Verdict]:
    """Return verdicts of these reasons."""
    return [verdict(StoryId(f"s{at}"), reason, "", NOW) for at, reason in enumerate(reasons)]


def small_print(message: Message) -> str:
    """Return the last block's words."""
    return block_text(message.blocks[-1])


def test_the_title_names_the_day_and_the_topics() -> None:
    """A notification shows what it is, of when and about what; all news needs no naming."""
    message = made(topics=("harbour", "", "comet"))

    assert message.title == "Briefing · Tuesday 24 November 2026 · harbour, comet"
    assert message.blocks[0] == Heading(message.title)
    assert made(topics=("",)).title == "Briefing · Tuesday 24 November 2026"


def test_the_day_is_the_reader_s() -> None:
    """In the far east it is tomorrow already."""
    late = edition([], [], now=NOW + 11 * HOUR, zone="Asia/Tokyo", topics=())

    assert late.title == "Briefing · Wednesday 25 November 2026"
    assert "08:00 (Asia/Tokyo)" in small_print(late)


def test_stories_stand_between_title_and_small_print() -> None:
    """Each story is a block, and they are counted."""
    message = made(stories=2)

    assert [type(block) for block in message.blocks[1:-1]] == [StoryCard, StoryCard]
    assert small_print(message).startswith("2 stories. Made at Tue 24 Nov 2026, 12:00 (UTC).")
    assert small_print(made(stories=1)).startswith("1 story.")


def test_what_is_left_out_is_counted_by_reason() -> None:
    """The small print says what is not in it and why; what was told is not among it."""
    message = made(Reason.TOO_OLD, Reason.TOLD, Reason.TOO_OLD, Reason.OVER_LENGTH, stories=1)

    assert small_print(message).endswith("Not in it: 2 too old, 1 left out for length.")
    assert "Not in it" not in small_print(made(Reason.TOLD, stories=1))


def test_an_empty_briefing_says_why() -> None:
    """Told before, muted, nothing on the topic or at all: each says so and what to do."""
    told_before = plain_text(made(Reason.NOT_ABOUT, Reason.ALREADY_TOLD))
    nothing_on_topic = plain_text(made(Reason.NOT_ABOUT))
    all_muted = plain_text(made(Reason.NOT_ABOUT, Reason.MUTED))
    nothing_at_all = plain_text(made(topics=()))

    assert "Nothing new: everything was told here before." in told_before
    assert "Nothing about harbour has come in. Try /latest" in nothing_on_topic
    assert "All that has come in is muted here. /news mute lists what is." in all_muted
    assert "Nothing has come in yet. /news status" in nothing_at_all
    assert "No stories." in nothing_at_all
