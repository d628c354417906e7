"""Measures near-duplicates: made copies beside their originals, one kind at a time."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from bench.quality.gold import Gold, Row, newsdesk
from bench.quality.report import Basis, Goal, Part, Table
from bot.text.copies import copies

FEWEST_WORDS, MOST_ORIGINALS = 120, 300


def measured(gold: Gold) -> Part:
    """Return how many made copies are found, kind by kind, and how many wrong links are made."""
    everything = gold.rows("clustering", "ecbplus")
    long = [row for row in everything if len(row.get("text", "").split()) >= FEWEST_WORDS]
    originals = long[:MOST_ORIGINALS]
    truth = {row["id"]: str(row["cluster"]) for row in originals}
    lines, shares, wrong = [], [], 0
    for kind, cases in cases_of(gold, originals).items():
        ours = judged(cases, truth, filed(originals, cases))
        voices = judged(cases, truth, printed(originals, cases))
        shares.append((ours[0] / len(cases), voices[0] / len(cases)))
        wrong += ours[1] + voices[1]
        lines.append((kind, *map(str, (len(cases), *ours, *voices))))
    table = Table(
        title="Near-duplicates (made by neardup_cases.py)",
        head=("kind", "cases", "in one story", "in a wrong one", "one voice", "a wrong voice"),
        rows=tuple(lines),
        notes=(f"{len(originals)} full reports (ecbplus) and their copies, one kind at a time.",),
    )
    in_story, as_voice = (min(column) for column in zip(*shares, strict=True))
    return Part(goals=tuple(_goals(in_story, as_voice, wrong)), tables=(table,))


def _goals(in_story: float, as_voice: float, wrong: int) -> Iterator[Goal]:
    for what, found in (("in one story", in_story), ("as one voice", as_voice)):
        yield Goal(
            figure=f"near-duplicates {what}: share of the worst kind",
            ours=found,
            target=0.99,
            hoped=1,
            digits=3,
            basis=Basis.TUNED,
        )
    yield Goal(
        figure="near-duplicates: false links",
        ours=wrong,
        target=0,
        hoped=0,
        digits=0,
        at_most=True,
        basis=Basis.TUNED,
    )


def cases_of(gold: Gold, originals: Sequence[Row]) -> dict[str, list[Row]]:
    """Return the made copies of all originals, by kind."""
    made = gold.scorer("neardup_cases").cases
    found: dict[str, list[Row]] = {}
    for row in originals:
        for kind, title, lines in made(row):
            case = {"id": f"{row['id']}-{kind}", "of": row["id"], "title": title}
            found.setdefault(kind, []).append({**case, "text": "\n".join(lines)})
    return found


def filed(originals: Sequence[Row], cases: Sequence[Row]) -> dict[str, str]:
    """Return the story of each original and each copy, as the command groups them."""
    rows = newsdesk("group", "-", rows=[_bare(row) for row in (*originals, *cases)])
    return {row["article"]: row["story"] for row in rows}


def printed(originals: Sequence[Row], cases: Sequence[Row]) -> dict[str, str]:
    """Return the voice of each original and each copy, as independent reports are counted."""
    rows = (*originals, *cases)
    voices = copies([f"{row.get('title') or ''}\n{row['text']}" for row in rows])
    return {row["id"]: str(voice) for row, voice in zip(rows, voices, strict=True)}


def judged(
    cases: Sequence[Row], truth: Mapping[str, str], placed: Mapping[str, str]
) -> tuple[int, int]:
    """Return how many copies are with their original, and how many are with another's instead."""
    with_original = sum(placed[case["id"]] == placed[case["of"]] for case in cases)
    stories = {(placed[name], story) for name, story in truth.items()}
    held = Counter(home for home, _ in stories)
    wrong = sum(
        placed[case["id"]] != placed[case["of"]]
        and held[placed[case["id"]]] > ((placed[case["id"]], truth[case["of"]]) in stories)
        for case in cases
    )
    return with_original, wrong


def _bare(row: Row) -> Row:
    """Return what an article brings along, without what only the gold knows."""
    return {key: row.get(key, "") for key in ("id", "title", "text")}
