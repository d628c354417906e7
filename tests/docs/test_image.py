"""The image: its file keeps to the rules, its steps work in a clean folder."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KNOWN = frozenset(
    {"FROM", "COPY", "RUN", "ENV", "USER", "WORKDIR", "VOLUME"}
    | {"HEALTHCHECK", "STOPSIGNAL", "ENTRYPOINT", "CMD"}
)


def instructions() -> list[tuple[str, str]]:
    """Return the Dockerfile's instructions with their arguments, continued lines joined."""
    text = (ROOT / "Dockerfile").read_text("utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    joined = re.sub(r"\\\n\s*", "", "\n".join(lines))
    pairs = [line.partition(" ") for line in joined.splitlines()]
    return [(name, rest.strip()) for name, _, rest in pairs]


def final_stage() -> list[tuple[str, str]]:
    """Return the instructions of the image that is kept."""
    found = instructions()
    last = max(at for at, (name, _) in enumerate(found) if name == "FROM")
    return found[last:]


def test_the_linter_has_no_complaint() -> None:
    """Hadolint finds nothing in the Dockerfile."""
    done = _run(str(Path(sys.executable).with_name("hadolint")), str(ROOT / "Dockerfile"))

    assert (done.returncode, done.stdout) == (0, "")


def test_every_instruction_is_known() -> None:
    """The Dockerfile holds no instruction but those that we mean, and every base has a version."""
    found = instructions()
    bases = [rest.split()[0] for name, rest in found if name == "FROM"]

    assert {name for name, _ in found} <= KNOWN
    assert all(":" in base and not base.endswith(":latest") for base in bases)
    assert found[0][0] == "FROM"


def test_the_desk_does_not_run_as_root() -> None:
    """The last user of the image is not root, and is chosen before the desk is started."""
    stage = final_stage()
    users = [rest for name, rest in stage if name == "USER"]
    names = [name for name, _ in stage]

    assert users
    assert users[-1].split(":")[0] not in {"root", "0"}
    assert names.index("USER") < names.index("ENTRYPOINT")


def test_the_image_has_a_health_check_and_one_volume() -> None:
    """There is one health check, one volume, and the volume is the desk's home."""
    stage = final_stage()
    volumes = [rest for name, rest in stage if name == "VOLUME"]
    [variables] = [rest for name, rest in stage if name == "ENV"]

    assert [name for name, _ in stage].count("HEALTHCHECK") == 1
    assert len(volumes) == 1
    assert f"NEWSDESK_HOME={volumes[0]}" in variables


def test_what_is_started_is_in_exec_form() -> None:
    """What is started gets signals itself: no shell stands between."""
    for name, rest in final_stage():
        if name in {"ENTRYPOINT", "CMD"}:
            assert rest.startswith("[")


def test_what_is_copied_is_let_in() -> None:
    """Every file that is copied is there, and `.dockerignore` lets it in."""
    ignored = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    let_in = [line.removeprefix("!") for line in ignored if line.startswith("!")]
    copied = [
        path
        for name, rest in instructions()
        if name == "COPY" and "--from" not in rest
        for path in rest.split()[:-1]
    ]

    assert copied
    for path in copied:
        assert (ROOT / path).exists()
        assert path in let_in


@pytest.mark.slow
def test_the_steps_work_in_a_clean_folder(tmp_path: Path) -> None:
    """The steps that the Dockerfile runs install a desk that starts, from what it copies alone."""
    source, venv = tmp_path / "src", tmp_path / "newsdesk"
    runs = [
        rest.split() for name, rest in instructions() if name == "RUN" and "image-steps" in rest
    ]
    for name in ("pyproject.toml", "README.md", "LICENSE", "requirements/run.txt"):
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, source / name)
    for name in ("bot", "adapters"):
        shutil.copytree(
            ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__", "*.pyc")
        )

    assert [run[1] for run in runs] == ["packages", "desk"]
    for step in ("packages", "desk"):
        done = _run(str(ROOT / "scripts" / "image-steps"), step, str(venv), str(source))
        assert done.returncode == 0, done.stderr
    assert "newsdesk" in _run(str(venv / "bin" / "newsdesk"), "--version").stdout


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 — our own script
        command, capture_output=True, text=True, timeout=300, check=False
    )
