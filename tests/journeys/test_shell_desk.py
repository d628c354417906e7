"""The desk from the shell: demo, run, settings, exit statuses."""

import json
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.shell import environment, newsdesk

STOP_WITHIN_S = 10


def test_the_demo_tells_two_days_and_answers(tmp_path: Path) -> None:
    """`demo` briefs twice on invented news, answers what is typed, and ends with its input."""
    typed = "/latest harbour\n/subscribe harbour 08:00\ny\n/news subscriptions\n/news why\n/quit\n"
    ran = newsdesk(tmp_path, "demo", given=typed)

    assert ran.status == 0
    evening, _, later = ran.out.partition("The night passes.")
    morning, _, answers = later.partition("Type /latest harbour")
    assert "A fire tore through a warehouse in Halvenport harbour" in evening
    assert "New: " in morning
    assert "New: " not in evening
    assert "Latest on harbour" in answers
    assert "Subscribed to harbour" in answers
    assert "Why: the last decisions here" in answers


def test_with_no_source_in_reach_the_sample_newsroom_is_offered(tmp_path: Path) -> None:
    """`run` without a network says so and opens the sample newsroom, apart from the real store."""
    config = tmp_path / "config.toml"
    port = _closed_port()
    config.write_text(_config(port), encoding="utf-8")
    ran = newsdesk(tmp_path, "--config", config, "run", given="y\n/latest harbour\n/quit\n")
    real = newsdesk(tmp_path, "--config", config, "search", "harbour", "--json")

    assert ran.status == 0
    assert "No source could be reached (tried: 1)" in ran.said
    assert "The sample newsroom: invented places, outlets and news." in ran.out
    assert "Halvenport" not in real.out


def test_a_desk_that_is_told_to_stop_stops(tmp_path: Path) -> None:
    """On SIGTERM `run` ends within ten seconds with status 0."""
    config = tmp_path / "config.toml"
    pages = Path(__file__).parents[1] / "samples" / "pages"
    config.write_text(
        f'[[sources]]\nkind = "files"\naddress = "{pages}"\nname = "Saved"\n', encoding="utf-8"
    )
    with subprocess.Popen(  # noqa: S603 — our own program
        [sys.executable, "-m", "bot", "--config", str(config), "run"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=tmp_path,
        env=environment(tmp_path) | {"PYTHONUNBUFFERED": "1"},
        text=True,
    ) as desk:
        assert desk.stdout is not None
        assert any("/quit" in line for line in desk.stdout)  # it has briefed, and listens
        desk.send_signal(signal.SIGTERM)
        status = desk.wait(timeout=STOP_WITHIN_S)

    assert status == 0


FAULTY = [
    ("[fetch\ntimeout_s = 5\n", "not valid TOML"),
    ("[fetch]\ntimeout_sec = 5\n", "fetch.timeout_sec is no setting; did you mean"),
    ("[fetch]\ntimeout_s = -1\n", "fetch.timeout_s"),
    ('[desk]\nzone = "Europe/Berlim"\n', "did you mean"),
    ('[store]\nuse = "nowhere"\n', "nowhere"),
]


@pytest.mark.parametrize(("toml", "clue"), FAULTY)
def test_a_wrong_setting_is_named(tmp_path: Path, toml: str, clue: str) -> None:
    """A broken line or an unknown setting ends with status 2 and says where and what to do."""
    config = tmp_path / "desk.toml"
    config.write_text(toml, encoding="utf-8")
    ran = newsdesk(tmp_path, "--config", config, "source", "list")

    assert ran.status == 2
    assert clue in ran.said
    assert "Traceback" not in ran.said


def test_a_broken_line_is_named_by_file_and_number(tmp_path: Path) -> None:
    """What is not TOML is named with its file and line."""
    config = tmp_path / "desk.toml"
    config.write_text('home = ""\n[fetch\n', encoding="utf-8")
    ran = newsdesk(tmp_path, "--config", config, "config")

    assert "desk.toml" in ran.said
    assert "line 2" in ran.said


ENDINGS = [
    (("nonsense",), 2),
    (("--config", "none.toml", "config"), 2),
    (("digest", "next", "--time", "8x"), 2),
    (("latest", "--count", "99"), 2),
    (("brief", "--from", "./none.txt"), 1),
    (("doctor", "--running"), 1),
    (("config",), 0),
    (("doctor",), 0),
    (("source", "list"), 0),
    (("subscriptions",), 0),
    (("--version",), 0),
]


@pytest.mark.parametrize(("arguments", "status"), ENDINGS)
def test_the_exit_status_says_how_it_went(
    tmp_path: Path, arguments: tuple[str, ...], status: int
) -> None:
    """0 is success, 1 a failure, 2 wrong usage; failures say why and are no traces."""
    ran = newsdesk(tmp_path, *arguments)

    assert ran.status == status, ran.said
    assert "Traceback" not in ran.said
    assert ran.said or status == 0


def test_settings_are_shown_as_they_are_in_force(tmp_path: Path) -> None:
    """`config --json` shows the file's values over the defaults."""
    config = tmp_path / "desk.toml"
    config.write_text("[fetch]\ntimeout_s = 7\n", encoding="utf-8")
    ran = newsdesk(tmp_path, "--config", config, "config", "--json")

    found = json.loads(ran.out)
    assert found["fetch"]["timeout_s"] == 7
    assert found["home"] == str(tmp_path)


def _config(port: int) -> str:
    return (
        f'[[sources]]\naddress = "http://127.0.0.1:{port}/feed"\nname = "Nobody"\n'
        f'[fetch]\nallow_private = ["127.0.0.1:{port}"]\n'
    )


def _closed_port() -> int:
    """Return a port of loopback on which nobody listens."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
