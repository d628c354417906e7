"""A model's folder becomes an embedder: texts to tokens, tokens through the network, one vector."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from safetensors import SafetensorError
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from bot.embed._bert import Bert, Floats, Shape
from bot.errors import ConfigError

MOST_TOKENS = 256
"""Of one text: what the models are trained on, and more than the news of an article takes."""

MOST_AT_ONCE = 2048
"""Tokens computed together: more gain nothing and take memory."""

SETTING = "group.embeddings"

Ids = Sequence[int]


class SentenceVectors:
    """The mean of what a text's words mean, at length one."""

    def __init__(self, tokenizer: Tokenizer, network: Bert) -> None:
        self._tokenizer = tokenizer
        self._network = network

    def embed(self, texts: Sequence[str]) -> list[list[float]]:
        """Return a vector for each text, in order; only its first 256 tokens are looked at."""
        # One by one: the tokenizer's own threads would not outlive a fork.
        ids = [self._tokenizer.encode(text).ids for text in texts]
        vectors: dict[int, list[float]] = {}
        for batch in _batches(ids):
            found = self._vectors([ids[place] for place in batch])
            vectors |= dict(zip(batch, found.tolist(), strict=True))
        return [vectors[place] for place in range(len(texts))]

    def _vectors(self, ids: Sequence[Ids]) -> Floats:
        longest = max(map(len, ids))
        tokens = np.array([[*row, *[0] * (longest - len(row))] for row in ids], dtype=np.int64)
        is_word = np.array([[place < len(row) for place in range(longest)] for row in ids])
        words = self._network(tokens, is_word)
        total = (words * is_word[:, :, None]).sum(axis=1)  # its length falls away below
        length = np.linalg.norm(total, axis=1, keepdims=True)
        return np.asarray(total / length, dtype=np.float32)


def opened(folder: Path, network: Mapping[str, Any]) -> SentenceVectors:
    """Return the embedder of a model's folder; `network` is what its `config.json` says.

    Raises:
        ConfigError: a file of it cannot be read, or does not hold what the others say.
    """
    try:
        weights = {
            _plain(name): rows for name, rows in load_file(folder / "model.safetensors").items()
        }
        shape = Shape(
            layers=network["num_hidden_layers"],
            heads=network["num_attention_heads"],
            epsilon=network["layer_norm_eps"],
        )
        bert = Bert(weights, shape)
    except (OSError, SafetensorError, KeyError) as error:
        raise ConfigError(SETTING, f"{folder}: is no whole model: {error!r}") from error
    tokenizer = _tokenizer(folder / "tokenizer.json")
    tokenizer.no_padding()
    tokenizer.enable_truncation(min(MOST_TOKENS, bert.most_words))
    return SentenceVectors(tokenizer, bert)


def _tokenizer(file: Path) -> Tokenizer:
    try:
        return Tokenizer.from_file(str(file))
    except Exception as error:  # the library raises nothing narrower
        raise ConfigError(SETTING, f"{file}: is no tokenizer: {error}") from error


def _plain(name: str) -> str:
    return name.removeprefix("bert.")


def _batches(ids: Sequence[Ids]) -> Iterator[list[int]]:
    """Yield the places of texts of much the same length, so that little is computed in vain."""
    batch: list[int] = []
    for place in sorted(range(len(ids)), key=lambda place: len(ids[place])):
        if batch and (len(batch) + 1) * len(ids[place]) > MOST_AT_ONCE:
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch
