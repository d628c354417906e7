"""A BERT of two layers with weights by chance, as files, and the same network computed plainly."""

import json
import math
import random
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from safetensors.numpy import save_file
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer
from tokenizers.processors import TemplateProcessing

SIZE, INNER, LAYERS, HEADS, PLACES = 8, 20, 2, 2, 32
EPSILON = 1e-12
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
WORDS = (
    *SPECIAL,
    "the",
    "harbour",
    "of",
    "delta",
    "reopened",
    "##s",
    "ferry",
    ".",
    "pilot",
    "left",
)
CONFIG: Mapping[str, object] = {
    "model_type": "bert",
    "hidden_act": "gelu",
    "num_hidden_layers": LAYERS,
    "num_attention_heads": HEADS,
    "layer_norm_eps": EPSILON,
}

Vector = list[float]
Matrix = list[Vector]
Weights = Mapping[str, Any]


def written(folder: Path, *, prefix: str = "", **config: Any) -> Weights:  # noqa: ANN401
    """Write a model into a folder and return its weights as lists."""
    chance = random.Random(7)  # noqa: S311 — weights, no secrets
    weights = {name: _rows(chance, *shape) for name, shape in _shapes()}
    arrays = {f"{prefix}{name}": np.array(rows, np.float32) for name, rows in weights.items()}
    save_file(arrays, folder / "model.safetensors")
    (folder / "config.json").write_text(json.dumps({**CONFIG, **config}), "utf-8")
    tokenizer().save(str(folder / "tokenizer.json"))
    return weights


def tokenizer() -> Tokenizer:
    """Return a tokenizer of a few words, which pads to a length as those of such models do."""
    made = Tokenizer(WordPiece({word: at for at, word in enumerate(WORDS)}, unk_token="[UNK]"))
    made.normalizer = BertNormalizer()
    made.pre_tokenizer = BertPreTokenizer()
    ends = [("[CLS]", WORDS.index("[CLS]")), ("[SEP]", WORDS.index("[SEP]"))]
    made.post_processor = TemplateProcessing(single="[CLS] $A [SEP]", special_tokens=ends)
    made.enable_padding(length=16)
    return made


def _shapes() -> Iterable[tuple[str, tuple[int, ...]]]:
    yield "embeddings.word_embeddings.weight", (len(WORDS), SIZE)
    yield "embeddings.position_embeddings.weight", (PLACES, SIZE)
    yield "embeddings.token_type_embeddings.weight", (2, SIZE)
    linear = {
        "attention.self.query": (SIZE, SIZE),
        "attention.self.key": (SIZE, SIZE),
        "attention.self.value": (SIZE, SIZE),
        "attention.output.dense": (SIZE, SIZE),
        "intermediate.dense": (INNER, SIZE),
        "output.dense": (SIZE, INNER),
    }
    norms = ["attention.output.LayerNorm", "output.LayerNorm"]
    for number in range(LAYERS):
        for name, shape in linear.items():
            yield f"encoder.layer.{number}.{name}.weight", shape
            yield f"encoder.layer.{number}.{name}.bias", shape[:1]
        for name in norms:
            yield f"encoder.layer.{number}.{name}.weight", (SIZE,)
            yield f"encoder.layer.{number}.{name}.bias", (SIZE,)
    yield "embeddings.LayerNorm.weight", (SIZE,)
    yield "embeddings.LayerNorm.bias", (SIZE,)


def _rows(chance: random.Random, *shape: int) -> Any:  # noqa: ANN401 — as deep as the shape
    if not shape:
        return chance.gauss(0, 0.7)
    return [_rows(chance, *shape[1:]) for _ in range(shape[0])]


def plain_vector(weights: Weights, ids: Sequence[int]) -> Vector:
    """Return the vector of one text, computed number by number as the paper says."""
    rows = [
        _normed(weights, "embeddings.LayerNorm", _added(word, place, kind))
        for word, place, kind in zip(
            [weights["embeddings.word_embeddings.weight"][one] for one in ids],
            weights["embeddings.position_embeddings.weight"],
            [weights["embeddings.token_type_embeddings.weight"][0]] * len(ids),
            strict=False,
        )
    ]
    for number in range(LAYERS):
        rows = _layer(weights, f"encoder.layer.{number}", rows)
    mean = [math.fsum(column) / len(rows) for column in zip(*rows, strict=True)]
    length = math.sqrt(math.fsum(value * value for value in mean))
    return [value / length for value in mean]


def _layer(weights: Weights, at: str, rows: Matrix) -> Matrix:
    queries, keys, values = (
        [_linear(weights, f"{at}.attention.self.{part}", row) for row in rows]
        for part in ("query", "key", "value")
    )
    size = SIZE // HEADS
    made = []
    for row, query in zip(rows, queries, strict=True):
        taken: Vector = []
        for head in range(HEADS):
            own = slice(head * size, (head + 1) * size)
            scores = [_dot(query[own], key[own]) / math.sqrt(size) for key in keys]
            shares = [math.exp(score) for score in scores]
            total = math.fsum(shares)
            columns = zip(*(value[own] for value in values), strict=True)
            taken += [_dot(shares, column) / total for column in columns]
        context = _linear(weights, f"{at}.attention.output.dense", taken)
        one = _normed(weights, f"{at}.attention.output.LayerNorm", _added(row, context))
        inner = [_gelu(x) for x in _linear(weights, f"{at}.intermediate.dense", one)]
        outer = _linear(weights, f"{at}.output.dense", inner)
        made.append(_normed(weights, f"{at}.output.LayerNorm", _added(one, outer)))
    return made


def _dot(one: Sequence[float], other: Sequence[float]) -> float:
    return math.fsum(a * b for a, b in zip(one, other, strict=True))


def _added(*rows: Vector) -> Vector:
    return [math.fsum(column) for column in zip(*rows, strict=True)]


def _linear(weights: Weights, name: str, row: Vector) -> Vector:
    lines = zip(weights[f"{name}.weight"], weights[f"{name}.bias"], strict=True)
    return [_dot(line, row) + bias for line, bias in lines]


def _normed(weights: Weights, name: str, row: Vector) -> Vector:
    mean = math.fsum(row) / len(row)
    spread = math.sqrt(math.fsum((x - mean) ** 2 for x in row) / len(row) + EPSILON)
    pairs = zip(row, weights[f"{name}.weight"], weights[f"{name}.bias"], strict=True)
    return [(x - mean) / spread * weight + bias for x, weight, bias in pairs]


def _gelu(x: float) -> float:
    return x * (1 + math.erf(x / math.sqrt(2))) / 2
