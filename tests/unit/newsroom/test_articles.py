"""The sample articles are as many, as varied and as consistent as the docs promise."""

import re
from collections import Counter, defaultdict
from datetime import UTC, date

import pytest

from bot.newsroom import SampleArticle, load_articles, load_outlets

WEEKDAYS = {
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "de": ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
    "fr": ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    "ar": ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
}
MONTHS = {
    "October": 10,
    "November": 11,
    "December": 12,
    "Oktober": 10,
    "octobre": 10,
    "تشرين الأول": 10,
}
DAYS = "|".join(day for days in WEEKDAYS.values() for day in days)
DATED = re.compile(rf"({DAYS}),?(?: dem)? (\d{{1,2}})\.? ({'|'.join(MONTHS)})(?: (\d{{4}}))?")


def dated_weekdays(article: SampleArticle) -> list[tuple[str, date]]:
    """Return each weekday of the article that stands beside a date, with that date."""
    return [
        (day, date(int(year or article.published.year), MONTHS[month], int(number)))
        for day, number, month, year in DATED.findall(f"{article.title}\n{article.text}")
    ]


def test_there_are_enough_articles_outlets_days_and_stories() -> None:
    """The newsroom holds at least 60 articles of 8 outlets over 6 days in 12 stories."""
    articles = load_articles()

    assert len(articles) >= 60
    assert {article.outlet for article in articles} == {outlet.slug for outlet in load_outlets()}
    assert len(load_outlets()) == 8
    assert len({article.appears.date() for article in articles}) == 6
    assert len({article.story for article in articles}) >= 12


def test_ids_are_unique_and_name_the_story() -> None:
    """Every article has an id of its own, made of its story and a number."""
    ids = [article.id for article in load_articles()]

    assert len(set(ids)) == len(ids)
    assert all(one.id.rpartition("-")[0] == one.story for one in load_articles())


@pytest.mark.parametrize("article", load_articles(), ids=lambda article: article.id)
def test_an_article_is_a_little_article(article: SampleArticle) -> None:
    """Each article has 120 to 350 words in at least four paragraphs, and an aware date."""
    assert 120 <= len(article.text.split()) <= 350
    assert len(article.paragraphs) >= 4
    assert all(text == " ".join(text.split()) for text in article.paragraphs)
    assert article.published.utcoffset() is not None
    assert article.appears.tzinfo is UTC
    assert article.published <= article.appears


def test_weekdays_agree_with_dates() -> None:
    """Wherever a weekday stands beside a date, it is that date's weekday."""
    found = [(one, *pair) for one in load_articles() for pair in dated_weekdays(one)]

    assert len(found) >= 25
    for article, day, when in found:
        assert any(days[when.weekday()] == day for days in WEEKDAYS.values()), (article.id, day)


def test_every_needed_kind_is_there() -> None:
    """There are reports, copies, follow-ups, a correction, an old and a hostile article."""
    kinds = Counter(article.kind for article in load_articles())

    assert set(kinds) == {"report", "copy", "follow_up", "correction", "old", "hostile"}
    assert kinds["correction"] == kinds["old"] == kinds["hostile"] == 1


def test_three_stories_have_four_outlets_or_more() -> None:
    """At least three stories are told by four outlets or more."""
    outlets = defaultdict(set)
    for article in load_articles():
        outlets[article.story].add(article.outlet)

    assert sum(len(tellers) >= 4 for tellers in outlets.values()) >= 3
    assert len(outlets["harbour-fire"]) >= 6


def test_agency_copies_share_their_text_and_their_credit() -> None:
    """The copies of one agency text stand in three outlets, word for word, and credit it."""
    copies = defaultdict(list)
    for article in load_articles():
        if article.kind == "copy":
            copies[article.story].append(article)

    for group in copies.values():
        assert len({article.outlet for article in group}) == 3
        assert len({article.text for article in group}) == 1
        assert all(article.agencies == ("MPA",) for article in group)


def test_languages_are_spread_as_promised() -> None:
    """One outlet writes German, one French, and two articles on Aleppo are Arabic."""
    languages = defaultdict(set)
    for article in load_articles():
        languages[article.outlet].add(article.language)

    assert languages["isterbote"] == {"de"}
    assert languages["relais-du-delta"] == {"fr"}
    arabic = [article for article in load_articles() if article.language == "ar"]
    assert [article.story for article in arabic] == ["aleppo-market"] * 2


def test_the_old_article_resurfaces() -> None:
    """An article of 2023 appears in this week's feed."""
    (old,) = (article for article in load_articles() if article.kind == "old")

    assert (old.published.year, old.appears.year) == (2023, 2026)


def test_the_hostile_article_is_hostile() -> None:
    """The hostile article holds pings, links in markup, an order, and a turned direction."""
    (hostile,) = (article for article in load_articles() if article.kind == "hostile")

    for trick in ("@everyone", "<!channel>", "\u202e", "]("):
        assert trick in hostile.title
    for trick in ("@everyone", "<!here>", "Ignore previous instructions", "javascript:", "<b>"):
        assert trick in hostile.text
    assert len(hostile.hidden) == 5
