"""The forms that a bare `/news` and a bare `/subscribe` open, and the lines they ask."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from adapters.slack.rendering import Json, plain
from bot.models import Command
from bot.text.commandline import command_line
from bot.text.visible import one_line

TITLE_LIMIT = 24
OPTION_LIMIT = 75
VALUE_LIMIT = 150
OPTIONS_LIMIT = 100
PLACEHOLDER_LIMIT = 150

NEWS = "news"
SUBSCRIBE = "subscribe"
FORMS = frozenset({NEWS, SUBSCRIBE})

COMMAND, WORDS, TOPIC, TIME, ZONE = "command", "words", "topic", "time", "zone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a form was opened: carried through it, so that the answer finds its way back."""

    channel: str
    channel_name: str
    response_url: str


def news_form(commands: tuple[Command, ...], origin: Origin) -> Json:
    """Return a form to choose a command and add words to it."""
    options: list[Json] = [
        {
            "text": plain(command.name, OPTION_LIMIT),
            "value": command.name,
            "description": plain(command.summary, OPTION_LIMIT),
        }
        for command in commands[:OPTIONS_LIMIT]
        if len(command.name) <= VALUE_LIMIT
    ]
    choice: Json = {
        "type": "static_select",
        "action_id": COMMAND,
        "options": options,
        "initial_option": options[0],
    }
    hint = 'Such as: harbour, "port strike", since:3d'
    return _form(
        NEWS,
        origin,
        submit="Ask",
        blocks=[
            _input(COMMAND, "What do you want to know?", choice),
            _input(WORDS, "About what?", _typed(WORDS, hint), optional=True),
        ],
    )


def subscribe_form(origin: Origin) -> Json:
    """Return a form for a standing order."""
    clock: Json = {"type": "timepicker", "action_id": TIME, "initial_time": "08:00"}
    topic = _typed(TOPIC, "Everything if empty; such as harbour")
    zone = _typed(ZONE, "Your own zone if empty; such as Europe/Berlin")
    return _form(
        SUBSCRIBE,
        origin,
        submit="Show a preview",
        blocks=[
            _input(TOPIC, "Topic", topic, optional=True),
            _input(TIME, "Every day at", clock),
            _input(ZONE, "Time zone", zone, optional=True),
        ],
    )


def asked_line(form: str, state: Mapping[str, object]) -> str:
    """Return the command line that a filled-in form asks.

    >>> asked_line("subscribe", {"values": {"topic": {"topic": {"value": "harbour"}},
    ... "time": {"time": {"selected_time": "07:30"}}}})
    'subscribe harbour time:07:30'
    """
    if form == SUBSCRIBE:
        rest = command_line((), {TIME: _value(state, TIME), ZONE: _value(state, ZONE)})
        return " ".join(filter(None, [SUBSCRIBE, _value(state, TOPIC), rest]))
    return " ".join(filter(None, [_value(state, COMMAND), _value(state, WORDS)]))


def origin_of(metadata: str) -> Origin:
    """Return where the form was opened, from what it carried.

    >>> origin_of('{"channel": "C1", "channel_name": "desk", "response_url": ""}').channel
    'C1'
    """
    return Origin(**json.loads(metadata))


def _value(state: Mapping[str, object], name: str) -> str:
    """Return what was typed or chosen in the field `name`, on one line."""
    values = state.get("values")
    block = values.get(name) if isinstance(values, Mapping) else None
    field = block.get(name) if isinstance(block, Mapping) else None
    if not isinstance(field, Mapping):
        return ""
    option = field.get("selected_option")
    chosen = option.get("value") if isinstance(option, Mapping) else None
    return one_line(str(chosen or field.get("value") or field.get("selected_time") or ""))


def _form(name: str, origin: Origin, *, submit: str, blocks: list[Json]) -> Json:
    """Return a modal view."""
    return {
        "type": "modal",
        "callback_id": name,
        "private_metadata": json.dumps(asdict(origin)),
        "title": plain("Newsdesk", TITLE_LIMIT),
        "submit": plain(submit, TITLE_LIMIT),
        "close": plain("Cancel", TITLE_LIMIT),
        "blocks": blocks,
    }


def _typed(name: str, placeholder: str) -> Json:
    """Return a field to type into."""
    return {
        "type": "plain_text_input",
        "action_id": name,
        "max_length": 300,
        "placeholder": plain(placeholder, PLACEHOLDER_LIMIT),
    }


def _input(name: str, label: str, element: Json, *, optional: bool = False) -> Json:
    """Return a labelled field."""
    return {
        "type": "input",
        "block_id": name,
        "label": plain(label, OPTION_LIMIT),
        "element": element,
        "optional": optional,
    }
