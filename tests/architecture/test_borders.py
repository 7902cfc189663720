"""Who may import whom: the contracts in pyproject.toml, and what importing a room may not do."""

import ast
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import pytest

from architecture.places import PACKAGE, ROOT, modules

WITH_QT = ("ui", "app")
# What reaches another machine, or listens for one.
NETWORK = (
    *("socket", "socketserver", "ssl", "http", "urllib.request", "ftplib", "smtplib", "poplib", "imaplib", "xmlrpc"),
    *("requests", "httpx", "aiohttp", "urllib3"),
    *("PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtHttpServer"),
)


def rooms() -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for module in modules():
        found[module.split(".")[1]].append(module)
    return found


def test_rooms_import_only_what_lies_below_them() -> None:
    # In a process of its own: it sets up logging for itself, and switches off every logger there is.
    config = str(ROOT / "pyproject.toml")
    code = f"from importlinter.cli import lint_imports; raise SystemExit(lint_imports({config!r}, no_cache=True))"
    env = {**os.environ, "PYTHONPATH": str(PACKAGE.parent)}

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("room", sorted(rooms()))
def test_importing_a_room_does_nothing_else(room: str, tmp_path: Path) -> None:
    """No output, no file, no thread; and Qt is loaded only by the rooms that show a window."""
    code = f"""
import importlib, sys, threading
for name in {rooms()[room]!r}:
    importlib.import_module(name)
assert threading.active_count() == 1, "a thread was started"
print("PySide6" in sys.modules, file=sys.stderr)
"""
    env = {**os.environ, "PYTHONPATH": str(PACKAGE.parent), "PYTHONDONTWRITEBYTECODE": "1"}
    env |= {"CLERKWELL_HOME": str(tmp_path / "profile"), "HOME": str(tmp_path), "QT_LOGGING_RULES": "*=true"}

    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], cwd=tmp_path, env=env, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert done.stderr.strip() in ("True", "False"), done.stderr
    assert room in WITH_QT or done.stderr.strip() == "False", f"{room} loads Qt"
    assert list(tmp_path.iterdir()) == []


def test_nothing_can_open_a_connection() -> None:
    found = {
        str(path.relative_to(PACKAGE)): name
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in imported(node)
        if reaches_out(name)
    }

    assert found == {}


def reaches_out(name: str) -> bool:
    return any(name == door or name.startswith(f"{door}.") for door in NETWORK)


def imported(node: ast.AST) -> list[str]:
    """The full names that an import statement makes known; none for another statement."""
    match node:
        case ast.Import():
            return [alias.name for alias in node.names]
        case ast.ImportFrom(module=str(module), level=0):
            return [module, *(f"{module}.{alias.name}" for alias in node.names)]
        case _:
            return []


@pytest.mark.parametrize(
    "line", ["import socket", "import os, http.client", "from urllib import request", "from PySide6 import QtNetwork"]
)
def test_the_check_for_connections_sees_every_way_of_importing(line: str) -> None:
    assert any(reaches_out(name) for node in ast.walk(ast.parse(line)) for name in imported(node))
