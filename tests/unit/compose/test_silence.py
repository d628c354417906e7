"""Promises of `bot.compose.silence`: what a channel has muted is kept out, and nothing else."""

from dataclasses import replace
from datetime import datetime

import pytest

from bot.compose.silence import NO_SILENCE, Silence, muted_text, silence
from bot.models import Mute, Muted, SourceId
from bot.text.topics import parse_topic
from tests.builders import CHANNEL, DAY, HARBOUR_LATER, NOW, OBSERVATORY, article, story

HERALD = article("a1")
POST = replace(article("a2", text=HARBOUR_LATER, outlet="Pilot Post"), source=SourceId("post"))
COMET = article("a3", title="Comet found", text=OBSERVATORY)


def mute(kind: Muted, target: str, until: datetime | None = None) -> Mute:
    """Return a mute."""
    return Mute(channel=CHANNEL, kind=kind, target=target, until=until, by="Ida", at=NOW)


def quiet(*mutes: Mute) -> Silence:
    """Return mutes as they are held against stories."""
    return silence(mutes, parse_topic)


def test_nothing_is_muted_where_nothing_was() -> None:
    """Every story is heard as it is."""
    both = story("s1", HERALD, POST)

    assert NO_SILENCE.heard(both) is both
    assert NO_SILENCE.over(both) is None
    assert NO_SILENCE.all_heard([both]) == (both,)


def test_a_muted_story_is_named_by_its_id() -> None:
    """Another story is heard."""
    one = mute(Muted.STORY, "s1")

    assert quiet(one).over(story("s1")) == one
    assert quiet(one).over(story("s2")) is None


def test_a_muted_source_takes_its_reports_out() -> None:
    """A story that others report too is told from theirs; one of its own is muted."""
    one = mute(Muted.SOURCE, "herald")
    both, own = story("s1", HERALD, POST), story("s2", HERALD)

    assert quiet(one).heard(both) == story("s1", POST)
    assert quiet(one).over(both) is None
    assert quiet(one).heard(own) is None
    assert quiet(one).over(own) == quiet(one).of(HERALD) == one
    assert quiet(one).of(POST) is None
    assert quiet(one).all_heard([both, own]) == (story("s1", POST),)


def test_a_muted_topic_silences_what_is_about_it() -> None:
    """Half of the reports must be: one that mentions it in passing silences nobody."""
    one = mute(Muted.TOPIC, "comet")
    third = article("a4")

    assert quiet(one).over(story("s1", COMET)) == one
    assert quiet(one).over(story("s1", COMET, HERALD)) == one
    assert quiet(one).over(story("s1", COMET, HERALD, third)) is None
    assert quiet(one).over(story("s1", HERALD)) is None


def test_what_a_muted_source_says_is_not_held_against_a_story() -> None:
    """A topic is looked for in the reports that are heard."""
    both = quiet(mute(Muted.SOURCE, "herald"), mute(Muted.TOPIC, "breakwater"))

    assert both.over(story("s1", HERALD, POST)) is None


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (mute(Muted.STORY, "s1"), "this story is muted here for good, by Ida"),
        (
            mute(Muted.TOPIC, "football", NOW + DAY),
            "the topic football is muted here until 25 November 2026, 15:00 (Asia/Aden), by Ida",
        ),
        (mute(Muted.SOURCE, "herald"), "the source Delta Herald is muted here for good, by Ida"),
    ],
    ids=["story", "topic", "source"],
)
def test_a_mute_is_said_in_full(given: Mute, said: str) -> None:
    """What, until when, by whom."""
    source = "Delta Herald" if given.kind is Muted.SOURCE else ""

    assert muted_text(given, "Asia/Aden", source=source) == said


def test_a_source_without_a_name_is_named_by_its_id() -> None:
    """It may be gone."""
    assert "the source herald is" in muted_text(mute(Muted.SOURCE, "herald"), "UTC")
