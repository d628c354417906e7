"""The floors that skills stand on: figures seen, in floors.json, which only rise."""

import json
from pathlib import Path

FLOORS: dict[str, float] = {
    name: value
    for name, value in json.loads(
        Path(__file__).with_name("floors.json").read_text("utf-8")
    ).items()
    if name != "about"
}


def hold(name: str, seen: float, *, slack: float = 0) -> None:
    """Fail when a figure fell under its floor, or rose by more than `slack` over it.

    What was won is kept: whoever improves a skill writes the new figure into floors.json.
    """
    floor = FLOORS[name]
    assert seen >= floor, f"{name}: {seen} is under its floor, {floor}"
    assert seen <= floor + slack, f"{name}: raise the floor in floors.json from {floor} to {seen}"
