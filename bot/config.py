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
from typing import Annotated, Any, Literal, Self
from zoneinfo import available_timezones

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
)

from bot.errors import ConfigError
from bot.text.aliases import Aliases, parse_aliases
from bot.web import places

DEFAULT_CONFIG = Path("config.toml")
ALIAS_LISTS = ("things.txt", "aliases.txt")


def _known_zone(zone: str) -> str:
    if zone not in available_timezones():
        near = difflib.get_close_matches(zone, available_timezones(), n=3)
        hint = f"; did you mean {' or '.join(near)}?" if near else ""
        raise ValueError(f"{zone!r} is no time zone of the IANA list, like Europe/Berlin{hint}")
    return zone


Zone = Annotated[str, AfterValidator(_known_zone)]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class DeskSettings(_Table):
    """The desk as a whole."""

    zone: Zone = Field(
        default="UTC",
        description="Zone of times typed without one, where the asker's is unknown.",
    )
    aliases: str = Field(
        default="",
        description="File of further names of things: one thing a line, commas between its names.",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO",
        description="DEBUG, INFO, WARNING or ERROR; logs go to standard error.",
    )
    log_json: bool = Field(
        default=False,
        description="One JSON object a log line, for machines.",
    )


class StoreSettings(_Table):
    """What is kept."""

    use: str = Field(
        default="sqlite",
        description="The part that keeps everything: sqlite or memory.",
    )
    path: str = Field(
        default="newsdesk.sqlite3",
        description="Database file, below the home folder unless absolute.",
    )


class FetchSettings(_Table):
    """How pages are fetched."""

    contact: str = Field(
        default="",
        description="Mail or web address told to the sites we visit, in the User-Agent.",
    )
    timeout_s: float = Field(
        default=20.0,
        gt=0,
        le=120,
        description="Seconds for one page, all in.",
    )
    max_bytes: int = Field(
        default=8_000_000,
        gt=10_000,
        le=100_000_000,
        description="Most bytes of one page, after decompression.",
    )
    pause_s: float = Field(
        default=0.5,
        ge=0,
        le=60,
        description="Seconds between two requests to one host.",
    )
    obey_robots: bool = Field(
        default=True,
        description="Leave alone the pages that a site's robots.txt closes to bots.",
    )
    allow_private: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(),
        description='Private addresses to open, as "127.0.0.1:80". Also NEWSDESK_ALLOW_PRIVATE.',
    )

    @field_validator("allow_private", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        return [one.strip() for one in value.split(",") if one.strip()]


class GatherSettings(_Table):
    """When sources are visited."""

    every_s: int = Field(
        default=60,
        ge=5,
        le=3600,
        description="Seconds between two looks for sources that are due.",
    )


class CondenseSettings(_Table):
    """How stories are told short."""

    use: tuple[str, ...] = Field(
        default=("extractive", "lead"),
        min_length=1,
        description="Condensers, tried in order.",
    )


class WebSettings(_Table):
    """What the desk serves by itself, where it can be reached from outside."""

    public_url: Annotated[str, AfterValidator(places.public_url)] = Field(
        default="",
        description="Where others reach the desk, as https://desk.example; empty serves nothing.",
    )
    listen: Annotated[str, AfterValidator(places.listening)] = Field(
        default="127.0.0.1:8080",
        description="Address and port to serve at, for a proxy that speaks TLS before it.",
    )


class SourceSettings(_Table):
    """A source of the operator's, read by everyone."""

    address: str = Field(description="Feed, page, file, folder or mailbox.")
    name: str = Field(
        default="",
        description="Outlet's name shown to readers; the source's own when empty.",
    )
    kind: str = Field(
        default="feed",
        description="feed, article, page, sitemap, search, files or mailbox.",
    )
    language: str | None = Field(
        default=None,
        description="Language of its articles, as en or de.",
    )
    topics: tuple[str, ...] = Field(
        default=(),
        description="What it is about, for packs and listings.",
    )
    selector: str = Field(
        default="",
        description='CSS of what announces an article on a page of links, as "main h3 a".',
    )
    owner: str = Field(
        default="",
        description="Who the outlet belongs to; outlets of one owner count as one voice.",
    )
    password_env: str = Field(
        default="",
        description="Environment variable that holds a mailbox's password.",
    )

    @model_validator(mode="before")
    @classmethod
    def _is_page(cls, table: object) -> object:
        """Take a source with a selector for a page: nothing else has one."""
        if not isinstance(table, dict) or not table.get("selector"):
            return table
        kind = table.get("kind", "page")
        if kind != "page":
            raise ValueError(f"a selector is for kind page, and this is a {kind}")
        return {**table, "kind": "page"}

    @field_validator("selector")
    @classmethod
    def _is_css(cls, selector: str) -> str:
        from bot.fetch.selecting import fault_of, not_css  # help of commands needs no parser

        fault = fault_of(selector) if selector else ""
        if fault:
            raise ValueError(not_css(selector, fault))
        return selector

    @model_validator(mode="after")
    def _is_whole_mailbox(self) -> Self:
        """See that a mailbox can be entered, and that no other source has a password."""
        from bot.fetch.mailbox import fault_of  # as above

        fault = fault_of(self.kind, self.address, password_env=self.password_env)
        if fault:
            raise ValueError(fault)
        return self


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
    return _parsed(_tables(file), environment, where=str(file))


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
