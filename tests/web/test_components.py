"""Each component keeps what the examples beside it promise, the awkward ones too."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from lxml import html

from portal.model.indicator import Break, Indicator, IndicatorSource, Target
from portal.model.observation import Observation, Status
from portal.readers.periods import parse_period
from portal.web.charts import chart_of
from portal.web.templates import environment
from portal.web.translator import translator

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "templates" / "components"
STYLES = sorted((ROOT / "templates").glob("*/*.css"))
NAMES = sorted(file.stem for file in FOLDER.glob("*.html"))
SITE = SimpleNamespace(language="vi", identity={"icons.svg": "/tai-nguyen/icons.svg"})


@dataclass(frozen=True, slots=True)
class Example:
    """What a macro is given, the words that must then be seen, and those that must not."""

    component: str
    given: Mapping[str, object]
    shows: Sequence[str]
    hides: Sequence[str]
    inside: str = ""


def _component(name: str) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))
    return read


EXAMPLES = [
    pytest.param(
        Example(name, one["with"], one.get("shows", ()), one.get("hides", ()), one.get("inside", "")),
        id=f"{name}: {one['name']}",
    )
    for name in NAMES
    for one in _component(name)["examples"]
]


def _with_figures(value: object) -> object:
    """Figures are Decimal in the model and periods are typed; both are text in an example."""
    if isinstance(value, dict):
        return {key: _typed(key, held) for key, held in value.items()}
    return [_with_figures(held) for held in value] if isinstance(value, list) else value


def _typed(key: str, value: object) -> object:
    if key in ("period", "first", "last") and isinstance(value, str):
        return parse_period(value)
    if key in ("value", "share") and re.fullmatch(r"-?[0-9.]+", str(value)):
        return Decimal(str(value))
    if key == "indicator" and isinstance(value, dict):
        # Filters look at attributes, as those of the model.
        return SimpleNamespace(**{name: _typed(name, held) for name, held in value.items()})
    return _with_figures(value)


def _drawn(series: Mapping[str, Any], language: str) -> Mapping[str, object]:
    """What a drawing is made of: figures by their periods, each perhaps with its status."""
    seen = []
    for text, written in series["figures"].items():
        period, (figure, _, status) = parse_period(text), written.partition(" ")
        assert period is not None
        seen.append(Observation(period, Decimal(figure), Status(status)))
    cut, goal = parse_period(series.get("break", "")), series.get("target")
    made = Indicator(
        "chi-tieu", "Chỉ tiêu", "Định nghĩa.", series["unit"], IndicatorSource("Nguồn"), tuple(seen),
        decimals=1, targets=(Target(seen[-1].period, Decimal(goal)),) if goal else (), language=language,
        breaks=(Break(cut, "Cách tính mới."),) if cut else (),
    )  # fmt: skip
    return {"indicator": made, "drawing": chart_of(made)}


def _macro(name: str) -> Any:
    template = environment([ROOT / "templates"]).get_template(f"components/{name}.html")
    return getattr(template.module, name.replace("-", "_"))


def _render(example: Example) -> str:
    macro = _macro(example.component)
    around = {"site": SITE, "t": translator("vi")}
    needed = {key: value for key, value in around.items() if key in macro.arguments}
    given = {key: _typed(key, value) for key, value in example.given.items()}
    if "series" in given:
        given |= _drawn(example.given["series"], str(given["language"]))  # type: ignore[arg-type]
        del given["series"]
    called = {"caller": lambda: example.inside} if example.inside else {}
    return str(macro(**needed, **given, **called))


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_component_shows_what_its_example_says(example: Example) -> None:
    made = _render(example)
    missing = [words for words in example.shows if words not in made]
    unwanted = [words for words in example.hides if words in made]
    assert (missing, unwanted) == ([], []), made


@pytest.mark.parametrize("example", EXAMPLES)
def test_no_component_makes_inline_styles_or_handlers(example: Example) -> None:
    made = html.fragment_fromstring(_render(example), create_parent="div")
    names = {str(attribute) for element in made.iter() for attribute in element.attrib}
    assert not [name for name in names if name == "style" or name.startswith("on")]


@pytest.mark.parametrize("name", NAMES)
def test_a_component_has_markup_styles_and_examples(name: str) -> None:
    assert (FOLDER / f"{name}.css").is_file()
    assert _component(name)["examples"]


@pytest.mark.parametrize("name", NAMES)
def test_a_component_describes_every_parameter_of_its_macro(name: str) -> None:
    assert sorted(_macro(name).arguments) == sorted(_component(name)["parameters"])


@pytest.mark.parametrize("file", STYLES, ids=lambda file: file.name)
def test_colours_of_the_screen_come_from_the_portal(file: Path) -> None:
    written = re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(", file.read_text("utf-8"))
    assert file.name == "90-print.css" or not written


@pytest.mark.parametrize("file", STYLES, ids=lambda file: file.name)
def test_text_follows_the_size_that_the_reader_chose(file: Path) -> None:
    assert not re.findall(r"font(?:-size)?:[^;]*?\dpx", file.read_text("utf-8"))


@pytest.mark.parametrize("file", STYLES, ids=lambda file: file.name)
def test_lines_leave_room_for_stacked_marks(file: Path) -> None:
    written = re.findall(r"(?:line-height:\s*|font:[^;]*?/)([\d.]+)", file.read_text("utf-8"))
    assert not [height for height in written if float(height) < 1.4]
