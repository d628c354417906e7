"""In which language a story is told: one, not a mixture."""

from collections import Counter
from dataclasses import replace

from bot.compose.select import article_fit
from bot.models import Article, Story, Told, Topic
from bot.text.topics import ABOUT


def in_one_language(story: Story, *, preferred: str | None, told: Told | None = None) -> Story:
    """Return the story with the reports of one language alone.

    That is the preferred one if anything is to be told in it, else that of most reports, the
    newest deciding between equals. With `told`, only reports that the channel was not told of
    count: what is new may stand in another language than what was told before. Those that it was
    told of are kept: what they say is not news.
    """
    known = told.articles if told else frozenset()
    counted = [one for one in story.articles if one.id not in known] or list(story.articles)
    counts = Counter(map(_language, counted))
    newest = {_language(one): one.dated_at for one in sorted(counted, key=lambda one: one.dated_at)}
    wanted = (preferred or "")[:2]
    if wanted not in counts:
        wanted = max(counts, key=lambda language: (counts[language], newest[language]))
    kept = (one for one in story.articles if _language(one) == wanted or one.id in known)
    return replace(story, articles=tuple(kept))


def language_asked(topic: Topic, story: Story, *, preferred: str | None) -> str | None:
    """Return the language to tell a story in to somebody who asked for a topic.

    That is the preferred one; but where the words as typed stand only in reports of another
    language, it is theirs: who asks for “Hafen” is not answered in Arabic.
    """
    typed = replace(topic, things=())
    holding = [one for one in story.articles if article_fit(typed, one) >= ABOUT]
    told = {one.id for one in in_one_language(story, preferred=preferred).articles}
    if topic.is_everything or not holding or any(one.id in told for one in holding):
        return preferred
    return Counter(map(_language, holding)).most_common(1)[0][0] or preferred


def _language(article: Article) -> str:
    return (article.language or "")[:2]
