"""The figures of indicators as files for machines: the same values everywhere, to the last digit.

CSV is RFC 4180 in UTF-8; a package is a Data Package with Table Schema (specs.frictionlessdata.io, version
1); metadata of one table are CSV on the Web (W3C Recommendation, 17 December 2015).
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from hashlib import sha256

from portal.model.chronicle import Statement
from portal.model.indicator import Indicator
from portal.model.observation import Observation, Status
from portal.model.settings import Settings

_FORMULA = ("=", "+", "-", "@")
_STATUSES = [status.value for status in Status if status.value]
_PERIODS = "2023, 2023-H1, 2023-Q1, 2023-04, 2023-04-30, 2022-2023, 2023-01..2023-08; truoc, nay"


def columns(indicator: Indicator) -> tuple[str, ...]:
    """The header of its table: the whole is where the columns of its dimensions are empty."""
    return ("period", "value", *(one.id for one in indicator.dimensions), "status", "note", "source")


def as_csv(indicator: Indicator) -> bytes:
    """Its table, oldest first; the whole before its parts."""
    return table_csv([one.id for one in indicator.dimensions], observations(indicator))


def table_csv(dimensions: Sequence[str], rows: Iterable[tuple[tuple[str, ...], Observation]]) -> bytes:
    """A table with the columns of some dimensions; each row has the members of these."""
    text = io.StringIO()
    written = csv.writer(text)
    written.writerow(("period", "value", *dimensions, "status", "note", "source"))
    for members, seen in rows:
        value = "" if seen.value is None else f"{seen.value:f}"
        said = map(_plain, (*members, seen.status.value, seen.note, seen.source))
        written.writerow((seen.period.text, value, *said))
    return text.getvalue().encode()


def all_as_csv(indicators: Sequence[Indicator]) -> bytes:
    """All tables as one: a row says of which indicator it is, and of which part in words (`area=north`)."""
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(("indicator", "name", "unit", "period", "value", "part", "status", "note", "source"))
    for one in indicators:
        for members, seen in observations(one):
            value = "" if seen.value is None else f"{seen.value:f}"
            said = map(_plain, (part_of(one, members), seen.status.value, seen.note, seen.source))
            rows.writerow((one.id, _plain(one.name), _plain(one.unit), seen.period.text, value, *said))
    return text.getvalue().encode()


def part_of(indicator: Indicator, members: tuple[str, ...]) -> str:
    """A part of a whole by the members of its dimensions: `area=north; sex=f`; empty for the whole."""
    pairs = zip(indicator.dimensions, members, strict=True)
    return "; ".join(f"{dimension.id}={member}" for dimension, member in pairs if member)


def all_as_json(told: Iterable[Sequence[Indicator]], settings: Settings) -> bytes:
    """A list of what `as_json` says of each indicator."""
    return b"[\n" + b",\n".join(as_json(one, settings).rstrip() for one in told) + b"\n]\n"


def as_json(told: Sequence[Indicator], settings: Settings) -> bytes:
    """All that is known of one indicator, told in one or more languages; the first is Vietnamese.

    Values are numbers with the digits that the data has; null where the status says why there is none.
    """
    first = told[0]
    head: dict[str, object] = {
        "id": first.id,
        "url": settings.url + first.address,
        "name": {one.language: one.name for one in told},
        "definition": {one.language: one.definition for one in told},
        "unit": {one.language: one.unit for one in told},
        "decimals": first.decimals,
        "direction": first.direction,
        "source": _source(first),
    }
    more = {
        "frequency": first.frequency, "owner": first.owner, "group": first.group, "notes": first.notes,
        "method": first.method,
    }  # fmt: skip
    head |= {key: value for key, value in more.items() if value}
    if first.dimensions:
        head["dimensions"] = [{"id": one.id, "name": one.name} for one in first.dimensions]
    if first.breaks:
        head["breaks"] = [{"period": one.period.text, "note": one.note} for one in first.breaks]
    text = json.dumps(head, ensure_ascii=False, separators=(",", ":"))
    goals = ",".join(
        f'{{"period":{_said(one.period.text)},"value":{one.value:f},"source":{_said(one.source)}}}'
        for one in first.targets
    )
    seen = ",\n".join(_observed(first, members, one) for members, one in observations(first))
    revised = ",\n".join(_revised(one) for one in first.chronicle.revisions if one.at)
    history = f',"revisions":[\n{revised}\n]' if revised else ""
    return f'{text[:-1]},"targets":[{goals}],"observations":[\n{seen}\n]{history}}}\n'.encode()


def package(indicators: Iterable[Indicator], settings: Settings) -> bytes:
    """All tables of a portal as one Data Package."""
    made = {
        "profile": "tabular-data-package",
        "name": "chi-tieu",
        "title": settings.of("vi").name,
        "description": settings.of("vi").description,
        "homepage": f"{settings.url}/chi-tieu/",
        "resources": [_resource(one) for one in indicators],
    }
    return _written(made)


def _resource(indicator: Indicator) -> Mapping[str, object]:
    body = as_csv(indicator)
    return {
        "profile": "tabular-data-resource",
        "name": indicator.id,
        "path": f"{indicator.id}.csv",
        "title": indicator.name,
        "description": indicator.definition,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(body),
        "hash": f"sha256:{sha256(body).hexdigest()}",
        "dialect": {"lineTerminator": "\r\n", "doubleQuote": True},
        "sources": [_cited(indicator)],
        "schema": {
            "fields": [_field(indicator, name) for name in columns(indicator)],
            "missingValues": [""],
            "primaryKey": ["period", *(one.id for one in indicator.dimensions)],
        },
    }


def _field(indicator: Indicator, name: str) -> Mapping[str, object]:
    named = {one.id: one.name for one in indicator.dimensions}
    match name:
        case "period":
            return {
                "name": name,
                "type": "string",
                "description": _PERIODS,
                "constraints": {"required": True},
            }
        case "value":
            return {"name": name, "type": "number", "title": indicator.name, "unit": indicator.unit}
        case "status":
            return {"name": name, "type": "string", "constraints": {"enum": _STATUSES}}
        case _:
            return {"name": name, "type": "string", "title": named.get(name, name)}


def csv_metadata(indicator: Indicator, settings: Settings) -> bytes:
    """What CSV on the Web says of one table; it stands beside it, where readers look for it first."""
    named = {one.id: one.name for one in indicator.dimensions}
    made: dict[str, object] = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "vi"}],
        "url": f"{indicator.id}.csv",
        "dc:title": indicator.name,
        "dc:description": indicator.definition,
        "dc:source": indicator.source.url or indicator.source.name,
        "dc:publisher": settings.of("vi").publisher or settings.of("vi").name,
        "tableSchema": {"columns": [_column(indicator, name, named) for name in columns(indicator)]},
    }
    return _written(made)


def _column(indicator: Indicator, name: str, named: Mapping[str, str]) -> Mapping[str, object]:
    made: dict[str, object] = {"name": name.replace("-", "_"), "titles": name, "datatype": "string"}
    if name == "period":
        made["required"] = True
    elif name == "value":
        made |= {"datatype": "decimal", "dc:description": f"{indicator.name} ({indicator.unit})"}
    elif name in named:
        made["dc:description"] = named[name]
    return made


def observations(indicator: Indicator) -> Iterator[tuple[tuple[str, ...], Observation]]:
    """Its rows with the members of its dimensions: the whole, then its parts, each oldest first."""
    whole = ("",) * len(indicator.dimensions)
    yield from ((whole, seen) for seen in indicator.observations)
    for part in indicator.parts:
        yield from ((part.members, seen) for seen in part.observations)


def _observed(indicator: Indicator, members: tuple[str, ...], seen: Observation) -> str:
    pairs = [
        ("period", _said(seen.period.text)),
        ("value", _number(seen.value)),
        ("status", _said(seen.status.sdmx)),
    ]
    ids = (one.id for one in indicator.dimensions)
    pairs += [(id, _said(member)) for id, member in zip(ids, members, strict=True) if member]
    pairs += [(key, _said(text)) for key, text in (("note", seen.note), ("source", seen.source)) if text]
    return "{" + ",".join(f"{_said(key)}:{value}" for key, value in pairs) + "}"


def _revised(one: Statement) -> str:
    """A figure that was published and replaced, or taken back (`new` is null)."""
    old = one.before.value if one.before else None
    values = (("old", old), ("new", one.value))
    pairs = [("period", _said(one.period.text)), *((name, _number(value)) for name, value in values)]
    pairs += [(name, _said(member)) for name, member in one.part]
    pairs += [("at", _said(one.at.isoformat() if one.at else "")), ("reason", _said(one.reason))]
    return "{" + ",".join(f"{_said(key)}:{value}" for key, value in pairs) + "}"


def _number(value: Decimal | None) -> str:
    return "null" if value is None else f"{value:f}"


def _source(indicator: Indicator) -> Mapping[str, str]:
    found = indicator.source
    day = found.date.isoformat() if found.date else ""
    return {key: text for key, text in (("name", found.name), ("url", found.url), ("date", day)) if text}


def _cited(indicator: Indicator) -> Mapping[str, str]:
    found = indicator.source
    return {"title": found.name, "path": found.url} if found.url else {"title": found.name}


def _said(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _written(made: Mapping[str, object]) -> bytes:
    return f"{json.dumps(made, ensure_ascii=False, indent=1)}\n".encode()


def _plain(text: str) -> str:
    """A spreadsheet must not take a word for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
