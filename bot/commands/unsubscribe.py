"""`/unsubscribe`: end a standing order."""

from bot.commands.desk import Desk
from bot.commands.replies import said
from bot.commands.schedules import EVERYTHING
from bot.commands.subscribe import order_line
from bot.commands.values import Values
from bot.errors import CommandError
from bot.models import Ask, Command, Option, Reply, Subscription, Suggests

COMMAND = Command(
    words=("unsubscribe",),
    summary="End this channel's subscription to a topic",
    options=(
        Option(
            name="topic",
            description="The topic as subscribed; everything for all news",
            required=True,
            suggests=Suggests.SUBSCRIPTIONS,
        ),
    ),
    manages=True,
)


async def answer(desk: Desk, ask: Ask, values: Values) -> Reply:
    """End the subscription, and offer to undo that."""
    standing = await desk.store.subscriptions.of(ask.channel.id)
    order = _named(values.text("topic"), standing)
    await desk.store.subscriptions.remove(order.id)
    subject = order.topic or "all news"
    line = f"unsubscribe {subject}"
    await desk.store.channels.audit(ask.channel.id, ask.actor, line, desk.now())
    undo = desk.pending.button(
        "Undo", f"{order_line(order)} confirm:yes", channel=ask.channel.id, now=desk.now()
    )
    who = ask.actor.name or "Somebody"
    return Reply(
        message=said(f"Unsubscribed from {subject}.", buttons=[undo]),
        announcement=said(f"{who} unsubscribed this channel from {subject}."),
    )


def _named(topic: str, standing: tuple[Subscription, ...]) -> Subscription:
    wanted = "" if topic.lower() == EVERYTHING else topic.casefold().replace('"', "")
    for order in standing:
        if order.topic.casefold().replace('"', "") == wanted:
            return order
    names = ", ".join(order.topic or EVERYTHING for order in standing)
    known = f"It is subscribed to: {names}." if names else "It has no subscriptions."
    raise CommandError(f"This channel is not subscribed to {topic}. {known}")
