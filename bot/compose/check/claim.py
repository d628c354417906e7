"""A sentence of a summary beside what it cites."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from bot.compose.check.reading import Reading, are_kin, read, readings
from bot.models import Article, ArticleId, Citation, Finding, Sentence
from bot.text.thesaurus import are_alike

Articles = Mapping[ArticleId, Article]

_ALIKE = 0.34  # share of the words of a source sentence that a claim must have to retell it
_MOST_CITED = 3  # sentences of one citation; one of more cites an article, not a sentence
_MOST_CHOSEN = 3  # sentences of an article that one sentence may retell
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A sentence of a summary, what it cites, and all there is on its story.

    `cited` are the texts at the citations that exist, `articles` those they stand in. `given`
    are the cited sentences; where whole articles are cited, those that come nearest. `own` is
    the sentence itself as it reads.
    """

    number: int
    sentence: Sentence
    own: Reading
    cited: tuple[str, ...]
    articles: tuple[Article, ...]
    given: tuple[Reading, ...]
    is_wide: bool
    story: Articles

    @property
    def text(self) -> str:
        """The sentence as written."""
        return self.sentence.text

    @property
    def language(self) -> str | None:
        """The language of the first article cited."""
        return self.own.language

    @property
    def is_verbatim(self) -> bool:
        """Whether the sentence is part of a text it cites, or all of them joined, as they stand."""
        plain = _SPACE.sub(" ", self.text).strip()
        if not plain:
            return False
        joined = _SPACE.sub(" ", " ".join(self.cited)).strip()
        if plain[1:] == joined[1:] and plain[0].lower() == joined[:1].lower():
            return True
        return any(plain in _SPACE.sub(" ", text) for text in self.cited)

    @property
    def stems(self) -> frozenset[str]:
        """The stems of all words that the given sentences have."""
        return frozenset(stem for one in self.given for stem in one.stems)

    def retold(self) -> Iterator[Reading]:
        """Yield the given sentences that the claim retells: one that is cited alone is one."""
        for one in self.given:
            shared = len(one.content & self.own.content)
            if len(self.given) == 1 or shared >= _ALIKE * max(
                1, min(len(one.content), len(self.own.content))
            ):
                yield one

    def finding(self, rule: str, words_at_fault: str, detail: str) -> Finding:
        """Return a finding about this sentence."""
        return Finding(sentence=self.number, rule=rule, words=words_at_fault, detail=detail)


Rule = Callable[[Claim], Iterator[Finding]]


def claim_of(number: int, sentence: Sentence, articles: Articles) -> Claim:
    """Return a sentence with the texts it cites."""
    found = [
        (cite, articles[cite.article])
        for cite in sentence.cites
        if cite.article in articles and exists(cite, articles[cite.article])
    ]
    language = found[0][1].language if found else None
    own = read(sentence.text, language)
    texts = tuple(article.text[cite.start : cite.end] for cite, article in found)
    is_wide = False
    given: list[Reading] = []
    for text in dict.fromkeys(texts):
        passages = readings(text, language)
        if len(passages) > _MOST_CITED:
            is_wide, passages = True, _nearest(sentence.text, language, passages)
        given.extend(passages)
    return Claim(
        number=number,
        sentence=sentence,
        own=own,
        cited=texts,
        articles=tuple(dict.fromkeys(article for _, article in found)),
        given=tuple(dict.fromkeys(given)),
        is_wide=is_wide,
        story=articles,
    )


def exists(cite: Citation, article: Article) -> bool:
    """Tell whether a citation names characters that its article has."""
    return 0 <= cite.start < cite.end <= len(article.text)


def _nearest(text: str, language: str | None, passages: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Return the sentences of an article that a text seems to retell, in their order."""
    chosen: set[int] = set()
    for own in readings(text, language):
        chosen.update(nearest(own, passages))
    return tuple(passages[place] for place in sorted(chosen))


def nearest(own: Reading, passages: tuple[Reading, ...]) -> tuple[int, ...]:
    """Return the places of the sentences that cover most of a sentence's words, best first.

    Figures choose none: a wrong one stands in some other sentence.
    """
    left, chosen = {word for word in own.content if not word[:1].isdigit()}, []
    for _ in range(_MOST_CHOSEN):
        best = max(
            range(len(passages)),
            key=lambda place: (
                len(left & passages[place].content),
                len(own.content & passages[place].content),
                -place,
            ),
            default=None,
        )
        if best is None or not left & passages[best].content:
            break
        chosen.append(best)
        left -= passages[best].content
    return tuple(chosen)


def same_word(one: str, other: str) -> bool:
    """Tell whether two stems are one word, of one family, or can mean the same."""
    return one == other or are_alike(one, other) or are_kin(one, other)
