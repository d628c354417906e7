"""Where the platforms' own schemas and limits are: beside the repository, never in it."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def gold_folder(name: str) -> Path | None:
    """Return the folder `name` of the gold data, or None where there is none."""
    home = Path(os.environ.get("NEWSDESK_GOLD_DATA") or ROOT.parent / "shared" / "data")
    folder = home / name
    return folder if folder.is_dir() else None


def needs_gold() -> bool:
    """Return whether a missing gold folder is a failure: it is in CI."""
    return os.environ.get("CI") == "true"


def require_gold(name: str) -> Path:
    """Return the folder `name` of the gold data; skip the test without it, fail it in CI."""
    folder = gold_folder(name)
    if folder is None:
        reason = f"no gold data for {name}: set NEWSDESK_GOLD_DATA to its folder"
        if needs_gold():
            pytest.fail(reason)
        pytest.skip(reason)
    return folder
