"""A name in the configuration becomes a part.

A part is a module with `create`: `adapters.slack`, `bot.condense.extractive`. One of the
operator's own is named in full, as "package.module:create". Nothing is registered and nothing
is scanned; a part is imported when it is asked for, so what is not used costs nothing.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from typing import Any

from bot.condense.first_of import FirstOf
from bot.config import Settings
from bot.errors import ConfigError
from bot.ports import Condenser, Embedder, Store, Tools

EMBEDDER = "minilm"
"""The one kind of embeddings there is."""

MODEL = "model"
"""The condenser that keeps a budget."""


def load(home: str, name: str, *, setting: str) -> Callable[..., Any]:
    """Return the `create` of the part called `name`, which lives in the package `home`.

    `setting` is where the name came from, for the error.

    Raises:
        ConfigError: there is no such part, or it has no `create`.
    """
    module_name, _, attribute = name.partition(":")
    if not attribute:
        module_name, attribute = f"{home}.{name}", "create"
    try:
        found = find_spec(module_name)
    except (ImportError, ValueError):
        found = None
    if found is None:
        known = ", ".join(sorted(names(home)))
        raise ConfigError(setting, f"there is no part {name!r}; known are {known}")
    create = getattr(import_module(module_name), attribute, None)
    if not callable(create):
        raise ConfigError(setting, f"{module_name} has no {attribute}(settings, tools)")
    return create  # type: ignore[no-any-return]  # a part's signature is its port's business


def names(home: str) -> tuple[str, ...]:
    """Return the names of the parts that live in the package `home`; it imports them all."""
    package = import_module(home)
    modules = (module.name for module in iter_modules(package.__path__))
    return tuple(
        name
        for name in modules
        if not name.startswith("_") and hasattr(import_module(f"{home}.{name}"), "create")
    )


async def store_of(settings: Settings, tools: Tools) -> Store:
    """Open the store that the settings name."""
    store: Store = await load("bot.store", settings.store.use, setting="store.use")(
        settings.store, tools
    )
    return store


@asynccontextmanager
async def condensing(settings: Settings, tools: Tools) -> AsyncIterator[FirstOf]:
    """Open the condensers that the settings name, tried in order, and close them again.

    Where a model keeps its budget, and the tools have no store for it, that is opened too.

    Raises:
        ConfigError: there is no such condenser, or it lacks something.
        StoreError: the database is unusable.
    """
    async with AsyncExitStack() as stack:
        if MODEL in settings.condense.use and tools.spending is None:
            store = await store_of(settings, tools)
            stack.push_async_callback(store.close)
            tools = replace(tools, spending=store.spending)
        first_of = FirstOf([condenser_of(name, settings, tools) for name in settings.condense.use])
        stack.push_async_callback(first_of.close)
        yield first_of


def condenser_of(name: str, settings: Settings, tools: Tools) -> Condenser:
    """Return one condenser.

    Raises:
        ConfigError: there is none of that name, or it lacks something.
    """
    part: Condenser = load("bot.condense", name, setting="condense.use")(settings.condense, tools)
    return part


def embedder_of(settings: Settings, tools: Tools) -> Embedder | None:
    """Return the embedder that grouping has, or None where the settings name no model for one.

    Raises:
        ConfigError: they name a folder that holds none, or the extra is not installed.
    """
    if not settings.group.embeddings:
        return None
    part: Embedder = load("bot.embed", EMBEDDER, setting="group.embeddings")(settings.group, tools)
    return part
