"""Sentence embeddings of a small BERT (MiniLM-L6 and its like), from a folder, without torch.

The folder is as sentence-transformers keeps it: `config.json`, `tokenizer.json` and
`model.safetensors`. Nothing is fetched. It needs the extra `newsdesk[embeddings]`.
"""

import json
import os
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

from bot.errors import ConfigError
from bot.ports import Embedder, Tools

FILES = ("config.json", "tokenizer.json", "model.safetensors")
LIBRARIES = ("numpy", "safetensors", "tokenizers")
SETTING = "group.embeddings"

_ONLY = {"model_type": "bert", "hidden_act": "gelu", "position_embedding_type": "absolute"}
"""What the network must be, as `config.json` says it."""


class Settings(Protocol):
    """What `create` reads of its settings."""

    @property
    def embeddings(self) -> str:
        """The folder of the model."""
        ...


def create(settings: Settings, tools: Tools) -> Embedder:  # noqa: ARG001 - the signature of parts
    """Return the embedder whose model lies in the folder that the settings name.

    Raises:
        ConfigError: the extra is not installed, or the folder holds no such model.
    """
    if not all(map(find_spec, LIBRARIES)):
        cure = 'install it with: pip install "newsdesk[embeddings]"'
        raise ConfigError(SETTING, f"embeddings need the extra of that name; {cure}")
    folder = Path(settings.embeddings).expanduser()
    missing = [name for name in FILES if not (folder / name).is_file()]
    if missing:
        problem = f"{folder} has no {' and no '.join(missing)}; docs/model.md says where to get one"
        raise ConfigError(SETTING, problem)
    # On a busy machine the threads of numpy's BLAS wait for each other and spin: measured with two
    # on two cores in use, one text took ten times as long. It looks here when it is first imported.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from bot.embed._network import opened

    return opened(folder, _network(folder))


def _network(folder: Path) -> dict[str, Any]:
    """Return what `config.json` says of the network, if it is one that we compute.

    Raises:
        ConfigError: it is another.
    """
    try:
        found = json.loads((folder / "config.json").read_text("utf-8"))
    except ValueError as error:
        raise ConfigError(SETTING, f"{folder / 'config.json'} is not JSON: {error}") from error
    if not isinstance(found, dict):
        raise ConfigError(SETTING, f"{folder / 'config.json'} is no JSON object")
    told = {name: found.get(name, usual) for name, usual in _ONLY.items()}
    if told != _ONLY:
        raise ConfigError(SETTING, f"{folder}: only {_ONLY} is computed here, and this is {told}")
    return found
