"""What Discord refuses: its official schema, and the limits that the schema does not carry."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from jsonschema import Draft202012Validator, validators
from jsonschema.exceptions import ValidationError
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

V2 = 1 << 15
MAX_COMPONENTS = 40
MAX_TEXT = 4_000
MAX_CONTENT = 2_000
MAX_COMMANDS = 100
MAX_COMMAND_CHARACTERS = 8_000
MAX_CHOICE_VALUE = 100
_NAME = re.compile(r"^[-_'\w]{1,32}$")
_HOME = "urn:discord"
_CALLBACKS = {2: {4, 5, 9}, 3: {4, 5, 6, 7, 9}, 4: {8}}

MESSAGE = "MessageCreateRequest"
EDIT = "IncomingWebhookUpdateRequestPartial"
FOLLOW_UP = "IncomingWebhookRequestPartial"
COMMAND = "ApplicationCommandUpdateRequest"
_CALLBACK_SCHEMAS = {
    4: "CreateMessageInteractionCallbackRequest",
    5: "CreateMessageInteractionCallbackRequest",
    6: "UpdateMessageInteractionCallbackRequest",
    7: "UpdateMessageInteractionCallbackRequest",
    8: "ApplicationCommandAutocompleteCallbackRequest",
    9: "ModalInteractionCallbackRequest",
}


class _Validator(Protocol):
    """What a keyword of a schema is given: jsonschema ships no types."""

    def descend(self, instance: object, schema: object) -> Iterable[ValidationError]:
        """Yield where `instance` breaks `schema`."""
        ...


class Schema:
    """The official document, read with the adjustments that its own README asks for."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._schemas: dict[str, Any] = dict(document["components"]["schemas"])
        snowflake = self._schemas["SnowflakeType"]
        self._schemas["SnowflakeType"] = {"anyOf": [snowflake, {"type": "integer"}]}
        adjusted = {"components": {"schemas": self._schemas}}
        resource = Resource.from_contents(adjusted, default_specification=DRAFT202012)
        self._registry: Registry[Any] = Registry().with_resource(_HOME, resource)
        checker = Draft202012Validator.TYPE_CHECKER.redefine("integer", _is_integer)
        self._validator = validators.extend(
            Draft202012Validator, {"oneOf": self._one_of}, type_checker=checker
        )

    def faults(self, name: str, body: object) -> list[str]:
        """Return where `body` breaks the schema called `name`."""
        schema = {"$ref": f"{_HOME}#/components/schemas/{name}"}
        found = self._validator(schema, registry=self._registry).iter_errors(body)
        return [f"{name}: {error.json_path}: {error.message}" for error in found]

    def _one_of(
        self,
        validator: _Validator,
        options: Sequence[Mapping[str, Any]],
        value: object,
        _schema: object,
    ) -> Iterator[ValidationError]:
        """Read a union by its `type` where there is one, else as "any of"."""
        fitting = [option for option in options if self._is_for(option, value)]
        failures: list[ValidationError] = []
        for option in fitting or options:
            errors = list(validator.descend(value, option))
            if not errors:
                return
            failures += errors
        yield from failures[:3]

    def _is_for(self, option: Mapping[str, Any], value: object) -> bool:
        """Whether an option of a union names the type of `value`."""
        schema = self._schemas.get(str(option.get("$ref", "")).rpartition("/")[2], option)
        kinds = schema.get("properties", {}).get("type", {}).get("enum")
        return isinstance(value, dict) and bool(kinds) and value.get("type") in kinds


def official_schema(folder: Path) -> Schema:
    """Return the official schema from its folder."""
    return Schema(json.loads((folder / "openapi.json").read_text(encoding="utf-8")))


def message_faults(body: Mapping[str, Any], *, followup: bool = False) -> list[str]:
    """Return which limits of messages a body breaks."""
    components = list(_components(body.get("components") or ()))
    text = "".join(str(one.get("content", "")) for one in components if one.get("type") == 10)
    ids = [one["custom_id"] for one in components if "custom_id" in one]
    flagged = bool(int(body.get("flags") or 0) & V2)
    rich = any(one.get("type") not in {1, 2} for one in components)
    found = {
        "an empty message": not components and not body.get("content") and not body.get("embeds"),
        "components V2 without its flag": rich and not flagged,
        "content or embeds beside components V2": flagged
        and bool(body.get("content") or body.get("embeds")),
        f"{len(components)} components": len(components) > MAX_COMPONENTS,
        f"{len(text)} characters": len(text) > MAX_TEXT,
        "too long content": len(body.get("content") or "") > MAX_CONTENT,
        "a custom_id twice": len(ids) != len(set(ids)),
        "a custom_id of no or over 100 characters": any(not 0 < len(one) <= 100 for one in ids),
        "a nonce where there is none": followup and "nonce" in body,
        "a nonce over 25 characters": len(str(body.get("nonce", ""))) > 25,
        "a button that neither asks nor leads": any(
            one.get("type") == 2 and ("custom_id" in one) == ("url" in one) for one in components
        ),
    }
    return [words for words, broken in found.items() if broken]


def callback_faults(kind: int, body: Mapping[str, Any]) -> list[str]:
    """Return what is wrong with the first answer to an interaction of a kind."""
    if body.get("type") not in _CALLBACKS[kind]:
        return [f"callback type {body.get('type')} for an interaction of type {kind}"]
    data = body.get("data") or {}
    if body["type"] in {5, 6} and set(data) - {"flags"}:
        return ["more than flags in a deferral"]
    choices = data.get("choices") or ()
    if len(choices) > 25 or any(len(str(one["value"])) > MAX_CHOICE_VALUE for one in choices):
        return ["too many or too long choices"]
    return message_faults(data) if body["type"] in {4, 7} else []


def callback_schema(body: Mapping[str, Any]) -> str:
    """Return the name of the schema of a callback."""
    return _CALLBACK_SCHEMAS[body["type"]]


def command_faults(commands: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return which limits of commands a tree breaks."""
    found = ["over 100 commands"] if len(commands) > MAX_COMMANDS else []
    names = [command["name"] for command in commands]
    found += ["a command twice"] if len(names) != len(set(names)) else []
    for command in commands:
        if _characters(command) > MAX_COMMAND_CHARACTERS:
            found.append(f"{command['name']}: over 8,000 characters")
        found += _option_faults(command)
    return found


def _option_faults(command: Mapping[str, Any]) -> list[str]:
    """Return what is wrong with the names, choices and order of a command's options."""
    name, options = command["name"], command.get("options") or ()
    needed = [bool(option.get("required")) for option in options]
    named = [option["name"] for option in options]
    choices = [choice for option in options for choice in option.get("choices") or ()]
    found = {
        f"{name}: not a name": not _NAME.match(name) or name != name.lower(),
        f"{name}: an optional option before a required one": needed != sorted(needed, reverse=True),
        f"{name}: an option twice": len(named) != len(set(named)),
        f"{name}: a choice over 100 characters": any(
            len(str(choice["value"])) > MAX_CHOICE_VALUE for choice in choices
        ),
    }
    here = [words for words, broken in found.items() if broken]
    return here + [fault for option in options for fault in _option_faults(option)]


def _characters(command: Mapping[str, Any]) -> int:
    """Return the characters of names, descriptions and values, as Discord counts them."""
    own = len(command["name"]) + len(command.get("description", ""))
    own += sum(len(str(c["name"])) + len(str(c["value"])) for c in command.get("choices") or ())
    return own + sum(map(_characters, command.get("options") or ()))


def _components(components: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Yield components and those inside them."""
    for component in components:
        yield component
        yield from _components(component.get("components") or ())
        accessory = component.get("accessory")
        if accessory:
            yield accessory


def _is_integer(_checker: object, value: object) -> bool:
    """Whether a value is an integer as the document understands it: digits in quotes are one."""
    if isinstance(value, str):
        return value.lstrip("-").isdecimal()
    return isinstance(value, int) and not isinstance(value, bool)
