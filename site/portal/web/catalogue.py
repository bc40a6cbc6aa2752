"""All indicators as a catalogue that data portals take in: DCAT-AP 3.0 (SEMIC, 2024) as JSON-LD 1.1."""

import json
from collections.abc import Iterable, Mapping, Sequence

from portal.model.indicator import Indicator
from portal.model.settings import Settings
from portal.model.unit import Unit

_AUTHORITY = "http://publications.europa.eu/resource/authority"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_LANGUAGES = {"vi": "VIE", "en": "ENG"}
_FREQUENCIES = {
    "day": "DAILY", "month": "MONTHLY", "quarter": "QUARTERLY", "half": "ANNUAL_2", "year": "ANNUAL",
    "school-year": "ANNUAL", "once": "NEVER", "irregular": "IRREG",
}  # fmt: skip
_FILES = (
    (".csv", "CSV", "text/csv"),
    (".json", "JSON", "application/json"),
    (".xlsx", "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
)


def catalogue(indicators: Iterable[Sequence[Indicator]], units: Iterable[Unit], settings: Settings) -> bytes:
    """The catalogue; each indicator is told in its languages, the first of which is Vietnamese."""
    held = tuple(indicators)
    owners = {unit.id: unit for unit in units}
    codes = dict.fromkeys(one.language for told in held for one in told)
    words = [settings.of(code) for code in codes]
    made = {
        "@context": _CONTEXT,
        "@id": f"{settings.url}/du-lieu/#danh-muc",
        "@type": "dcat:Catalog",
        "dct:title": [_in(code, one.name) for code, one in zip(codes, words, strict=True)],
        "dct:description": [_in(code, one.description) for code, one in zip(codes, words, strict=True)],
        "dct:publisher": _publisher(settings),
        "dct:language": [_language(code) for code in codes],
        "foaf:homepage": _page(f"{settings.url}/du-lieu/"),
        "dcat:dataset": [_dataset(told, owners.get(told[0].owner), settings) for told in held],
    }
    return f"{json.dumps(made, ensure_ascii=False, indent=1)}\n".encode()


def _dataset(told: Sequence[Indicator], unit: Unit | None, settings: Settings) -> Mapping[str, object]:
    first = told[0]
    page = settings.url + first.address
    made: dict[str, object] = {
        "@id": f"{page}#du-lieu",
        "@type": "dcat:Dataset",
        "dct:title": [_in(one.language, one.name) for one in told],
        "dct:description": [_in(one.language, one.definition) for one in told],
        "dct:identifier": page,
        "dct:publisher": _publisher(settings),
        "dct:language": [_language(one.language) for one in told],
        "dcat:landingPage": _page(page),
        "dcat:distribution": [_distribution(first, settings, *file) for file in _FILES],
    }
    groups = [_in(one.language, one.group) for one in told if one.group]
    if groups:
        made["dcat:keyword"] = groups
    if first.frequency in _FREQUENCIES:
        made["dct:accrualPeriodicity"] = _concept("frequency", _FREQUENCIES[first.frequency], "dct:Frequency")
    periods = [seen.period for seen in first.observations if seen.period.stated]
    if periods:
        made["dct:temporal"] = {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _day(min(one.first for one in periods).isoformat()),
            "dcat:endDate": _day(max(one.last for one in periods).isoformat()),
        }
    if unit:
        made["dcat:contactPoint"] = _contact(unit, settings)
    return made


def _distribution(
    indicator: Indicator, settings: Settings, ending: str, kind: str, media: str
) -> Mapping[str, object]:
    address = f"{settings.url}/chi-tieu/{indicator.id}{ending}"
    return {
        "@id": address + "#tep",
        "@type": "dcat:Distribution",
        "dct:title": [_in("vi", f"{indicator.name} ({kind})")],
        "dcat:accessURL": {"@id": address, "@type": "http://www.w3.org/2000/01/rdf-schema#Resource"},
        "dcat:downloadURL": {"@id": address},
        "dcat:mediaType": {
            "@id": f"https://www.iana.org/assignments/media-types/{media}",
            "@type": "dct:MediaType",
        },
        "dct:format": _concept("file-type", kind, "dct:MediaTypeOrExtent"),
    }


def _publisher(settings: Settings) -> Mapping[str, object]:
    words = settings.of("vi")
    return {
        "@id": f"{settings.url}/#nha-xuat-ban",
        "@type": "foaf:Agent",
        "foaf:name": _in("vi", words.publisher or words.name),
    }


def _contact(unit: Unit, settings: Settings) -> Mapping[str, object]:
    made: dict[str, object] = {
        "@id": f"{settings.url}{unit.address}#lien-he",
        "@type": ["vcard:Kind", "vcard:Organization"],
        "vcard:fn": _in("vi", unit.name),
        "vcard:hasURL": {"@id": settings.url + unit.address},
    }
    if unit.email:
        made["vcard:hasEmail"] = {"@id": f"mailto:{unit.email}"}
    return made


def _in(code: str, text: str) -> Mapping[str, str]:
    return {"@language": code, "@value": text}


def _language(code: str) -> Mapping[str, str]:
    return _concept("language", _LANGUAGES[code], "dct:LinguisticSystem")


def _concept(scheme: str, name: str, kind: str) -> Mapping[str, str]:
    return {"@id": f"{_AUTHORITY}/{scheme}/{name}", "@type": kind}


def _page(address: str) -> Mapping[str, str]:
    return {"@id": address, "@type": "foaf:Document"}


def _day(text: str) -> Mapping[str, str]:
    return {"@type": "xsd:date", "@value": text}
