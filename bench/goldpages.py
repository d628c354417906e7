"""Pages with the text that an extractor should find in them, and how near a text comes to it.

A folder holds `gold.json` or `gold.json.gz`, `{id: {"html": "pages/a.html", "url": …, "text": …}}`
with the measures it has values for: `text`, `title`, `author`, `date`, and lists of snippets
`with` and `without`. A page may be packed (`.gz`). Without a folder the sample newsroom is taken.
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from bot.newsroom.articles import load_articles, load_outlets
from bot.newsroom.pages import Pages

_WORD = re.compile(r"\w+")
_RUN = 4
_SHORT_LABEL, _LONG_DOMAIN = 3, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPage:
    """A page and what is known about its article; what is empty is not known."""

    id: str
    url: str
    body: bytes
    text: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()

    @property
    def site(self) -> str:
        """The domain that a registrar sold, near enough; the page itself if it has none."""
        parts = (urlsplit(self.url).hostname or "").split(".")
        short = len(parts) > _LONG_DOMAIN and len(parts[-2]) <= _SHORT_LABEL
        return ".".join(parts[-3:] if short else parts[-2:]) if len(parts) > 1 else self.id


def gold_pages(folder: Path | None) -> list[GoldPage]:
    """Return the pages of a folder, or of the sample newsroom."""
    return list(_of_newsroom() if folder is None else _of_folder(folder))


def _of_folder(folder: Path) -> Iterator[GoldPage]:
    packed = folder / "gold.json.gz"
    raw = gzip.decompress(packed.read_bytes()) if packed.exists() else None
    gold = json.loads(raw or (folder / "gold.json").read_bytes())
    for key, one in gold.items():
        path = folder / one["html"]
        body = path.read_bytes()
        yield GoldPage(
            id=key,
            url=one.get("url") or "",
            body=gzip.decompress(body) if path.suffix == ".gz" else body,
            text=one.get("text") or "",
            title=one.get("title") or "",
            authors=tuple(_flat(one.get("author"))),
            date=str(one.get("date") or "")[:10],
            wanted=tuple(one.get("with") or ()),
            unwanted=tuple(one.get("without") or ()),
        )


def _of_newsroom() -> Iterator[GoldPage]:
    articles, pages = load_articles(), Pages("https://newsroom.example")
    for outlet in load_outlets():
        shown = [one for one in articles if one.outlet == outlet.slug]
        for one in shown:
            yield GoldPage(
                id=one.id,
                url=f"https://newsroom.example/{outlet.slug}/{one.id}",
                body=pages.article(one, outlet, shown).body,
                text=one.text,
                title=one.title,
                authors=tuple(filter(None, [one.byline])),
                date=one.published.date().isoformat(),
            )


def _flat(value: object) -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from _flat(one)
    elif value:
        yield str(value)


def runs(words: Sequence[str]) -> Counter[tuple[str, ...]]:
    """Return the runs of four words, or the one shorter run of a shorter text."""
    if len(words) <= _RUN:
        return Counter([tuple(words)] if words else [])
    return Counter(zip(*(words[at:] for at in range(_RUN)), strict=False))


def words_of(text: str) -> list[str]:
    """Return the words of a text."""
    return _WORD.findall(text)


def nearness(gold: str, found: str) -> tuple[float | None, float | None]:
    """Return precision and recall in runs of four words; None where there is nothing to share."""
    ours, theirs = runs(words_of(found)), runs(words_of(gold))
    hits = sum((ours & theirs).values())
    return (
        hits / sum(ours.values()) if ours else None,
        hits / sum(theirs.values()) if theirs else None,
    )


def pooled(pairs: Iterable[tuple[float | None, float | None]]) -> tuple[float, float, float]:
    """Return F1 of the mean precision and the mean recall, and these two."""
    both = list(pairs)
    precision, recall = (_mean([pair[at] for pair in both]) for at in (0, 1))
    whole = precision + recall
    return (2 * precision * recall / whole if whole else 0.0), precision, recall


def _mean(values: Iterable[float | None]) -> float:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else 0.0


def snippets(page: GoldPage, text: str) -> tuple[int, int, int, int]:
    """Return wanted snippets found and given, unwanted ones kept out and given."""
    line = " ".join(text.split())
    found = sum(" ".join(one.split()) in line for one in page.wanted)
    out = sum(" ".join(one.split()) not in line for one in page.unwanted)
    return found, len(page.wanted), out, len(page.unwanted)
