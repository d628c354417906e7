"""Promises of `bot.group.grouper`."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from bot.group import StoryGrouper
from bot.models import ArticleId, Grouping, StoryId
from bot.text.ids import short_id
from tests.unit.group.newsroom import (
    ANOTHER_STRIKE,
    ELECTION,
    ELECTION_TOLD_AGAIN,
    EVENTS,
    NEWSROOM,
    STRIKE,
    STRIKE_CUT,
    STRIKE_IN_GERMAN,
    STRIKE_TOLD_AGAIN,
    article,
    story,
)


def together(grouping: Grouping) -> set[frozenset[str]]:
    """Return the stories as sets of articles, without their names."""
    members: dict[str, set[str]] = defaultdict(set)
    for name, home in grouping.placed.items():
        members[home].add(name)
    return {frozenset(names) for names in members.values()}


def expected(names: Iterable[str]) -> set[frozenset[str]]:
    """Return the events of the newsroom as sets of articles."""
    members: dict[str, set[str]] = defaultdict(set)
    for name in names:
        members[EVENTS[name]].add(name)
    return {frozenset(names) for names in members.values()}


def test_reports_of_one_event_are_one_story() -> None:
    """Retold, cut and translated reports join; another strike in the same week does not."""
    assert together(StoryGrouper().group(NEWSROOM, [])) == expected(EVENTS)


def test_the_order_of_arrival_does_not_matter() -> None:
    """Articles read backwards give the same stories with the same names."""
    forwards = StoryGrouper().group(NEWSROOM, [])
    backwards = StoryGrouper().group(NEWSROOM[::-1], [])

    assert forwards.placed == backwards.placed


def test_a_new_story_is_named_after_its_oldest_article() -> None:
    """The name can be told from the first article alone, run after run."""
    grouping = StoryGrouper().group([STRIKE_TOLD_AGAIN, STRIKE], [])

    assert set(grouping.placed.values()) == {short_id("st", STRIKE.id)}


def test_a_follow_up_joins_the_known_story() -> None:
    """A known story keeps its name, and only what was given is placed."""
    grouping = StoryGrouper().group([STRIKE_TOLD_AGAIN, ELECTION], [story("known", STRIKE)])

    assert grouping.placed[STRIKE_TOLD_AGAIN.id] == "known"
    assert grouping.placed[ELECTION.id] != "known"
    assert STRIKE.id not in grouping.placed
    assert grouping.merged == {}


def test_a_late_original_does_not_rename_a_story() -> None:
    """An older article that arrives later joins under the known name."""
    grouping = StoryGrouper().group([STRIKE], [story("known", STRIKE_TOLD_AGAIN)])

    assert grouping.placed == {STRIKE.id: "known"}


def test_known_articles_are_placed_where_they_are() -> None:
    """Given again, alone or with others, an article stays in its story."""
    known = story("known", STRIKE)

    assert StoryGrouper().group([STRIKE], [known]) == Grouping(
        placed={STRIKE.id: known.id}, merged={}
    )
    assert StoryGrouper().group([STRIKE, ELECTION], [known]).placed[STRIKE.id] == "known"


def test_stories_found_to_be_one_keep_the_older_name() -> None:
    """A report that belongs to two known stories makes them one."""
    bridge = article(
        "strike-4",
        STRIKE.title,
        f"{STRIKE.text} {STRIKE_TOLD_AGAIN.text}",
        days=0.5,
    )
    known = [story("younger", STRIKE_TOLD_AGAIN), story("older", STRIKE), story("far", ELECTION)]

    grouping = StoryGrouper().group([bridge], known)

    assert grouping.placed == {bridge.id: "older"}
    assert grouping.merged == {"younger": "older"}


def test_likely_stories_are_merged_without_copies() -> None:
    """Two known stories that a new article links are compared with each other."""
    late = article(
        "vote-3",
        "Baker Tom Reed elected mayor of Arden",
        "Tom Reed, a baker, was elected mayor of Arden with 54 percent, beating Ilse Falk by 2,310 "
        "votes. He had never held an office.",
        days=0.5,
    )
    known = [story("older", ELECTION), story("younger", ELECTION_TOLD_AGAIN)]

    assert StoryGrouper().group([late], known).merged == {"younger": "older"}


def test_reports_that_have_nothing_in_common_speak_against_a_merger() -> None:
    """Stories that a new article links stay two when most of their reports share nothing."""
    rain = [article(f"rain-{at}", f"Rain w{at}", f"Umbrellas{at} sold{at} out.") for at in range(9)]
    known = [story("older", STRIKE, *rain), story("younger", STRIKE_TOLD_AGAIN)]
    tie = replace(STRIKE_TOLD_AGAIN, id=ArticleId("tie"))

    assert StoryGrouper().group([tie], known) == Grouping(
        placed={tie.id: StoryId("younger")}, merged={}
    )


def test_known_stories_are_never_split() -> None:
    """Whatever stands in a known story stays there."""
    odd = story("odd", STRIKE, ANOTHER_STRIKE)

    assert StoryGrouper().group([ELECTION], [odd]).merged == {}


def test_a_year_later_is_another_story() -> None:
    """The same words about a new event, far away in time, open a new story."""
    again = replace(
        STRIKE_TOLD_AGAIN, id=ArticleId("later"), published_at=article("x", "", days=40).dated_at
    )
    grouping = StoryGrouper().group([again], [story("known", STRIKE)])

    assert grouping.placed[again.id] != "known"


def test_an_old_article_that_resurfaces_is_no_news() -> None:
    """A reprint joins its story after weeks, and drags nothing else of that day into it."""
    reprint = article("reprint", STRIKE.title, STRIKE.text, days=40)
    fresh = article("fresh", STRIKE_TOLD_AGAIN.title, STRIKE_TOLD_AGAIN.text, days=40)
    grouping = StoryGrouper().group([reprint, fresh], [story("known", STRIKE)])

    assert grouping.placed[reprint.id] == "known"
    assert grouping.placed[fresh.id] != "known"


def test_stories_drift_no_further_than_ten_days() -> None:
    """A chain of look-alike reports does not stretch a story for ever."""
    chain = [
        article(f"day-{day}", f"Delta pilots strike, day {day}", "No ship moves.", days=day)
        for day in range(0, 30, 3)
    ]
    days = {one.id: one.dated_at for one in chain}

    for names in together(StoryGrouper().group(chain, [])):
        dates = [days[ArticleId(name)] for name in names]
        assert (max(dates) - min(dates)).days <= 10


def test_bare_headlines_are_grouped() -> None:
    """Headlines without text join when they say the same, and only then."""
    heads = [
        article("a", "Pilots' strike shuts port of Delta"),
        article("b", "Port of Delta shut by pilots' strike"),
        article("c", "Tom Reed elected mayor of Arden"),
        article("d", "New mayor of Arden is Tom Reed"),
        article("e", "Rain expected at the weekend"),
    ]

    assert together(StoryGrouper().group(heads, [])) == {
        frozenset("ab"),
        frozenset("cd"),
        frozenset("e"),
    }


def test_a_bare_headline_joins_a_full_report() -> None:
    """A feed without texts still adds to the story that others tell at length."""
    head = article("head", "Pilots' strike shuts the port of Delta", days=0.2)

    assert together(StoryGrouper().group([head, STRIKE, ELECTION], [])) == {
        frozenset({"head", "strike-1"}),
        frozenset({"vote-1"}),
    }


def test_translations_join_whatever_comes_first() -> None:
    """A report in another language joins the known story by its names and numbers."""
    german_first = StoryGrouper().group([STRIKE], [story("known", STRIKE_IN_GERMAN)])

    assert german_first.placed[STRIKE.id] == "known"


def test_a_grouper_asked_again_answers_alike_in_every_language() -> None:
    """What it kept of reports in two languages, one of them changed since, changes nothing."""
    grouper = StoryGrouper()
    rain = replace(STRIKE_IN_GERMAN, title="Regen in Norden", text="Es regnet weiter.")

    apart = grouper.group([STRIKE, rain], [])
    grouped = [grouper.group([STRIKE, STRIKE_IN_GERMAN], []) for _ in range(2)]

    assert len(together(apart)) == 2
    assert grouped[0] == grouped[1]
    assert len(together(grouped[0])) == 1


def test_three_copies_are_one_story() -> None:
    """A report that many print is told once, asked again too."""
    copies = [replace(STRIKE, id=ArticleId(f"copy-{number}")) for number in range(3)]
    grouper = StoryGrouper()

    assert grouper.group(copies, []) == grouper.group(copies, [])
    assert len(together(grouper.group(copies, []))) == 1


def test_articles_that_say_nothing_stay_alone() -> None:
    """Empty articles, undated or not, are no copies of each other."""
    empty = [article(name, "", dated=False, language=None) for name in "abc"]

    assert len(together(StoryGrouper().group(empty, []))) == 3


def test_the_same_article_twice_is_one() -> None:
    """A list may name an article more than once."""
    grouping = StoryGrouper().group([STRIKE, STRIKE], [])

    assert set(grouping.placed) == {STRIKE.id}


def test_nothing_given_is_nothing_placed() -> None:
    """Without articles there is nothing to say."""
    assert StoryGrouper().group([], []) == Grouping(placed={}, merged={})


def test_what_is_kept_changes_no_answer() -> None:
    """A grouper that has seen much, and an article whose text changed, is judged afresh."""
    grouper = StoryGrouper()
    grouper.group([replace(STRIKE, text="Rain in Norden.", title="Rain")], [])
    grouper.group([article(f"{at}", f"w{at}x{at}", language="de") for at in range(20)], [])

    grouping = grouper.group([STRIKE_CUT], [story("known", STRIKE)])

    assert grouping.placed == {STRIKE_CUT.id: "known"}


def test_stories_that_a_report_ties_together_become_the_older_one() -> None:
    """Two known stories that turn out to be one keep the older one's name, whoever else waits."""
    apart = [story("older", STRIKE), story("younger", STRIKE_TOLD_AGAIN), story("vote", ELECTION)]
    tie = replace(STRIKE, id=ArticleId("tie"), text=f"{STRIKE.text} {STRIKE_TOLD_AGAIN.text}")

    grouping = StoryGrouper().group([tie, ELECTION], apart)

    assert grouping.merged == {"younger": "older"}
    assert grouping.placed == {tie.id: "older", ELECTION.id: "vote"}
