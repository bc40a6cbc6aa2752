"""The small files that machines ask for."""

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from portal.model.media import Asset
from portal.model.portal import Portal
from portal.web.page import Copied, Made
from portal.web.section import Slot
from portal.web.views import machines
from tests.web.feeds.portals import SETTINGS, URL, portal
from tests.web.feeds.rules import parse

SECURITY = "/.well-known/security.txt"
OPENSEARCH = f"{{{machines.OPENSEARCH}}}"


def asset(name: str, media: str) -> Asset:
    return Asset(f"/tai-nguyen/{name}", Path(name), media, 1, "0")


IDENTITY = {
    name: asset(name, media)
    for name, media in (
        ("favicon.ico", "image/vnd.microsoft.icon"),
        ("icon-192.png", "image/png"),
        ("icon-maskable-512.png", "image/png"),
        ("mark.svg", "image/svg+xml"),
        ("og.png", "image/png"),
    )
}


def slots(held: Portal) -> dict[str, Slot]:
    """The addresses of machines' files."""
    return {slot.address: slot for maker in machines.section.makers for slot in maker(held)}


def text(held: Portal, address: str) -> str:
    """What a file says."""
    answer = slots(held)[address].answer()
    assert isinstance(answer, Made)
    return answer.body.decode()


def test_robots_may_read_everything_and_are_told_of_the_site_map() -> None:
    lines = text(portal(), "/robots.txt").splitlines()
    assert lines[:2] == ["User-agent: *", "Disallow:"]
    assert f"Sitemap: {URL}/sitemap.xml" in lines


def test_security_txt_has_what_rfc_9116_asks_for() -> None:
    fields = [line.split(": ", 1) for line in text(portal(), SECURITY).splitlines()]
    said = dict(fields)
    assert len(said) == len(fields)
    assert said["Contact"] == "mailto:an-toan@tin.example"
    assert said["Canonical"] == URL + SECURITY
    assert said["Preferred-Languages"] == "vi"
    end = datetime.fromisoformat(said["Expires"])
    assert end.tzinfo and (end.date(), end.hour) == (SETTINGS.security_expires, 23)


def test_a_bare_mail_address_becomes_one_that_machines_understand() -> None:
    held = replace(portal(), settings=replace(SETTINGS, security_contact="an-toan@tin.example"))
    assert "Contact: mailto:an-toan@tin.example\n" in text(held, SECURITY)


@pytest.mark.parametrize("missing", [{"security_contact": ""}, {"security_expires": None}])
def test_security_txt_is_left_out_where_it_would_not_be_valid(missing: dict[str, None]) -> None:
    held = replace(portal(), settings=replace(SETTINGS, **missing))  # type: ignore[arg-type]
    assert SECURITY not in slots(held)


def test_the_manifest_has_the_portals_icons_with_size_and_purpose() -> None:
    said = json.loads(text(replace(portal(), identity=IDENTITY), "/manifest.webmanifest"))
    assert {(icon["src"], icon["sizes"], icon["purpose"]) for icon in said["icons"]} == {
        ("/tai-nguyen/icon-192.png", "192x192", "any"),
        ("/tai-nguyen/icon-maskable-512.png", "512x512", "maskable"),
        ("/tai-nguyen/mark.svg", "any", "any"),
    }
    assert (said["name"], said["short_name"], said["lang"]) == ("Cổng tin", "Tin", "vi")
    assert (said["start_url"], said["background_color"], said["theme_color"]) == ("/", "#ffffff", "#1e4088")


def test_the_search_description_leads_to_the_search_page() -> None:
    root = parse(text(replace(portal(), identity=IDENTITY), "/opensearch.xml").encode())
    url = root.find(f"{OPENSEARCH}Url")
    assert url is not None
    assert url.get("template") == f"{URL}/tim-kiem/?q={{searchTerms}}"
    assert root.findtext(f"{OPENSEARCH}Image") == f"{URL}/tai-nguyen/favicon.ico"


def test_the_search_description_keeps_to_the_lengths_of_opensearch() -> None:
    words = replace(SETTINGS.of("vi"), short="Cổng thông tin điện tử", name="x" * 60, description="x" * 2000)
    held = replace(portal(), settings=replace(SETTINGS, wording={"vi": words}))
    root = parse(text(held, "/opensearch.xml").encode())
    lengths = {
        name: len(root.findtext(OPENSEARCH + name) or "") for name in ("ShortName", "LongName", "Description")
    }
    assert (
        0 < lengths["ShortName"] <= 16
        and 0 < lengths["LongName"] <= 48
        and 0 < lengths["Description"] <= 1024
    )


def test_the_icon_stands_at_its_old_address_too() -> None:
    answer = slots(replace(portal(), identity=IDENTITY))["/favicon.ico"].answer()
    assert answer == Copied(IDENTITY["favicon.ico"])


def test_a_portal_without_an_icon_promises_none() -> None:
    assert "/favicon.ico" not in slots(portal())
