"""The operator's words become values. Settings are read here alone and handed down.

A setting comes from, first wins: the environment (`NEWSDESK_FETCH__TIMEOUT_S=10`), the TOML
file, the default beside its name. Secrets are never in the file: it names the environment
variables that hold them.
"""

import difflib
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import BaseModel, Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
)

from bot.errors import ConfigError
from bot.tables import (
    CondenseSettings,
    DeskSettings,
    FetchSettings,
    GatherSettings,
    GroupSettings,
    SourceSettings,
    StoreSettings,
    WebSettings,
)
from bot.text.aliases import Aliases, parse_aliases

DEFAULT_CONFIG = Path("config.toml")
ALIAS_LISTS = ("things.txt", "aliases.txt")


class Settings(BaseSettings):
    """Everything that the operator may set."""

    model_config = SettingsConfigDict(
        env_prefix="NEWSDESK_",
        env_nested_delimiter="__",
        extra="forbid",
        frozen=True,
    )

    home: str = Field(
        default="",
        description="Folder of the database and caches. Also NEWSDESK_HOME.",
    )
    desk: DeskSettings = DeskSettings()
    store: StoreSettings = StoreSettings()
    fetch: FetchSettings = FetchSettings()
    gather: GatherSettings = GatherSettings()
    group: GroupSettings = GroupSettings()
    condense: CondenseSettings = CondenseSettings()
    web: WebSettings = WebSettings()
    sources: tuple[SourceSettings, ...] = Field(
        default=(),
        description="Sources; the starter sources when there are none but searches.",
    )
    platforms: dict[str, dict[str, Any]] = Field(
        default_factory=dict,
        description="Chat platforms, each with its own settings; the terminal when there are none.",
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Let the environment win over the file's values, which come in as arguments."""
        del settings_cls, dotenv_settings, file_secret_settings
        return env_settings, init_settings


def load(path: Path | None, environment: Mapping[str, str]) -> Settings:
    """Return the settings from the file, if there is one, under the environment.

    `path` None means `config.toml` in the working folder if it exists, else the defaults.

    Raises:
        ConfigError: no such file, not TOML, an unknown setting or a bad value; says which.
    """
    if path is None and not DEFAULT_CONFIG.is_file():
        return _parsed({}, environment, where="environment")
    file = path or DEFAULT_CONFIG
    return _parsed(_with_names_beside(file, _tables(file)), environment, where=str(file))


def _with_names_beside(file: Path, tables: dict[str, Any]) -> dict[str, Any]:
    """Return the tables with the operator's list of names found beside the file, if it is there."""
    desk = tables.get("desk")
    if not isinstance(desk, dict):
        return tables
    named = desk.get("aliases")
    if not isinstance(named, str) or not (file.parent / named).is_file():
        return tables
    return tables | {"desk": {**desk, "aliases": str(file.parent / named)}}


def home_folder(settings: Settings, environment: Mapping[str, str]) -> Path:
    """Return the folder of the database and caches: as set, or the user's data folder."""
    if settings.home:
        return Path(settings.home).expanduser()
    data = environment.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "newsdesk"


def starter_sources() -> tuple[SourceSettings, ...]:
    """Return the sources that a desk without any of its own starts with."""
    tables = tomllib.loads(files("bot").joinpath("starter-sources.toml").read_text("utf-8"))
    return tuple(SourceSettings(**table) for table in tables["sources"])


def known_aliases(settings: Settings) -> Aliases:
    """Return what things are called: by our own lists and by the operator's file.

    Raises:
        ConfigError: the file cannot be read, or a line of it holds one name alone.
    """
    ours = [files("bot").joinpath(name).read_text("utf-8") for name in ALIAS_LISTS]
    things = [names for text in ours for names in parse_aliases(text)]
    if settings.desk.aliases:
        file = Path(settings.desk.aliases).expanduser()
        try:
            things += parse_aliases(file.read_text("utf-8"))
        except OSError as error:
            problem = f"{file}: cannot be read: {error.strerror}"
            raise ConfigError("desk.aliases", problem) from error
        except ValueError as error:
            raise ConfigError("desk.aliases", f"{file}: {error}") from error
    return Aliases(tuple(things))


def _tables(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        hint = "copy config.example.toml there, or leave out --config to run with the defaults"
        raise ConfigError("", f"{file}: there is no such file; {hint}") from None
    except OSError as error:
        raise ConfigError("", f"{file}: cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError("", f"{file}: not valid TOML: {error}; correct that line") from error


def _parsed(tables: dict[str, Any], environment: Mapping[str, str], *, where: str) -> Settings:
    allow_private = environment.get("NEWSDESK_ALLOW_PRIVATE")
    fetch = tables.get("fetch", {})
    if allow_private and isinstance(fetch, dict):
        tables = {**tables, "fetch": {**fetch, "allow_private": allow_private}}
    try:
        return Settings(**tables)
    except SettingsError as error:
        problem = f"{error}; write a list or table of the environment as JSON"
        raise ConfigError("", problem) from error
    except ValidationError as error:
        raise _explained(error, where) from error


def _explained(error: ValidationError, where: str) -> ConfigError:
    """One sentence a fault, each with its setting's full name; all of them, not only the first."""
    faults = [_fault(detail["loc"], detail["type"], detail["msg"]) for detail in error.errors()]
    first = ".".join(map(str, error.errors()[0]["loc"]))
    return ConfigError(first, f"{where}: " + "; ".join(faults))


def _fault(location: tuple[int | str, ...], kind: str, message: str) -> str:
    name = ".".join(map(str, location))
    if kind != "extra_forbidden":
        return f"{name}: {message.removeprefix('Value error, ')}"
    near = difflib.get_close_matches(name, setting_names(), n=1)
    hint = f"did you mean {near[0]}?" if near else "see config.example.toml for those there are"
    return f"{name} is no setting; {hint}"


def setting_names(model: type[BaseModel] = Settings, prefix: str = "") -> list[str]:
    """Return every setting's full name, as `fetch.timeout_s`."""
    names: list[str] = []
    for name, field in model.model_fields.items():
        nested = field.annotation
        if isinstance(nested, type) and issubclass(nested, BaseModel):
            names += setting_names(nested, f"{prefix}{name}.")
        else:
            names.append(f"{prefix}{name}")
    return names
