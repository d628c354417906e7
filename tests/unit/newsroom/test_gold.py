"""The labels quote the articles word for word and agree with them."""

from collections.abc import Iterator

from bot.newsroom import (
    NEXT_MORNING,
    OPENING,
    GoldLabels,
    load_articles,
    load_gold,
)

ARTICLES = {article.id: article for article in load_articles()}


def quotations(gold: GoldLabels) -> Iterator[tuple[str, str, str]]:
    """Yield (story, article, sentence) for everything the labels quote."""
    for story, labels in gold.stories.items():
        for fact in labels.new_facts:
            yield story, fact.article, fact.sentence
        for figure in labels.figures:
            yield story, figure.article, figure.sentence
        for claim in labels.claims:
            yield story, claim.article, claim.sentence
        for correction in labels.corrections:
            yield story, correction.article, correction.sentence
        for plan in labels.plans:
            yield story, plan.article, plan.sentence
        for disagreement in labels.disagreements:
            for side in disagreement.sides:
                yield story, side.article, side.sentence


def test_every_quotation_stands_in_its_article() -> None:
    """Every sentence that a label quotes stands word for word in one paragraph of its article."""
    found = list(quotations(load_gold()))

    assert len(found) >= 250
    for story, article, sentence in found:
        assert ARTICLES[article].story == story
        assert any(sentence in text for text in ARTICLES[article].paragraphs), sentence


def test_the_story_of_every_article_is_labelled() -> None:
    """The labels place every article, and each story has labels with a fact."""
    gold = load_gold()

    assert gold.story_of == {article.id: article.story for article in load_articles()}
    assert set(gold.stories) == set(gold.story_of.values())
    assert all(labels.new_facts for labels in gold.stories.values())


def test_a_fact_is_new_from_its_first_appearance() -> None:
    """A fact is new from the moment when the first article that says it appeared."""
    for labels in load_gold().stories.values():
        for name in {fact.name for fact in labels.new_facts}:
            told = [fact for fact in labels.new_facts if fact.name == name]

            assert {fact.is_new_from for fact in told} == {
                min(ARTICLES[fact.article].appears for fact in told)
            }


def test_saturday_morning_brings_news_to_some_stories() -> None:
    """Between the two briefings new facts come to four stories and to no other."""
    fresh = {
        story
        for story, labels in load_gold().stories.items()
        if any(OPENING < fact.is_new_from <= NEXT_MORNING for fact in labels.new_facts)
    }

    assert fresh == {"harbour-fire", "tram-march", "aleppo-market", "pellworth-chess"}
    assert all(article.appears <= NEXT_MORNING for article in load_articles())


def test_voices_part_the_articles_of_a_story() -> None:
    """Every article of a story belongs to exactly one voice; agency copies share theirs."""
    for story, labels in load_gold().stories.items():
        members = [article for voice in labels.voices for article in voice.articles]

        assert sorted(members) == sorted(one.id for one in ARTICLES.values() if one.story == story)
    fire = {voice.name: voice.articles for voice in load_gold().stories["harbour-fire"].voices}
    assert fire["MPA"] == ("harbour-fire-02", "harbour-fire-03", "harbour-fire-04")


def test_a_replaced_figure_says_both() -> None:
    """The injured of the fire rise from 12 to 19, and the hospital gave the second figure."""
    figures = load_gold().stories["harbour-fire"].figures
    (first,) = {(one.value, one.was) for one in figures if one.given_by == "fire service"} & {
        ("12", "")
    }
    (later,) = {(one.value, one.was) for one in figures if one.given_by == "St Agnes Hospital"}

    assert (first, later) == (("12", ""), ("19", "12"))


def test_the_correction_takes_back_what_stands_there() -> None:
    """What a correction calls wrong stands in the article that it corrects."""
    corrections = [one for labels in load_gold().stories.values() for one in labels.corrections]

    assert len(corrections) == 1
    for one in corrections:
        assert one.wrong in ARTICLES[one.corrects].title
        assert ARTICLES[one.article].kind == "correction"


def test_a_moved_plan_replaces_a_day_that_was_planned() -> None:
    """The meeting and the ceremony were planned for the day that a later article replaces."""
    for story, what in (
        ("ister-talks", "water ministers meet"),
        ("aleppo-market", "market reopens"),
    ):
        plans = [plan for plan in load_gold().stories[story].plans if plan.what == what]

        first = {plan.day for plan in plans if plan.was is None}
        assert first == {plan.was for plan in plans if plan.was}
        assert all((plan.day - plan.was).days == 1 for plan in plans if plan.was)


def test_a_disagreement_has_two_sides() -> None:
    """Every disagreement has sentences of exactly two sides."""
    for labels in load_gold().stories.values():
        for disagreement in labels.disagreements:
            assert len({side.by for side in disagreement.sides}) == 2


def test_claims_name_their_speaker_in_the_article() -> None:
    """The family name or office of each speaker stands in the article that quotes the claim."""
    english = (
        claim
        for labels in load_gold().stories.values()
        for claim in labels.claims
        if ARTICLES[claim.article].language == "en"
    )

    for claim in english:
        last = claim.speaker.split()[-1].removesuffix("'s")
        assert last.casefold() in ARTICLES[claim.article].text.casefold(), claim


def test_hidden_text_is_no_articles_text() -> None:
    """What must not appear stands in no paragraph, title or caption."""
    hidden = load_gold().must_not_appear

    assert hidden
    for article in load_articles():
        shown = f"{article.title}\n{article.text}\n{article.caption}"
        assert not any(text in shown for text in hidden)
