"""Chromium without a window: what it hands to assistive technology of a page that it shows.

It is asked over the DevTools protocol through a pipe: messages in JSON, each ended by a zero byte.
"""

from __future__ import annotations

import json
import os
import subprocess
from select import select
from shutil import which
from typing import TYPE_CHECKING, NamedTuple, Self

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # No other machine has a name.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--remote-debugging-pipe",
)
# The pipe is on 3 and 4, where Popen can't put it.
PIPED = 'exec "$@" 3<&0 4>&1 </dev/null >/dev/null'
PATIENCE = 60
ZERO = b"\0"


class Told(NamedTuple):
    """What is told of one thing: its role, its name, and a heading's level (else 0)."""

    role: str
    name: str
    level: int


def program() -> str | None:
    """Where Chromium is, or a browser made of it; None where there is none."""
    return next(filter(None, map(which, NAMES)), None)


class Chromium:
    """A browser with one empty tab. Its profile is a new folder: it has no past."""

    def __init__(self, program: str, profile: Path) -> None:
        command = ["sh", "-c", PIPED, "sh", program, *OPTIONS, f"--user-data-dir={profile}"]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.asked = 0
        self.unread = b""
        self.events: list[str] = []
        self.tab: str | None = None

    def __enter__(self) -> Self:
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.tab = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.ask("Page.enable")
        self.ask("Accessibility.enable")
        return self

    def __exit__(self, *_error: object) -> None:
        try:
            # It ends when its pipe is closed; what is still in it is of no interest.
            self.process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.communicate()

    def open(self, address: str) -> None:
        """Show a page, and wait until it has loaded."""
        self.events.clear()
        self.ask("Page.navigate", url=address)
        while "Page.loadEventFired" not in self.events:
            self._message()

    def run(self, code: str) -> None:
        """Run a piece of JavaScript, and wait for what it promises."""
        done = self.ask("Runtime.evaluate", expression=code, awaitPromise=True)
        assert "exceptionDetails" not in done, done["exceptionDetails"]

    def tree(self) -> list[Told]:
        """The accessibility tree of the page, parents before children."""
        nodes = self.ask("Accessibility.getFullAXTree")["nodes"]
        by_id = {node["nodeId"]: node for node in nodes}
        return list(_told(nodes[0], by_id))

    def ask(self, method: str, **parameters: object) -> dict:
        """The result of a method of the protocol."""
        self.asked += 1
        message = {"id": self.asked, "method": method, "params": parameters}
        if self.tab is not None:
            message["sessionId"] = self.tab
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(message).encode() + ZERO)
        self.process.stdin.flush()
        while (answer := self._message()).get("id") != self.asked:
            pass
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def _message(self) -> dict:
        assert self.process.stdout is not None
        while ZERO not in self.unread:
            ready, _, _ = select([self.process.stdout], [], [], PATIENCE)
            assert ready, "Chromium says nothing"
            read = os.read(self.process.stdout.fileno(), 1 << 20)
            assert read, "Chromium has ended"
            self.unread += read
        first, _, self.unread = self.unread.partition(ZERO)
        message = json.loads(first)
        if "method" in message:
            self.events.append(message["method"])
        return message


def _told(node: dict, by_id: dict[str, dict]) -> Iterator[Told]:
    if not node["ignored"]:
        level = next((one for one in node.get("properties", ()) if one["name"] == "level"), None)
        yield Told(
            node["role"]["value"],
            node.get("name", {}).get("value", ""),
            level["value"]["value"] if level else 0,
        )
    for kid in node.get("childIds", ()):
        yield from _told(by_id[kid], by_id)
