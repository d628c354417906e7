"""Promises of `bot.config`: the operator's words become values, or one message with its cure."""

import os
from pathlib import Path

import pytest

from bot.config import (
    Settings,
    home_folder,
    known_aliases,
    load,
    setting_names,
    starter_sources,
)
from bot.errors import ConfigError


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder, with no settings in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("NEWSDESK_")]:
        monkeypatch.delenv(name)


def written(text: str) -> Path:
    """Write a configuration and return where it is."""
    file = Path("desk.toml")
    file.write_text(text, "utf-8")
    return file


def fault(text: str, **environment: str) -> str:
    """Return what is said about a configuration that is wrong."""
    with pytest.raises(ConfigError) as caught:
        load(written(text), environment)
    return str(caught.value)


def test_without_a_file_the_defaults_are_in_force() -> None:
    """A desk runs out of the box."""
    settings = load(None, {})

    assert settings == Settings()
    assert (settings.store.use, settings.condense.use) == ("sqlite", ("extractive", "lead"))


def test_config_toml_in_the_working_folder_is_read() -> None:
    """It need not be named."""
    Path("config.toml").write_text('[desk]\nzone = "Europe/Rome"\n', "utf-8")

    assert load(None, {}).desk.zone == "Europe/Rome"


def test_settings_come_from_the_file() -> None:
    """Tables, sources and platforms with settings of their own."""
    settings = load(
        written(
            '[fetch]\ntimeout_s = 3\nallow_private = ["127.0.0.1:8080"]\n'
            '[[sources]]\naddress = "https://herald.example/feed"\ntopics = ["ports"]\n'
            '[platforms.slack]\nbot_token_env = "DESK_TOKEN"\n'
        ),
        {},
    )

    assert settings.fetch.timeout_s == 3
    assert settings.fetch.allow_private == ("127.0.0.1:8080",)
    assert (settings.sources[0].kind, settings.sources[0].topics) == ("feed", ("ports",))
    assert settings.platforms == {"slack": {"bot_token_env": "DESK_TOKEN"}}


def test_the_environment_wins_over_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """And what it does not name stays as the file has it."""
    monkeypatch.setenv("NEWSDESK_FETCH__TIMEOUT_S", "7")
    monkeypatch.setenv("NEWSDESK_HOME", "/srv/desk")
    monkeypatch.setenv("NEWSDESK_CONDENSE__USE", '["lead"]')

    settings = load(written("[fetch]\ntimeout_s = 3\npause_s = 2\n"), {})

    assert (settings.fetch.timeout_s, settings.fetch.pause_s) == (7, 2)
    assert (settings.home, settings.condense.use) == ("/srv/desk", ("lead",))


def test_private_addresses_may_be_opened_by_the_environment() -> None:
    """As a list parted by commas, and instead of those in the file."""
    opened = {"NEWSDESK_ALLOW_PRIVATE": "127.0.0.1:8080, [::1]:90,"}

    settings = load(written('[fetch]\nallow_private = ["10.0.0.1:80"]\n'), opened)

    assert settings.fetch.allow_private == ("127.0.0.1:8080", "[::1]:90")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[fetch]\ntimeout = 3", "fetch.timeout is no setting; did you mean fetch.timeout_s?"),
        ("[[source]]\n", "source is no setting; did you mean sources?"),
        ("zebra = 1", "zebra is no setting; see config.example.toml for those there are"),
        ("[fetch]\ntimeout_s = -3", "fetch.timeout_s: Input should be greater than 0"),
        ('[fetch]\ntimeout_s = "soon"', "fetch.timeout_s: Input should be a valid number"),
        ("fetch = 3", "fetch: Input should be a valid dictionary"),
        ('[[sources]]\nname = "Herald"', "sources.0.address: Field required"),
        (
            '[[sources]]\naddress = "https://a.example"\nselector = "main h3 >"',
            "sources.0.selector: the selector “main h3 >” is not CSS: it ends too early; write",
        ),
        (
            '[[sources]]\naddress = "https://a.example"\nselector = "a"\nkind = "feed"',
            "sources.0: a selector is for kind page, and this is a feed",
        ),
        ('sources = ["https://a.example"]', "sources.0: Input should be a valid dictionary"),
        ("[condense]\nuse = []", "condense.use: Tuple should have at least 1 item"),
        (
            '[desk]\nzone = "Europe/Berlim"',
            "'Europe/Berlim' is no time zone of the IANA list, like Europe/Berlin; did you mean",
        ),
        ('[desk]\nzone = "?"', "desk.zone: '?' is no time zone of the IANA list, like Europe"),
        ('[desk]\nlog_level = "LOUD"', "desk.log_level: Input should be 'DEBUG', 'INFO'"),
        ("[platforms]\nslack = 3", "platforms.slack: Input should be a valid dictionary"),
        ("nonsense = ", "not valid TOML: Invalid value (at end of document); correct that line"),
    ],
)
def test_what_is_wrong_is_named_with_its_cure(text: str, said: str) -> None:
    """The message names the file, the setting and what would do."""
    message = fault(text)

    assert said in message
    assert "desk.toml" in message


def test_every_fault_is_named_at_once() -> None:
    """Nobody mends a configuration one message at a time."""
    message = fault('[fetch]\ntimeout_s = -3\nspeed = 1\n[desk]\nzone = "Nowhere"\n')

    assert "fetch.timeout_s: " in message
    assert "fetch.speed is no setting" in message
    assert "desk.zone: 'Nowhere'" in message


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("NEWSDESK_FETCH__TIMEOUT_S", "soon", "fetch.timeout_s: Input should be a valid number"),
        ("NEWSDESK_FETCH__SPEED", "1", "fetch.speed is no setting"),
        ("NEWSDESK_SOURCES", "herald", "sources"),
        ("NEWSDESK_CONDENSE__USE", "lead", "condense"),
    ],
)
def test_what_is_wrong_in_the_environment_is_named_too(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    """Also where a list or table is expected and is not written as JSON."""
    monkeypatch.setenv(name, value)

    with pytest.raises(ConfigError) as caught:
        load(None, {})

    assert said in str(caught.value)


def test_a_table_that_is_none_is_a_fault_whatever_the_environment_opens() -> None:
    """The two together are no crash."""
    said = fault("fetch = 3", NEWSDESK_ALLOW_PRIVATE="127.0.0.1:80")

    assert "fetch: Input should be a valid dictionary" in said


def test_a_file_that_is_not_there_is_said_to_be() -> None:
    """With what to do."""
    with pytest.raises(ConfigError, match="there is no such file; copy "):
        load(Path("nowhere.toml"), {})


def test_a_file_that_cannot_be_read_is_said_to_be() -> None:
    """A folder is no file, and not every file is text."""
    Path("folder.toml").mkdir()
    Path("bytes.toml").write_bytes(b'home = "\xff"')

    with pytest.raises(ConfigError, match=r"folder\.toml: cannot be read: "):
        load(Path("folder.toml"), {})
    with pytest.raises(ConfigError, match=r"bytes\.toml: not valid TOML"):
        load(Path("bytes.toml"), {})


@pytest.mark.parametrize(
    ("home", "environment", "folder"),
    [
        ("/srv/desk", {"XDG_DATA_HOME": "/data"}, Path("/srv/desk")),
        ("~/desk", {}, Path.home() / "desk"),
        ("", {"XDG_DATA_HOME": "/data"}, Path("/data/newsdesk")),
        ("", {}, Path.home() / ".local/share/newsdesk"),
    ],
)
def test_the_home_folder_is_as_set_or_the_user_s(
    home: str, environment: dict[str, str], folder: Path
) -> None:
    """Where nothing is set it is where programs of the user keep their data."""
    assert home_folder(Settings(home=home), environment) == folder


def test_starter_sources_are_all_different() -> None:
    """Each has an address and a name of its own; all are feeds but one search for the rest."""
    sources = starter_sources()

    assert len(sources) >= 5
    assert len({one.address for one in sources}) == len({one.name for one in sources})
    assert len({one.address for one in sources}) == len(sources)
    assert all(one.address.startswith("https://") for one in sources)
    assert [one.kind for one in sources].count("search") == 1
    assert {one.kind for one in sources} == {"feed", "search"}


def test_every_setting_has_a_full_name() -> None:
    """Nested ones by the names of their tables."""
    names = setting_names()

    assert {"home", "fetch.timeout_s", "desk.zone", "sources", "platforms"} <= set(names)
    assert len(set(names)) == len(names)


MAILBOX = '[[sources]]\nkind = "mailbox"\naddress = "imaps://ida@mail.example/Letters"\n'


def test_a_mailbox_names_where_its_password_is() -> None:
    """The password itself stands in no file."""
    settings = load(written(f'{MAILBOX}password_env = "DESK_MAIL"\n'), {"DESK_MAIL": "secret"})

    assert settings.sources[0].password_env == "DESK_MAIL"
    assert "secret" not in repr(settings)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (MAILBOX, "sources.0: password_env: a mailbox needs the name of an environment variable"),
        (
            MAILBOX.replace("ida@", "ida:hunter2@"),
            "sources.0: address: holds a password; set it in the environment",
        ),
        (MAILBOX.replace("imaps", "imap"), "sources.0: address: imap:// is not encrypted"),
        (MAILBOX.replace("mailbox", "feed"), "a mailbox is of a kind of its own"),
        (
            '[[sources]]\naddress = "https://a.example/"\npassword_env = "DESK_MAIL"\n',
            "a password_env is for kind mailbox, and this is a feed",
        ),
    ],
    ids=["no-name", "password", "plain", "kind", "feed"],
)
def test_half_a_mailbox_is_refused(text: str, says: str) -> None:
    """With what to do, and without a password that was put in the wrong place."""
    said = fault(text)

    assert says in said
    assert "hunter2" not in said


def test_the_operator_names_things_too() -> None:
    """A file of further names is read after our own lists."""
    Path("names.txt").write_text("Delta, Deltaville\n", "utf-8")
    settings = load(written('[desk]\naliases = "names.txt"'), {})

    assert known_aliases(settings).things[-1] == ("Delta", "Deltaville")
    assert any("Aleppo" in names for names in known_aliases(Settings()).things)


def test_the_names_may_stand_beside_the_configuration(tmp_path: Path) -> None:
    """Wherever the desk is started from."""
    folder = tmp_path / "etc"
    folder.mkdir()
    (folder / "names.txt").write_text("Delta, Deltaville\n", "utf-8")
    (folder / "config.toml").write_text('[desk]\naliases = "names.txt"\n', "utf-8")

    settings = load(folder / "config.toml", {})

    assert known_aliases(settings).things[-1] == ("Delta", "Deltaville")


@pytest.mark.parametrize(
    ("text", "says"),
    [(None, "names.txt: cannot be read: No such file"), ("Delta\n", "names.txt: line 1: “Delta”")],
    ids=["missing", "one name"],
)
def test_a_file_of_names_that_is_wrong_is_named(text: str | None, says: str) -> None:
    """The message says which file and line."""
    if text is not None:
        Path("names.txt").write_text(text, "utf-8")
    settings = load(written('[desk]\naliases = "names.txt"'), {})

    with pytest.raises(ConfigError, match=says) as caught:
        known_aliases(settings)
    assert caught.value.setting == "desk.aliases"
