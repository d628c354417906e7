"""Prints how well and how fast summaries are checked: `python bench/check.py FILE…`.

A file is JSON Lines, also packed (`.gz`), a sentence a row: `src` (an article) and `summary`, or
`source` (articles), `claim` and `cites`, as `newsdesk check` reads them; and `label`: 1 or
"supported" when the sentence is borne out. Scored by balanced accuracy: the mean of the shares of
true and of untrue sentences that are judged right. Then each article's own sentences are checked
against it, once as they stand and once without their first word.
"""

import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.cli.checking import read_row
from bot.cli.rows import rows
from bot.compose.check import check
from bot.models import Article, ArticleId, Citation, Sentence, StoryId, Summary
from bot.text.sentences import sentence_spans

Shelf = dict[ArticleId, Article]


def main(files: Sequence[Path]) -> None:
    """Score and time each file."""
    for path in files:
        read = [(*read_row(row, number), row.get("label")) for number, row in rows(path)]
        started = time.process_time()
        judged = [(label, not check(told, shelf)) for told, shelf, label in read]
        spent = 1000 * (time.process_time() - started) / max(1, len(read))
        print(f"{path.name}: {len(read)} sentences, {spent:.2f} ms each, articles read besides")
        print(f"  balanced accuracy {balanced(judged):.1f}")
        shelves = {one.text: {one.id: one} for _, shelf, _ in read for one in shelf.values()}
        literal = [pair for shelf in shelves.values() for pair in own(shelf, skip=0)]
        cut = [pair for shelf in shelves.values() for pair in own(shelf, skip=1)]
        for name, pairs in (("as they stand", literal), ("without a word", cut)):
            started = time.process_time()
            faulty = sum(bool(check(told, shelf)) for told, shelf in pairs)
            spent = 1000 * (time.process_time() - started) / max(1, len(pairs))
            print(f"  {len(pairs)} own sentences {name}: {faulty} refused, {spent:.2f} ms each")


def balanced(judged: Sequence[tuple[object, bool]]) -> float:
    """Return the mean of the shares of true and untrue sentences judged right, in percent."""
    shares = []
    for truth in (True, False):
        said = [stands for label, stands in judged if (label in {1, "supported"}) == truth]
        shares.append(sum(one == truth for one in said) / len(said) if said else 1.0)
    return 50 * sum(shares)


def own(shelf: Shelf, *, skip: int) -> Iterator[tuple[Summary, Shelf]]:
    """Yield the sentences of an article without their first words, each cited where it stands."""
    for one in shelf.values():
        for start, end in sentence_spans(one.text, one.language):
            text = " ".join(one.text[start:end].split()[skip:])
            if text:
                cites = (Citation(article=one.id, start=start, end=end),)
                sentence = Sentence(text=text, cites=cites)
                yield Summary(story=StoryId(one.id), headline="", sentences=(sentence,)), shelf


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
