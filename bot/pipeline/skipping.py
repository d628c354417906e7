"""Why entries give no article: in words for whoever asks after one of them. Pure."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from bot.errors import ExtractError, WorkError
from bot.models import ArticleId, Entry, Skipped, Source
from bot.schedule.visits import (
    FIRST_ENTRIES,
    MOST_ENTRIES,
    article_id,
    is_before,
    oldest_known,
    unknown,
)
from bot.text.visible import one_line

BACKLOG = (
    "it was already there when the source was added; "
    f"of what was there the newest {FIRST_ENTRIES} were taken"
)
OLDER = "it is older than all that was taken when its source was added"
FLOOD = f"its source brought more than {MOST_ENTRIES} at once; the rest is taken at the next visit"
LEFT_ALONE = "other articles of its source took too long to read; it is tried at the next visit"

MAX_TITLE = 300


def skipped(source: Source, entry: Entry, reason: str, at: datetime) -> Skipped:
    """Return the record of an entry that gave no article."""
    return Skipped(
        article=article_id(source, entry),
        source=source.id,
        url=entry.own_url or entry.url,
        title=one_line(entry.title, limit=MAX_TITLE),
        reason=reason,
        at=at,
        audience=source.audience,
    )


def passed_by(
    source: Source,
    entries: Sequence[Entry],
    *,
    met: Collection[ArticleId],
    taken: Sequence[Entry],
    is_first: bool,
) -> Iterator[tuple[Entry, str]]:
    """Yield the entries of a visit that were not taken up, each with the reason.

    `met` are the articles that need no reason: stored ones, and those that have one already.
    """
    names = {article_id(source, entry) for entry in taken}
    left = [one for name, one in unknown(source, entries, met).items() if name not in names]
    oldest = oldest_known(source, entries, met) if left else None
    for entry in left:
        if is_first:
            yield entry, BACKLOG
        else:
            yield entry, OLDER if is_before(entry, oldest) else FLOOD


def problem_of(error: ExtractError | WorkError, page_problem: str) -> str:
    """Return why there is no article in an entry, without its address; and what its page said.

    >>> problem_of(ExtractError("https://a.example/1", "no article was found on the page"), "")
    'no article was found on the page'
    >>> problem_of(WorkError("https://a.example/1", "takes longer than 10 s"), "403: closed")
    'takes longer than 10 s; its page could not be had: 403: closed'
    """
    if isinstance(error, WorkError):
        problem = error.problem
    else:
        problem = str(error).removeprefix(f"{error.address}: ")
    return f"{problem}; its page could not be had: {page_problem}" if page_problem else problem
