"""A BERT encoder computed with numpy: from the numbers of words to what each word means here.

After Devlin et al. 2018 (arXiv:1810.04805), with the weights as `transformers` names them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Weights = Mapping[str, Floats]

_NEVER = np.float32(-1e9)
_ERF = (0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429)
"""Abramowitz and Stegun 7.1.26: the error function to 1.5e-7, as near as float32 is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How large a network is: layers, heads of attention, and what keeps a norm from nothing."""

    layers: int
    heads: int
    epsilon: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Linear:
    weight: Floats
    bias: Floats

    def __call__(self, x: Floats) -> Floats:
        made: Floats = x @ self.weight + self.bias
        return made


@dataclass(frozen=True, slots=True, kw_only=True)
class _Norm:
    weight: Floats
    bias: Floats
    epsilon: float

    def __call__(self, x: Floats) -> Floats:
        centred = x - x.mean(axis=-1, keepdims=True)
        spread = np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + self.epsilon)
        made: Floats = centred / spread * self.weight + self.bias
        return made


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layer:
    attended: _Linear
    context: _Linear
    context_norm: _Norm
    inner: _Linear
    outer: _Linear
    outer_norm: _Norm


class Bert:
    """The network. Its weights are read once, so that each step is one multiplication."""

    def __init__(self, weights: Weights, shape: Shape) -> None:
        self._shape = shape
        self._words = weights["embeddings.word_embeddings.weight"]
        # Only one kind of text is ever given: its vector goes into the places.
        kind = weights["embeddings.token_type_embeddings.weight"][0]
        self._places = weights["embeddings.position_embeddings.weight"] + kind
        self._norm = _norm(weights, "embeddings.LayerNorm", shape)
        self._layers = [_layer(weights, number, shape) for number in range(shape.layers)]

    @property
    def most_words(self) -> int:
        """How many words of a text it can take."""
        return len(self._places)

    def __call__(self, ids: NDArray[np.int64], is_word: NDArray[np.bool_]) -> Floats:
        """Return a vector for each word: `ids` and `is_word` are texts by words.

        Where `is_word` is False a text has ended, and what comes there means nothing.
        """
        unseen = np.where(is_word, np.float32(0), _NEVER)[:, None, None, :]
        x = self._norm(self._words[ids] + self._places[: ids.shape[1]])
        for layer in self._layers:
            x = layer.context_norm(x + layer.context(self._attention(layer, x, unseen)))
            x = layer.outer_norm(x + layer.outer(_gelu(layer.inner(x))))
        return x

    def _attention(self, layer: _Layer, x: Floats, unseen: Floats) -> Floats:
        """Return what each word takes from the others, head by head."""
        texts, words, size = x.shape
        heads = self._shape.heads
        split = layer.attended(x).reshape(texts, words, 3, heads, size // heads)
        queries, keys, values = split.transpose(2, 0, 3, 1, 4)
        scores = queries @ keys.swapaxes(-1, -2) / np.float32(sqrt(size // heads)) + unseen
        scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
        shares = scores / scores.sum(axis=-1, keepdims=True)
        taken: Floats = (shares @ values).swapaxes(1, 2).reshape(texts, words, size)
        return taken


def _layer(weights: Weights, number: int, shape: Shape) -> _Layer:
    at = f"encoder.layer.{number}"
    parts = [_linear(weights, f"{at}.attention.self.{part}") for part in ("query", "key", "value")]
    return _Layer(
        attended=_Linear(
            weight=np.concatenate([part.weight for part in parts], axis=1),
            bias=np.concatenate([part.bias for part in parts]),
        ),
        context=_linear(weights, f"{at}.attention.output.dense"),
        context_norm=_norm(weights, f"{at}.attention.output.LayerNorm", shape),
        inner=_linear(weights, f"{at}.intermediate.dense"),
        outer=_linear(weights, f"{at}.output.dense"),
        outer_norm=_norm(weights, f"{at}.output.LayerNorm", shape),
    )


def _linear(weights: Weights, name: str) -> _Linear:
    return _Linear(
        weight=np.ascontiguousarray(weights[f"{name}.weight"].T), bias=weights[f"{name}.bias"]
    )


def _norm(weights: Weights, name: str, shape: Shape) -> _Norm:
    return _Norm(
        weight=weights[f"{name}.weight"], bias=weights[f"{name}.bias"], epsilon=shape.epsilon
    )


def _gelu(x: Floats) -> Floats:
    """Return x as far as it is likely to be the larger: x * P(X <= x), X normal."""
    scaled = np.abs(x) * np.float32(1 / sqrt(2))
    t = 1 / (1 + np.float32(0.3275911) * scaled)
    series = np.full_like(t, _ERF[-1])
    for factor in reversed(_ERF[:-1]):
        series *= t
        series += np.float32(factor)
    tail = series * t * np.exp(-scaled * scaled)  # 1 - erf(|x| / sqrt(2))
    made: Floats = x * np.where(x >= 0, 1 - tail / 2, tail / 2)
    return made
