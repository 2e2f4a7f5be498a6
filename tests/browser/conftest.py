"""A real server and a real Chromium, with a data folder of their own."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[2]
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DESK, PHONE = (1280, 900), (375, 800)


@dataclass(frozen=True)
class Server:
    """A running app."""

    url: str
    data: Path


def start(folder: Path, log: int | BinaryIO = subprocess.DEVNULL) -> tuple[subprocess.Popen[bytes], Server]:
    """Start the app on a free port and wait until it answers. `log`: where all it prints goes."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "DATA_DIR": str(folder / "data"), "KEY_DIR": str(folder / "keys")}
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port), "--logger.level", "error"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
    url = f"http://127.0.0.1:{port}"
    for _ in range(200):
        try:
            urllib.request.urlopen(f"{url}/_stcore/health", timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return process, Server(url, folder / "data")
    process.kill()
    raise AssertionError("the server did not start within 20 seconds")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server of this test alone, with nothing stored."""
    process, running = start(tmp_path)
    yield running
    process.kill()
    process.wait()


@pytest.fixture
def played_server(played: Path, tmp_path: Path) -> Iterator[Server]:
    """A server of this test alone, whose sample world opens at once."""
    process, running = start(Path(shutil.copytree(played, tmp_path, dirs_exist_ok=True)))
    yield running
    process.kill()
    process.wait()


@pytest.fixture(scope="session")
def chromium(program: Callable[[str], str]) -> Iterator[Browser]:
    """Debian's Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program("chromium"), args=list(_ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A fresh visitor; parametrise with a size for a phone."""
    width, height = getattr(request, "param", DESK)
    context = chromium.new_context(viewport={"width": width, "height": height}, accept_downloads=True, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def settled(page: Page) -> None:
    """Wait until the app has nothing to do, seen three times: on a busy machine a press takes its time to get there."""
    for _ in range(3):
        page.wait_for_selector('[data-test-connection-state="CONNECTED"][data-test-script-state="notRunning"]', timeout=60_000)
        page.wait_for_timeout(250)


def visit(page: Page, url: str) -> None:
    """Open an address and wait until its page stands there: every page has a heading."""
    page.goto(url)
    page.locator('[data-testid="stMain"] h1').first.wait_for(timeout=60_000)
    settled(page)


def begin(page: Page, server: Server, role: str = "teamleider") -> None:
    """Make the first profile."""
    visit(page, server.url)
    page.get_by_label("Uw naam").fill("Ada Jansen")
    page.locator('[data-testid="stRadio"] label', has_text=role).first.click()
    settled(page)
    press(page, "Beginnen")


def press(page: Page, label: str) -> None:
    """Press the button with this label."""
    page.get_by_role("button", name=label, exact=True).click()
    settled(page)


def follow(page: Page, label: str) -> None:
    """Follow a link in the menu; a menu folded away is opened first."""
    link = page.locator(".st-key-menu a", has_text=label)
    folded = page.locator('[data-testid="stExpandSidebarButton"]')
    if folded.is_visible():
        folded.click()
        page.wait_for_timeout(500)
    link.click()
    settled(page)


def load_sample(page: Page) -> None:
    """Load the sample data."""
    press(page, "Voorbeeldgegevens laden")
    page.get_by_text("VOORBEELDGEGEVENS", exact=True).first.wait_for(timeout=60_000)
    settled(page)
