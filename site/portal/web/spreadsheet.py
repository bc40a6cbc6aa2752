"""Figures as workbooks (Office Open XML, ECMA-376): numbers as numbers, all words as plain text."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

from portal.model.indicator import Indicator
from portal.model.settings import Settings
from portal.model.telling import period_name
from portal.web.open_data import columns, observations, part_of

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_MADE = datetime(1980, 1, 1)  # a workbook must say when it was made; this is how its parts say "not told"
_DIGITS = 15  # that a spreadsheet's numbers can hold


def as_workbook(indicator: Indicator, settings: Settings) -> bytes:
    """One indicator: a sheet of its rows as the CSV has them, and one that says what they mean."""
    body = BytesIO()
    with _workbook(body, indicator.name, settings) as book:
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet("Số liệu")
        number = book.add_format({"num_format": _pattern(indicator)})
        _head(sheet, columns(indicator), bold)
        for place, (members, seen) in enumerate(observations(indicator), 1):
            sheet.write_string(place, 0, seen.period.text)
            _write(sheet, place, 1, seen.value, number)
            _words(sheet, place, 2, (*members, seen.status.value, seen.note, seen.source))
        sheet.set_column(0, len(columns(indicator)) - 1, 16)
        about = book.add_worksheet("Giải thích")
        for place, (key, text) in enumerate(_told(indicator, settings)):
            about.write_string(place, 0, key, bold)
            about.write_string(place, 1, text)
        about.set_column(0, 0, 20)
        about.set_column(1, 1, 90, book.add_format({"text_wrap": True}))
    return body.getvalue()


def all_as_workbook(indicators: Sequence[Indicator], settings: Settings) -> bytes:
    """All indicators: a sheet of all rows, and a list of the indicators."""
    body = BytesIO()
    with _workbook(body, settings.of("vi").name, settings) as book:
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet("Số liệu")
        _head(sheet, ("Mã", "Chỉ tiêu", "Đơn vị", "Kỳ", "Kỳ (mã)", "Giá trị", "Phần"), bold)
        _words(sheet, 0, 7, ("Tình trạng", "Ghi chú", "Nguồn"), bold)
        formats = {one.decimals: one for one in indicators}
        numbers = {held: book.add_format({"num_format": _pattern(one)}) for held, one in formats.items()}
        place = 0
        for one in indicators:
            for members, seen in observations(one):
                place += 1
                period = seen.period
                _words(sheet, place, 0, (one.id, one.name, one.unit, period_name(period, "vi"), period.text))
                _write(sheet, place, 5, seen.value, numbers[one.decimals])
                said = (part_of(one, members), seen.status.value, seen.note, seen.source)
                _words(sheet, place, 6, said)
        sheet.set_column(1, 1, 44)
        sheet.set_column(3, 3, 24)
        sheet.autofilter(0, 0, place, 9)
        listed = book.add_worksheet("Chỉ tiêu")
        _head(listed, ("Mã", "Chỉ tiêu", "Đơn vị", "Định nghĩa", "Nguồn", "Địa chỉ"), bold)
        for row, one in enumerate(indicators, 1):
            page = settings.url + one.address
            _words(listed, row, 0, (one.id, one.name, one.unit, one.definition, one.source.name, page))
        listed.set_column(1, 5, 44)
    return body.getvalue()


def _workbook(body: BytesIO, title: str, settings: Settings) -> "Workbook":
    # Only where a workbook is due: it takes as long as forty pages.
    from xlsxwriter import Workbook

    book = Workbook(body, _OPTIONS)
    book.set_properties({"title": title, "author": settings.of("vi").publisher, "created": _MADE})
    return book


def _head(sheet: "Worksheet", names: Sequence[str], bold: "Format") -> None:
    _words(sheet, 0, 0, names, bold)
    sheet.freeze_panes(1, 0)


def _words(
    sheet: "Worksheet", row: int, first: int, texts: Iterable[str], form: "Format | None" = None
) -> None:
    for place, text in enumerate(texts, first):
        if text:
            sheet.write_string(row, place, text, form)


def _write(sheet: "Worksheet", row: int, place: int, value: Decimal | None, form: "Format") -> None:
    """A figure; one of more digits than a spreadsheet can hold is written as it stands, as text."""
    if value is None:
        return
    if len(value.normalize().as_tuple().digits) > _DIGITS:
        sheet.write_string(row, place, f"{value:f}")
    else:
        sheet.write_number(row, place, value, form)


def _pattern(indicator: Indicator) -> str:
    return "#,##0" + ("." + "0" * indicator.decimals if indicator.decimals else "")


def _told(indicator: Indicator, settings: Settings) -> Iterable[tuple[str, str]]:
    found = indicator.source
    pairs = (
        ("Chỉ tiêu", indicator.name),
        ("Đơn vị tính", indicator.unit),
        ("Định nghĩa", indicator.definition),
        ("Cách tính", indicator.method),
        ("Ghi chú", indicator.notes),
        ("Nguồn", f"{found.name} {found.url}".strip()),
        ("Trang", settings.url + indicator.address),
        ("Tình trạng", "provisional: số sơ bộ; estimated: ước tính; missing: chưa có; "
         "not-applicable: không áp dụng; suppressed: không công bố"),
    )  # fmt: skip
    return ((key, text) for key, text in pairs if text)
