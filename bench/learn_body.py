"""Learns what tells an article's blocks from others: `bench/learn_body.py FOLDER [--write]`.

FOLDER holds gold pages (see goldpages.py). Gradient boosting needs lightgbm, which the desk does
not: `uv run --with lightgbm bench/learn_body.py FOLDER`. What is printed was predicted for sites
that the trees had not seen. With --write, trees learnt from all pages become
bot/extract/fasttrees.py and bot/extract/votedtrees.py.
"""

import argparse
import hashlib
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from goldpages import GoldPage, gold_pages, nearness, pooled, runs, snippets, words_of

from bot.errors import ExtractError
from bot.extract import body, signs, votes
from bot.extract.blocks import Block, blocks_of
from bot.extract.hidden import drop_hidden
from bot.extract.html import parsed
from bot.extract.structured import linked_data
from bot.extract.trees import chances
from bot.text.decode import decoded

FOLDS = 5
BOOSTING = {
    "n_estimators": 120, "num_leaves": 12, "learning_rate": 0.075, "min_child_samples": 20,
    "colsample_bytree": 0.5, "subsample": 0.7, "subsample_freq": 1, "reg_lambda": 5.0,
    "random_state": 1, "n_jobs": 2, "deterministic": True, "verbose": -1,
}  # fmt: skip
HALF, SHORT, WINDOW = 0.5, 4, 5
TINY = 1e-9
FEWEST_WORDS, LEAST_WEIGHT, SNIPPET_WEIGHT = 60, 0.002, 0.04
TABLES = Path(__file__).parents[1] / "bot" / "extract"
HEAD = '''"""Trees that weigh a page's blocks{what}; learnt, see bench/learn_body.py."""

{name} = """
{lines}
"""
'''


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A page, its blocks, what tells them apart, and which are the article's (None: unknown)."""

    page: GoldPage
    blocks: list[Block]
    rows: list[signs.Row]
    voted: list[signs.Row]
    labels: list[float | None]
    weights: list[float]


def main(folder: Path, *, write: bool) -> None:
    """Learn, print how well that works on other sites, and write the trees."""
    examples = list(examples_of(gold_pages(folder)))
    print(f"{len(examples)} pages, {sum(len(one.rows) for one in examples)} blocks")
    fast = predicted(examples, lambda one: one.rows)
    voted = predicted(examples, lambda one: one.voted)
    report("weights alone", examples, fast)
    report("vote", examples, voted)
    for limit in (0.05, 0.1, 0.15, 0.2, 0.3):
        mixed, share = choice(examples, fast, voted, limit=limit)
        report(f"mixed at {limit}, {share:.0%} without vote", examples, mixed)
    if write:
        for name, what, rows in (
            ("fast", "alone", lambda one: one.rows),
            ("voted", "with a library's opinion", lambda one: one.voted),
        ):
            text = HEAD.format(
                what=f" {what}", name=name.upper(), lines=table(learnt(examples, rows))
            )
            (TABLES / f"{name}trees.py").write_text(text, "utf-8")


def examples_of(pages: Iterable[GoldPage]) -> Iterator[Example]:
    """Read the pages that say which text is the article's."""
    for page in pages:
        if not (page.text or page.wanted or page.unwanted):
            continue
        html = decoded(page.body)
        try:
            root = parsed(html, page.url)
        except ExtractError:
            continue
        data = linked_data(root)
        drop_hidden(root, html)
        blocks, boxes = blocks_of(root)
        rows = signs.signs_of(blocks, boxes, body.hints_of(root, data))
        found = votes.votes_of(blocks, body.library_text(root))
        labels, weights = labelled(page, blocks)
        voted = [(*row, *vote) for row, vote in zip(rows, found, strict=True)]
        yield Example(
            page=page, blocks=blocks, rows=rows, voted=voted, labels=labels, weights=weights
        )


def labelled(page: GoldPage, blocks: Sequence[Block]) -> tuple[list[float | None], list[float]]:
    """Return which blocks are the article's, and what each counts for in learning."""
    if not page.text:
        labels = [by_snippets(page, block.text) for block in blocks]
        return labels, [SNIPPET_WEIGHT] * len(blocks)
    gold, words = words_of(page.text), [words_of(block.text) for block in blocks]
    known = runs(gold)
    shares = [
        sum(run in known for run in runs(own)) / len(runs(own)) if len(own) >= SHORT else None
        for own in words
    ]
    line = f" {' '.join(gold)} "
    for at, own in enumerate(words):
        if shares[at] is None:
            shares[at] = float(beside(at, own, words, shares, line))
    length = max(FEWEST_WORDS, len(gold))
    weights = [min(1.0, max(1, len(own)) / length) + LEAST_WEIGHT for own in words]
    return shares, weights


def by_snippets(page: GoldPage, text: str) -> float | None:
    """Say what the snippets say of a block, if anything."""
    line = " ".join(text.split())
    if any(" ".join(one.split()) in line for one in page.wanted):
        return 1.0
    return 0.0 if any(" ".join(one.split()) in line for one in page.unwanted) else None


def beside(
    at: int,
    own: list[str],
    words: list[list[str]],
    shares: list[float | None],
    line: str,
) -> bool:
    """Say whether a block of a few words stands in the text, beside a neighbour on its page."""
    if not own:
        return False

    def near(places: Iterable[int]) -> list[str]:
        return next((words[one] for one in places if (shares[one] or 0) > HALF), [])

    above = near(range(at - 1, max(-1, at - 1 - WINDOW), -1))
    below = near(range(at + 1, min(len(words), at + 1 + WINDOW)))
    joined = ([*above[-2:], *own] if above else [], [*own, *below[:2]] if below else [])
    return any(one and f" {' '.join(one)} " in line for one in joined)


def fold(page: GoldPage) -> int:
    """Return the part that a page's site is in."""
    return int(hashlib.sha256(page.site.encode()).hexdigest(), 16) % FOLDS


Rows = Callable[[Example], Sequence[signs.Row]]


def predicted(examples: Sequence[Example], rows: Rows) -> dict[str, list[float]]:
    """Return what trees that never saw a page's site say of its blocks."""
    found: dict[str, list[float]] = {}
    for part in range(FOLDS):
        trees = table(learnt([one for one in examples if fold(one.page) != part], rows))
        for one in examples:
            if fold(one.page) == part:
                found[one.page.id] = chances(trees, rows(one))
    return found


def learnt(examples: Sequence[Example], rows: Rows):  # noqa: ANN201  lightgbm has no types
    """Return trees that fit the examples."""
    from lightgbm import LGBMClassifier

    known = [
        (row, label > HALF, weight)
        for one in examples
        for row, label, weight in zip(rows(one), one.labels, one.weights, strict=True)
        if label is not None
    ]
    mean = sum(weight for _, _, weight in known) / len(known)
    return LGBMClassifier(**BOOSTING).fit(
        [row for row, _, _ in known],
        [label for _, label, _ in known],
        sample_weight=[weight / mean for _, _, weight in known],
    )


def choice(
    examples: Sequence[Example],
    fast: dict[str, list[float]],
    voted: dict[str, list[float]],
    *,
    limit: float,
) -> tuple[dict[str, list[float]], float]:
    """Return the weights' word where they are sure enough, the vote's elsewhere; and the share."""
    sure = {
        one.page.id for one in examples if body.is_sure(one.rows, fast[one.page.id], limit=limit)
    }
    mixed = {key: fast[key] if key in sure else voted[key] for key in fast}
    return mixed, len(sure) / len(examples)


def report(name: str, examples: Sequence[Example], said: dict[str, list[float]]) -> None:
    """Print how near the texts come to the gold."""
    texts = {one.page.id: body.text_of(one.blocks, said[one.page.id]) for one in examples}
    whole = [nearness(one.page.text, texts[one.page.id]) for one in examples if one.page.text]
    counts = [snippets(one.page, texts[one.page.id]) for one in examples]
    found, wanted, out, unwanted = (sum(column) for column in zip(*counts, strict=True))
    f1, precision, recall = pooled(whole)
    print(
        f"{name:<32} F1 {f1:.4f} P {precision:.4f} R {recall:.4f}"
        f"   wanted {found / max(1, wanted):.3f} kept out {out / max(1, unwanted):.3f}"
    )


def table(model) -> str:  # noqa: ANN001  lightgbm has no types
    """Return a table that bot.extract.trees reads: trees parted by an empty line."""
    trees = model.booster_.dump_model()["tree_info"]
    return "\n\n".join(
        textwrap.fill(" ".join(_spelled(tree["tree_structure"])), 98) for tree in trees
    )


def _spelled(node: dict) -> Iterator[str]:
    if "leaf_value" in node:
        yield f"{node['leaf_value']:.3f}".replace("0.", ".")
        return
    limit = node["threshold"]
    yield f"{node['split_feature']}<{limit if abs(limit) > TINY else 0:.4g}"
    yield from _spelled(node["left_child"])
    yield from _spelled(node["right_child"])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    main(arguments.folder, write=arguments.write)
