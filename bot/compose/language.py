"""In which language a story is told: one, not a mixture."""

from collections import Counter
from dataclasses import replace

from bot.models import Article, Story, Told


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


def _language(article: Article) -> str:
    return (article.language or "")[:2]
