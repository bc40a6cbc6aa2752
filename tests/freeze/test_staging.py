"""What a new release takes over from those before."""

import os
from pathlib import Path

import pytest

from portal.freeze.build import Options
from portal.freeze.releases import current, manifest_file, oldest
from portal.freeze.staging import recycle, survey, take_over
from portal.trust import manifest as manifests
from portal.workspace import Workspace
from tests.freeze.portals import app, build
from tests.freeze.sites import SITE, Answers, page, silent

KEEP = 5


def edition(number: int) -> Answers:
    """A site of which one page tells its edition, and another there is in each second edition only."""
    extra = {"/le/": page("<p>Lẻ</p>")} if number % 2 else {}
    return {**SITE, "/tin/": page(f"<p>Lần {number}</p>"), **extra}


@pytest.fixture
def full(workspace: Workspace) -> Workspace:
    """An output with as many releases as are kept."""
    for number in range(KEEP):
        build(app(edition(number)), workspace, Options(1, pack=False, audit=False), silent)
    return workspace


def tree(folder: Path) -> dict[str, bytes]:
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


def test_a_survey_says_how_far_an_old_release_is_the_public_one(full: Workspace) -> None:
    found, id = survey(full), oldest(full)
    assert found is not None and id is not None
    old, public = tree(full.releases / id), tree(full.public.resolve())
    same = {path for path in old if public.get(path) == old[path]}
    assert (found.id, found.public) == (id, current(full))
    assert set(found.stray) == old.keys() - same
    assert found.missing == public.keys() - same
    assert found.bytes == sum(len(public[path]) for path in same)


def test_a_survey_changes_nothing(full: Workspace) -> None:
    before = tree(full.releases)
    survey(full)
    assert tree(full.releases) == before


def test_there_is_nothing_to_survey_while_one_could_not_go_back(workspace: Workspace) -> None:
    assert survey(workspace) is None
    for number in range(2):
        build(app(edition(number)), workspace, Options(1, pack=False, audit=False), silent)
        assert survey(workspace) is None


def test_a_release_in_which_somebody_put_a_file_is_not_used(full: Workspace) -> None:
    id = oldest(full)
    assert id is not None
    (full.releases / id / "tin" / "ca-cuoc.html").write_text("x")
    sealed = manifest_file(full, id).stat().st_mtime_ns
    os.utime(full.releases / id / "tin", ns=(sealed + 10**9, sealed + 10**9))
    assert survey(full) is None


def test_an_old_release_becomes_what_is_taken_over_and_nothing_else(full: Workspace, tmp_path: Path) -> None:
    public = current(full)
    assert public is not None
    manifest = manifests.read(manifest_file(full, public).read_text("utf-8"))
    results = []
    for spare in (None, survey(full)):
        staging = tmp_path / f"staging-{spare is None}"
        staging.mkdir()
        if spare:
            recycle(full, spare.id, staging)
        taken = take_over(full.releases / public, manifest, ["index.html"], staging, spare)
        results.append((tree(staging), taken.files, taken.bytes, taken.lost))
    assert results[0] == results[1]
    assert results[0][0].keys() == manifest.keys() - {"index.html"}


def test_a_file_that_was_touched_is_lost_with_what_was_packed_of_it(
    workspace: Workspace, tmp_path: Path
) -> None:
    site = {**SITE, "/dai/": page(f"<p>{'Dài ' * 200}</p>")}
    build(app(site), workspace, Options(1, audit=False), silent)
    public = current(workspace)
    assert public is not None
    manifest = manifests.read(manifest_file(workspace, public).read_text("utf-8"))
    packed = [path for path in manifest if path.endswith(".html.gz")]
    assert packed
    (workspace.releases / public / packed[0]).write_bytes(b"x")
    taken = take_over(workspace.releases / public, manifest, [], tmp_path)
    whole = packed[0].removesuffix(".gz")
    assert taken.lost == [whole]
    assert manifest.keys() - taken.files == {whole, f"{whole}.br", f"{whole}.gz"} & manifest.keys()


@pytest.mark.parametrize(("reworded", "recycled"), [(1, True), (12, False)])
def test_an_old_release_is_used_where_little_of_it_differs(
    workspace: Workspace, reworded: int, recycled: bool
) -> None:
    def of(number: int) -> Answers:
        pages = {f"/trang/{one}/": page("<p>Như cũ</p>") for one in range(12)}
        old = {f"/trang/{one}/": page("<p>Ban đầu</p>") for one in range(reworded if number == 0 else 0)}
        return {**SITE, **pages, **old, "/tin/": page(f"<p>Lần {number}</p>")}

    for number in range(KEEP):
        build(app(of(number)), workspace, Options(1, pack=False, audit=False), silent)
    spare = oldest(workspace)
    assert spare is not None
    before = (workspace.releases / spare).stat().st_ino
    build(app(of(KEEP)), workspace, Options(1, pack=False, audit=False), silent)
    assert (workspace.public.resolve().stat().st_ino == before) is recycled
    assert not (workspace.releases / spare).exists()
