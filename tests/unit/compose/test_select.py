"""Promises of `bot.compose.select`: which stories are worth telling, and why not the others."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.compose.select import (
    HALF_LIFE,
    Selection,
    about,
    best_first,
    fitting,
    news_value,
    ranked,
    select,
    stories_of,
    topic_fit,
)
from bot.compose.silence import silence
from bot.models import Mute, Muted, Reason, SourceId, Story, StoryId, Told
from bot.text.topics import parse_topic
from tests.builders import CHANNEL, DAY, HARBOUR, HOUR, NOW, OBSERVATORY, article, story, told

HARBOUR_STORY = story("s1", article("a1"))
COMET = story("s2", article("a2", title="Comet found above Mount Corvin", text=OBSERVATORY))


def selected(
    *stories: Story, topics: str = "harbour", before: dict[StoryId, Told] | None = None
) -> Selection:
    """Select for topics parted by commas, among news of the last two days."""
    wanted = [parse_topic(topic) for topic in topics.split(",")]
    return select(stories, wanted, told=before or {}, since=NOW - 2 * DAY, now=NOW)


def names(selection: Selection) -> list[str]:
    """Return the stories worth telling."""
    return [pick.story.id for pick in selection.picks]


def reasons(selection: Selection) -> dict[str, Reason]:
    """Return why the others are not told."""
    return {verdict.story: verdict.reason for verdict in selection.verdicts}


def test_a_story_about_a_topic_is_told() -> None:
    """What is about a topic is picked for it; what is not has a verdict."""
    selection = selected(HARBOUR_STORY, COMET)

    assert names(selection) == ["s1"]
    assert selection.picks[0].topic.text == "harbour"
    assert reasons(selection) == {"s2": Reason.NOT_ABOUT}


def test_words_in_the_text_are_enough() -> None:
    """A story that names the topic below its headline alone is about it."""
    assert names(selected(HARBOUR_STORY, topics="dock workers")) == ["s1"]


def test_each_story_is_told_once_for_several_topics() -> None:
    """A story about two topics is told for the one that it fits best."""
    selection = selected(HARBOUR_STORY, topics="breakwater,harbour strike")

    assert [pick.topic.text for pick in selection.picks] == ["harbour strike"]


def test_without_topics_nothing_is_told() -> None:
    """A channel that asks for nothing is told nothing."""
    selection = select([COMET], [], told={}, since=NOW - DAY, now=NOW)

    assert reasons(selection) == {"s2": Reason.NOT_ABOUT}


def test_what_was_told_is_not_told_again() -> None:
    """A story of which every report was told is left out, one with a new report is not."""
    before = {StoryId("s1"): told("s1", "a1")}
    grown = story("s1", article("a1"), article("a3"))

    assert reasons(selected(HARBOUR_STORY, before=before)) == {"s1": Reason.ALREADY_TOLD}
    assert names(selected(grown, before=before)) == ["s1"]


def test_what_was_passed_over_waits_for_a_new_report() -> None:
    """A story left out for length does not come back until it has another report."""
    before = {StoryId("s1"): replace(told("s1", "a1"), sentences=())}
    grown = story("s1", article("a1"), article("a3"))

    assert reasons(selected(HARBOUR_STORY, before=before)) == {"s1": Reason.OVER_LENGTH}
    assert names(selected(grown, before=before)) == ["s1"]


def test_old_news_is_no_news() -> None:
    """A story whose latest report is too old is left out, with its date."""
    selection = selected(story("s1", article(at=NOW - 3 * DAY)))

    assert reasons(selection) == {"s1": Reason.TOO_OLD}
    assert selection.verdicts[0].detail == "its latest report is of 21 November 2026"


def test_what_more_voices_tell_comes_first() -> None:
    """Of two stories of one hour the one that more outlets tell in their own words leads."""
    own = "Ships may enter Delta again: its pilots and their employer agreed in the night."
    wide = story("s9", article("a1"), article("a2", outlet="Quay Courier", text=own))
    narrow = story("s0", article("a3"))

    assert names(selected(narrow, wide)) == ["s9", "s0"]


def test_equals_are_told_in_a_fixed_order() -> None:
    """The order of what comes in is not the order of what goes out."""
    twins = [story(name, article(f"a-{name}")) for name in ("s3", "s1", "s2")]

    assert names(selected(*twins)) == names(selected(*twins[::-1])) == ["s1", "s2", "s3"]


def test_news_loses_half_its_value_in_its_half_life() -> None:
    """Value halves with age, and news of the future is worth what news of now is."""
    fresh = news_value(story(), NOW)

    assert news_value(story(), NOW + HALF_LIFE) == pytest.approx(fresh / 2)
    assert news_value(story(), NOW - HOUR) == fresh


def test_a_text_that_several_print_counts_once() -> None:
    """An agency's report in three papers is one voice, three reports are three."""
    papers = ("Delta Herald", "Corvin Post", "Arden News")
    printed = story("s1", *(article(f"a{at}", outlet=name) for at, name in enumerate(papers)))
    texts = (HARBOUR, OBSERVATORY, "Voters in Arden chose the baker Tom Reed as their mayor.")
    written = story(
        "s2",
        *(
            article(f"b{at}", title=name, text=text, outlet=name)
            for at, (name, text) in enumerate(zip(papers, texts, strict=True))
        ),
    )

    assert news_value(printed, NOW) == news_value(story(), NOW) < news_value(written, NOW)


def test_an_outlet_counts_once() -> None:
    """Ten reports of one outlet are one voice."""
    many = story("s1", *(article(f"a{number}") for number in range(10)))

    assert news_value(many, NOW) == news_value(story(), NOW)


@pytest.mark.parametrize(
    ("minutes", "count"), [(2, 4), (3, 4), (5, 8), (7, 8), (10, 16), (60, 16), (1, 4)]
)
def test_a_reading_time_holds_so_many_stories(minutes: int, count: int) -> None:
    """A time between two known ones holds what the shorter holds."""
    assert stories_of(minutes) == count


def test_the_best_article_speaks_for_its_story() -> None:
    """A story fits a topic as well as its best report does."""
    both = story("s1", *COMET.articles, *HARBOUR_STORY.articles)

    assert topic_fit(parse_topic("comet"), both) == topic_fit(parse_topic("comet"), COMET)


def test_ranking_leaves_out_what_does_not_fit() -> None:
    """A story without any of the words is not ranked."""
    found = ranked([HARBOUR_STORY, COMET], parse_topic("comet march"), now=NOW)

    assert [pick.story.id for pick in found] == ["s2"]


def test_a_story_about_part_of_the_topic_is_better_than_none() -> None:
    """Where nothing is about the whole topic, what is about part of it is offered."""
    both = [HARBOUR_STORY, COMET]

    whole = about(both, parse_topic("harbour strike"), now=NOW)
    part = about(both, parse_topic("harbour zeppelin"), now=NOW)

    assert [pick.story.id for pick in whole] == ["s1"]
    assert [pick.story.id for pick in part] == ["s1"]
    assert about(both, parse_topic("zeppelin"), now=NOW) == ()


def test_a_story_about_the_whole_topic_hides_those_about_a_part() -> None:
    """Part of a topic is no longer offered once something is about all of it."""
    pay = story("s3", article("a3", title="Harbour fees rise", text="Fees rise in March."))

    found = about([HARBOUR_STORY, pay], parse_topic("harbour strike"), now=NOW - timedelta(0))

    assert [pick.story.id for pick in found] == ["s1"]


def test_a_search_gives_what_is_about_the_whole_topic_first() -> None:
    """The rest follows in the search's own order; what does not fit at all is left out."""
    whole, part, none = (
        story(title, article(title, title=title, text="Ships left."))
        for title in ("Harbour strike", "Strike", "Football")
    )

    assert fitting([none, part, whole], parse_topic("harbour strike")) == (whole, part)


def test_the_best_fitting_report_of_a_story_comes_first() -> None:
    """Equals stay in the order of the story."""
    reports = [article(title, title=title, text="So.") for title in ("Ships", "Strike", "Snow")]

    found = best_first(parse_topic("strike"), story("s1", *reports))

    assert [one.title for one in found] == ["Strike", "Ships", "Snow"]


def test_what_is_muted_is_left_out_with_the_mute() -> None:
    """A muted topic, and a source without which nobody reports; what, how long and by whom."""
    mutes = [
        Mute(channel=CHANNEL, kind=kind, target=target, until=None, by="Ida", at=NOW)
        for kind, target in ((Muted.TOPIC, "comet"), (Muted.SOURCE, "herald"))
    ]
    comet = story("s2", replace(COMET.articles[0], source=SourceId("post")))
    old = story("s3", article("a3", at=NOW - 3 * DAY))
    stories = [HARBOUR_STORY, comet, old]
    everything = [parse_topic("")]

    selection = select(
        stories,
        everything,
        told={},
        since=NOW - 2 * DAY,
        now=NOW,
        silence=silence(mutes, parse_topic),
    )

    assert selection.picks == ()
    assert [(one.reason, one.detail) for one in selection.verdicts] == [
        (Reason.MUTED, "the source Delta Herald is muted here for good, by Ida"),
        (Reason.MUTED, "the topic comet is muted here for good, by Ida"),
        (Reason.MUTED, "the source Delta Herald is muted here for good, by Ida"),
    ]


def test_a_muted_source_does_not_count() -> None:
    """A story that others report too is told without its reports."""
    mute = Mute(channel=CHANNEL, kind=Muted.SOURCE, target="herald", until=None, by="I", at=NOW)
    other = replace(article("a2", outlet="Pilot Post"), source=SourceId("post"))

    selection = select(
        [story("s1", article("a1"), other)],
        [parse_topic("harbour")],
        told={},
        since=NOW - 2 * DAY,
        now=NOW,
        silence=silence([mute], parse_topic),
    )

    (pick,) = selection.picks
    assert pick.story.articles == (other,)
    assert pick.news == {other.id}


def test_old_reports_do_not_bring_a_story_back() -> None:
    """Neither one told before nor one left out for length, and it is said of when they are."""
    old = article("a4", text=OBSERVATORY, at=NOW - 900 * DAY)
    grown = story("s1", article("a1"), old)
    passed_over = replace(told("s1", "a1"), sentences=())

    again = selected(grown, before={StoryId("s1"): told("s1", "a1")})
    still = selected(grown, before={StoryId("s1"): passed_over})

    assert reasons(again) == {"s1": Reason.ALREADY_TOLD}
    assert reasons(still) == {"s1": Reason.OVER_LENGTH}
    assert "what came in since is old: its latest report is of 7 June 2024" in (
        again.verdicts[0].detail
    )


def test_a_reprint_of_an_old_text_is_too_old() -> None:
    """A story whose only fresh report prints an old text is as old as that."""
    reprinted = story("s1", article("a1", at=NOW - 900 * DAY), article("a2"))

    selection = selected(reprinted)

    assert reasons(selection) == {"s1": Reason.TOO_OLD}
    assert selection.verdicts[0].detail == "it is a reprint of a text of 7 June 2024"


@pytest.mark.parametrize(
    ("topics", "named"),
    [
        (["rugby"], "it is not about rugby"),
        ([], "it is not about anything asked for"),
        (list("bcdefg"), "it is not about b, c, d, e, f or any other topic of this channel"),
    ],
)
def test_what_a_story_is_not_about_is_named(topics: list[str], named: str) -> None:
    """The first topics, and that there are more."""
    wanted = [parse_topic(topic) for topic in topics]

    selection = select([COMET], wanted, told={}, since=NOW - DAY, now=NOW)

    assert [one.detail for one in selection.verdicts] == [named]
