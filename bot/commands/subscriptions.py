"""`/news subscriptions`: what this channel is subscribed to."""

from bot.commands.desk import Desk
from bot.commands.replies import listing, reply
from bot.commands.schedules import EVERYTHING, next_times, schedule_text
from bot.commands.values import Values
from bot.models import Ask, Command, Line, Reply, Subscription, Text

COMMAND = Command(
    words=("news", "subscriptions"), summary="What this channel is subscribed to, and when it comes"
)


async def answer(desk: Desk, ask: Ask, values: Values) -> Reply:
    """Answer with every subscription and when it next falls due."""
    del values
    standing = await desk.store.subscriptions.of(ask.channel.id)
    if not standing:
        return reply(
            "This channel has no subscriptions. Start one with /subscribe <topic> <time>, "
            "as /subscribe aleppo 08:00."
        )
    items = [_item(desk, order) for order in standing]
    note = "/unsubscribe <topic> ends one; /news digest set changes the hour of all."
    return Reply(message=listing("Subscriptions of this channel", items, note=note))


def _item(desk: Desk, order: Subscription) -> Line:
    topic = Text(order.topic or EVERYTHING, bold=True)
    if order.schedule is None:
        return (topic, Text(" · as it happens"))
    when = Text(f" · {schedule_text(order.schedule)} · next: ")
    return (topic, when, *next_times(order.schedule, desk.now(), count=1))
