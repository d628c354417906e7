"""Whatever the text, reading it for news raises nothing and tells nothing but its own words."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.compose.check import check
from bot.condense.extractive import condensed
from bot.models import Article, ArticleId, Budget, SourceId, Story, StoryId
from bot.text.attribution import attribution, is_claim, is_orphan
from bot.text.figures import figures
from bot.text.quotations import quotations, unquoted

LANGUAGES = st.sampled_from([None, "en", "de", "fr", "es", "ar", "zh", "xx"])
PIECES = st.sampled_from(
    [
        *("the", "dead", "killed", "five", "hundred", "million", "and", "half", "a", "said"),
        *("1.200", "3,5", "12,000.5", "$", "%", "5 May", "08:30", "quatre-vingt", "dix"),
        *("“", "”", '"', "'", "«", "»", "according to", "accused", "postponed to Friday"),
        *("Lind.", "Police,", "laut", "vor", "selon", "قال", "ألف", "\n\n"),
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map(" ".join))


@given(TEXTS, LANGUAGES)
def test_any_text_can_be_read_for_figures(text: str, language: str | None) -> None:
    """Figures stand where they say, in order, whatever the text is."""
    spans = [(figure.start, figure.end) for figure in figures(text, language)]

    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)


@given(TEXTS, LANGUAGES)
def test_any_text_can_be_read_for_speakers(text: str, language: str | None) -> None:
    """Attribution and quotation take any text, and blanks keep every place."""
    said = attribution(text, language)

    assert said is None or said.cue in text
    assert len(unquoted(text)) == len(text)
    assert all(text[q.start : q.end] for q in quotations(text))
    assert is_claim(text, language) in {True, False}
    assert is_orphan(text, language) in {True, False}


@given(st.lists(TEXTS, min_size=1, max_size=4), LANGUAGES)
def test_any_story_is_told_in_its_own_words(texts: list[str], language: str | None) -> None:
    """A summary of any articles is borne out by them and holds its budget."""
    at = datetime(2026, 11, 24, tzinfo=UTC)
    articles = tuple(
        Article(
            id=ArticleId(f"a{number}"),
            source=SourceId(f"s{number}"),
            outlet=f"Outlet {number}",
            url="",
            title=text[:40],
            text=text,
            fetched_at=at,
            language=language,
        )
        for number, text in enumerate(texts)
    )
    budget = Budget(sentences=2, words=30)

    summary = condensed(Story(id=StoryId("s"), articles=articles), budget=budget)

    assert check(summary, {article.id: article for article in articles}) == ()
    assert len(summary.sentences) <= 2
    assert sum(len(sentence.text.split()) for sentence in summary.sentences) <= 30
