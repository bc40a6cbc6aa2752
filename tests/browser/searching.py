"""The script of the search page in a browser, with the files of an export at hand."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path

from playwright.sync_api import Browser, Page, Route

from search.wish import Wish

SCRIPT = Path(__file__).resolve().parents[2] / "site" / "static" / "search" / "search.js"
POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'"
_HOME = "http://portal.test/"
_GET = """
window.index = Search.open("/tim/", async (path, deflated) => {
  const got = await fetch(path);
  if (!got.ok) throw new Error(path);
  const body = deflated ? got.body.pipeThrough(new DecompressionStream("deflate-raw")) : got.body;
  return new Uint8Array(await new Response(body).arrayBuffer());
});
window.ask = async (typed, wish) => {
  const index = await window.index, found = await Search.search(index, typed, wish), shown = [];
  for (const one of found.documents.slice(0, wish.limit)) {
    shown.push([(await index.shown(one)).address, found.scores.get(one)]);
  }
  const { rung, searched, also } = found;
  return { shown, total: found.documents.length, rung, searched, also };
};
"""


@contextmanager
def opened(browser: Browser, files: Mapping[str, bytes]) -> Iterator[Page]:
    """Give a page of a site that has the script and an export, under a strict policy for content."""

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(_HOME).partition("?")[0]
        if path == "script.js":
            route.fulfill(body=f"{SCRIPT.read_text('utf-8')}\n{_GET}", content_type="text/javascript")
        elif path.startswith("tim/") and path[4:] in files:
            route.fulfill(body=files[path[4:]], content_type="application/octet-stream")
        elif path:
            route.fulfill(status=404)
        else:
            page = "<!doctype html><html lang=vi><title>Tìm</title><script src=/script.js></script>"
            policy = {"content-security-policy": POLICY}
            route.fulfill(body=page, content_type="text/html; charset=utf-8", headers=policy)

    context = browser.new_context()
    page = context.new_page()
    page.route("**/*", answer)
    page.goto(_HOME)
    try:
        yield page
    finally:
        context.close()


def wish_of(wish: Wish) -> dict[str, object]:
    """Give a wish as the script takes it."""
    named = {field.name: getattr(wish.filters, field.name) for field in fields(wish.filters)}
    filters = {name: str(value) for name, value in named.items() if value is not None}
    return {"filters": filters, "newest": wish.newest, "typing": wish.typing, "limit": wish.limit}
