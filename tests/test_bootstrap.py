"""A bare machine is made ready once, wholly, and says clearly when it cannot be.

Nothing is downloaded here: the index is a closed port or a server of the test's own.
"""

import ast
import errno
import hashlib
import http.server
import importlib.util
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

import bootstrap
from bootstrap import choose_python, making
from bootstrap.environment import Environment
from bootstrap.install import Run, install
from bootstrap.needs import Needs, parse_requirement, read_requirements
from bootstrap.pip_source import download_pip, index_address, without_password
from bootstrap.trouble import NoSpace, NotReady, NotWritable, Refused, Unreachable, trouble_of

ROOT = Path(__file__).resolve().parent.parent
HERE = "{}.{}".format(*sys.version_info[:2])
ABSENT = "khong-co-goi-nay"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that needs a package which no machine has."""
    (tmp_path / "requirements.txt").write_text(f"{ABSENT}>=1,<2  # why\n")
    (tmp_path / "requirements.lock").write_text(f"{ABSENT}==1.0 \\\n    --hash=sha256:{'0' * 64}\n")
    (tmp_path / "requirements-dev.txt").write_text("-r requirements.txt\npytest>=1,<99\n")
    (tmp_path / "requirements-dev.lock").write_text(f"{ABSENT}==1.0\npytest==9.0\n")
    return tmp_path


@pytest.fixture
def environment(project: Path) -> Environment:
    """The project's environment, not yet made."""
    return Environment(project / ".venv")


@pytest.fixture
def needs(project: Path) -> Needs:
    """What running the project needs."""
    return Needs(project)


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[Needs]:
    """What was installed, by a pip that has nothing to do."""
    done: list[Needs] = []
    monkeypatch.setattr(making, "find_pip", lambda environment: [])
    monkeypatch.setattr(making, "install", lambda pip, needs: done.append(needs))
    return done


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The folders and command lines handed over, to a process that ends with 7."""
    commands: list[list[str]] = []

    def hand_over(python: Path, arguments: Sequence[str]) -> int:
        commands.append([str(Path.cwd()), str(python), *arguments])
        return 7

    monkeypatch.setattr(bootstrap, "hand_over", hand_over)
    return commands


def make_whole(environment: Environment, needs: Needs) -> None:
    """An environment that looks finished, with this Python in it."""
    environment.python.parent.mkdir(parents=True)
    environment.python.symlink_to(sys.executable)
    environment.mark_ready_for(needs, HERE)


# Choosing a Python


def test_with_the_packages_importable_no_environment_is_made(project: Path) -> None:
    (project / "requirements.txt").write_text("pytest>=1,<99\n")
    assert bootstrap.prepare(str(project), []) is None
    assert not (project / ".venv").exists()


@pytest.mark.parametrize("line", ["pytest>=999", "pytest>=1,<2", "pytest==1.0", ABSENT])
def test_a_package_that_is_absent_or_out_of_bounds_is_not_there(project: Path, line: str) -> None:
    (project / "requirements.txt").write_text(line + "\n")
    assert not Needs(project).are_met_here()


def test_a_whole_environment_is_used_as_it_is(
    environment: Environment, needs: Needs, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_whole(environment, needs)
    monkeypatch.setattr(making, "make_ready", lambda *_: pytest.fail("nothing was to be made"))
    assert choose_python(environment, needs) == environment.python


def test_inside_its_environment_the_command_goes_straight_on(
    environment: Environment, needs: Needs, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_whole(environment, needs)
    monkeypatch.setattr(sys, "prefix", str(environment.folder))
    assert choose_python(environment, needs) is None


def test_a_new_lock_file_makes_an_environment_outdated(environment: Environment, needs: Needs) -> None:
    make_whole(environment, needs)
    needs.locked.write_text(f"{ABSENT}==1.1\n")
    assert not environment.is_ready_for(needs)


def test_an_upgrade_of_the_systems_python_makes_an_environment_outdated(
    environment: Environment, needs: Needs
) -> None:
    make_whole(environment, needs)
    assert environment.is_ready_for(needs, sys.version_info[:2])
    assert not environment.is_ready_for(needs, (3, 99))


def test_packages_for_running_are_not_enough_for_testing(environment: Environment, needs: Needs) -> None:
    make_whole(environment, needs)
    assert not environment.is_ready_for(Needs(needs.root, for_tests=True))


def test_the_command_is_handed_over_to_the_environment(
    project: Path, environment: Environment, needs: Needs, handed: list[list[str]]
) -> None:
    make_whole(environment, needs)
    assert bootstrap.prepare(str(project), ["search", "chuyen doi so"]) == 7
    command = [str(environment.python), str(project / "freeze.py"), "search", "chuyen doi so"]
    assert handed == [[str(Path.cwd()), *command]]


def test_the_test_command_runs_pytest_in_the_root(
    project: Path, handed: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "requirements-dev.txt").write_text("pytest>=1,<99\n")
    monkeypatch.chdir(project.parent)
    assert bootstrap.prepare(str(project), ["test", "-k", "x"]) == 7
    cores = ["-n", "auto", "--dist", "worksteal"]
    assert handed == [[str(project), sys.executable, "-m", "pytest", *cores, "-k", "x"]]


@pytest.mark.parametrize("asked", [["-n", "0"], ["-n2", "-k", "x"], ["--pdb"]])
def test_how_many_processes_test_is_the_asking_persons_to_say(
    asked: list[str], project: Path, handed: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "requirements-dev.txt").write_text("pytest>=1,<99\n")
    monkeypatch.chdir(project.parent)
    assert bootstrap.prepare(str(project), ["test", *asked]) == 7
    assert handed == [[str(project), sys.executable, "-m", "pytest", *asked]]


# Making an environment


def test_a_half_made_environment_is_made_anew(
    environment: Environment, needs: Needs, installed: list[Needs]
) -> None:
    make_whole(environment, needs)
    environment.unfinished.touch()
    environment.mark_of(needs).unlink()
    left_over = environment.folder / "lib" / "half-written.py"
    left_over.parent.mkdir()
    left_over.touch()
    making.make_ready(environment, needs)
    assert installed == [needs]
    assert environment.is_ready_for(needs, sys.version_info[:2])
    assert not environment.unfinished.exists()
    assert not left_over.exists()


def test_an_environment_whose_python_is_gone_is_made_anew(
    environment: Environment, needs: Needs, installed: list[Needs]
) -> None:
    make_whole(environment, needs)
    environment.python.unlink()
    environment.python.symlink_to(environment.folder / "uninstalled")
    making.make_ready(environment, needs)
    assert making.python_version(environment) == HERE


def test_an_outdated_environment_is_updated_where_it_stands(
    environment: Environment, needs: Needs, installed: list[Needs]
) -> None:
    make_whole(environment, needs)
    kept = environment.folder / "kept"
    kept.touch()
    needs.locked.write_text(f"{ABSENT}==1.1\n")
    making.make_ready(environment, needs)
    assert installed == [needs]
    assert kept.exists()


def test_what_testing_needs_serves_running_too(
    environment: Environment, needs: Needs, installed: list[Needs]
) -> None:
    making.make_ready(environment, Needs(needs.root, for_tests=True))
    assert environment.is_ready_for(needs)


def test_an_interrupted_installation_is_known_to_be_unfinished(
    environment: Environment, needs: Needs, monkeypatch: pytest.MonkeyPatch, installed: list[Needs]
) -> None:
    monkeypatch.setattr(making, "install", _raiser(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        making.make_ready(environment, needs)
    assert environment.unfinished.exists()
    assert not environment.is_ready_for(needs)


def test_without_a_network_an_environment_stays_as_it_was(
    environment: Environment, needs: Needs, monkeypatch: pytest.MonkeyPatch, installed: list[Needs]
) -> None:
    make_whole(environment, needs)
    needs.locked.write_text(f"{ABSENT}==1.1\n")
    monkeypatch.setattr(making, "install", _raiser(Unreachable("http://kho.example")))
    with pytest.raises(Unreachable):
        making.make_ready(environment, needs)
    assert making.python_version(environment) == HERE


def test_of_two_first_runs_at_once_one_installs_and_the_other_finds_it_done(
    environment: Environment, needs: Needs, installed: list[Needs], monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = threading.Event()
    monkeypatch.setattr(making, "say", lambda text: waiting.set() if "xin chờ" in text else None)
    environment.folder.mkdir()
    other = threading.Thread(target=making.make_ready, args=(environment, needs))
    with making.alone(environment):
        other.start()
        assert waiting.wait(timeout=10)
        assert installed == []
    making.make_ready(environment, needs)
    other.join(timeout=10)
    assert installed == [needs]


def _raiser(error: BaseException) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise error

    return fail


# What the person at the terminal reads: the real command, in a process of its own


def run_freeze(project: Path, **surroundings: str) -> subprocess.CompletedProcess[str]:
    """The real command in a project that needs an absent package, with no index to ask."""
    shutil.copy(ROOT / "freeze.py", project)
    shutil.copytree(ROOT / "site" / "bootstrap", project / "site" / "bootstrap")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    closed = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_CONFIG_FILE": os.devnull, "PIP_RETRIES": "0"}
    return subprocess.run(
        [sys.executable, project / "freeze.py"],
        env={**kept, **closed, **surroundings},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_without_a_network_one_sentence_says_what_to_do(project: Path) -> None:
    ended = run_freeze(project)
    assert ended.returncode == bootstrap.NOT_READY
    assert "không kết nối được tới kho gói http://127.0.0.1:9/simple" in ended.stderr
    assert "Check the network" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert ended.stdout == ""


def test_where_no_environment_can_be_made_it_is_said_without_a_traceback(project: Path) -> None:
    (project / ".venv").write_text("not a folder")
    ended = run_freeze(project)
    assert ended.returncode == bootstrap.NOT_READY
    assert "Hãy xóa" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (errno.ENOSPC, NoSpace),
        (errno.EROFS, NotWritable),
        (errno.EACCES, NotWritable),
        (errno.EIO, NotReady),
    ],
)
def test_each_error_of_the_system_has_its_own_words(code: int, kind: type[NotReady]) -> None:
    assert type(trouble_of(OSError(code, os.strerror(code)), ".venv")) is kind


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("WARNING: Retrying after connection broken by 'NewConnectionError'\nERROR: No match", Unreachable),
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", NoSpace),
        ("ERROR: Could not install packages: [Errno 13] Permission denied: 'x'", NotWritable),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", Refused),
    ],
)
def test_each_failure_of_pip_has_its_own_words(said: str, kind: type[NotReady]) -> None:
    assert isinstance(Run(1, said).trouble(), kind)


def test_old_pythons_can_read_the_command() -> None:
    ast.parse((ROOT / "freeze.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_an_old_python_is_told_which_one_is_needed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = importlib.util.spec_from_file_location("freeze_command", ROOT / "freeze.py")
    assert spec is not None and spec.loader is not None
    command = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(command)
    monkeypatch.setattr(command, "OLDEST", (99, 0))
    assert command.main([]) == bootstrap.NOT_READY
    said = capsys.readouterr().err
    assert "Cần Python 3.11 trở lên" in said
    assert "Python 3.11 or newer is needed" in said


# pip


def fake_pip(folder: Path, answer: str) -> list[str]:
    """A pip that notes its arguments, then does what `answer` says in Python."""
    script = folder / "pip.py"
    note = f"open({str(folder / 'asked')!r}, 'a').write(' '.join(sys.argv) + '\\n')"
    script.write_text(f"import sys\n{note}\n{answer}\n")
    return [sys.executable, str(script)]


def asked(folder: Path) -> list[str]:
    """The command lines that the fake pip was given."""
    return (folder / "asked").read_text().splitlines()


def test_packages_are_installed_by_digest(tmp_path: Path, needs: Needs) -> None:
    install(fake_pip(tmp_path, ""), needs)
    (only,) = asked(tmp_path)
    assert only.endswith(f"--require-hashes -r {needs.locked}")


def test_where_the_lock_does_not_fit_the_bounds_are_used_and_it_is_said(
    tmp_path: Path, needs: Needs, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = "if '--require-hashes' in sys.argv: sys.exit('ERROR: No matching distribution found for x==1')"
    monkeypatch.setattr("bootstrap.install.index_answers", lambda: True)
    install(fake_pip(tmp_path, answer), needs)
    assert asked(tmp_path)[-1].endswith(f"-r {needs.listed}")
    assert "requirements.lock does not fit" in capsys.readouterr().err


def test_a_wrong_digest_is_never_passed_over(tmp_path: Path, needs: Needs) -> None:
    answer = (
        "sys.exit('ERROR: THESE PACKAGES DO NOT MATCH THE HASHES\\n    x==1 from http://kho.example/x.whl:')"
    )
    with pytest.raises(Refused, match=r"x==1 from http://kho\.example"):
        install(fake_pip(tmp_path, answer), needs)
    assert len(asked(tmp_path)) == 1


def test_an_unknown_failure_shows_what_pip_said(tmp_path: Path, needs: Needs) -> None:
    with pytest.raises(NotReady, match="no compiler"):
        install(fake_pip(tmp_path, "sys.exit('error: no compiler')"), needs)


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package index on this machine with two pips; the folder of their files."""
    files = tmp_path / "index" / "pip"
    files.mkdir(parents=True)
    links = []
    for name in ("pip-9.0-py3-none-any.whl", "pip-24.0-py3-none-any.whl", "pip-25.0b1-py3-none-any.whl"):
        (files / name).write_bytes(name.encode())
        links.append(f'<a href="{name}#sha256={hashlib.sha256(name.encode()).hexdigest()}">{name}</a>')
    (files / "index.html").write_text("\n".join(links))

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *arguments: object) -> None:
            super().__init__(*arguments, directory=str(files.parent))  # type: ignore[arg-type]

        def log_message(self, *_: object) -> None: ...

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        monkeypatch.setenv("PIP_INDEX_URL", f"http://127.0.0.1:{server.server_port}/")
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        yield files
        server.shutdown()


def test_where_no_pip_is_found_the_newest_finished_one_is_fetched(index: Path, tmp_path: Path) -> None:
    assert download_pip(tmp_path).name == "pip-24.0-py3-none-any.whl"
    assert (tmp_path / "pip-24.0-py3-none-any.whl").read_bytes() == b"pip-24.0-py3-none-any.whl"


def test_a_fetched_pip_with_a_wrong_digest_is_refused(index: Path, tmp_path: Path) -> None:
    (index / "pip-24.0-py3-none-any.whl").write_bytes(b"foreign")
    with pytest.raises(Refused):
        download_pip(tmp_path)
    assert list(tmp_path.glob("*.whl")) == []


def test_an_index_without_an_answer_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "http://ten:mat-khau@127.0.0.1:9/simple")
    with pytest.raises(Unreachable, match=r"http://127\.0\.0\.1:9/simple"):
        download_pip(tmp_path)


def test_the_index_of_pips_settings_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = tmp_path / "pip.conf"
    settings.write_text("[global]\nindex-url = https://kho.example/simple/\n")
    monkeypatch.delenv("PIP_INDEX_URL", raising=False)
    monkeypatch.setenv("PIP_CONFIG_FILE", str(settings))
    assert index_address() == "https://kho.example/simple"


def test_a_password_in_an_address_is_never_shown() -> None:
    assert (
        without_password("https://ten:mat-khau@kho.example:8080/simple") == "https://kho.example:8080/simple"
    )


# Requirements


def test_bounds_are_compared_as_numbers() -> None:
    requirement = parse_requirement("markdown>=3.9,<4")
    assert requirement.allows("3.11.3")
    assert not requirement.allows("3.8")
    assert not requirement.allows("4.0")


def test_what_testing_needs_includes_what_running_needs(project: Path) -> None:
    assert [found.name for found in read_requirements(project / "requirements-dev.txt")] == [ABSENT, "pytest"]
