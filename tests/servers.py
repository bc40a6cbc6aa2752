"""Web servers that run as the operators' page says."""

import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

OPERATING = (Path(__file__).resolve().parents[1] / "docs/van-hanh.md").read_text("utf-8")


def block(language: str) -> str:
    """The one block in a language that the operators' page gives."""
    (found,) = re.findall(rf"```{language}\n(.*?)```", OPERATING, re.DOTALL)
    return str(found)


@contextmanager
def running(told: str, public: Path, folder: Path) -> Iterator[int]:
    """The port of a Caddy with a configuration that serves a release from a folder, without HTTPS."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    told = told.replace("cong-tin.example", f"http://127.0.0.1:{port}")
    told = told.replace("/srv/cong-tin/build/", f"{folder}/")
    (folder / "public").symlink_to(public.resolve())
    (folder / "Caddyfile").write_text("{\n admin off\n persist_config off\n}\n" + told, "utf-8")
    program = shutil.which("caddy", path=str(Path(sys.executable).parent))
    assert program, "requirements-dev.txt brings Caddy"
    command = [program, "run", "--adapter", "caddyfile", "--config", str(folder / "Caddyfile")]
    home = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(command, env=home, stdout=log, stderr=log)
    try:
        _wait_for(port, server, folder / "log")
        yield port
    finally:
        server.terminate()
        server.wait(10)


def _wait_for(port: int, server: "subprocess.Popen[bytes]", log: Path) -> None:
    """Come back when a server answers at the port; fail with its words when it ends or stays silent."""
    for _ in range(200):
        assert server.poll() is None, log.read_text("utf-8", "replace")
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail(log.read_text("utf-8", "replace"))


def asked(port: int, address: str, packing: str = "br, gzip") -> tuple[int, dict[str, str]]:
    """The status and the headers with which a server answers."""
    status, headers, _ = told(port, address, packing)
    return status, headers


def told(port: int, address: str, packing: str = "identity") -> tuple[int, dict[str, str], bytes]:
    """The status, the headers and the body with which a server answers."""
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", address, headers={"Accept-Encoding": packing})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, dict(answer.getheaders()), body
