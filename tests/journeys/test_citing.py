"""What is told stands in the reports, word for word, where it is said to stand.

The tests share a desk for each moment: they look at it and leave it as it is.
"""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.compose.edition import Edition
from bot.models import Article, ArticleId, Plan
from bot.newsroom import NEXT_MORNING, OPENING, load_articles, load_gold
from bot.text.plain import plain_text
from bot.text.topics import parse_topic
from tests.journeys.bureau import Bureau, bureau
from tests.journeys.reading import folded

pytestmark = pytest.mark.asyncio(loop_scope="module")

LANGUAGES = (None, "en", "de", "fr", "ar")


@pytest_asyncio.fixture(
    scope="module", loop_scope="module", params=[OPENING, NEXT_MORNING], ids=["friday", "saturday"]
)
async def desk(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Bureau]:
    """A desk that has gathered all that the newsroom offers at a moment."""
    async with bureau(tmp_path_factory.mktemp("desk"), at=request.param) as opened:
        await opened.gather()
        yield opened


async def test_every_sentence_stands_where_it_is_cited(desk: Bureau) -> None:
    """Every sentence of every briefing is verbatim in its article at the span that it cites."""
    articles = await _articles(desk)
    editions = [await _edition(desk, language) for language in LANGUAGES]

    told = [one for made in editions for told in made.told for one in told.sentences]
    astray = [
        (sentence.text, cite)
        for sentence in told
        for cite in sentence.cites
        if articles[cite.article].text[cite.start : cite.end] != sentence.text
    ]
    assert len(told) > 30 * len(LANGUAGES)
    assert all(sentence.cites for sentence in told)
    assert astray == []


async def test_sentences_are_the_reporters_own(desk: Bureau) -> None:
    """Every sentence stands in what the reporter wrote: no menu, caption, teaser or credit."""
    written = {article.id: folded(article.text) for article in load_articles()}
    articles = await _articles(desk)
    made = await _edition(desk, None)

    foreign = [
        (sentence.text, articles[cite.article].url)
        for told in made.told
        for sentence in told.sentences
        for cite in sentence.cites
        if folded(sentence.text) not in written[_name(articles[cite.article].url)]
    ]
    assert foreign == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_story_is_told_in_one_language(desk: Bureau, language: str | None) -> None:
    """The sentences of one story are of one language: the channel's, if a report is in it."""
    articles = await _articles(desk)
    made = await _edition(desk, language)

    for told in made.told:
        cites = [cite for sentence in told.sentences for cite in sentence.cites]
        spoken = {articles[cite.article].language for cite in cites}
        offered = {articles[name].language for name in told.articles}
        assert len(spoken) == 1
        assert language not in offered or spoken == {language}


async def test_hidden_text_stays_hidden(desk: Bureau) -> None:
    """Nothing that a page holds but does not show is in any briefing or any answer."""
    hidden = load_gold().must_not_appear
    said = [plain_text((await _edition(desk, language)).message) for language in LANGUAGES]
    said += [await desk.answered(line) for line in ("latest pellworth", "news search tickets")]
    said += [article.text for article in (await _articles(desk)).values()]

    everything = folded("\n".join(said)).casefold()
    assert "pellworth" in everything
    assert [words for words in hidden if folded(words).casefold() in everything] == []


async def _articles(desk: Bureau) -> dict[ArticleId, Article]:
    """Return every stored article by its id."""
    return {one.id: one for one in await desk.articles()}


async def _edition(desk: Bureau, language: str | None) -> Edition:
    """Make the longest briefing there is on all news."""
    channel = desk.terminal.channel
    plan = Plan(channel=channel.id, minutes=10, language=language)
    return await desk.app.pipeline.edition(channel, [parse_topic("")], plan=plan)


def _name(url: str) -> str:
    """Return the newsroom's own name of an article."""
    return url.rsplit("/", 1)[-1]
