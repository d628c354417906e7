"""Slack's own schema and limits, held against what the bot sends."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator

ROOTS = {
    "chat.postMessage": "PostMessage",
    "chat.postEphemeral": "PostEphemeral",
    "chat.update": "UpdateMessage",
    "views.open": "ViewsOpen",
    "views.update": "ViewsUpdate",
    "views.publish": "ViewsPublish",
}
# Slack names a schema for no payload of a response_url; these are the fields it documents.
URL_FIELDS = frozenset(
    {"text", "blocks", "response_type", "replace_original", "delete_original", "thread_ts"}
    | {"unfurl_links", "unfurl_media", "metadata"}
)


class SlackSchema:
    """Finds what is wrong with a payload."""

    def __init__(self, folder: Path) -> None:
        self._schema = json.loads((folder / "slack-blocks.schema.json").read_text())
        self._manifest = json.loads((folder / "manifest.schema.2.0.0.json").read_text())
        self._limits: dict[str, Any] = json.loads((folder / "limits.json").read_text())
        self._validators: dict[str, Draft7Validator] = {}

    def problems(self, method: str, payload: Mapping[str, Any]) -> list[str]:
        """Return everything wrong with the arguments of a method or of a response_url."""
        found: list[str] = []
        if method == "response_url":
            found += [f"unknown field {name}" for name in payload.keys() - URL_FIELDS]
        else:
            found += self._against(ROOTS[method], payload)
        blocks = payload.get("blocks", [])
        found += self._against("Blocks", blocks)
        found += self._too_many(blocks, self._limits["message"]["blocks"]["max_items"])
        if view := payload.get("view"):
            found += self._against("Modal" if view["type"] == "modal" else "Home", view)
            found += self._too_many(view["blocks"], self._limits["view"]["blocks"]["max_items"])
            found += list(self._lengths(view, self._limits["view"], "view"))
        if len(payload.get("text", "")) > self._limits["message"]["text"]["best_max_len"]:
            found.append("text is longer than advised")
        found += [problem for part in _objects(payload) for problem in self._object_problems(part)]
        found += _repeated_actions(payload)
        return [f"{method}: {problem}" for problem in found]

    def manifest_problems(self, manifest: Mapping[str, Any]) -> list[str]:
        """Return everything wrong with an app manifest."""
        return [error.message for error in Draft7Validator(self._manifest).iter_errors(manifest)]

    def _against(self, root: str, value: object) -> list[str]:
        """Return what the schema's definition `root` has against `value`."""
        if root not in self._validators:
            schema = {
                "$ref": f"#/definitions/{root}",
                "definitions": self._schema["definitions"],
            }
            self._validators[root] = Draft7Validator(schema)
        errors = self._validators[root].iter_errors(value)
        return [f"{error.json_path}: {error.message[:200]}" for error in errors]

    def _too_many(self, blocks: list[object], limit: int) -> list[str]:
        """Return a problem when there are more blocks than fit."""
        return [f"{len(blocks)} blocks, {limit} fit"] if len(blocks) > limit else []

    def _object_problems(self, part: Mapping[str, Any]) -> Iterator[str]:
        """Yield what the limits have against one object."""
        kind = str(part.get("type", ""))
        yield from self._lengths(part, self._limits["objects"].get(kind, {}), kind)
        for name in ("block_id", "action_id"):
            if len(str(part.get(name, ""))) > self._limits["any_object"][name]["max_len"]:
                yield f"{name} is too long"
        if kind in {"text", "link"} and not part.get("text"):
            yield f"rich text {kind} is empty"
        for option in part.get("options", []):
            yield from self._lengths(option, self._limits["option"], "option")

    def _lengths(
        self, part: Mapping[str, Any], limits: Mapping[str, Any], kind: str
    ) -> Iterator[str]:
        """Yield each field of an object that is longer or shorter than its limits."""
        for path, limit in limits.items():
            if not isinstance(limit, dict):
                continue
            value = _at(part, path)
            if value is None:
                continue
            size = len(value)
            most = int(limit.get("max_len") or limit.get("max_items") or size)
            least = int(limit.get("min_len") or limit.get("min_items") or 0)
            if size > most:
                yield f"{kind} {path}: {size} is too long"
            if size < least:
                yield f"{kind} {path}: {size} is too short"


@cache
def slack_schema(folder: Path) -> SlackSchema:
    """Return the schema that lies in `folder`, read once."""
    return SlackSchema(folder)


def _at(part: Mapping[str, Any], path: str) -> str | list[object] | None:
    """Return the text or list at a dotted path; None when there is none."""
    value: object = part
    for name in path.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return value if isinstance(value, str | list) else None


def _objects(value: object) -> Iterator[Mapping[str, Any]]:
    """Yield every object in a payload."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _objects(one)


def _repeated_actions(payload: Mapping[str, Any]) -> list[str]:
    """Return the names of elements that occur more than once in a message."""
    names = [str(part["action_id"]) for part in _objects(payload) if "action_id" in part]
    return [f"action_id {name} occurs twice" for name in set(names) if names.count(name) > 1]
