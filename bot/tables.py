"""The tables of the settings: what the operator may set, with its bounds, default and meaning."""

import difflib
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    field_validator,
    model_validator,
)
from pydantic_settings import NoDecode

from bot.web import places


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


def _endpoint(url: str) -> str:
    parts = urlsplit(url)
    if url and (parts.scheme not in {"http", "https"} or not parts.hostname):
        raise ValueError(f"{url!r} is no address of an endpoint, like https://api.example/v1")
    if parts.username or parts.password:
        raise ValueError("a secret stands in the address; name its variable in api_key_env")
    return url.rstrip("/")


class ModelSettings(_Table):
    """A language model that may word what was chosen, where use has "model". See docs/model.md."""

    base_url: Annotated[str, AfterValidator(_endpoint)] = Field(
        default="",
        description="OpenAI-compatible endpoint, as http://127.0.0.1:11434/v1; it may be private.",
    )
    name: str = Field(
        default="",
        description="What the model is called there.",
    )
    api_key_env: str = Field(
        default="",
        description="Environment variable that holds the key; empty where none is wanted.",
    )
    timeout_s: float = Field(
        default=30.0,
        gt=0,
        le=600,
        description="Seconds for one answer, all in; then the story is told without the model.",
    )
    max_tokens: int = Field(
        default=1000,
        ge=50,
        le=100_000,
        description="Most tokens of one answer; a model that thinks aloud needs more.",
    )
    budget_tokens_per_day: int = Field(
        default=200_000,
        ge=0,
        description="Most tokens in a day of UTC, in and out, over all restarts.",
    )
    budget_requests_per_briefing: int = Field(
        default=12,
        ge=0,
        description="Most requests for one briefing; its other stories are told without the model.",
    )
    paraphrase: bool = Field(
        default=False,
        description="Let it put words in the place of others; else it may only shorten and join.",
    )
    languages: tuple[str, ...] = Field(
        default=(),
        description='Languages it may word, as ["en", "de"]; all when empty. It never translates.',
    )


class GroupSettings(_Table):
    """How reports become stories."""

    embeddings: str = Field(
        default="",
        description="Folder of a sentence-embedding model, for bare headlines; see docs/model.md.",
    )


class CondenseSettings(_Table):
    """How stories are told short."""

    use: tuple[str, ...] = Field(
        default=("extractive", "lead"),
        min_length=1,
        description="Condensers, tried in order: model, extractive, lead.",
    )
    model: ModelSettings = ModelSettings()


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
