"""A section is a table: an address for every value, and no page made before it is asked for."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from portal.model.portal import Portal
from portal.web.page import Made
from portal.web.section import Section, Slot, Spot
from tests.web.portals import bilingual, portal


@dataclass(frozen=True, slots=True)
class Sheet:
    """A value with an address."""

    address: str


@dataclass(frozen=True, slots=True)
class Translated:
    """A value with an address and a language."""

    address: str
    language: str


def slots(section: Section, held: Portal) -> list[Slot]:
    """All slots of a section."""
    return [slot for maker in section.makers for slot in maker(held)]


def test_every_value_has_a_page_at_its_own_address() -> None:
    section = Section("tin")

    @section.pages(of=lambda portal: [Sheet("/b/"), Sheet("/a/")])
    def sheet(value: Sheet) -> Made:
        return Made(value.address.encode(), "text/html")

    table = slots(section, portal())
    assert [(slot.address, slot.kind) for slot in table] == [("/b/", "tin.sheet.vi"), ("/a/", "tin.sheet.vi")]
    assert [slot.answer() for slot in table] == [Made(b"/b/", "text/html"), Made(b"/a/", "text/html")]


def test_values_come_from_the_portal_that_is_asked_about() -> None:
    section = Section("tin")

    def found(held: Portal) -> Iterator[Sheet]:
        return (Sheet(unit.address) for unit in held.units)

    @section.pages(of=found)
    def sheet(value: Sheet) -> Made:
        return Made(b"", "text/html")

    assert len(slots(section, portal())) == 2
    assert slots(section, portal(units=())) == []


def test_no_view_is_asked_before_its_page_is() -> None:
    section = Section("tin")

    @section.page("/hong/")
    def broken(at: Spot) -> Made:
        raise ValueError(at.address)

    (slot,) = slots(section, portal())
    with pytest.raises(ValueError, match="/hong/"):
        slot.answer()


def test_a_translated_page_stands_once_in_each_language_of_the_portal() -> None:
    section = Section("tin")

    @section.page("/dich-vu/", translated=True)
    def page(at: Spot) -> Made:
        return Made(at.language.encode(), "text/html")

    table = slots(section, bilingual())
    assert [(slot.address, slot.language) for slot in table] == [("/dich-vu/", "vi"), ("/en/dich-vu/", "en")]
    assert [slot.answer() for slot in table] == [Made(b"vi", "text/html"), Made(b"en", "text/html")]
    assert len(slots(section, portal())) == 1


def test_a_page_that_is_not_translated_is_vietnamese() -> None:
    section = Section("tin")

    @section.page("/co-quan/")
    def page(at: Spot) -> Made:
        return Made(at.language.encode(), "text/html")

    assert [(slot.address, slot.language) for slot in slots(section, bilingual())] == [("/co-quan/", "vi")]


def test_the_language_of_a_page_is_that_of_its_value_and_vietnamese_where_it_has_none() -> None:
    section = Section("tin")

    @section.pages(of=lambda portal: [Translated("/en/a/", "en")])
    def first(value: Translated) -> Made:
        return Made(b"", "text/html")

    @section.pages(of=lambda portal: [Sheet("/b/")])
    def second(value: Sheet) -> Made:
        return Made(b"", "text/html")

    assert [(slot.kind, slot.language) for slot in slots(section, portal())] == [
        ("tin.first.en", "en"),
        ("tin.second.vi", "vi"),
    ]
