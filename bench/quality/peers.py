"""Other ways of telling an article short: the beginning, sumy's LexRank and sumy's TextRank.

sumy asks NLTK for its sentences and words, which wants a download; it is given ours instead.
"""

import re
import warnings
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import chain, zip_longest
from types import ModuleType
from typing import Any

from bench.quality.gold import Row
from bot.models import Budget
from bot.text.sentences import sentences

Peer = Callable[[Row, Budget], list[str]]

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")


def peers_of_one(scorer: ModuleType) -> dict[str, Peer]:
    """Return the ways of telling one article, by name. The beginning is as the scorer sees it."""

    def lead(row: Row, budget: Budget) -> list[str]:
        return beginning(scorer.sentences(row["src"]), budget)

    return {"lead": lead, "sumy LexRank": lex_rank, "sumy TextRank": text_rank}


def peers_of_several(scorer: ModuleType) -> dict[str, Peer]:
    """Return the ways of telling several articles of one story, by name."""

    def lead_of_one(row: Row, budget: Budget) -> list[str]:
        return beginning(scorer.sentences(row["articles"][0]["text"]), budget)

    def in_turn(row: Row, budget: Budget) -> list[str]:
        each = [scorer.sentences(one["text"]) for one in row["articles"]]
        turns = chain.from_iterable(zip_longest(*each))
        return filling([sentence for sentence in turns if sentence], budget)

    return {"lead of one": lead_of_one, "first sentences in turn": in_turn,
            "sumy LexRank": lex_rank}  # fmt: skip


def lex_rank(row: Row, budget: Budget) -> list[str]:
    """Return the sentences that sumy's LexRank chooses."""
    from sumy.summarizers.lex_rank import LexRankSummarizer

    return _chosen(LexRankSummarizer, row, budget)


def text_rank(row: Row, budget: Budget) -> list[str]:
    """Return the sentences that sumy's TextRank chooses."""
    from sumy.summarizers.text_rank import TextRankSummarizer

    return _chosen(TextRankSummarizer, row, budget)


def beginning(found: Iterable[str], budget: Budget) -> list[str]:
    """Return the first sentences, whole, as many as a budget holds; the first in any case.

    >>> beginning(["One two.", "Three four five.", "Six."], Budget(sentences=None, words=4))
    ['One two.']
    """
    return _held(found, budget, skips=False)


def filling(found: Iterable[str], budget: Budget) -> list[str]:
    """Return the first sentences, less those that no longer fit into a budget.

    >>> filling(["One two.", "Three four five.", "Six."], Budget(sentences=None, words=4))
    ['One two.', 'Six.']
    """
    return _held(found, budget, skips=True)


def _held(found: Iterable[str], budget: Budget, *, skips: bool) -> list[str]:
    kept: list[str] = []
    words = 0
    for sentence in found:
        many = len(sentence.split())
        if len(kept) == budget.sentences:
            break
        if kept and budget.words is not None and words + many > budget.words:
            if skips:
                continue
            break
        words += many
        kept.append(sentence)
    return kept


class OwnTokenizer:
    """Gives sumy our sentences and words."""

    def to_sentences(self, text: str) -> tuple[str, ...]:
        """Return the sentences of a paragraph."""
        return tuple(sentences(text, "en"))

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """Return the words of a sentence."""
        return tuple(_WORD.findall(sentence))


def _chosen(method: Callable[..., Any], row: Row, budget: Budget) -> list[str]:
    from sumy.parsers.plaintext import PlaintextParser

    texts = [row["src"]] if "src" in row else [one["text"] for one in row["articles"]]
    document = PlaintextParser("\n\n".join(texts), OwnTokenizer()).document
    stemmer, stop_words = _english()
    summarizer = method(stemmer)
    summarizer.stop_words = stop_words

    def best(ranked: Sequence[Any]) -> Sequence[Any]:
        held = set(filling([str(one.sentence) for one in ranked], budget))
        return [one for one in ranked if str(one.sentence) in held]

    with warnings.catch_warnings():  # LexRank divides by 0 where no two sentences share a word
        warnings.simplefilter("ignore", RuntimeWarning)
        return [str(sentence) for sentence in summarizer(document, best)]


@cache
def _english() -> tuple[Any, frozenset[str]]:
    from sumy.nlp.stemmers import Stemmer
    from sumy.utils import get_stop_words

    return Stemmer("english"), get_stop_words("english")
