"""The steps of a trial in words and figures. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

from bot.fetch.statuses import span
from bot.fetch.witness import Asked
from bot.models import Article, Entry, Page, Reading, Source
from bot.schedule.visits import after_success, wants_page
from bot.text.visible import one_line

_MANY_BYTES = 10_000


class Outcome(StrEnum):
    """How a step came out. A note is worth knowing and stops nothing."""

    OK = "ok"
    NOTE = "note"
    FAILED = "failed"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a visit: what came of it in words, and in figures for programs."""

    name: str
    outcome: Outcome
    said: str
    facts: Mapping[str, object] = field(default_factory=dict)


def fetched(asked: Asked) -> Step:
    """Say what was answered, over which redirects, and how long it may be kept."""
    hops = list(asked.hops[1:])
    facts: dict[str, object] = {
        "took_ms": round(asked.took.total_seconds() * 1000),
        "redirects": hops,
    }
    if asked.error or asked.page is None:
        said = asked.error.problem if asked.error else "unchanged, though it was never read"
        return Step(name="fetch", outcome=Outcome.FAILED, said=said, facts=facts)
    page = asked.page
    said = f"{page.status}, {_size(page)} of {page.content_type or 'no named type'}"
    said += f" in {asked.took.total_seconds():.1f} s, waiting our turn included"
    if hops:
        ways = "for good" if page.moved_to else "for now"
        said += f", redirected {ways} to {hops[-1]}"
    kept = [
        name
        for name, value in (("ETag", page.etag), ("Last-Modified", page.last_modified))
        if value
    ]
    said += f"; {' and '.join(kept)} to ask by" if kept else "; nothing to ask by next time"
    facts |= {
        "status": page.status,
        "bytes": len(page.body),
        "type": page.content_type,
        "url": page.url,
        "etag": page.etag,
        "last_modified": page.last_modified,
        "moved_to": page.moved_to,
        "fresh_for_s": int(page.fresh_for.total_seconds()) if page.fresh_for else None,
    }
    return Step(name="fetch", outcome=Outcome.OK, said=said, facts=facts)


def entries(reading: Reading, now: datetime) -> Step:
    """Say how many entries there are, and what their dates are like."""
    dates = sorted(one.published_at for one in reading.entries if one.published_at)
    count = len(reading.entries)
    facts: dict[str, object] = {
        "entries": count,
        "dated": len(dates),
        "newest": dates[-1].isoformat() if dates else None,
        "oldest": dates[0].isoformat() if dates else None,
    }
    if not count:
        said = "none at present; it is visited all the same"
        return Step(name="entries", outcome=Outcome.NOTE, said=said, facts=facts)
    named = "1 entry" if count == 1 else f"{count} entries"
    if not dates:
        said = f"{named} without dates: they count as published when they are first seen"
        return Step(name="entries", outcome=Outcome.NOTE, said=said, facts=facts)
    ahead = dates[-1] > now
    said = f"{named}, {len(dates)} dated, the newest of {_told_at(dates[-1])}"
    said += ", which is yet to come" if ahead else ""
    return Step(
        name="entries", outcome=Outcome.NOTE if ahead else Outcome.OK, said=said, facts=facts
    )


def told(article: Article, entry: Entry, problem: str) -> Step:
    """Say what the first article is like, and where its text is from."""
    words = len(article.text.split())
    at = _told_at(article.published_at) if article.published_at else "no date"
    said = f"“{one_line(article.title, limit=80)}”, {at}, {words} words"
    outcome = Outcome.OK
    if article.is_walled:
        said, outcome = f"{said}; behind a pay-wall: only its beginning is shown", Outcome.NOTE
    elif problem:
        said, outcome = f"{said}, from the feed alone: its page says {problem}", Outcome.NOTE
    elif wants_page(entry):
        said += ", from its page: the feed has a teaser"
    elif entry.page is None:
        said += ", whole in the feed: its page is not fetched"
    facts = {
        "title": article.title,
        "url": article.url,
        "date": article.published_at.isoformat() if article.published_at else None,
        "words": words,
        "language": article.language,
        "walled": article.is_walled,
        "page_problem": problem or None,
    }
    return Step(name="article", outcome=outcome, said=said, facts=facts)


def _told_at(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def _size(page: Page) -> str:
    size = len(page.body)
    return f"{size} bytes" if size < _MANY_BYTES else f"{round(size / 1000)} kB"


def visits(source: Source, reading: Reading, now: datetime) -> Step:
    """Say when a source would be visited next, and what a visit costs."""
    visit = after_success(source, None, reading, now)
    wait = visit.next_at - now
    asks = f"; it asks to be left alone for {span(reading.fresh_for)}" if reading.fresh_for else ""
    quiet = (
        f"; {len(reading.quiet_hours)} hours of the week are quiet" if reading.quiet_hours else ""
    )
    cheap = reading.etag or reading.last_modified
    cost = "unchanged visits cost next to nothing" if cheap else "every visit costs the whole"
    said = f"the next after {span(wait)}, by its own rhythm{asks}{quiet}; {cost}"
    facts = {
        "next_s": int(wait.total_seconds()),
        "interval_s": int(visit.interval.total_seconds()) if visit.interval else None,
        "fresh_for_s": int(reading.fresh_for.total_seconds()) if reading.fresh_for else None,
        "quiet_hours": len(reading.quiet_hours),
        "conditional": bool(cheap),
    }
    return Step(name="visits", outcome=Outcome.OK, said=said, facts=facts)
