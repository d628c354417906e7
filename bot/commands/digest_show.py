"""`/news digest show`: how this channel takes its briefing."""

from bot.commands.desk import Desk
from bot.commands.digest_pause import FOREVER
from bot.commands.replies import listing, reply
from bot.commands.schedules import EVERYTHING, next_times, schedule_text
from bot.commands.values import Values
from bot.models import Ask, Command, Line, Moment, Reply, Text

COMMAND = Command(
    words=("news", "digest", "show"),
    summary="When this channel's briefing comes, and what is in it",
)


async def answer(desk: Desk, ask: Ask, values: Values) -> Reply:
    """Answer with the schedule, the next three times, the topics and the length."""
    del values
    plan = await desk.store.channels.plan(ask.channel.id)
    if plan.schedule is None:
        return reply("No briefing is set here. /news digest set 08:00 sets one.")
    standing = await desk.store.subscriptions.of(ask.channel.id)
    topics = ", ".join(order.topic or EVERYTHING for order in standing) or "none"
    items: list[Line] = [
        (Text("When: ", bold=True), Text(schedule_text(plan.schedule))),
        (Text("Next: ", bold=True), *next_times(plan.schedule, desk.now())),
        (Text("Topics: ", bold=True), Text(topics)),
        (Text("Length: ", bold=True), Text(f"{plan.minutes} minutes to read")),
        (Text("When late: ", bold=True), Text(plan.late.value)),
    ]
    if plan.paused_until is not None and plan.paused_until > desk.now():
        until = Moment(plan.paused_until, plan.schedule.zone)
        forever = plan.paused_until == FOREVER
        items.insert(0, (Text("Paused until: ", bold=True), Text("resumed") if forever else until))
    return Reply(message=listing("Briefing of this channel", items))
