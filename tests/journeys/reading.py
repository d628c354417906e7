"""Finding the sentences of articles in whatever a platform shows."""

from collections.abc import Iterable

from bot.models import Article
from bot.text.sentences import sentences


def folded(text: str) -> str:
    r"""Return the words of a text with single spaces between them.

    >>> folded("The  harbour\nreopened. ")
    'The harbour reopened.'
    """
    return " ".join(text.split())


def sentences_of(articles: Iterable[Article]) -> frozenset[str]:
    """Return every sentence of the articles, folded."""
    return frozenset(
        folded(sentence)
        for article in articles
        for sentence in sentences(article.text, article.language)
    )


def found_in(text: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return those of the known sentences that stand in a text, in their order there.

    Of two that overlap the longer is meant.

    >>> found_in("It burnt. Why? It burnt again.", ["It burnt again.", "It burnt.", "Why?"])
    ('It burnt.', 'Why?', 'It burnt again.')
    """
    shown, taken = folded(text), set[int]()
    places: list[tuple[int, str]] = []
    for sentence in sorted(known, key=len, reverse=True):
        at = shown.find(sentence)
        while at >= 0:
            span = range(at, at + len(sentence))
            if taken.isdisjoint(span):
                taken.update(span)
                places.append((at, sentence))
            at = shown.find(sentence, at + 1)
    return tuple(sentence for _, sentence in sorted(places))
