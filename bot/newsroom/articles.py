"""The invented outlets and articles, as they stand in the data folder."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleOutlet:
    """An invented outlet. `form` says how it offers its articles; see the docs.

    `credit` is how it credits an agency at the foot of a page, `words` its furniture: what
    stands in its menus, boxes and buttons.
    """

    slug: str
    name: str
    language: str
    form: str
    feed: str
    claim: str
    menu: tuple[str, ...]
    credit: str
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleArticle:
    """An invented article. `published` is what the outlet says, in the outlet's own offset.

    `appears` is when it comes into the feed: later than `published` for an old article that
    resurfaces. `hidden` is text that its page holds but does not show.
    """

    id: str
    outlet: str
    story: str
    kind: str
    language: str
    section: str
    title: str
    byline: str
    published: datetime
    appears: datetime
    paragraphs: tuple[str, ...]
    agencies: tuple[str, ...] = ()
    caption: str = ""
    hidden: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """What a reader reads: the paragraphs, parted by one empty line."""
        return "\n\n".join(self.paragraphs)


def data_folder() -> Traversable:
    """Return the folder that holds the articles, the labels and the templates."""
    return files("bot.newsroom") / "data"


@cache
def load_outlets() -> tuple[SampleOutlet, ...]:
    """Return the outlets in the order in which their sources are listed."""
    rows = json.loads((data_folder() / "outlets.json").read_text("utf-8"))
    return tuple(SampleOutlet(**{**row, "menu": tuple(row["menu"])}) for row in rows)


@cache
def load_articles() -> tuple[SampleArticle, ...]:
    """Return every article, in the order of appearance."""
    folder = data_folder() / "articles"
    found = [
        _article(row)
        for file in folder.iterdir()
        if file.name.endswith(".json")
        for row in json.loads(file.read_text("utf-8"))
    ]
    return tuple(sorted(found, key=lambda article: (article.appears, article.id)))


def _article(row: Mapping[str, Any]) -> SampleArticle:
    published = datetime.fromisoformat(row["published"])
    appears = datetime.fromisoformat(row.get("appears", row["published"]))
    return SampleArticle(
        id=row["id"],
        outlet=row["outlet"],
        story=row["story"],
        kind=row["kind"],
        language=row["language"],
        section=row["section"],
        title=row["title"],
        byline=row["byline"],
        published=published,
        appears=appears.astimezone(UTC),
        paragraphs=tuple(row["paragraphs"]),
        agencies=tuple(row["agencies"]),
        caption=row.get("caption", ""),
        hidden=tuple(row.get("hidden", ())),
    )
