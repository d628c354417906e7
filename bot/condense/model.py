"""Lets a language model word what our own choice found, and tells no sentence it cannot prove.

The model is given numbered sentences and must cite them. What it writes passes the check that
every summary passes, or is replaced by the sentence it cites; docs/model.md says the rest. It
needs the extra `newsdesk[llm]`.
"""

import asyncio
from datetime import timedelta
from importlib.util import find_spec
from typing import Protocol

import structlog

from bot.condense._model_answer import Answer, Failure, drafts
from bot.condense._model_offer import Prompt, offer, prompt
from bot.condense._model_purse import Purse, Ration, Rest
from bot.condense._model_verified import verified
from bot.errors import CondenseError, ConfigError
from bot.models import Budget, Story, Summary, Told
from bot.ports import Condenser, Tools

CHARACTERS_A_TOKEN = 3
"""Where a model does not say what it used, and before it was asked: few rather than many."""

AT_ONCE = 4
"""Requests under way at one time."""

log = structlog.get_logger()


class ModelSettings(Protocol):
    """What is read of the table `condense.model`."""

    @property
    def base_url(self) -> str:
        """Where the endpoint is."""
        ...

    @property
    def name(self) -> str:
        """What the model is called there."""
        ...

    @property
    def api_key_env(self) -> str:
        """The environment variable that holds the key; empty for none."""
        ...

    @property
    def timeout_s(self) -> float:
        """How long one answer may take."""
        ...

    @property
    def max_tokens(self) -> int:
        """How long one answer may be."""
        ...

    @property
    def budget_tokens_per_day(self) -> int:
        """How much may be used in a day of UTC, in and out."""
        ...

    @property
    def budget_requests_per_briefing(self) -> int:
        """How often it may be asked for one briefing."""
        ...

    @property
    def paraphrase(self) -> bool:
        """Whether it may put words in the place of others."""
        ...

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that it may word; none for all."""
        ...


class Settings(Protocol):
    """What `create` reads of its settings."""

    @property
    def model(self) -> ModelSettings:
        """The table of the model."""
        ...


class Talker(Protocol):
    """Asks a model one thing."""

    async def ask(self, prompt: Prompt) -> Answer | Failure:
        """Return what it answers, or why it does not."""
        ...

    async def faults(self) -> tuple[str, ...]:
        """Return what is wrong with where it is, its key or its name."""
        ...

    async def close(self) -> None:
        """Let go of its connections."""
        ...


def create(settings: Settings, tools: Tools) -> Condenser:
    """Return the condenser that a model words for.

    Raises:
        ConfigError: the extra is not installed, a setting or the key is missing.
    """
    own = settings.model
    if find_spec("openai") is None:
        cure = 'install it with: pip install "newsdesk[llm]"'
        raise ConfigError("condense.use", f"the part model needs the extra llm; {cure}")
    for setting, example in (("base_url", "http://127.0.0.1:11434/v1"), ("name", "qwen3:8b")):
        if not getattr(own, setting):
            problem = f'is not set, and the part model is in use; write it like "{example}"'
            raise ConfigError(f"condense.model.{setting}", problem)
    if tools.spending is None:
        raise ConfigError("condense.use", "the part model needs a store, to keep its budget")
    key = _key(own.api_key_env, tools)
    from bot.condense._model_endpoint import Endpoint, Place  # takes a second to import

    place = Place(
        base_url=own.base_url,
        name=own.name,
        api_key=key,
        timeout=timedelta(seconds=own.timeout_s),
        max_tokens=own.max_tokens,
    )
    purse = Purse(tools.spending, tools.clock, most_tokens=own.budget_tokens_per_day)
    return Model(Endpoint(place), settings=own, purse=purse, rest=Rest(tools.clock))


def _key(name: str, tools: Tools) -> str:
    """Return the key in the environment under a name; empty where no name is set."""
    key = tools.environment.get(name, "").strip() if name else ""
    if name and not key:
        problem = f"{name} is not set; put the endpoint's key there, or leave the setting empty"
        raise ConfigError("condense.model.api_key_env", f"{problem} where none is wanted")
    return key


class Model:
    """Words stories, as often as its budgets allow."""

    def __init__(
        self, talker: Talker, *, settings: ModelSettings, purse: Purse, rest: Rest
    ) -> None:
        self._talker = talker
        self._settings = settings
        self._purse = purse
        self._rest = rest
        self._turns = asyncio.Semaphore(AT_ONCE)

    async def condense(self, story: Story, *, budget: Budget, told: Told | None = None) -> Summary:
        """Return the story as the model words it, sentence by sentence as far as it is borne out.

        Raises:
            CondenseError: there is no answer, or a budget is used up.
        """
        return await self.told(story, budget=budget, told=told, ration=None)

    def for_briefing(self) -> Condenser:
        """Return the model with the requests of one briefing."""
        return ForBriefing(self, Ration(left=self._settings.budget_requests_per_briefing))

    async def faults(self) -> tuple[str, ...]:
        """Return what is wrong with the endpoint."""
        return await self._talker.faults()

    async def close(self) -> None:
        """Let go of the connections to the endpoint."""
        await self._talker.close()

    async def told(
        self, story: Story, *, budget: Budget, told: Told | None, ration: Ration | None
    ) -> Summary:
        """Return the story as the model words it, within a ration if there is one.

        Where there is nothing to word the model is not asked.

        Raises:
            CondenseError: there is no answer, or a budget is used up.
        """
        free = self._settings.paraphrase
        given = await asyncio.to_thread(offer, story, budget=budget, told=told, may_paraphrase=free)
        if not given.count or not self._speaks(given.language):
            return given.own
        answer = await self._answered(prompt(given), ration)
        read = drafts(answer.text, offered=len(given.sentences))
        if read is None:
            self._rest.failed(lasts=False, asked=None)
            raise CondenseError("the model's answer is not the JSON that was asked for")
        self._rest.succeeded()
        name = self._settings.name
        made = await asyncio.to_thread(verified, read.kept, given, worded_by=name)
        log.info(
            "model.told",
            story=story.id,
            offered=len(given.sentences),
            answered=len(read.kept),
            refused=read.refused,
            worded=made.worded,
            verbatim=made.verbatim,
            fell_back=made.fell_back,
            tokens=answer.tokens,
        )
        return made.summary

    def _speaks(self, language: str | None) -> bool:
        """Tell whether the model may word a language; one that is not known only if it may all."""
        allowed = self._settings.languages
        return not allowed or (language or "")[:2].lower() in allowed

    async def _answered(self, asked: Prompt, ration: Ration | None) -> Answer:
        """Return the answer to a prompt if all budgets allow it to be asked.

        Raises:
            CondenseError: they do not, or there is none.
        """
        async with self._turns:
            if rest := self._rest.left:
                raise CondenseError(f"the model is left alone for {rest.total_seconds():.0f} s")
            if ration is not None and ration.left < 1:
                raise CondenseError("the model's requests for this briefing are used up")
            expected = asked.characters // CHARACTERS_A_TOKEN + self._settings.max_tokens
            reserved = await self._purse.reserve(expected)
            if reserved is None:
                raise CondenseError("the model's tokens for today are used up")
            if ration is not None:
                ration.left -= 1
            answer = await self._talker.ask(asked)
            if ration is not None:
                ration.left -= answer.requests - 1
            await self._purse.settle(
                reserved, tokens=_used(answer, asked, expected), requests=answer.requests
            )
        if isinstance(answer, Failure):
            self._rest.failed(lasts=answer.lasts, asked=answer.rest)
            raise CondenseError(f"the model failed: {answer.problem}")
        return answer


def _used(answer: Answer | Failure, asked: Prompt, expected: int) -> int:
    """Return the tokens that an answer took: as it says, else as its length suggests."""
    if isinstance(answer, Failure):
        return expected if answer.may_have_cost else 0
    length = asked.characters + len(answer.text)
    return answer.tokens or length // CHARACTERS_A_TOKEN


class ForBriefing:
    """A model with the requests of one briefing."""

    def __init__(self, model: Model, ration: Ration) -> None:
        self._model = model
        self._ration = ration

    async def condense(self, story: Story, *, budget: Budget, told: Told | None = None) -> Summary:
        """Return the story as the model words it, while the ration lasts.

        Raises:
            CondenseError: there is no answer, or a budget is used up.
        """
        return await self._model.told(story, budget=budget, told=told, ration=self._ration)
