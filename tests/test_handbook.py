"""What the documentation says is so: its commands run, its table of fields is the schema's."""

import gzip
import json
import re
import shutil
from collections.abc import Iterator
from configparser import ConfigParser
from pathlib import Path
from statistics import median

import pytest
import yaml

from portal.cli import main
from portal.cli.arguments import HELD_BACK, parser
from portal.readers.articles import ArticleFields
from tests.readers.folders import ARTICLE, ARTICLE_FILE, PORTAL, read
from tests.servers import OPERATING, asked, block, running

ROOT = Path(__file__).resolve().parents[1]
PAGES = [
    "docs/cam-nang/README.md",
    "docs/bien-tap.md",
    "docs/van-hanh.md",
    "docs/en/operating.md",
]
HEADERS = dict(re.findall(r"^\| `([A-Z][\w-]+)` \| `([^`]+)` \|", OPERATING, re.MULTILINE))
ANSWERS = ("summary=Các ngày tiếp công dân trong tháng và giấy tờ cần mang theo.", "category=huong-dan")
LASTING, SHORT = "public, max-age=31536000, immutable", "public, max-age=300"


def commands(page: str) -> list[str]:
    """Every `python3 freeze.py …` that stands alone in a block of a page."""
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / page).read_text("utf-8"), re.DOTALL)
    return [line.strip() for block in blocks for line in block.splitlines() if line.strip()]


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("handbook") / "build"


@pytest.mark.parametrize("page", sorted((ROOT / "docs").rglob("*.md")), ids=lambda page: page.name)
def test_what_a_page_leads_to_is_there(page: Path) -> None:
    shown = re.sub(r"(`{3,}).*?\1", "", page.read_text("utf-8"), flags=re.DOTALL)
    files = re.findall(r"\]\((?!https?:|#|/)([^)#]+)", re.sub(r"`[^`]*`", "", shown))
    assert [file for file in files if not (page.parent / file).exists()] == []


@pytest.mark.parametrize("page", PAGES)
def test_each_command_of_a_page_does_what_it_says(
    page: str, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in commands(page):
        assert command.startswith("python3 freeze.py")
        words = [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', command)][2:]
        if words == ["test"]:
            continue
        if words[:1] == ["new"]:
            # Written beside the content, with what the command would ask for.
            copied = output.parent / "content"
            shutil.copytree(ROOT / "content", copied, dirs_exist_ok=True)
            words += ["--portal", str(copied), *(part for answer in ANSWERS for part in ("--set", answer))]
        assert main([*(words or ["build"]), "--output", str(output)]) == 0, command
    printed = capsys.readouterr().out
    assert printed


def test_the_first_command_makes_the_portal_public(output: Path) -> None:
    assert main(["build", "--output", str(output)]) == 0
    assert "Cổng tin Hải Dương" in (output / "public" / "index.html").read_text("utf-8")


def test_half_of_the_articles_weigh_at_most_8_kb_with_their_style(output: Path) -> None:
    assert main(["build", "--output", str(output)]) == 0
    public = output / "public"
    weights = []
    for page in public.glob("**/tin-tuc/20*/*/index.html"):
        source = page.read_bytes()
        if b'"NewsArticle"' in source:
            style = re.findall(rb'<link rel="stylesheet" href="/([^"]+)"', source)
            parts = [source, *((public / name.decode()).read_bytes() for name in style)]
            weights.append(sum(len(gzip.compress(part, 9, mtime=0)) for part in parts))
    assert len(weights) > 30
    assert median(weights) <= 8 * 1024


def test_search_without_marks_finds_words_with_marks(
    output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["build", "--output", str(output)])
    capsys.readouterr()
    assert main(["search", "chuyen doi so", "--format", "json", "--output", str(output)]) == 0
    hits = json.loads(capsys.readouterr().out)["hits"]
    assert "chuyển đổi số" in hits[0]["title"].lower()


def test_the_table_of_fields_is_the_schemas() -> None:
    told = re.findall(r"^\| `(\w+)` \|", (ROOT / "docs/bien-tap.md").read_text("utf-8"), re.MULTILINE)
    assert told == list(ArticleFields.model_fields)


def test_a_broken_article_stops_publication_and_leaves_the_public_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    portal, build = tmp_path / "content", tmp_path / "build"
    shutil.copytree(ROOT / "content", portal)
    assert main(["build", "--portal", str(portal)]) == 0
    before = (build / "public" / "index.html").read_bytes()
    article = portal / "tin-tuc/2023/chu-ky-so-ca-nhan-la-gi.md"
    text = article.read_text("utf-8")
    article.write_text(re.sub(r"(?m)^date: .*$", "date: 31/02/2023", text, count=1), "utf-8")
    assert main(["build", "--portal", str(portal)]) == 1
    assert "content/tin-tuc/2023/chu-ky-so-ca-nhan-la-gi.md:" in capsys.readouterr().err
    assert (build / "public" / "index.html").read_bytes() == before


@pytest.mark.parametrize("words", [["nothing"], ["--jobs", "many"], ["search"], ["check", "--format", "xml"]])
def test_wrong_usage_ends_with_two(words: list[str]) -> None:
    assert main(words) == 2


def test_worker_counts_and_folders_change_no_byte(tmp_path: Path) -> None:
    for name, jobs in (("mot", "1"), ("ba", "3")):
        shutil.copytree(ROOT / "content", tmp_path / name / "content")
        assert main(["build", "--portal", str(tmp_path / name / "content"), "--jobs", jobs]) == 0
    ids = {(tmp_path / name / "build" / "public").resolve().name for name in ("mot", "ba")}
    assert len(ids) == 1


def blocks(language: str) -> list[str]:
    """Every block in a language that the operators' page gives."""
    return re.findall(rf"```{language}\n(.*?)```", OPERATING, re.DOTALL)


def units() -> dict[str, ConfigParser]:
    """The units for systemd, by their names."""
    found = {}
    for text in blocks("ini"):
        unit = ConfigParser(strict=False, interpolation=None)
        unit.optionxform = str  # type: ignore[assignment,method-assign]
        unit.read_string(text)
        found[text.partition("\n")[0].removeprefix("# ")] = unit
    return found


def is_understood(command: str) -> bool:
    """Whether the program takes a command line as it stands."""
    words = command.partition("freeze.py")[2].partition("||")[0].split()
    return bool(parser().parse_args(words).verb)


def test_the_units_for_systemd_belong_together() -> None:
    held = units()
    service, path = held["cong-tin.service"]["Service"], held["cong-tin-nap.path"]["Path"]
    assert is_understood(service["ExecStart"])
    assert held["cong-tin.timer"]["Install"]["WantedBy"] == "timers.target"
    # The file changes with every release, and lies where the service builds.
    build = Path(service["WorkingDirectory"]) / "build"
    assert Path(path["PathChanged"]) == build / "releases" / "history"
    assert "reload" in held["cong-tin-nap.service"]["Service"]["ExecStart"]


def test_the_public_release_changes_the_file_that_systemd_waits_for(output: Path) -> None:
    main(["build", "--output", str(output)])
    assert (output / "releases" / "history").is_file()


def test_the_line_for_cron_and_the_schedule_for_ci_are_understood() -> None:
    (cron,) = re.findall(r"^(\S+ \S+ \S+ \S+ \S+) cd .*$", OPERATING, re.MULTILINE)
    (command,) = re.findall(r"^\*/5 .*&& (.*)$", OPERATING, re.MULTILINE)
    (ci,) = [yaml.safe_load(text) for text in blocks("yaml")]
    # YAML 1.1 takes `on` for true.
    (schedule,) = ci[True]["schedule"]
    assert [len(one.split()) for one in (cron, schedule["cron"])] == [5, 5]
    (run,) = [step["run"] for step in ci["jobs"]["dung"]["steps"] if "run" in step]
    assert is_understood(command) and is_understood(run)
    assert run.endswith(f"|| [ $? -eq {HELD_BACK} ]")
    assert ci["jobs"]["dung"]["steps"][1]["with"]["path"] == "build"


def test_the_notice_that_editors_are_shown_is_read(tmp_path: Path) -> None:
    (notice,) = re.findall(
        r"```yaml\n(text:.*?)```", (ROOT / "docs/bien-tap.md").read_text("utf-8"), re.DOTALL
    )
    reading = read(tmp_path, {"thong-bao-khan.yaml": notice})
    assert reading.problems == ()
    assert reading.announcement is not None


def test_the_switches_that_editors_are_shown_are_read(tmp_path: Path) -> None:
    page = (ROOT / "docs/bien-tap.md").read_text("utf-8")
    shown = re.findall(r"```yaml\n((?:allow|checks):.*?)```", page, re.DOTALL)
    reading = read(tmp_path, {"portal.yaml": "".join([PORTAL, *shown])})
    assert len(shown) == 2
    assert reading.problems == ()


def test_the_withdrawal_that_editors_are_shown_is_read(tmp_path: Path) -> None:
    page = (ROOT / "docs/bien-tap.md").read_text("utf-8")
    (taken,) = re.findall(r"```markdown\n(withdrawn:.*?)```", page, re.DOTALL)
    reading = read(tmp_path, {ARTICLE_FILE: ARTICLE.replace("category:", f"{taken}category:")})
    assert reading.problems == ()
    ((_, life),) = reading.lives
    assert life.withdrawn is not None


@pytest.mark.parametrize("page", PAGES)
def test_each_link_of_a_page_leads_to_a_file(page: str) -> None:
    file = ROOT / page
    links = re.findall(
        r"\]\(([^)#:]+)(?:#[^)]*)?\)", re.sub(r"(?s)```.*?```|`[^`]*`", "", file.read_text("utf-8"))
    )
    assert [link for link in links if not (file.parent / link).is_file()] == []


def test_both_servers_get_the_headers_of_the_table() -> None:
    nginx = dict(re.findall(r'^    add_header ([\w-]+) "([^"]+)" always;', block("nginx"), re.MULTILINE))
    caddy = dict(re.findall(r'^        ([A-Z][\w-]+) "([^"]+)"$', block("caddyfile"), re.MULTILINE))
    assert nginx == caddy == HEADERS
    assert "Content-Security-Policy" in HEADERS


def test_no_location_of_nginx_drops_the_headers() -> None:
    locations = re.findall(r"^    location [^{]+\{(.*?)^    \}", block("nginx"), re.DOTALL | re.MULTILINE)
    assert locations and not any("add_header" in location for location in locations)


def test_both_servers_look_for_assets_in_the_release_before() -> None:
    assert block("caddyfile").count("        root /srv/cong-tin/build/previous\n") == 1
    assert block("nginx").count("        root /srv/cong-tin/build/previous;\n") == 1


def test_both_servers_read_the_tables_of_the_release() -> None:
    assert block("caddyfile").count("import /srv/cong-tin/build/public/_redirects-caddy\n") == 1
    assert block("nginx").count("include /srv/cong-tin/build/public/_redirects-nginx;\n") == 1


def test_both_servers_match_addresses_alike() -> None:
    nginx = re.findall(r"^ +(~\S+)", block("nginx"), re.MULTILINE)
    caddy = re.findall(r"^ +(~\S+) .*(?:same|cross)-origin$", block("caddyfile"), re.MULTILINE)
    data = re.findall(r"^    @(?:du_lieu|ban_cu) path_regexp (\S+)$", block("caddyfile"), re.MULTILINE)
    assert nginx == [*caddy, *(f"~{one}" for one in data)]
    assert len(nginx) == 4


@pytest.fixture(scope="module")
def caddy(output: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a Caddy that runs as the operators' page says, without HTTPS."""
    main(["build", "--output", str(output)])
    folder = tmp_path_factory.mktemp("caddy")
    for name in ("tai-nguyen/site.0123.css", "anh/cu-0123.webp", "tin-tuc/cu/index.html"):
        (folder / "previous" / name).parent.mkdir(parents=True)
        (folder / "previous" / name).write_text("bản trước", "utf-8")
    with running(block("caddyfile"), output / "public", folder) as port:
        yield port


@pytest.mark.parametrize("ending", [".csv", ".json", ".xlsx"])
def test_programs_in_browsers_may_read_the_files_of_figures_and_those_alone(caddy: int, ending: str) -> None:
    _, headers = asked(caddy, f"/chi-tieu/ty-le-ho-so-truc-tuyen{ending}")
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    _, page = asked(caddy, "/chi-tieu/ty-le-ho-so-truc-tuyen/")
    assert "Access-Control-Allow-Origin" not in page


@pytest.mark.parametrize("address", ["/", "/tin-tuc/rss.xml", "/khong-co/", "/tai-nguyen/khong-co.css"])
def test_caddy_sends_the_headers_of_the_table(caddy: int, address: str) -> None:
    _, headers = asked(caddy, address)
    assert {name: headers.get(name) for name in HEADERS} == HEADERS
    assert "Server" not in headers


def test_caddy_sends_what_was_packed_beforehand(caddy: int) -> None:
    got = [asked(caddy, "/", packing)[1].get("Content-Encoding") for packing in ("br", "gzip", "identity")]
    assert got == ["br", "gzip", None]


def test_caddy_finds_styles_of_the_release_before_but_no_pictures_or_pages(caddy: int) -> None:
    assert asked(caddy, "/tai-nguyen/site.0123.css")[1]["Cache-Control"] == LASTING
    assert asked(caddy, "/anh/cu-0123.webp")[0] == 404
    assert asked(caddy, "/tin-tuc/cu/")[0] == 404


def test_caddy_lets_digest_named_files_be_kept_and_pages_not(caddy: int, output: Path) -> None:
    public = output / "public"
    styles = [f"/tai-nguyen/{file.name}" for file in sorted((public / "tai-nguyen").glob("site.*.css"))]
    pictures = [f"/anh/{file.name}" for file in sorted((public / "anh").glob("*.*[gp]"))]
    kept = {address: asked(caddy, address)[1]["Cache-Control"] for address in (styles[0], *pictures)}
    assert len(kept) > 20 and set(kept.values()) == {LASTING}
    for address in ("/", "/tin-tuc/atom.xml", "/404.html", "/tai-nguyen/khong-co.css"):
        status, headers = asked(caddy, address)
        assert headers["Cache-Control"] == (SHORT if status == 200 else "no-store"), address


def test_caddy_answers_a_wrong_address_with_the_page_for_it(caddy: int) -> None:
    status, headers = asked(caddy, "/tin-tuc/khong-co.json")
    assert (status, headers["Content-Type"]) == (404, "text/html; charset=utf-8")


@pytest.mark.parametrize(
    "kind", ["html", "css", "js", "json", "xml", "svg", "txt", "csv", "webmanifest", "opml"]
)
def test_caddy_names_the_letters_of_each_text(caddy: int, output: Path, kind: str) -> None:
    public = (output / "public").resolve()
    file = min(public.rglob(f"*.{kind}"))
    address = "/" + file.relative_to(public).as_posix().removesuffix("index.html")
    assert asked(caddy, address)[1]["Content-Type"].endswith("; charset=utf-8")


@pytest.mark.parametrize("address", ["/tin-tuc/rss.xml", "/tin-tuc/feed.json", "/nguon-tin.opml", "/"])
def test_caddy_opens_feeds_and_data_alone_to_other_sites(caddy: int, address: str) -> None:
    policy = asked(caddy, address)[1]["Cross-Origin-Resource-Policy"]
    assert policy == ("same-origin" if address == "/" else "cross-origin")
