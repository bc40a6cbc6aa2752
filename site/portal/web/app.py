"""The Flask application of a portal: one table of addresses, one rule that answers from it."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from importlib import import_module
from pathlib import Path

from flask import Flask, Response, abort
from jinja2 import TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from portal.failure import Failure, naming
from portal.model.media import Asset
from portal.model.portal import Portal
from portal.source.store import Damaged
from portal.web.assets import Bundle, bundle, sheets
from portal.web.frame import Frames
from portal.web.media import media_of
from portal.web.page import Answer, Copied, Made, Page
from portal.web.section import Kind, Section, Slot
from portal.web.sprite import sprite
from portal.web.templates import environment
from portal.web.translator import translator

STATIC = Path(__file__).resolve().parents[2] / "static"
SECTIONS = (
    "front", "news", "corrections", "history", "services", "units", "indicators", "overviews", "data",
    "standing", "search", "answers", "indexes", "moved", "gone", "redirects", "errors", "feeds", "machines",
    "media", "log",
)  # fmt: skip


class TwoAtOneAddress(Failure):
    """Two views or values claim one address; says which."""


class BadTemplate(Failure):
    """A template that cannot be read; says where and why."""


class TwoTemplates(Failure):
    """A view gives pages of two templates: then nobody could tell which pages a template is part of."""


class PortalApp(Flask):
    """A portal as a web application; `slots` is the table of all its addresses."""

    def __init__(self, portal: Portal, templates: Sequence[Path], cache: Path | None = None) -> None:
        """Put the table of addresses together; no page is rendered yet."""
        super().__init__("portal", static_folder=None, template_folder=None)
        self.config["PROPAGATE_EXCEPTIONS"] = True
        self.portal = portal
        self.pages = environment(templates, cache)
        bundles = _bundles()
        self._made = {name: made.address for name, made in bundles.items()}
        styles = sheets(self.pages, templates, _tokens(portal, self._made["wave.svg"]))
        self._styles = {name: made.address for name, made in styles.items()}
        self._templates: dict[str, str] = {}
        self._frames: dict[tuple[str, str], Frames] = {}
        unlike = {made.address: made for made in styles.values()}
        self.slots = _table(portal, [*bundles.values(), *unlike.values()])
        self.add_url_rule("/", "page", self._respond)
        self.add_url_rule("/<path:path>", "page", self._respond)

    def create_jinja_environment(self) -> ImmutableSandboxedEnvironment:  # type: ignore[override]
        """Give Flask the same strict environment, without request, session or configuration."""
        return self.pages

    def answer(self, address: str) -> Answer:
        """What the view at an address answers; raises KeyError where there is none."""
        return self.slots[address].answer()

    def body(self, address: str) -> bytes:
        """The bytes at an address."""
        answer = self.answer(address)
        match answer:
            case Page():
                if self.template_of(self.slots[address]) != answer.template:
                    raise TwoTemplates(f"{address}: {answer.template}")
                return self.set_page(answer, address).encode()
            case Made():
                return answer.body
            case Copied():
                return _bytes_of(answer.asset)

    def check_templates(self) -> None:
        """Read every template; raises BadTemplate with the place of the first that cannot be."""
        for name in self.pages.list_templates(["html"]):
            try:
                self.pages.get_template(name)
            except TemplateSyntaxError as error:
                raise BadTemplate(f"{error.filename}:{error.lineno}: {error.message}") from error

    def load_templates(self, addresses: Iterable[str]) -> None:
        """Have the templates of some pages at hand; one that cannot be read is left to its page to say so."""
        kinds = {slot.kind: slot for slot in (self.slots[address] for address in addresses)}
        for name in {self.template_of(slot) for slot in kinds.values()} - {""}:
            with suppress(TemplateError):
                self.pages.get_template(name)

    def template_of(self, slot: Slot) -> str:
        """The template of all pages of a view and language; empty where its answers are no pages."""
        if slot.kind not in self._templates:
            answer = slot.answer() if slot.page else None
            self._templates[slot.kind] = answer.template if isinstance(answer, Page) else ""
        return self._templates[slot.kind]

    def made_for(self, template: str) -> dict[str, str]:
        """The addresses of script, icons and style sheet for the pages of a template."""
        return self._made | {"style": self._styles[template]}

    def set_page(self, page: Page, address: str) -> str:
        """Fill a page's template with what the page shows."""
        around = self._frames_of(page.template, page.language).at(address, page.head)
        template = self.pages.get_template(page.template)
        return template.render(**page.shows, frame=around, t=translator(page.language))

    def _frames_of(self, template: str, language: str) -> Frames:
        kind = template, language
        if kind not in self._frames:
            self._frames[kind] = Frames(self.portal, language, self.made_for(template))
        return self._frames[kind]

    def _respond(self, path: str = "") -> Response:
        address = f"/{path}"
        if address not in self.slots:
            abort(404)
        return Response(self.body(address), mimetype=media_of(address))


def make_app(portal: Portal, templates: Sequence[Path], cache: Path | None = None) -> PortalApp:
    """Give the application of a portal; templates come from the first folder that has them.

    `cache` is a folder in which compiled templates may be kept.
    """
    return PortalApp(portal, templates, cache)


def _bytes_of(asset: Asset) -> bytes:
    """The bytes that pages promise; raises Damaged where the file has others, or is there no more."""
    try:
        with naming(asset.file):
            body = asset.file.read_bytes()
    except FileNotFoundError as error:
        raise Damaged(str(asset.file)) from error
    if sha256(body).hexdigest() != asset.digest:
        raise Damaged(str(asset.file))
    return body


def _table(portal: Portal, bundles: Iterable[Bundle]) -> Mapping[str, Slot]:
    table: dict[str, Slot] = {}
    for slot in (*_slots(portal), *(_bundle_slot(made) for made in bundles)):
        if slot.address in table:
            raise TwoAtOneAddress(f"{slot.address}: {table[slot.address].kind}, {slot.kind}")
        table[slot.address] = slot
    return table


def _slots(portal: Portal) -> Iterable[Slot]:
    for name in SECTIONS:
        section: Section = import_module(f"portal.web.views.{name}").section
        for slots in section.makers:
            yield from slots(portal)


def _bundle_slot(made: Bundle) -> Slot:
    return Slot(made.address, _BUNDLES, made)


def _bundle(made: Bundle) -> Made:
    return Made(made.body, made.media)


_BUNDLES = Kind("assets.bundle.vi", "vi", _bundle)


def _bundles() -> dict[str, Bundle]:
    icons = sprite(sorted((STATIC / "icons").glob("*.svg")))
    wave = (STATIC / "ornaments" / "wave.svg").read_text("utf-8")
    return {
        "script": bundle(sorted((STATIC / "js").glob("*.js")), "site", "js", "text/javascript"),
        "search.js": bundle(sorted((STATIC / "search").glob("*.js")), "search", "js", "text/javascript"),
        "icons.svg": bundle([], "icons", "svg", "image/svg+xml", icons),
        "wave.svg": bundle([], "wave", "svg", "image/svg+xml", wave),
    }


def _tokens(portal: Portal, wave: str) -> str:
    colours = portal.settings.colours
    light = "".join(f"--{name}:{pair[0]};" for name, pair in colours.items())
    dark = "".join(f"--{name}:{pair[1]};" for name, pair in colours.items())
    own = f'{light}--wave:url("{wave}")'
    return f":root{{{own}}}\n@media (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"
