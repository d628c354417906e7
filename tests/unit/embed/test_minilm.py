"""Promises of `bot.embed.minilm`: the vectors are the network's, and a wrong folder is named."""

import json
import math
import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.embed.minilm import create
from bot.errors import ConfigError
from bot.ports import Embedder, Tools
from tests.fakes import FixedClock
from tests.unit.embed.tiny import PLACES, WORDS, plain_vector, tokenizer, written

TOOLS = Tools(clock=FixedClock(), environment={}, home=".")
TEXTS = (
    "The harbour of Delta reopened.",
    "Harbours",
    "The pilots left the harbour of Delta.",
    "",
    "Ferry left.",
    "Größe unknown 港口",
)


@dataclass(frozen=True, slots=True)
class Group:
    """The table `group`."""

    embeddings: str


def embedder(folder: Path) -> Embedder:
    """Open the model of a folder."""
    return create(Group(str(folder)), TOOLS)


def fault(folder: Path) -> str:
    """Return what is said about a folder that holds no model."""
    with pytest.raises(ConfigError) as caught:
        embedder(folder)
    assert caught.value.setting == "group.embeddings"
    return str(caught.value)


@pytest.mark.parametrize("prefix", ["", "bert."])
def test_vectors_are_what_the_network_says(tmp_path: Path, prefix: str) -> None:
    """Number by number, in the order of the texts, however they are put together."""
    weights = written(tmp_path, prefix=prefix)
    tokens = tokenizer()
    tokens.no_padding()
    expected = [plain_vector(weights, tokens.encode(text).ids) for text in TEXTS]

    found = embedder(tmp_path).embed(TEXTS)

    assert len(found) == len(TEXTS)
    for vector, plain in zip(found, expected, strict=True):
        assert vector == pytest.approx(plain, abs=1e-5)
        assert math.hypot(*vector) == pytest.approx(1, abs=1e-6)


def test_a_text_means_the_same_beside_any_others(tmp_path: Path) -> None:
    """Among hundreds of all lengths, more than are computed at once."""
    written(tmp_path)
    chance = random.Random(1)  # noqa: S311 — texts, no secrets
    many = [" ".join(chance.choices(WORDS[4:], k=chance.randrange(28))) for _ in range(300)]
    model = embedder(tmp_path)

    found = model.embed([*many, *TEXTS])

    for text, vector in list(zip([*many, *TEXTS], found, strict=True))[::20]:
        assert vector == pytest.approx(model.embed([text])[0], abs=1e-5)


def test_what_comes_after_the_most_that_it_takes_is_not_looked_at(tmp_path: Path) -> None:
    """A network has places for so many words and no more."""
    written(tmp_path)
    long = " ".join(["harbour"] * PLACES)
    one, other = embedder(tmp_path).embed([long, f"{long} of the ferry"])

    assert one == other


def test_no_texts_are_no_vectors(tmp_path: Path) -> None:
    """Nothing to embed is no fault."""
    written(tmp_path)

    assert list(embedder(tmp_path).embed([])) == []


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    """With what it lacks and where to get it."""
    (tmp_path / "config.json").write_text("{}", "utf-8")

    said = fault(tmp_path)
    assert f"{tmp_path} has no tokenizer.json and no model.safetensors" in said
    assert "docs/model.md" in said


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ({"hidden_act": "relu"}, "'hidden_act': 'relu'"),
        ({"model_type": "mpnet"}, "'model_type': 'mpnet'"),
        ({"num_hidden_layers": 3}, "encoder.layer.2"),
    ],
    ids=["another function", "another network", "more layers"],
)
def test_a_network_that_is_not_computed_here_is_refused(
    tmp_path: Path, config: dict[str, Any], said: str
) -> None:
    """Rather than computed wrongly."""
    written(tmp_path, **config)

    assert said in fault(tmp_path)


@pytest.mark.parametrize("name", ["model.safetensors", "tokenizer.json", "config.json"])
@pytest.mark.parametrize("content", [b"", b"{", b"\x00" * 40], ids=["empty", "cut", "zeros"])
def test_a_broken_file_is_a_fault_of_the_setting(tmp_path: Path, name: str, content: bytes) -> None:
    """Whichever it is."""
    written(tmp_path)
    (tmp_path / name).write_bytes(content)

    assert str(tmp_path) in fault(tmp_path)


def test_a_config_that_lacks_a_figure_is_a_fault_of_the_setting(tmp_path: Path) -> None:
    """As one that is no object is."""
    written(tmp_path)
    config = json.loads((tmp_path / "config.json").read_text("utf-8"))
    del config["num_attention_heads"]
    (tmp_path / "config.json").write_text(json.dumps(config), "utf-8")
    lacking = fault(tmp_path)
    (tmp_path / "config.json").write_text("[]", "utf-8")

    assert "num_attention_heads" in lacking
    assert "config.json" in fault(tmp_path)
