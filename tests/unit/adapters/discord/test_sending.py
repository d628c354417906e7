"""A post arrives once, or its delivery says truthfully that it did not, or may have."""

import asyncio
from datetime import timedelta

import pytest

from adapters.discord import Discord
from bot.errors import ChannelClosedError, NotSentError, OutcomeUnknownError
from bot.models import Message
from tests.standins.discord import DiscordStandIn, Fault
from tests.standins.discord_desk import FakeCatalogue, card, delivery

POSTS = "/channels/.*"


async def _ready(part: Discord) -> None:
    """Wait until the part may send: discord.py waits for its servers first."""
    async with asyncio.timeout(10):
        while True:
            try:
                await part.send(delivery(nonce="first"))
            except NotSentError:
                await part.tools.clock.sleep(timedelta(milliseconds=20))
            else:
                return


@pytest.fixture
async def sender(running: Discord, discord: DiscordStandIn) -> Discord:
    """The platform, ready to send, with nothing sent yet."""
    await _ready(running)
    discord.posts.clear()
    discord.requests.clear()
    return running


async def test_posts_with_its_nonce(sender: Discord, discord: DiscordStandIn) -> None:
    """A delivery is posted with its own nonce, enforced, and its receipt names the message."""
    receipt = await sender.send(delivery(Message(title="Briefing", blocks=(card(),)), nonce="a1"))

    post = discord.posts[0]
    assert (post.id, post.body["nonce"], post.body["enforce_nonce"]) == (
        receipt.message_id,
        "a1",
        True,
    )
    assert post.body["allowed_mentions"]["parse"] == []
    assert not post.body["content"]


async def test_second_try_posts_nothing_new(sender: Discord, discord: DiscordStandIn) -> None:
    """A delivery tried again after a lost answer stands in the channel once."""
    discord.faults.append(Fault(path=POSTS, commit=True, reset=True))

    with pytest.raises(OutcomeUnknownError):
        await sender.send(delivery(nonce="a1"))
    receipt = await sender.send(delivery(nonce="a1"))

    assert [post.id for post in discord.posts] == [receipt.message_id]


async def test_before_the_connection_nothing_is_sent(part: Discord) -> None:
    """A part that is not connected says that nothing was sent and that it may be tried again."""
    with pytest.raises(NotSentError) as caught:
        await part.send(delivery())

    assert caught.value.transient


@pytest.mark.parametrize(
    ("status", "code", "words"),
    [
        (403, 50001, "View Channel"),
        (403, 50013, "Send Messages"),
        (403, 50007, "direct messages"),
        (404, 10003, "gone"),
        (400, 50008, "kind of channel"),
    ],
)
async def test_closed_channel_names_the_cure(
    sender: Discord, discord: DiscordStandIn, status: int, code: int, words: str
) -> None:
    """A channel that takes no posts is closed, in words that say what is missing."""
    discord.faults.append(Fault(path=POSTS, status=status, code=code))

    with pytest.raises(ChannelClosedError, match=words):
        await sender.send(delivery())


async def test_short_rate_limit_is_waited_out(sender: Discord, discord: DiscordStandIn) -> None:
    """A moment's rate limit delays a post and loses nothing."""
    discord.faults.append(Fault(path=POSTS, status=429, retry_after=0.01))

    await sender.send(delivery())

    assert len(discord.posts) == 1


async def test_long_rate_limit_is_told(sender: Discord, discord: DiscordStandIn) -> None:
    """A long rate limit holds nobody up: the delivery says when to try again."""
    discord.faults.append(Fault(path=POSTS, status=429, retry_after=90))

    with pytest.raises(NotSentError) as caught:
        await sender.send(delivery())

    assert caught.value.retry_after == timedelta(seconds=90)


async def test_rate_limit_beyond_the_time_limit_was_not_sent(
    sender: Discord, discord: DiscordStandIn
) -> None:
    """A post given up while it waited for its turn certainly did not arrive."""
    sender.poster.time_limit = timedelta(seconds=0.2)
    discord.faults.append(Fault(path=POSTS, status=429, retry_after=20))

    with pytest.raises(NotSentError) as caught:
        await sender.send(delivery())

    assert caught.value.retry_after == timedelta(seconds=20)


async def test_kept_out_by_cloudflare_stops_everything(
    sender: Discord, discord: DiscordStandIn
) -> None:
    """Once Cloudflare keeps the bot out, no further request is made until it is over."""
    discord.faults.append(Fault(path=POSTS, status=429, retry_after=600, via=False))

    for _ in range(3):
        with pytest.raises(NotSentError):
            await sender.send(delivery())

    assert len(discord.requests) == 1


async def test_refused_token_may_be_tried_again(sender: Discord, discord: DiscordStandIn) -> None:
    """A token refused in the middle loses no delivery: it is owed until the token is mended."""
    discord.faults.append(Fault(path=POSTS, status=401))

    with pytest.raises(NotSentError) as caught:
        await sender.send(delivery())

    assert caught.value.transient


async def test_refused_form_is_not_tried_again(sender: Discord, discord: DiscordStandIn) -> None:
    """A post that Discord finds malformed is given up, with Discord's words."""
    discord.faults.append(Fault(path=POSTS, status=400, code=50035))

    with pytest.raises(NotSentError, match="stand-in fault") as caught:
        await sender.send(delivery())

    assert not caught.value.transient


@pytest.mark.parametrize(
    "fault",
    [
        Fault(path=POSTS, status=503),
        Fault(path=POSTS, status=503, commit=True),
        Fault(path=POSTS, reset=True),
        Fault(path=POSTS, status=500, times=9),
        Fault(path=POSTS, hang=True),
    ],
    ids=["503", "503 after posting", "reset", "500s until time is up", "no answer"],
)
async def test_lost_answer_is_unknown(
    sender: Discord, discord: DiscordStandIn, fault: Fault
) -> None:
    """Whenever a post may have arrived, its outcome is called unknown."""
    sender.poster.time_limit = timedelta(seconds=0.3)
    discord.faults.append(fault)

    with pytest.raises(OutcomeUnknownError):
        await sender.send(delivery())


async def test_nobody_there_was_not_sent(sender: Discord, discord: DiscordStandIn) -> None:
    """A refused connection certainly sent nothing."""
    await discord.deaf()

    with pytest.raises(NotSentError) as caught:
        await sender.send(delivery())

    assert caught.value.transient


async def test_unreadable_success_is_unknown(sender: Discord, discord: DiscordStandIn) -> None:
    """A success that is not Discord's own proves nothing: it may have arrived."""
    discord.faults.append(Fault(path=POSTS, status=200))

    with pytest.raises(OutcomeUnknownError):
        await sender.send(delivery())


async def test_strange_address_is_no_channel(sender: Discord, discord: DiscordStandIn) -> None:
    """An address that is no number of Discord's is no channel, and nothing is asked."""
    with pytest.raises(ChannelClosedError):
        await sender.send(delivery(to="general"))

    assert discord.requests == []


async def test_posts_are_paced(
    sender: Discord, discord: DiscordStandIn, catalogue: FakeCatalogue
) -> None:
    """Many posts at once leave at 40 a second, under what Discord allows."""
    loop = asyncio.get_running_loop()
    started = loop.time()

    await asyncio.gather(*(sender.send(delivery(nonce=f"n{n}")) for n in range(21)))

    assert loop.time() - started >= 0.49
    assert len(discord.posts) == 21
    assert catalogue.asks == []
