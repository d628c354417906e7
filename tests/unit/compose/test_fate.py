"""Promises of `bot.compose.fate`: each article and each story has one final reason."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import pytest

from bot.compose.fate import Fate, article_fate, skipped_fate, story_fate
from bot.compose.reasons import AHEAD
from bot.compose.silence import NO_SILENCE, silence
from bot.compose.standing import Case, Standing
from bot.models import (
    Article,
    ArticleId,
    Mute,
    Muted,
    Reason,
    Skipped,
    SourceId,
    StoryId,
    Told,
    Verdict,
)
from bot.text.topics import parse_topic
from tests.builders import (
    CHANNEL,
    DAY,
    HARBOUR_LATER,
    HOUR,
    NOW,
    article,
    sentence,
    story,
)

MORNING = NOW - 4 * HOUR
A1 = article("a1", at=NOW - 6 * HOUR)
COPY = article("a2", at=NOW - 5 * HOUR, outlet="Quay Courier", agencies=["AFP"])
LATER = article("a3", text=HARBOUR_LATER, at=NOW - 5 * HOUR, outlet="Pilot Post")
OLD = replace(LATER, id=ArticleId("a4"), published_at=NOW - 1000 * DAY, fetched_at=NOW - HOUR)
THE_BRIEFING = "in the briefing of 24 November 2026, 08:00 (UTC)"


def telling(*articles: str, cites: Sequence[str] = (), at: datetime = MORNING) -> Told:
    """Return that these articles were told, a sentence for each cited; passed over without."""
    return Told(
        story=StoryId("s1"),
        articles=frozenset(map(ArticleId, articles)),
        sentences=tuple(sentence(f"Sentence of {name}.", name) for name in cites),
        at=at,
    )


def verdict(reason: Reason, detail: str = "for a test", *, at: datetime = MORNING) -> Verdict:
    """Return what the morning's briefing decided."""
    return Verdict(story=StoryId("s1"), reason=reason, detail=detail, at=at)


def mute(kind: Muted, target: str) -> Mute:
    """Return a mute for good."""
    return Mute(channel=CHANNEL, kind=kind, target=target, until=None, by="Ida", at=NOW - HOUR)


def standing(
    topics: str = "harbour", *mutes: Mute, subscribed: bool = True, last_at: datetime | None = None
) -> Standing:
    """Return what holds for a channel that takes these topics."""
    return Standing(
        topics=tuple(map(parse_topic, topics.split(","))),
        is_subscribed=subscribed,
        since=NOW - 2 * DAY,
        now=NOW,
        silence=silence(mutes, parse_topic) if mutes else NO_SILENCE,
        ahead="The next one is due tomorrow.",
        last_at=last_at,
    )


def fate(
    one: Article,
    *others: Article,
    told: Sequence[Told] = (),
    found: Verdict | None = None,
    holds: Standing | None = None,
) -> Fate:
    """Return what became of an article in a story with others."""
    case = Case(story=story("s1", one, *others), tellings=tuple(told), verdict=found)
    return article_fate(one, case, holds or standing())


def of_story(
    *articles: Article,
    told: Sequence[Told] = (),
    found: Verdict | None = None,
    holds: Standing | None = None,
) -> Fate:
    """Return what became of a story."""
    case = Case(story=story("s1", *articles), tellings=tuple(told), verdict=found)
    return story_fate(case, holds or standing())


def test_what_was_told_says_in_which_briefing_and_as_which_sentences() -> None:
    """Counted from one; a story with more reports is named besides."""
    alone = fate(A1, told=[telling("a1", cites=["a1"])])
    among = fate(A1, LATER, told=[telling("a1", "a3", cites=["a3", "a1", "a1"])])

    assert alone == Fate(
        reason=Reason.TOLD,
        said=f"It was told here {THE_BRIEFING}, as sentence 1.",
        at=MORNING,
        sentences=(1,),
    )
    assert among.sentences == (2, 3)
    assert "as sentences 2 and 3. Its story is “Harbour of Delta reopens after strike” (2 r" in (
        among.said
    )


def test_a_bare_headline_can_be_told() -> None:
    """A report without a sentence of its own is told by its headline."""
    found = fate(A1, told=[telling("a1")], found=verdict(Reason.TOLD))

    assert (found.reason, found.sentences) == (Reason.TOLD, ())
    assert found.said.endswith("08:00 (UTC), by its headline.")


def test_a_report_whose_story_was_told_without_it_was_grouped() -> None:
    """It is said which story that is, when it was told, and why without this report."""
    found = fate(LATER, A1, told=[telling("a1", "a3", cites=["a1"])])

    assert found.reason is Reason.GROUPED
    assert found.said == (
        "It was grouped into “Harbour of Delta: pilots” (2 reports), which was told here "
        f"{THE_BRIEFING}; its own sentences were not needed."
    ).replace("Harbour of Delta: pilots", "Harbour of Delta reopens after strike")


def test_a_copy_names_whose_text_it_is() -> None:
    """The agency's, if one is credited, and who printed it first."""
    by_agency = fate(COPY, A1, told=[telling("a1", "a2", cites=["a1"])])
    by_nobody = fate(replace(COPY, agencies=()), A1, told=[telling("a1", "a2", cites=["a1"])])

    assert by_agency.reason is by_nobody.reason is Reason.GROUPED
    assert "it is a copy of AFP's text that Delta Herald printed first." in by_agency.said
    assert "it is a copy of what Delta Herald printed first." in by_nobody.said


def test_the_first_to_print_a_text_may_not_be_the_one_cited() -> None:
    """Then the copy that was cited is named."""
    found = fate(A1, COPY, told=[telling("a1", "a2", cites=["a2"])])

    assert found.reason is Reason.GROUPED
    assert found.said.endswith("; Quay Courier's copy of it was cited.")


def test_a_report_that_said_nothing_new_was_told_already() -> None:
    """The briefing looked at it, and what it says had been told."""
    before, after = telling("a1", cites=["a1"], at=MORNING - DAY), telling("a1", "a3")
    found = fate(LATER, A1, told=[before, after])
    copy = fate(COPY, A1, told=[before, telling("a1", "a2")])

    assert (found.reason, found.at) == (Reason.ALREADY_TOLD, MORNING)
    assert "was told here in the briefing of 23 November 2026, 08:00 (UTC); this report" in (
        found.said
    )
    assert copy.said.endswith("; it is a copy of AFP's text that Delta Herald printed first.")


def test_what_was_left_out_for_length_says_so() -> None:
    """A story alone, and as the story of one of its reports."""
    alone = fate(A1, told=[telling("a1")])
    among = fate(A1, LATER, told=[telling("a1", "a3")])

    assert (alone.reason, alone.at) == (Reason.OVER_LENGTH, MORNING)
    assert alone.said == f"It was left out for length {THE_BRIEFING}: {AHEAD}."
    assert among.said.startswith("It was grouped into “")
    assert ", which was left out for length in the briefing" in among.said


def test_a_muted_source_is_the_reason_for_its_reports() -> None:
    """Also where their story was told from others."""
    quiet = standing("harbour", mute(Muted.SOURCE, "herald"))
    other = replace(LATER, source=SourceId("pilot"))

    alone = fate(A1, holds=quiet)
    among = fate(A1, other, told=[telling("a3", cites=["a3"])], holds=quiet)

    assert alone.reason is among.reason is Reason.MUTED
    assert alone.said == (
        "It was not told here: the source Delta Herald is muted here for good, by Ida."
    )
    assert among.said.endswith(" Its story was told from other reports.")


@pytest.mark.parametrize(
    ("holds", "reason", "said"),
    [
        (standing("football,rugby"), Reason.NOT_ABOUT, "it is not about football, rugby."),
        (
            standing("harbour", mute(Muted.TOPIC, "strike")),
            Reason.MUTED,
            "the topic strike is muted here for good, by Ida.",
        ),
        (
            standing("harbour", mute(Muted.STORY, "s1")),
            Reason.MUTED,
            "this story is muted here for good, by Ida.",
        ),
        (standing(), Reason.NOT_YET, "looked at it yet. The next one is due tomorrow."),
    ],
    ids=["not about", "muted topic", "muted story", "not yet"],
)
def test_what_no_briefing_has_looked_at_is_judged_now(
    holds: Standing, reason: Reason, said: str
) -> None:
    """By the channel's topics and mutes; else it is said when its turn comes."""
    found, whole = fate(A1, holds=holds), of_story(A1, holds=holds)

    assert found.reason is whole.reason is reason
    assert found.at is None
    assert found.said.endswith(said)
    assert said in whole.said


def test_an_old_article_says_of_when_it_is() -> None:
    """By itself, in a story with fresh reports, and after its story was told."""
    old = fate(OLD)
    among = fate(OLD, LATER)
    after = fate(OLD, A1, told=[telling("a1", cites=["a1"])])
    whole = of_story(OLD)

    assert old.reason is among.reason is after.reason is whole.reason is Reason.TOO_OLD
    assert old.said == ("It was not told here, because it is too old: it is of 28 February 2024.")
    assert "it is of 28 February 2024. Its story is “" in among.said
    assert "it is of 28 February 2024. Its story is “" in after.said
    assert "too old: its latest report is of 28 February 2024. It has 1 report" in whole.said


def test_a_reprint_is_as_old_as_its_text() -> None:
    """A paper that prints an old text today brings no news."""
    reprint = article("a5", text=HARBOUR_LATER, at=NOW - HOUR)

    found, whole = fate(reprint, OLD), of_story(OLD, reprint)

    assert found.reason is whole.reason is Reason.TOO_OLD
    assert "it is a reprint of a text of 28 February 2024." in found.said
    assert "it is a reprint of a text of 28 February 2024." in whole.said


STALE = standing()


@pytest.mark.parametrize(
    ("found", "holds", "reason"),
    [
        (verdict(Reason.FILTERED), standing(), Reason.FILTERED),
        (verdict(Reason.FILTERED), standing("football"), Reason.FILTERED),
        (verdict(Reason.MUTED), standing(), Reason.NOT_YET),
        (verdict(Reason.MUTED), standing("football"), Reason.NOT_ABOUT),
        (verdict(Reason.MUTED), replace(STALE, since=NOW), Reason.MUTED),
        (verdict(Reason.NOT_ABOUT), standing(), Reason.NOT_YET),
        (verdict(Reason.NOT_ABOUT), standing(subscribed=False), Reason.NOT_ABOUT),
        (verdict(Reason.NOT_ABOUT), standing("football"), Reason.NOT_ABOUT),
        (verdict(Reason.NOT_ABOUT), replace(STALE, since=NOW), Reason.NOT_ABOUT),
        (
            verdict(Reason.NOT_ABOUT),
            standing("harbour", mute(Muted.TOPIC, "strike")),
            Reason.MUTED,
        ),
        (verdict(Reason.TOO_OLD), replace(STALE, since=NOW), Reason.TOO_OLD),
        (verdict(Reason.TOLD), standing(), Reason.NOT_YET),
        (verdict(Reason.TOLD), replace(STALE, since=NOW), Reason.TOO_OLD),
        (verdict(Reason.FILTERED, at=NOW - DAY), standing(), Reason.NOT_YET),
    ],
)
def test_what_a_briefing_decided_stands_while_it_holds(
    found: Verdict, holds: Standing, reason: Reason
) -> None:
    """A mute that ended and a topic subscribed since do not, while the story is fresh."""
    assert fate(A1, found=found, holds=holds).reason is reason
    assert of_story(A1, found=found, holds=holds).reason is reason


def test_a_decision_says_of_which_briefing_it_is() -> None:
    """And why, as the briefing had it."""
    found = fate(A1, found=verdict(Reason.FILTERED, "no words for it"))

    assert found.said == f"It was filtered out here {THE_BRIEFING}: no words for it."
    assert found.at == MORNING


def test_what_did_not_arrive_says_so() -> None:
    """A briefing that was given up told nothing."""
    found = fate(A1, found=verdict(Reason.TOLD))

    assert found.said == (
        "The briefing of 24 November 2026, 08:00 (UTC), which told it, did not arrive. "
        "The next one is due tomorrow."
    )


def test_what_the_last_briefing_did_not_get_to_says_so() -> None:
    """It looks at the newest stories alone."""
    found = fate(A1, holds=standing(last_at=NOW - HOUR))

    assert found.reason is Reason.NOT_YET
    assert found.said.startswith(
        "The briefing of 24 November 2026, 11:00 (UTC) did not look at it: it looks at the newest"
    )
    assert "has looked at it yet" in fate(A1, holds=standing(last_at=NOW - DAY)).said


def test_a_report_that_came_in_after_its_story_was_told_waits() -> None:
    """What comes next is said."""
    found = fate(LATER, A1, told=[telling("a1", cites=["a1"])])

    assert found.reason is Reason.NOT_YET
    assert found.said.endswith("; this report came in since. The next one is due tomorrow.")


@pytest.mark.parametrize(
    ("told", "found", "said"),
    [
        (
            telling("a1", cites=["a1", "a1"]),
            verdict(Reason.TOLD, "it is about harbour"),
            ", in 2 sentences: it is about harbour. 1 report came in since.",
        ),
        (
            telling("a1", "a3", cites=["a1"]),
            verdict(Reason.MUTED),
            ", in 1 sentence.",
        ),
        (
            telling("a1", "a3"),
            verdict(Reason.TOLD, "all news is taken"),
            ", by its headline: all news is taken.",
        ),
    ],
    ids=["grown since", "muted since", "headline"],
)
def test_a_story_that_was_told_stays_told(told: Told, found: Verdict, said: str) -> None:
    """With how, why, and what came in since."""
    in_full = f"It was told here {THE_BRIEFING}{said} It has 2 reports, the latest 5 h ago."

    assert of_story(A1, LATER, told=[told], found=found) == Fate(
        reason=Reason.TOLD, said=in_full, at=MORNING
    )


def test_a_story_left_out_for_length_says_so() -> None:
    """Before and after it has grown by an old report."""
    left_out = of_story(A1, told=[telling("a1")])
    grown = of_story(A1, OLD, told=[telling("a1")])

    assert left_out.reason is grown.reason is Reason.OVER_LENGTH
    assert left_out.said.startswith(f"It was left out for length {THE_BRIEFING}: {AHEAD}. It has")
    assert "and what came in since is old" in grown.said


def test_a_report_behind_a_pay_wall_says_so() -> None:
    """Whatever its reason is: nobody can be told what the wall hides."""
    found = fate(replace(A1, is_walled=True))

    assert found.reason is Reason.NOT_YET
    assert found.said.endswith(" Only its beginning is known: its page is behind a pay-wall.")


def test_an_entry_without_an_article_says_why() -> None:
    """In the words that it was recorded with."""
    entry = Skipped(
        article=ArticleId("a9"),
        source=SourceId("herald"),
        url="",
        title="",
        reason="the page has too many tags",
        at=NOW,
    )

    assert skipped_fate(entry) == Fate(
        reason=Reason.FILTERED,
        said="It gave no article: the page has too many tags.",
        at=NOW,
    )
