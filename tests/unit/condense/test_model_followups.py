"""Promises of `bot.condense.model` about changes and days: they stay with what they are of."""

from datetime import date

from bot.condense.extractive import condensed
from bot.models import Budget, ChangeKind, Story, Summary, Told
from tests.builders import HOUR, NOW, article
from tests.standins.completions import MODEL, CompletionsStandin, Manner, Question
from tests.standins.manners import FAITHFUL, answer, rewording, shortened
from tests.standins.model_stories import story, worded_by

FIRST = article(
    "a1",
    title="Ferry runs aground off Marrow",
    text=(
        "The ferry Alma ran aground off Marrow on Monday.\n\n"
        "Twelve passengers were injured, the coast guard said."
    ),
    at=NOW - 3 * HOUR,
)
LATER = article(
    "a2",
    title="Ferry off Marrow: more injured",
    text=(
        "Nineteen passengers (two of them children) were injured when the ferry Alma ran aground "
        "off Marrow, the coast guard said.\n\n"
        "The ferry line of Marrow will already open again on Friday, its director Mara Lind said."
    ),
    outlet="Quay Courier",
)


async def followed_up(manner: Manner = FAITHFUL) -> Summary:
    """Return what is new of the ferry as a model of this manner tells it."""
    told = Told(
        story=story().id,
        articles=frozenset({FIRST.id}),
        sentences=condensed(story(FIRST), budget=Budget()).sentences,
        at=NOW - HOUR,
    )
    return await worded(story(FIRST, LATER), manner, told=told)


async def worded(of: Story, manner: Manner, *, told: Told | None = None) -> Summary:
    """Return a story as a model of this manner tells it."""
    async with CompletionsStandin(manner) as standin, worded_by(standin) as model:
        return await model.condense(of, budget=Budget(), told=told)


async def test_what_changes_a_figure_is_told_as_it_stands() -> None:
    """Old and new figure stand beside each other, so the new one keeps its place."""
    summary = await followed_up()

    changed = [one for one in summary.sentences if one.change]
    assert [(one.change.kind, one.change.was) for one in changed if one.change] == [
        (ChangeKind.UP, "12")
    ]
    assert changed[0].text in LATER.text
    assert summary.worded_by == MODEL  # for the other sentence


async def test_a_worded_sentence_keeps_the_dates_of_its_days() -> None:
    """They are found where they now stand; a model never turns a weekday into a date."""
    summary = await followed_up()

    [opening] = [one for one in summary.sentences if "Friday" in one.text]
    [day] = opening.days
    assert "already" not in opening.text
    assert (opening.text[day.start : day.end], day.day) == ("Friday", date(2026, 11, 27))


async def test_another_day_is_not_told() -> None:
    """Nor a date that a model worked out."""
    for wrong in ("on Saturday", "on 27 November", "tomorrow"):
        moved = rewording(lambda text, wrong=wrong: text.replace("on Friday", wrong))  # type: ignore[misc]  # a default binds it
        summary = await followed_up(moved)

        assert any("on Friday" in one.text for one in summary.sentences), wrong
        assert not any(wrong in one.text for one in summary.sentences), wrong


async def test_what_the_desk_would_tell_may_not_be_left_out() -> None:
    """A model that tells another sentence in its place, as a bad one with a denial, tells none."""
    whole = story()

    def manner(question: Question) -> str:
        others = [row for row in question.rows if not row.get("must")]
        rows = [*question.must[:-1], *others[:1]]
        return answer((shortened(row["text"]), [row["id"]]) for row in rows)

    assert await worded(whole, manner) == condensed(whole, budget=Budget())
