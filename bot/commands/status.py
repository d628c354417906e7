"""`/news status`: the last and next briefing, receipts and broken sources."""

from bot.commands.desk import Desk
from bot.commands.replies import listing
from bot.commands.schedules import next_times
from bot.commands.sources import named_source
from bot.commands.values import Values
from bot.compose.age import age
from bot.fetch.mailbox import address_for_all
from bot.models import (
    Ask,
    Command,
    Delivery,
    DeliveryState,
    Line,
    Moment,
    Option,
    Reply,
    Suggests,
    Text,
)

COMMAND = Command(
    words=("news", "status"),
    summary="The last and next briefing, receipts and broken sources",
    options=(Option(name="source", description="One source in detail", suggests=Suggests.SOURCES),),
)

BROKEN_SHOWN = 5
DELIVERIES_SHOWN = 3

_STATES = {
    DeliveryState.PENDING: "waiting to be sent",
    DeliveryState.SENDING: "being sent",
    DeliveryState.SENT: "arrived",
    DeliveryState.UNKNOWN: "may have arrived: the platform's answer was lost",
    DeliveryState.SKIPPED: "skipped",
    DeliveryState.FAILED: "could not be delivered",
}


async def answer(desk: Desk, ask: Ask, values: Values) -> Reply:
    """Answer for the channel, or for one source."""
    if values.text("source"):
        return await _of_source(desk, ask, values.text("source"))
    items = [*await _briefings(desk, ask), *await _sources(desk, ask)]
    return Reply(message=listing("Status", items))


async def _briefings(desk: Desk, ask: Ask) -> list[Line]:
    plan = await desk.store.channels.plan(ask.channel.id)
    zone = plan.schedule.zone if plan.schedule else desk.zone_of(ask.actor)
    upcoming: Line = (Text("none is set"),)
    if plan.paused_until is not None and plan.paused_until > desk.now():
        upcoming = (Text("paused"),)
    elif plan.schedule:
        upcoming = next_times(plan.schedule, desk.now(), count=1)
    past = await desk.store.outbox.history(ask.channel.id, limit=DELIVERIES_SHOWN)
    return [
        (Text("Next briefing: ", bold=True), *upcoming),
        *[(Text("Briefing of ", bold=True), *_receipt(one, zone)) for one in past],
    ]


def _receipt(delivery: Delivery, zone: str) -> Line:
    part = f", part {delivery.part + 1}" if delivery.part else ""
    problem = f" ({delivery.error})" if delivery.error else ""
    return (Moment(delivery.due_at, zone), Text(f"{part}: {_STATES[delivery.state]}{problem}"))


async def _sources(desk: Desk, ask: Ask) -> list[Line]:
    sources = await desk.store.sources.all(ask.channel.workspace)
    visits = await desk.store.sources.visits()
    broken = [
        (source, visit)
        for source in sources
        if (visit := visits.get(source.id)) is not None and visit.error
    ]
    read = [
        visit.last_at
        for source in sources
        if (visit := visits.get(source.id)) is not None and visit.last_at
    ]
    last = f", last read {age(max(read), desk.now())}" if read else ", none read yet"
    count = f"{len(sources)}{last}, {len(broken)} failing"
    return [
        (Text("Sources: ", bold=True), Text(count)),
        *[
            (Text(f"{source.name} fails: ", bold=True), Text(visit.error or ""))
            for source, visit in broken[:BROKEN_SHOWN]
        ],
    ]


async def _of_source(desk: Desk, ask: Ask, typed: str) -> Reply:
    sources = await desk.store.sources.all(ask.channel.workspace)
    source = named_source(typed, sources)
    visit = (await desk.store.sources.visits()).get(source.id)
    zone = desk.zone_of(ask.actor)
    items: list[Line] = [
        (Text("Address: ", bold=True), Text(address_for_all(source.address))),
        (Text("Kind: ", bold=True), Text(source.kind)),
    ]
    if visit is None:
        items.append((Text("Not read yet."),))
    else:
        if visit.last_at:
            items.append((Text("Last read: ", bold=True), Moment(visit.last_at, zone)))
        items.append((Text("Next visit: ", bold=True), Moment(visit.next_at, zone)))
        if visit.error:
            failing = f"{visit.error} ({visit.failures} times in a row)"
            items.append((Text("Failing: ", bold=True), Text(failing)))
    return Reply(message=listing(f"Status of {source.name}", items))
