"""Promises of `bot.compose.card`: a story laid out."""

from dataclasses import replace
from datetime import date

import pytest

from bot.compose.card import MAX_HEADLINE, OUTLETS_NAMED, coverage, story_card
from bot.models import (
    Change,
    ChangeKind,
    Difference,
    Disagreement,
    Link,
    NamedDay,
    Post,
    Side,
    Story,
    StoryCard,
    Summary,
    Text,
)
from bot.text.plain import line_text
from tests.builders import (
    HARBOUR_LATER,
    HOUR,
    NOW,
    OBSERVATORY,
    article,
    sentence,
    story,
    summary,
)

TWO = story(
    "s1",
    article("a1", outlet="Delta Herald"),
    article("a2", outlet="Quay Courier", text=HARBOUR_LATER),
)


def card(told: Summary, of: Story = TWO, *, telling_more: bool = False) -> StoryCard:
    """Lay a story out, an hour after its last report."""
    return story_card(told, of, now=NOW + HOUR, telling_more=telling_more)


def links(spans: tuple[object, ...]) -> list[Link]:
    """Return the links among spans."""
    return [span for span in spans if isinstance(span, Link)]


def test_every_sentence_ends_with_its_sources() -> None:
    """Each report is numbered when it is first cited, and the number leads to it."""
    made = card(summary(sentence("Ships leave.", "a2"), sentence("Pilots stay.", "a1", "a2")))

    assert [line_text(line) for line in made.lines] == ["Ships leave. [1]", "Pilots stay. [2] [1]"]
    assert links(made.lines[1]) == [
        Link("[2]", "https://herald.example/a1"),
        Link("[1]", "https://herald.example/a2"),
    ]


def test_the_foot_names_the_outlets_by_the_same_numbers() -> None:
    """What the numbers mean stands below, with coverage and age."""
    made = card(summary(sentence("Ships leave.", "a2"), sentence("Pilots stay.", "a1")))

    assert line_text(made.foot) == ("[1] Quay Courier · [2] Delta Herald · 2 reports · 1 h ago")


def test_an_outlet_that_is_read_for_money_alone_says_so() -> None:
    """An outlet is marked when all its cited reports are walled; one that is open is enough."""
    walled, open_too = (
        replace(TWO.articles[1], is_walled=True),
        article("a3", outlet="Quay Courier"),
    )
    told = summary(sentence("Ships leave.", "a2"), sentence("Pilots stay.", "a1"))
    more = summary(sentence("Ships leave.", "a2"), sentence("Pilots stay.", "a3"))

    alone = card(told, story("s1", TWO.articles[0], walled))
    beside = card(more, story("s1", walled, open_too))

    assert line_text(alone.foot).startswith("[1] Quay Courier (pay-wall) · [2] Delta Herald · ")
    assert "pay-wall" not in line_text(beside.foot)


def test_outlets_that_are_not_cited_are_named_too() -> None:
    """Other outlets are named, up to a number; an outlet that is cited is not among them."""
    outlets = ["Delta Herald", *(f"Paper {number}" for number in range(OUTLETS_NAMED + 2))]
    many = story(
        "s1", *(article(f"a{at}", outlet=name, text=name) for at, name in enumerate(outlets))
    )

    told = line_text(card(summary(sentence("Ships leave.", "a0")), many).foot)
    all_named = story("s1", *many.articles[:3])
    few = line_text(card(summary(sentence("Ships leave.", "a0")), all_named).foot)

    assert "also Paper 0, Paper 1, Paper 2, Paper 3 and 2 more · 7 reports" in told
    assert "also Paper 0, Paper 1 · 3 reports" in few


def test_the_headline_leads_to_the_first_report_cited() -> None:
    """With no sentence it leads to the newest report."""
    newer = story("s1", article("a1"), article("a2", at=NOW + HOUR))

    assert card(summary(sentence("Ships leave.", "a2"))).url == "https://herald.example/a2"
    assert card(summary(), newer).url == "https://herald.example/a2"
    assert card(summary(), newer).lines == ()


def test_a_follow_up_says_so() -> None:
    """What is told after a first telling is an update, its new sentences marked."""
    made = card(summary(sentence("Pilots stay.", "a1", is_new=True)), telling_more=True)

    assert made.headline == "Update: Harbour reopens"
    assert made.lines[0][0] == Text("New: ", bold=True)


@pytest.mark.parametrize(
    ("change", "mark"),
    [
        (Change(kind=ChangeKind.UP, was="12"), "New (up from 12): "),
        (Change(kind=ChangeKind.MOVED, was="Friday 16 May"), "New (moved from Friday 16 May): "),
        (Change(kind=ChangeKind.CORRECTED, was="14"), "Corrected (was 14): "),
    ],
    ids=["up", "moved", "corrected"],
)  # fmt: skip
def test_a_change_says_what_was_told(change: Change, mark: str) -> None:
    """Old and new stand side by side; in a first telling nothing is marked."""
    new = replace(sentence("Nineteen are hurt.", "a1", is_new=True), change=change)

    assert card(summary(new)).lines[0][0] == Text(mark, bold=True)
    assert line_text(card(summary(replace(new, is_new=False))).lines[0]).startswith("Nineteen")


def test_a_day_that_could_be_mistaken_has_its_date() -> None:
    """A day to come or long past, once, in the language of the sentence; not today's "today"."""
    text = "Said on Friday, today: it opens on Monday, shuts on Monday."
    days = (
        NamedDay(start=5, end=14, day=date(2026, 11, 20)),
        NamedDay(start=16, end=21, day=date(2026, 11, 24)),
        NamedDay(start=32, end=41, day=date(2026, 11, 30)),
        NamedDay(start=49, end=58, day=date(2026, 11, 30)),
    )
    named = replace(sentence(text, "a1"), days=days)
    german = story("s1", article("a1", language="de"))

    shown = line_text(card(summary(named)).lines[0])
    uncited = line_text(card(summary(replace(named, cites=()))).lines[0])

    assert shown == (
        "Said on Friday (20 November), today: it opens on Monday, "
        "shuts on Monday (30 November). [1]"
    )
    assert uncited == shown.removesuffix(" [1]")
    assert "(30. November)" in line_text(card(summary(named), german).lines[0])


def test_a_day_of_another_year_has_its_year() -> None:
    """An old article's Wednesday is not taken for one of this year."""
    days = (NamedDay(start=8, end=17, day=date(2023, 10, 18)),)
    named = replace(sentence("It shut on Sunday morning.", "a1"), days=days)

    assert "(18 October 2023)" in line_text(card(summary(named)).lines[0])


def test_a_card_says_that_its_sources_differ() -> None:
    """At the head of its foot, with a button to see the sides."""
    sides = tuple(
        Side(by=by, value=value, sentence=sentence(), at=NOW)
        for by, value in (("police", "12"), ("the union", "14"))
    )
    differ = Disagreement(kind=Difference.FIGURE, about="toll", sides=sides)

    made = story_card(summary(sentence("Ships leave.", "a1")), TWO, now=NOW, differences=[differ])

    assert line_text(made.foot).startswith(
        "Sources differ on the toll: 12 (police), 14 (the union). [1] Delta Herald · "
    )
    assert len(made.lines) == 1
    assert made.buttons[-1].label == "Disagreements"
    assert made.buttons[-1].line == "news story s1 view:disagreements"


def test_a_headline_is_one_short_line() -> None:
    """A stranger's headline neither breaks the line nor fills the screen."""
    made = card(summary(headline="Harbour\n\u202ereopens " + "very " * 90))

    assert made.headline.startswith("Harbour reopens very")
    assert len(made.headline) == MAX_HEADLINE


def test_a_report_without_a_web_address_is_no_link() -> None:
    """A local file's report is cited by its number alone."""
    local = story("s1", article("a1", url="reports/pier.txt"))

    made = card(summary(sentence("Ships leave.", "a1")), local)

    assert links(made.lines[0]) == links(made.foot) == []
    assert line_text(made.lines[0]) == "Ships leave. [1]"


def test_a_story_can_be_asked_about() -> None:
    """Its buttons ask for its sources and for why it is told."""
    assert [button.line for button in card(summary()).buttons] == [
        "news story s1 view:sources",
        "news why s1",
    ]


def test_copies_are_not_counted_as_voices() -> None:
    """A story says how many of its reports are independent."""
    copied = story(
        "s1",
        article("a1"),
        article("a2", outlet="Quay Courier"),
        article("a3", outlet="Arden Post", text=OBSERVATORY),
    )

    assert coverage(story()) == "1 report"
    assert coverage(TWO) == "2 reports"
    assert coverage(copied) == "3 reports, 2 independent"


def test_reports_without_text_are_told_apart_by_their_titles() -> None:
    """A report that is a bare title is a copy of one with the same title."""
    bare = [
        article(f"a{at}", text="", title=title, outlet=f"Paper {at}")
        for at, title in enumerate(["Pier", "Comet"])
    ]

    assert coverage(story("s1", *bare)) == "2 reports"


def test_a_cited_post_of_a_live_blog_is_dated_by_itself() -> None:
    """A live blog that began long ago is as new as its newest post that is told."""
    began = article("a1", at=NOW - 9 * HOUR)
    live = replace(began, posts=(Post(start=0, at=NOW), Post(start=40, at=NOW - 9 * HOUR)))
    told = summary(sentence("Ships leave.", "a1"))

    assert line_text(card(told, story("s1", live)).foot).endswith("1 h ago")
    assert line_text(card(told, story("s1", began)).foot).endswith("10 h ago")


def test_what_a_model_worded_says_so_in_small_print() -> None:
    """And nothing is said of what stands as its articles have it."""
    told = summary(sentence())
    own = card(told)
    worded = card(replace(told, worded_by="m-8b"))

    assert line_text(worded.foot) == f"{line_text(own.foot)} · wording by a model, checked"
