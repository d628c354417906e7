"""Promises of the condenser that chooses sentences."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.condense.extractive import condensed
from bot.models import Article, ArticleId, Budget, SourceId, Story, StoryId, Summary, Told
from bot.text.facts import Fact, facts

AT = datetime(2026, 11, 24, 6, tzinfo=UTC)


def article(
    text: str, name: str = "a", *, title: str = "", hours: float = 0, language: str | None = "en"
) -> Article:
    """Return an invented article, published so many hours after the first."""
    return Article(
        id=ArticleId(name),
        source=SourceId(name),
        outlet=f"The {name}",
        url="",
        title=title,
        text=text,
        fetched_at=AT + timedelta(hours=hours),
        language=language,
    )


def story(*articles: Article) -> Story:
    """Return a story of articles, oldest first."""
    return Story(id=StoryId("x"), articles=articles)


def told(summary: Summary, *articles: Article) -> Told:
    """Return the record of a summary that covered articles."""
    covered = frozenset(article.id for article in articles)
    return Told(story=StoryId("x"), articles=covered, sentences=summary.sentences, at=AT)


def texts(*articles: Article, sentences: int | None = 3, words: int | None = None) -> list[str]:
    """Return the sentences told of articles."""
    budget = Budget(sentences=sentences, words=words)
    return [one.text for one in condensed(story(*articles), budget=budget).sentences]


FERRY = article(
    "A ferry capsized off Port Salin on Sunday with 90 people aboard.\n\n"
    "At least 14 people were killed, the coast guard said.\n\n"
    "The operator, Salin Lines, denied that the ferry was overloaded.",
    "first",
    title="Ferry capsizes off Port Salin",
)
UPDATE = article(
    "The number of people killed in the ferry accident off Port Salin has risen to 17, the "
    "health ministry said.\n\n"
    "A ferry capsized off Port Salin on Sunday with 90 people aboard.",
    "second",
    title="Ferry toll rises to 17",
    hours=24,
)


def test_every_sentence_stands_where_it_is_cited() -> None:
    """Each citation's span holds exactly the sentence."""
    known = {one.id: one for one in (FERRY, UPDATE)}

    summary = condensed(story(FERRY, UPDATE), budget=Budget())

    assert summary.sentences
    for sentence in summary.sentences:
        for cite in sentence.cites:
            assert known[cite.article].text[cite.start : cite.end] == sentence.text


def test_what_several_articles_say_word_for_word_cites_them_all() -> None:
    """A shared sentence is told once, with every place where it stands."""
    summary = condensed(story(FERRY, UPDATE), budget=Budget(sentences=5))
    shared = [one for one in summary.sentences if one.text.startswith("A ferry capsized")]

    assert [[cite.article for cite in one.cites] for one in shared] == [["first", "second"]]


def test_a_later_figure_takes_the_place_of_the_earlier() -> None:
    """A toll that has risen is told as it stands now."""
    told_now = texts(FERRY, UPDATE, sentences=5)

    assert any("risen to 17" in text for text in told_now)
    assert not any("At least 14" in text for text in told_now)


def test_a_plan_that_was_moved_is_told_as_it_is_now() -> None:
    """What an earlier report announced for another day is not told beside the new day."""
    planned = "The bridge over the Salin canal will reopen on Friday with a fair, the mayor said."
    moved = "The reopening of the bridge over the Salin canal was moved to Sunday, the mayor said."
    other = "The mayor said that a new ferry will open on Friday."

    told_now = texts(article(f"{planned}\n\n{other}", "old"), article(moved, "new", hours=20))

    assert moved in told_now
    assert planned not in told_now
    assert other in told_now


def test_of_like_news_the_newer_is_told() -> None:
    """What is worth the same is told from the newest report."""
    first = "Divers searched the harbour of Salin for the lost bell on Monday."
    later = "Divers searched the quays of Salin for the lost anchor on Thursday."

    told_now = texts(article(first, "old"), article(later, "new", hours=72), sentences=1)

    assert told_now == [later]


def test_figures_that_differ_within_the_hour_stand_side_by_side() -> None:
    """Two outlets that disagree are both told."""
    other = article(
        "At least 16 people were killed off Port Salin, the harbour police said.",
        "other",
        hours=0.5,
    )
    mine = article("At least 14 people were killed off Port Salin, the coast guard said.", "mine")

    assert len(texts(mine, other)) == 1 or {"14", "16"} <= set(" ".join(texts(mine, other)).split())


def test_a_number_that_is_said_to_have_moved_is_told_once() -> None:
    """A figure is overtaken even if the later report repeats it as the former one."""
    early = article("Some 1,200 people left their homes in Marrow, the governor said.", "early")
    late = article(
        "The number of people who left Marrow has risen to 2,600, the governor said, up "
        "from 1,200.",
        "late",
        hours=20,
    )

    assert texts(early, late) == [late.text]


def test_a_toll_with_its_source_wins_over_one_without() -> None:
    """Of two sentences with the same count the one that says who counted is told."""
    bare = article("Fourteen people were killed when the ferry sank.", "bare")
    sourced = article("The coast guard said 14 people were killed in the accident.", "sourced")

    assert texts(bare, sourced) == [sourced.text]


@pytest.mark.parametrize(
    "unfit",
    [
        "“We had no warning at all until the water came.”",
        "Who will pay for the repairs of the harbour wall?",
        "Read more: the harbour in pictures.",
        "Harbour wall",
        "Hello @everyone, the harbour wall is closed.",
        "“The water rose. The harbour wall of Marrow broke at noon. Nobody came.”",
        "“The water rose at night. The harbour wall of Marrow broke at noon.",
        '" The harbour wall of Marrow broke at noon.',
    ],
)
def test_what_cannot_stand_alone_is_never_told(unfit: str) -> None:
    """Orphan quotations, questions and furniture are left out, whatever the budget."""
    source = article(f"The harbour wall broke on Monday.\n\n{unfit}\n\nRepairs begin on Friday.")

    assert texts(source, sentences=None) == [
        "The harbour wall broke on Monday.",
        "Repairs begin on Friday.",
    ]


def test_a_sentence_that_leans_is_told_only_after_the_one_it_leans_on() -> None:
    """The word "he" is told with the sentence that says who he is, or not at all."""
    source = article(
        "The harbour wall broke on Monday after the storm.\n\n"
        "Engineer Tom Reyes inspected the harbour wall.\n\n"
        "He warned that the harbour wall would break again in a storm on Monday."
    )

    for sentences in (1, 2, 3):
        told_now = texts(source, sentences=sentences)
        he = [number for number, text in enumerate(told_now) if text.startswith("He ")]
        assert all(told_now[number - 1].startswith("Engineer") for number in he)


def test_a_leaning_sentence_is_better_than_silence() -> None:
    """If only a leaning sentence fits the budget, it is told."""
    source = article(
        "The harbour wall broke on Monday after the storm of the night.\n\nIt will be mended."
    )

    assert texts(source, sentences=None, words=5) == ["It will be mended."]


def test_a_sentence_that_is_repeated_is_told_once() -> None:
    """The same words twice in one article are one sentence with one citation."""
    source = article("The harbour wall broke on Monday.\n\nThe harbour wall broke on Monday.")

    (sentence,) = condensed(story(source), budget=Budget()).sentences

    assert [cite.start for cite in sentence.cites] == [0]


@pytest.mark.parametrize(
    ("text", "matters"),
    [
        ("Repairs will cost $40m, the council said.", True),
        ("Soup costs $4, the council said.", False),
        ("The owner will cut 2,300 jobs, the council said.", True),
        ("The owner will plant 2,300 trees, the council said.", False),
    ],
)
def test_sums_that_matter_are_news(text: str, *, matters: bool) -> None:
    """Large money and what befalls many people count as facts; small change does not."""
    assert (Fact.SUM in facts(text).kinds) is matters


def test_unlike_counts_do_not_overtake_each_other() -> None:
    """A later number about something else leaves an earlier one standing."""
    early = article("Nine people were injured on the quay, the fire service said.", "early")
    late = article("Divers found 31 anchors, harbour master Reyes said.", "late", hours=9)

    assert len(texts(early, late)) == 2


@pytest.mark.parametrize("words", [5, 12, 25, 60])
def test_the_budget_of_words_is_kept_in_whole_sentences(words: int) -> None:
    """No sentence is cut, and their words together fit."""
    told_now = texts(FERRY, UPDATE, sentences=None, words=words)

    assert sum(len(text.split()) for text in told_now) <= words
    assert all(text in FERRY.text + UPDATE.text for text in told_now)


def test_an_article_without_text_gives_its_headline() -> None:
    """No text means no sentences, and the title is told."""
    summary = condensed(story(article("", title="Port closed")), budget=Budget())

    assert (summary.headline, summary.sentences) == ("Port closed", ())


def test_nothing_is_new_after_everything_was_told() -> None:
    """A second summary right after the first has no sentences."""
    whole = story(FERRY, UPDATE)
    first = condensed(whole, budget=Budget())

    again = condensed(whole, budget=Budget(), told=told(first, FERRY, UPDATE))

    assert again.sentences == ()


def test_only_the_follow_up_is_told_after_the_first_report() -> None:
    """What a later article adds is told and marked as new; what it repeats is not."""
    first = condensed(story(FERRY), budget=Budget())

    summary = condensed(story(FERRY, UPDATE), budget=Budget(), told=told(first, FERRY))

    assert [(one.text, one.is_new) for one in summary.sentences] == [
        (UPDATE.text.split("\n\n")[0], True)
    ]
    assert summary.headline == "Ferry toll rises to 17"


def test_a_copy_of_what_was_told_is_not_new() -> None:
    """Another outlet with the same words, or the same in a new order, adds nothing."""
    copy = article(
        "PORT SALIN (MPA) - A ferry with 90 people aboard capsized on Sunday off Port Salin.",
        "copy",
        hours=2,
    )
    first = condensed(story(FERRY), budget=Budget())

    assert condensed(story(FERRY, copy), budget=Budget(), told=told(first, FERRY)).sentences == ()


@pytest.mark.parametrize(
    ("text", "language", "new"),
    [
        ("A ferry capsized off Port Salin with 120 people aboard.", "en", True),
        ("A ferry capsized off Port Salin, captain Joao Merrit said.", "en", True),
        ("Correction: the ferry capsized off Port Salin on Sunday.", "en", True),
        ("Lawyers prepare hearings about compensation next month.", "en", True),
        ("A ferry capsized off Port Salin on Monday.", "en", False),
        ("Eine Fähre mit 90 Menschen an Bord kenterte vor Port Salin.", "de", False),
        ("Eine Fähre mit 120 Menschen an Bord kenterte vor Port Salin.", "de", True),
        ("Die Untersuchung beginnt am 5. Dezember.", "de", True),
    ],
)
def test_a_new_figure_name_word_or_correction_is_news(
    text: str, language: str, *, new: bool
) -> None:
    """What was not told is news; in another language only a figure or a day shows it."""
    first = condensed(story(FERRY), budget=Budget())
    later = article(text, "later", hours=3, language=language)

    summary = condensed(story(FERRY, later), budget=Budget(), told=told(first, FERRY))

    assert bool(summary.sentences) is new


def test_a_story_is_told_in_the_language_of_most_of_it() -> None:
    """One foreign report does not make the summary bilingual."""
    german = article(
        "Eine Fähre ist am Sonntag vor Port Salin gekentert, teilte die Küstenwache mit.",
        "german",
        hours=1,
        language="de",
    )

    assert all("Fähre" not in text for text in texts(FERRY, german, UPDATE))


def test_what_many_outlets_say_counts_for_more() -> None:
    """From four outlets up a fact that the others share is preferred."""
    same = "The harbour wall near {} broke in the storm on Monday."
    odd = "Gulls circled above the harbour market on Monday while traders shouted."
    sources = [
        article(f"{odd if name == 'a' else ''}\n\n{same.format(name.upper() * 4)}".strip(), name)
        for name in "abcd"
    ]

    assert "broke in the storm" in texts(*sources, sentences=1)[0]


def test_a_very_long_article_is_told_from_its_beginning() -> None:
    """Only so many sentences of a story are looked at."""
    long = article("\n\n".join(f"Point {n} of the harbour plan is open." for n in range(3000)))

    assert all(int(text.split()[1]) < 400 for text in texts(long))


def test_a_title_that_is_repeated_and_broken_lines_are_not_told() -> None:
    """What says no more than the title, or was put together from lines, is no sentence."""
    title = "Harbour wall of Marrow breaks"
    text = f"{title}.\n\nHarbour wall\nof Marrow\n\nThe harbour wall broke in a storm on Monday."

    assert texts(article(text, title=title)) == ["The harbour wall broke in a storm on Monday."]
