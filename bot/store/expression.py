"""Topics in the language of FTS5, with every form in which the index may hold their words."""

from collections.abc import Sequence

from bot.models import Thing, Topic
from bot.text.roots import readings, rooted
from bot.text.words import words

MAX_TERMS = 64

_SOURCE = "source:"


def expression(topic: Topic) -> str:
    """Return a topic in the language of FTS5, or "" when nothing in it can be looked up.

    Any word will do, since articles about one thing share no one word; at most 64 terms count.

    >>> expression(Topic(text="", words=("port", "u.n."), excluded=("golf",)))
    '({title text} : ("port" OR "un")) NOT ({title text} : ("golf"))'
    >>> expression(Topic(text="", words=("dock",), sources=("herald",)))
    '({title text} : ("dock")) AND ({outlet source} : ("herald"))'
    """
    wanted = said(topic.terms)
    places = _from(topic.sources)
    if topic.terms and not wanted:
        return ""
    if wanted:
        wanted = _either(wanted, _named(topic.things))
    required = " AND ".join(filter(None, (wanted, places)))
    return " NOT ".join(filter(None, (required, *refused(topic)))) if required else ""


def whole(topic: Topic) -> str:
    """Return the search for all that a topic wants at once; "" when that is but one thing.

    >>> whole(Topic(text="", words=("dock",), choices=(("golf", "jumps"),)))
    '({title text} : ("dock")) AND ({title text} : ("golf" OR "jumps"))'
    """
    wanted = (*((term,) for term in (*topic.words, *topic.phrases)), *topic.choices)
    if not 1 < len(wanted) <= MAX_TERMS:
        return ""
    groups = [_either(said(terms), _named(_things(topic, terms))) for terms in wanted]
    required = " AND ".join(filter(None, (*groups, _from(topic.sources))))
    return " NOT ".join(filter(None, (required, *refused(topic)))) if all(groups) else ""


def _things(topic: Topic, terms: Sequence[str]) -> list[Thing]:
    """Return the things that some terms name, be it only together with others."""
    return [thing for thing in topic.things if not set(thing.words).isdisjoint(terms)]


def refused(topic: Topic) -> tuple[str, str]:
    """Return the searches for what a topic excludes: what is said, and where; "" for none."""
    named = [term for term in topic.excluded if term.startswith(_SOURCE)]
    spoken = [term for term in topic.excluded if not term.startswith(_SOURCE)]
    return said(spoken), _from([term.removeprefix(_SOURCE) for term in named])


def _either(one: str, other: str) -> str:
    return f"({one} OR {other})" if one and other else one or other


def said(terms: Sequence[str]) -> str:
    """Return the search for any of `terms`, in each form that the index may hold it in."""
    runs = [tuple(words(term)) for term in terms[:MAX_TERMS]]
    return any_of("title text", [quoted(form) for run in runs if run for form in readings(run)])


def _named(things: Sequence[Thing]) -> str:
    """Return the search for the other names of things, whatever their endings."""
    every = [tuple(words(name)) for thing in things for name in thing.names]
    names = [name for name in every[:MAX_TERMS] if name]
    roots = [quoted(run) for name in names for run in rooted(name)]
    return any_of("title text", [*(f"{quoted(name)}*" for name in names), *roots])


def _from(sources: Sequence[str]) -> str:
    """Return the search for what one of `sources` printed."""
    found = [tuple(words(name)) for name in sources[:MAX_TERMS]]
    return any_of("outlet source", [quoted(name) for name in found if name])


def any_of(columns: str, searches: Sequence[str]) -> str:
    """Return the search for any of some searches in some columns; "" for none."""
    return f"({{{columns}}} : ({' OR '.join(dict.fromkeys(searches))}))" if searches else ""


def quoted(run: Sequence[str]) -> str:
    """Return words that follow each other as FTS5 takes them: nothing in them is syntax."""
    return '"' + " ".join(run).replace('"', '""') + '"'
