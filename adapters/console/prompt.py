"""Lines as somebody types them: a prompt with history and completion.

Imported when there is somebody: it takes longer than all the rest of the terminal.
"""

from collections.abc import AsyncGenerator, Iterable
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory
from prompt_toolkit.patch_stdout import patch_stdout

from adapters.console.lines import Answer, typed_answer
from bot.models import Channel, Command, OptionKind, Suggests
from bot.ports import Catalogue

HISTORY = "history"


class TypedLines:
    """Lines typed at a prompt with history and completion; other output stays above it."""

    def __init__(self, catalogue: Catalogue, channel: Channel, home: str) -> None:
        Path(home).mkdir(parents=True, exist_ok=True)
        self._session: PromptSession[str] = PromptSession(
            history=FileHistory(str(Path(home) / HISTORY)),
            completer=CommandCompleter(catalogue, channel),
            complete_while_typing=False,
        )

    async def read(self, prompt: str) -> str | None:
        """Return the line typed; None for Ctrl-D, an empty one for Ctrl-C."""
        try:
            return await self._typed(prompt)
        except KeyboardInterrupt:
            return ""
        except EOFError:
            return None

    async def answer(self, question: str) -> Answer:
        """Return what is typed to a question; Ctrl-D and Ctrl-C are a no."""
        try:
            return typed_answer(await self._typed(question))
        except (KeyboardInterrupt, EOFError):
            return typed_answer(None)

    async def _typed(self, prompt: str) -> str:
        with patch_stdout(raw=True):
            return await self._session.prompt_async(prompt)


async def asked(question: str) -> Answer:
    """Return what is typed to a question before there is a prompt; Ctrl-D, Ctrl-C are a no."""
    try:
        return typed_answer(await PromptSession[str]().prompt_async(question))
    except (KeyboardInterrupt, EOFError):
        return typed_answer(None)


class CommandCompleter(Completer):
    """Completes commands, then what their options can be completed from."""

    def __init__(self, catalogue: Catalogue, channel: Channel) -> None:
        self._catalogue = catalogue
        self._channel = channel

    def get_completions(
        self, document: Document, complete_event: CompleteEvent
    ) -> Iterable[Completion]:
        """Return nothing: completion is asked for asynchronously."""
        del document, complete_event
        return ()

    async def get_completions_async(
        self, document: Document, complete_event: CompleteEvent
    ) -> AsyncGenerator[Completion, None]:
        """Yield what can stand at the cursor."""
        del complete_event
        typed = document.text_before_cursor.lstrip("/ ")
        for command in self._catalogue.commands:
            if command.name.startswith(typed):
                yield Completion(
                    command.name + " ", start_position=-len(typed), display_meta=command.summary
                )
        asked = _typed_command(typed, self._catalogue.commands)
        if asked is None:
            return
        argument = typed[len(asked.name) + 1 :]
        for choice in await self._catalogue.suggest(_suggests(asked), argument, self._channel):
            yield Completion(choice.value, start_position=-len(argument), display=choice.label)


def _typed_command(typed: str, commands: Iterable[Command]) -> Command | None:
    fitting = [one for one in commands if typed.startswith(one.name + " ") and _has_words(one)]
    return max(fitting, key=lambda one: len(one.words), default=None)


def _has_words(command: Command) -> bool:
    return any(one.kind is OptionKind.WORDS and one.suggests for one in command.options)


def _suggests(command: Command) -> Suggests:
    """Return what the command's words are completed from; asked only where there is such."""
    return next(
        one.suggests
        for one in command.options
        if one.kind is OptionKind.WORDS and one.suggests is not None
    )
