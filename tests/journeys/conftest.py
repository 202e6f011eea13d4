"""A browser on a running server. Screenshots are kept under artefacts/."""

import os
import tempfile
from pathlib import Path

import pytest

CHROMIUM = os.environ.get("KEBRIDGE_CHROMIUM", "/usr/bin/chromium")
ARGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync --lang=zh-CN"
).split()
ARTEFACTS = Path(__file__).resolve().parents[2] / "artefacts" / "journeys"
DESKTOP, PHONE = {"width": 1366, "height": 768}, {"width": 360, "height": 740}
PASSWORD = "a-long-password-1"
# Playwright's own loop makes Django think it is asked from asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_collection_modifyitems(items):
    for item in items:
        if "journeys" in str(item.path):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium():
    if not Path(CHROMIUM).exists():
        pytest.skip("no Chromium on this machine")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as profile:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=CHROMIUM, args=ARGS, headless=True, viewport=DESKTOP, locale="zh-CN"
        )
        yield context
        context.close()


@pytest.fixture
def world(transactional_db):
    from tests.support.world import make_world

    return make_world()


class Visitor:
    """A person at a browser."""

    def __init__(self, page, base):
        self.page, self.base = page, base
        self.errors = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", self._heard)

    def _heard(self, message):
        # A refused form answers with a status that the console reports as a failed load.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.errors.append(message.text)

    def go(self, address):
        self.page.goto(f"{self.base}{address}")

    def sign_in(self, username):
        self.go("/accounts/login/")
        self.page.fill("#id_login", username)
        self.page.fill("#id_password", PASSWORD)
        self.page.click("main button[type=submit]")
        self.page.wait_for_url(f"{self.base}/")

    def keep(self, name):
        """A picture of the page; a browser on a busy machine sometimes needs a second try to paint it."""
        from playwright.sync_api import Error

        ARTEFACTS.mkdir(parents=True, exist_ok=True)
        try:
            self.page.screenshot(path=ARTEFACTS / f"{name}.png")
        except Error:
            self.page.wait_for_timeout(1000)
            self.page.screenshot(path=ARTEFACTS / f"{name}.png")

    def fits(self):
        """No page is wider than its window."""
        return self.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.fixture
def visitor(chromium, world, live_server):
    chromium.clear_cookies()
    page = chromium.new_page()
    page.set_viewport_size(DESKTOP)
    someone = Visitor(page, live_server.url)
    yield someone
    page.close()
    assert someone.errors == []
