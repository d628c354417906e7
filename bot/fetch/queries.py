"""Searches by topic: an address with a place for what people ask about. Pure."""

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote, urlsplit

from bot.models import Source, Topic
from bot.text.words import fold, words

PLACE = "{topic}"

_PLACE = re.compile(r"\{topic\}|%7Btopic%7D", re.IGNORECASE)
_TERM = re.compile(r'"([^"]*)(?:"|$)|([^\s"]+)')
_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))
_OPERATORS = frozenset({"", "AND", "OR", "NOT"})
_NO_WORD = re.compile(r"[^\w'\u2019-]+")


def is_template(address: str) -> bool:
    """Say whether an address has a place for a topic; chat platforms may have escaped it.

    >>> is_template("https://news.example/rss?q={topic}"), is_template("https://news.example/rss")
    (True, False)
    """
    return _PLACE.search(address) is not None


def template(address: str) -> str:
    """Return the address with its place written as it should be.

    >>> template("https://news.example/rss?q=%7Btopic%7D&n=9")
    'https://news.example/rss?q={topic}&n=9'
    """
    return _PLACE.sub(PLACE, address)


def asked(source: Source, topic: Topic) -> Source | None:
    """Return the search for a topic, or None when the topic has no words to look for."""
    query = query_of(topic)
    return filled(source, query) if query else None


def filled(source: Source, query: str) -> Source:
    """Return the search with a query in its place."""
    return replace(source, address=template(source.address).replace(PLACE, quote(query, safe="")))


def query_of(topic: Topic) -> str:
    """Return what is looked for, in a form that every search takes: words, and phrases in quotes.

    What is not wanted is left out of the answer later, and no sign reaches the other side that
    its query language could take for its own.

    >>> from bot.text.topics import parse_topic
    >>> query_of(parse_topic('Köln "Port of Delta" -football source:herald (OR domain:x'))
    'Köln "Port of Delta" domain x'
    """
    return " ".join(dict.fromkeys(_terms(topic)))


def _terms(topic: Topic) -> Iterator[str]:
    # Of a choice only the first: searches want all that they are given.
    firsts = (choice[0] for choice in topic.choices)
    wanted = {" ".join(words(term)) for term in (*topic.words, *topic.phrases, *firsts)}
    for quoted, bare in _TERM.findall(topic.text.translate(_QUOTES)):
        term = " ".join(_NO_WORD.sub(" ", quoted or bare).strip().strip("-'\u2019").split())
        if " ".join(words(fold(term))) in wanted and term not in _OPERATORS:
            yield f'"{term}"' if quoted and " " in term else term


def host_of(address: str) -> str:
    """Return the name of the site that an address is on.

    >>> host_of("https://www.quay.example/1")
    'quay.example'
    """
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
