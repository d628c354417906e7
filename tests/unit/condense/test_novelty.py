"""Promises of only what is new: facts before colour, and nothing told again in other words."""

from datetime import timedelta

import pytest

from bot.condense.extractive import condensed
from bot.models import (
    Article,
    ArticleId,
    Budget,
    Change,
    ChangeKind,
    Citation,
    Sentence,
    Story,
    Told,
)
from tests.builders import NOW, article, story

FIRST = article(
    "a1",
    text="A fire in Delta harbour injured 12 people on Tuesday, the fire service said. "
    "The quay will stay shut until Friday, the harbour authority said. "
    "Delta Lines owns the warehouse.",
)


def later(text: str, *, language: str = "en", name: str = "a2") -> Article:
    """Return a report of the next morning."""
    return article(
        name,
        outlet="Quay Courier",
        title="More on the fire",
        text=text,
        at=NOW + timedelta(hours=20),
        language=language,
    )


def told(*sentences: str, articles: tuple[str, ...] = ("a1",)) -> Told:
    """Return what was told of the first report."""
    found = [(text, FIRST.text.index(text)) for text in sentences or (FIRST.text.split(". ")[0],)]
    return Told(
        story=story().id,
        articles=frozenset(map(ArticleId, articles)),
        sentences=tuple(
            Sentence(
                text=text,
                cites=(Citation(article=FIRST.id, start=start, end=start + len(text)),),
            )
            for text, start in found
        ),
        at=NOW,
    )


def follow_up(*reports: Article, sentences: int = 9, before: Told | None = None) -> list[Sentence]:
    """Return how a channel that was told the first report is told the others."""
    whole = Story(id=story().id, articles=(FIRST, *reports))
    budget = Budget(sentences=sentences)
    return list(condensed(whole, budget=budget, told=before or told()).sentences)


def test_a_risen_toll_says_what_it_was() -> None:
    """And is told once, however many reports give it."""
    one = later("The number of those injured at the harbour has risen to 19, a clinic said.")
    two = later("Those injured in the fire have risen to 19, the clinic of Delta said.", name="a3")

    found = follow_up(one, two)

    assert [made.change for made in found if made.change] == [Change(kind=ChangeKind.UP, was="12")]
    assert all(made.is_new for made in found)


def test_a_story_told_for_the_first_time_has_no_marks() -> None:
    """Its own reports may follow each other."""
    one = later("The number of those injured at the harbour has risen to 19, a clinic said.")
    whole = Story(id=story().id, articles=(FIRST, one))

    assert not any(s.change for s in condensed(whole, budget=Budget(sentences=9)).sentences)


def test_facts_are_told_before_colour() -> None:
    """A new figure and a denial go before what somebody feels about it."""
    report = later(
        "Insurers put the damage at 4 million euros. "
        "Smoke hung over the roofs and the smell of tar crept into every kitchen of the old town. "
        "“I have never seen such a night in all my long life here,” said Ida Brack. "
        "Delta Lines denied any fault."
    )

    texts = [made.text for made in follow_up(report, sentences=2)]

    assert texts == [
        "Insurers put the damage at 4 million euros.",
        "Delta Lines denied any fault.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "On Tuesday the fire service said that a fire in Delta harbour injured 12 people.",
        "The fire injured 12 people.",
        "It was there.",
        "The quay will stay shut, the harbour authority said.",
    ],
)
def test_told_facts_are_not_told_in_other_words(text: str) -> None:
    """Nor is a short sentence that gives a known figure again."""
    assert follow_up(later(f"Delta Lines owns the warehouse. {text}")) == []


def test_in_another_language_figures_and_days_decide() -> None:
    """Known ones are not news there, whatever the words; a new one is."""
    known = later("Bei dem Brand wurden 12 Menschen verletzt.", language="de")
    new = later("Der Brand hat 340 Anwohner vertrieben.", language="de")

    assert follow_up(known) == []
    assert [made.text for made in follow_up(new)] == ["Der Brand hat 340 Anwohner vertrieben."]


def test_what_only_an_untold_language_said_is_still_news() -> None:
    """A report that was covered but not told in its language is not known."""
    german = later("Der Hafen öffnet am Montag, dem 30. November.", language="de", name="d1")
    english = later("The port is to reopen on Monday 30 November, its master said.")

    found = follow_up(german, english, before=told(articles=("a1", "d1")))

    assert "The port is to reopen on Monday 30 November, its master said." in [
        made.text for made in found
    ]


def test_a_correction_is_told_with_what_was_wrong() -> None:
    """What was wrong is not told beside it."""
    report = later(
        "An earlier version of our report said that two people were feared dead. That was wrong. "
        "Nobody died in the fire, the fire service said."
    )

    (made,) = [one for one in follow_up(report) if one.change]

    assert made.text == "Nobody died in the fire, the fire service said."
    assert made.change == Change(kind=ChangeKind.CORRECTED, was="two people were feared dead")
    assert not any("earlier version" in one.text for one in follow_up(report))


def test_a_bare_denial_is_not_told_first() -> None:
    """It says nothing without what it denies."""
    report = later("The union said the hall held petrol. Delta Lines denied that.")

    assert [made.text for made in follow_up(report, sentences=1)] != ["Delta Lines denied that."]


def test_what_a_report_opens_with_is_news() -> None:
    """Even where every word but one is known; a second sentence like it is not."""
    opening = "The fire service left the harbour authority and the quay of Delta on Tuesday."

    assert [made.text for made in follow_up(later(opening))] == [opening]


def test_a_follow_up_grows_by_facts() -> None:
    """After its third sentence it goes on while there are facts, and never by colour."""
    report = later(
        "Police arrested a night watchman in Oak Lane. "
        "The harbour authority will open a second gate for lorries. "
        "“It smelt of burnt rubber all through the night,” a neighbour said. "
        "Insurers put the damage at 30 million crowns. "
        "Dogs barked at the smoke above the roofs. "
        "A court will hear the watchman on Friday."
    )
    whole = Story(id=story().id, articles=(FIRST, report))

    short, grown = (
        condensed(whole, budget=Budget(sentences=3, facts=most), told=told()).sentences
        for most in (None, 8)
    )

    assert len(short) == 3
    assert len(grown) == 4
    assert not any("Dogs" in one.text or "rubber" in one.text for one in (*short, *grown))


def test_a_follow_up_of_colour_stays_short() -> None:
    """Where nothing is a fact three sentences are told, as ever."""
    report = later(
        "Smoke hung above the roofs. Dogs barked all through the night. Ash lay on window sills. "
        "Children drew ships in it. A choir sang on the stairs."
    )
    whole = Story(id=story().id, articles=(FIRST, report))

    assert len(condensed(whole, budget=Budget(facts=8), told=told()).sentences) <= 3


def test_a_first_telling_does_not_grow() -> None:
    """Only a follow-up goes on past its length."""
    assert (
        len(
            condensed(
                Story(id=story().id, articles=(FIRST,)), budget=Budget(sentences=1, facts=8)
            ).sentences
        )
        == 1
    )


def test_a_follow_up_tells_a_claim_with_its_answer() -> None:
    """Who calls "the claim" untrue is heard beside it."""
    claim = "A former mate claims that the boats of Marrow were never tested."
    answer = "Marrow Ports called the claim untrue."
    whole = Story(id=story().id, articles=(FIRST, later(f"{claim} {answer}")))

    found = condensed(whole, budget=Budget(facts=8), told=told()).sentences

    assert [one.text for one in found] == [claim, answer]
