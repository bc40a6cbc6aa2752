"""The catalogue for other data portals: valid under the official shapes, and true."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import DCAT, DCTERMS, RDF, Graph, URIRef

from portal.model.indicator import Indicator
from portal.web.catalogue import catalogue
from tests.web.feeds.portals import SETTINGS
from tests.web.portals import DOSSIERS, HOUSE, SHARE

SHAPES = Path(__file__).parent / "dcat_ap"
ENGLISH = replace(
    DOSSIERS, language="en", name="Files", definition="Files sent online.", unit="files", group="Services"
)
TOLD: tuple[tuple[Indicator, ...], ...] = (
    (replace(DOSSIERS, frequency="quarter"), replace(ENGLISH, frequency="quarter")),
    (SHARE,),
)


def graph() -> Graph:
    body = catalogue(TOLD, (HOUSE,), SETTINGS)
    return Graph().parse(data=body.decode(), format="json-ld")


@pytest.mark.parametrize("names", [("shapes",), ("shapes", "range")])
def test_the_official_shapes_find_no_violation(names: tuple[str, ...]) -> None:
    shapes = Graph()
    for name in names:
        shapes.parse(SHAPES / f"{name}.ttl")
    conforms, _, told = validate(graph(), shacl_graph=shapes)
    assert conforms, told


def test_the_shapes_find_a_catalogue_without_a_title() -> None:
    told = json.loads(catalogue(TOLD, (HOUSE,), SETTINGS))
    del told["dct:title"]
    wrong = Graph().parse(data=json.dumps(told), format="json-ld")
    assert not validate(wrong, shacl_graph=Graph().parse(SHAPES / "shapes.ttl"))[0]


def test_every_indicator_has_its_three_files_and_whom_to_ask() -> None:
    found = graph()
    held = set(found.subjects(RDF.type, DCAT.Dataset))
    assert len(held) == 2
    for one in held:
        assert len(set(found.objects(one, DCAT.distribution))) == 3
    one = URIRef("https://tin.example/chi-tieu/ho-so/#du-lieu")
    assert list(found.objects(one, DCAT.contactPoint)) == [
        URIRef("https://tin.example/co-quan/so-noi-vu/#lien-he")
    ]
    assert {str(name) for name in found.objects(one, DCTERMS.title)} == {"Hồ sơ trực tuyến", "Files"}
