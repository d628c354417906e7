"""Prints how well and how fast pages are read: `python bench/extract.py [FOLDER]`.

FOLDER holds gold pages (see goldpages.py); without it the sample newsroom is read. Every page is
read by the desk and by trafilatura with its metadata, one right after the other; times are CPU
seconds of this process. `body` is what finding the text alone costs, from the page's characters on.
"""

import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from goldpages import GoldPage, gold_pages, nearness, pooled, snippets

from bot.errors import ExtractError
from bot.extract.body import Body, body_of
from bot.extract.content import Content
from bot.extract.hidden import drop_hidden
from bot.extract.html import content_of_html, parsed
from bot.extract.structured import linked_data
from bot.extract.titles import folded
from bot.text.decode import decoded

Result = TypeVar("Result")
WARM_UP = 3
"""Pages read once before the clock starts: imports, and patterns to compile."""


@dataclass(slots=True)
class Told:
    """What one side said of each page, and how long it took."""

    texts: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    authors: list[set[str]] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)


def main(folder: Path | None) -> None:
    """Read every page on both sides, and print the comparison."""
    pages = gold_pages(folder)
    for page in pages[:WARM_UP]:
        ours(page)
        theirs(page)
    desk, library, body = Told(), Told(), [0.0] * len(pages)
    sure = 0
    for at, page in enumerate(pages):
        content, seconds = timed(ours, page)
        note(desk, seconds, content)
        document, seconds = timed(theirs, page)
        note_document(library, seconds, document)
        found, body[at] = timed(body_alone, page)
        sure += found is not None and found.is_sure
    print(f"{len(pages)} pages, {sure / len(pages):.0%} read without asking a library\n")
    show_times(desk.seconds, library.seconds, body)
    print()
    show_measures("desk", pages, desk)
    show_measures("trafilatura", pages, library)


def timed(read: Callable[[GoldPage], Result | None], page: GoldPage) -> tuple[Result | None, float]:
    """Return what was read, None if it could not be, and the CPU seconds that took."""
    begun = time.process_time()
    try:
        found = read(page)
    except ExtractError:
        found = None
    return found, time.process_time() - begun


def ours(page: GoldPage) -> Content:
    """Read a page as the desk does, from its bytes on."""
    return content_of_html(decoded(page.body), page.url)


def theirs(page: GoldPage):  # noqa: ANN201  trafilatura has no types
    """Read a page by trafilatura alone."""
    from trafilatura import bare_extraction

    return bare_extraction(
        page.body, url=page.url or None, include_comments=False, with_metadata=True
    )


def body_alone(page: GoldPage) -> Body:
    """Find the text and nothing else."""
    html = decoded(page.body)
    root = parsed(html, page.url)
    data = linked_data(root)
    drop_hidden(root, html)
    return body_of(root, data)


def note(side: Told, seconds: float, content: Content | None) -> None:
    """Write down what the desk said."""
    said = content or Content()
    side.texts.append(said.text)
    side.titles.append(said.title)
    side.authors.append({folded(name) for name in said.bylines})
    side.dates.append(said.published_at.date().isoformat() if said.published_at else "")
    side.seconds.append(seconds)


def note_document(side: Told, seconds: float, document: object) -> None:
    """Write down what trafilatura said."""

    def said(name: str) -> str:
        return getattr(document, name, None) or ""

    side.texts.append(said("text"))
    side.titles.append(said("title"))
    side.authors.append({folded(name) for name in said("author").split(";") if name})
    side.dates.append(said("date")[:10])
    side.seconds.append(seconds)


def show_times(desk: Sequence[float], library: Sequence[float], body: Sequence[float]) -> None:
    """Print what a page costs, and how often faster the desk is."""
    heads = ("ms a page", "median ms", "pages/s", "x faster", "median x")
    print(f"{'CPU':<24}" + "".join(f"{head:>12}" for head in heads))
    for name, times in (
        ("trafilatura, metadata", library),
        ("desk, metadata", desk),
        ("desk, body alone", body),
    ):
        total = sum(times)
        ratio = statistics.median(slow / fast for slow, fast in zip(library, times, strict=True))
        print(
            f"{name:<24}{1000 * total / len(times):>12.1f}{1000 * statistics.median(times):>12.1f}"
            f"{len(times) / total:>12.1f}{sum(library) / total:>12.2f}{ratio:>12.2f}"
        )


def show_measures(name: str, pages: Sequence[GoldPage], side: Told) -> None:
    """Print how near one side came to the gold."""
    whole = [
        nearness(page.text, text) for page, text in zip(pages, side.texts, strict=True) if page.text
    ]
    counts = [snippets(page, text) for page, text in zip(pages, side.texts, strict=True)]
    found, wanted, out, unwanted = (sum(column) for column in zip(*counts, strict=True))
    f1, precision, recall = pooled(whole)
    print(f"{name:<14}body F1 {f1:.3f}  precision {precision:.3f}  recall {recall:.3f}", end="")
    if wanted and unwanted:
        print(f"  snippets {found / wanted:.3f}  kept out {out / unwanted:.3f}", end="")
    gold = list(zip(pages, side.titles, side.dates, side.authors, strict=True))
    print(
        share("title", [folded(one.title) == folded(said) for one, said, _, _ in gold if one.title])
        + share("date", [one.date == said for one, _, said, _ in gold if one.date])
        + share("author", [people(one) == said for one, _, _, said in gold if one.authors])
    )


def people(page: GoldPage) -> set[str]:
    """Return the names of a page's authors as they are compared."""
    return {folded(name) for one in page.authors for name in one.split(";")}


def share(name: str, right: Iterable[bool]) -> str:
    """Return the share of right answers, or nothing where nothing was asked."""
    answers = list(right)
    return f"  {name} {sum(answers) / len(answers):.3f}" if answers else ""


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else None)
