"""Promises of `bot.compose.check`."""

from datetime import UTC, datetime

import pytest

from bot.compose.check import check
from bot.models import (
    Article,
    ArticleId,
    Citation,
    Finding,
    Sentence,
    SourceId,
    StoryId,
    Summary,
)

FLOOD = (
    "The Ister flooded about 1,200 homes near Marrow, the governor, Ines Holt, said on Tuesday.",
    "The dam upstream was not damaged, Holt said.",
    "The opposition accused the government of ignoring a 2019 report on weak levees.",
    "“We were told nothing until the water came,” said Petra Lund, a resident.",
    "Prices of pumps rose 3.5% and a crew of 40 firefighters may strike over pay.",
    "The Marrow Relief Board gave $2m.",
)
TEXT = "\n\n".join(FLOOD)
AT = datetime(2026, 11, 24, tzinfo=UTC)


def article(text: str = TEXT, language: str | None = "en") -> Article:
    """Return an article of invented news."""
    return Article(
        id=ArticleId("a"),
        source=SourceId("s"),
        outlet="Ister Post",
        url="",
        title="Flood at Marrow",
        text=text,
        fetched_at=AT,
        language=language,
    )


def findings(text: str, *numbers: int, of: Article | None = None) -> tuple[Finding, ...]:
    """Check one sentence that cites the given sentences of the flood, or a whole article."""
    source = of or article()
    if of is None:
        starts = [TEXT.index(FLOOD[number]) for number in numbers]
        spans = [(s, s + len(FLOOD[n])) for s, n in zip(starts, numbers, strict=True)]
    else:
        spans = [(0, len(source.text))]
    cites = tuple(Citation(article=source.id, start=start, end=end) for start, end in spans)
    sentence = Sentence(text=text, cites=cites)
    summary = Summary(story=StoryId("x"), headline="", sentences=(sentence,))
    return check(summary, {source.id: source})


def rules(text: str, *numbers: int, of: Article | None = None) -> set[str]:
    """Return the rules that a sentence breaks."""
    return {finding.rule for finding in findings(text, *numbers, of=of)}


@pytest.mark.parametrize("number", range(len(FLOOD)))
def test_what_is_verbatim_stands(number: int) -> None:
    """A sentence copied from where it cites needs no further proof."""
    assert findings(FLOOD[number], number) == ()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("About 1,200 homes were flooded near Marrow, governor Ines Holt said.", (0,)),
        ("Around 1,200 homes were flooded by the Ister on Tuesday, Holt said.", (0,)),
        ("The opposition says the government ignored a 2019 report on levees.", (2,)),
        ("Petra Lund, a resident, said “we were told nothing … the water came”.", (3,)),
        ("The MRB gave $2m.", (5,)),
        ("Firefighters may strike over pay.", (4,)),
        ("The dam was not “damaged”, Holt said.", (1,)),
    ],
)
def test_a_true_paraphrase_stands(text: str, numbers: tuple[int, ...]) -> None:
    """Other words with the same figures, names, speakers and denials are no fault."""
    assert findings(text, *numbers) == ()


@pytest.mark.parametrize(
    ("rule", "text", "numbers"),
    [
        ("figure", "About 12,000 homes were flooded near Marrow, Holt said.", (0,)),
        ("figure", "About 1,200 boats were flooded near Marrow, Holt said.", (0,)),
        ("figure", "At least 1,200 homes were flooded near Marrow, Holt said.", (0,)),
        ("figure", "The Marrow Relief Board gave £2m.", (5,)),
        ("quotation", "Petra Lund said “we were warned when the water came”.", (3,)),
        ("name", "The Ister flooded about 1,200 homes, governor Karl Holt said.", (0,)),
        ("day", "The Ister flooded about 1,200 homes on Friday, Holt said.", (0,)),
        ("attribution", "The government ignored a 2019 report on weak levees.", (2,)),
        ("attribution", "The mayor said “we were told nothing until the water came”.", (3,)),
        ("polarity", "The dam upstream was damaged, Holt said.", (1,)),
        ("polarity", "The Ister has not flooded about 1,200 homes near Marrow, Holt said.", (0,)),
        ("opposite", "Prices of pumps fell 3.5%.", (4,)),
        ("modality", "A crew of 40 firefighters will strike over pay.", (4,)),
        ("support", "Lawyers expect hearings, claims and long delays next year.", (1,)),
    ],
)
def test_each_fault_is_found(rule: str, text: str, numbers: tuple[int, ...]) -> None:
    """What the cited sentences do not bear out is named by its rule."""
    assert rule in rules(text, *numbers)


def test_a_sentence_without_citation_is_found() -> None:
    """Nothing is told without a source."""
    assert [finding.rule for finding in findings("The dam held.")] == ["cites"]


def test_an_unknown_article_is_found() -> None:
    """Citing an article that is not there is a fault, said with its id."""
    cite = Citation(article=ArticleId("ghost"), start=0, end=5)
    sentence = Sentence(text="The dam held.", cites=(cite,))
    summary = Summary(story=StoryId("x"), headline="", sentences=(sentence,))

    (finding,) = check(summary, {})

    assert (finding.sentence, finding.rule, finding.words) == (0, "cites", "ghost")


@pytest.mark.parametrize(("start", "end"), [(-1, 5), (5, 5), (9, 3), (0, 10**6)])
def test_a_span_that_is_not_there_is_found(start: int, end: int) -> None:
    """A citation must name characters that its article has."""
    cite = Citation(article=ArticleId("a"), start=start, end=end)
    sentence = Sentence(text="The dam held.", cites=(cite,))
    summary = Summary(story=StoryId("x"), headline="", sentences=(sentence,))

    assert "span" in {finding.rule for finding in check(summary, {ArticleId("a"): article()})}


def test_the_faulty_sentence_is_numbered() -> None:
    """A finding says which sentence of the summary it is about."""
    whole = Citation(article=ArticleId("a"), start=0, end=len(TEXT))
    good = Sentence(text=FLOOD[0], cites=(whole,))
    bad = Sentence(text="Nobody knows.", cites=())
    summary = Summary(story=StoryId("x"), headline="", sentences=(good, bad))

    assert [f.sentence for f in check(summary, {ArticleId("a"): article()})] == [1]


def test_german_nouns_are_not_taken_for_names() -> None:
    """In German every noun has a capital, so capitals prove no name."""
    source = article("Die Flut beschädigte am Dienstag rund 200 Häuser in Brunnau.", "de")

    assert "name" not in rules("Rund 200 Häuser in Brunnau beschädigte die Wasserflut.", of=source)


def test_a_pronoun_need_not_be_kept_as_speaker() -> None:
    """Where the source itself names nobody, nobody can be left out."""
    source = article("He denied that the pumps had failed in the night.")

    assert "attribution" not in rules("The pumps had not failed in the night.", of=source)
