"""`/news help`: what can be asked."""

from bot.commands.desk import Desk
from bot.commands.grammar import usage
from bot.commands.replies import listing, message
from bot.commands.values import Values
from bot.errors import CommandError
from bot.models import (
    Ask,
    Button,
    Buttons,
    Command,
    Line,
    Listing,
    Message,
    Option,
    Paragraph,
    Reply,
    Suggests,
    Text,
)

COMMAND = Command(
    words=("news", "help"),
    summary="What can be asked, or how one command is typed",
    options=(
        Option(
            name="command",
            description="A command, or start for the first steps",
            suggests=Suggests.COMMANDS,
        ),
    ),
)

START = "start"


async def answer(desk: Desk, ask: Ask, values: Values, commands: tuple[Command, ...]) -> Reply:
    """Answer with every command, one command's options, or the first steps."""
    del desk, ask
    wanted = values.text("command").removeprefix("/").lower()
    if wanted == START:
        return Reply(message=_first_steps())
    if not wanted:
        items = [_item(command) for command in commands]
        note = "/news help <command> shows its options; /news help start the first steps."
        return Reply(message=listing("Commands", items, note=note))
    for command in commands:
        if wanted in {command.name, command.name.removeprefix("news ")}:
            return Reply(message=_detail(command))
    raise CommandError(f"There is no command “{wanted[:60]}”. /news help lists them all.")


def _item(command: Command) -> Line:
    managers = " (managers)" if command.manages else ""
    return (Text(f"/{command.name}", bold=True), Text(f" · {command.summary}{managers}"))


def _detail(command: Command) -> Message:
    items = tuple(
        (Text(option.name, bold=True), Text(f" · {option.description}"))
        for option in command.options
    )
    blocks = (Listing(items),) if items else ()
    said = Paragraph((Text(f"{command.summary}. {usage(command)}"),))
    return message(f"/{command.name}", said, *blocks)


def _first_steps() -> Message:
    steps: tuple[Line, ...] = (
        (Text("Ask: ", bold=True), Text("/latest aleppo tells the newest stories on a topic.")),
        (
            Text("Subscribe: ", bold=True),
            Text("/subscribe aleppo 08:00 briefs this channel every day at eight."),
        ),
        (
            Text("See it: ", bold=True),
            Text("/news digest preview shows the next briefing as it would be now."),
        ),
    )
    buttons = Buttons(
        (
            Button(label="Latest news", line="latest", primary=True),
            Button(label="Preview", line="news digest preview"),
            Button(label="All commands", line="news help"),
        )
    )
    return message("First steps", Listing(steps), buttons)
