"""A story told short, every sentence cited."""

from dataclasses import dataclass

from bot.models.news import ArticleId, StoryId


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where a sentence stands: characters `start` up to `end` of the article's text."""

    article: ArticleId
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a summary. `is_new` marks what its channel had not been told before."""

    text: str
    cites: tuple[Citation, ...]
    is_new: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A story told short.

    No sentences means: nothing here that was not told already, or no text that fits.
    """

    story: StoryId
    headline: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """How long a summary may be. What is None is not limited."""

    sentences: int | None = 3
    words: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing in a summary that its sources do not bear out.

    `rule` names the check ("span", "figure"), `words` are the words at fault, `detail` says
    why in one sentence.
    """

    sentence: int
    rule: str
    words: str
    detail: str
