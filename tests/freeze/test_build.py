"""From an application to a public release with its index."""

import pytest

from portal.freeze.audit import AuditFailed, Finding
from portal.freeze.build import Options, expected_of
from portal.freeze.freezer import PageFailed
from portal.freeze.indexing import Way, current_index, documents, index_release
from portal.freeze.releases import index_folder
from portal.model.fingerprint import Marks
from portal.workspace import Workspace
from search.index import open_index
from search.ranking import search
from tests.freeze.portals import app, build, portal
from tests.freeze.sites import SITE, files, page, silent


def test_a_build_makes_pages_and_index_public(workspace: Workspace) -> None:
    release = build(app(SITE), workspace, Options(2, pack=False), silent)
    assert files(workspace.public) == files(release.folder)
    sizes = [len(text.encode()) for text in files(release.folder).values()]
    assert (release.pages, release.files, release.bytes) == (3, len(SITE) + len(LOG), sum(sizes))
    assert current_index(workspace) == index_folder(workspace, release.id)


def test_any_number_of_workers_gives_the_same_release(workspace: Workspace) -> None:
    ids = {build(app(SITE), workspace, Options(jobs, pack=False), silent).id for jobs in (1, 2, 5)}
    assert len(ids) == 1


def test_a_finding_of_the_audit_stops_the_release(workspace: Workspace) -> None:
    build(app(SITE), workspace, Options(1, pack=False), silent)
    before = files(workspace.public)
    broken = {**SITE, "/tin/": page('<a href="/khong-co/">x</a>')}
    with pytest.raises(AuditFailed) as caught:
        build(app(broken), workspace, Options(1, pack=False), silent)
    assert caught.value.findings == (Finding("/tin/", "link/dead", "không có «/khong-co/»"),)
    assert files(workspace.public) == before


def test_a_page_that_fails_stops_the_release(workspace: Workspace) -> None:
    def wrong() -> str:
        raise ValueError("hỏng")

    build(app(SITE), workspace, Options(1, pack=False), silent)
    with pytest.raises(PageFailed):
        build(app({**SITE, "/tin/": wrong}), workspace, Options(2, pack=False), silent)
    shown = files(workspace.public)
    assert {path: text for path, text in shown.items() if path not in LOG} == SITE_FILES


LOG = ("log/manifest/all", "log/manifest/index")
"""What is said of a release's files, in the release."""
SITE_FILES = {
    path[1:] + ("index.html" if path.endswith("/") else ""): text for path, text in sorted(SITE.items())
}


def test_there_is_no_index_before_the_first_release(workspace: Workspace) -> None:
    assert current_index(workspace) is None


def test_everything_of_a_portal_is_found_without_marks(workspace: Workspace) -> None:
    build(app(SITE), workspace, Options(1, pack=False), silent)
    folder = current_index(workspace)
    assert folder is not None
    found = {
        "chuyen doi so": "/tin-tuc/2026/hop-bao/",
        "gop y": "/lien-he/",
        "thanh nien": "/co-quan/so-khcn/",
        "thu tuc tai nha": "/dich-vu/#cong-dan",
        "ty le ho so": "/chi-tieu/ho-so/",
    }
    with open_index(folder) as index:
        assert {query: search(index, query).hits[0].address for query in found} == found


def test_a_damaged_index_is_made_again(workspace: Workspace) -> None:
    folder = workspace.output / "chi-muc.index"
    index_release(portal(), folder, Marks())
    (folder / "digest").write_text("hỏng", "utf-8")
    index_release(portal(), folder, Marks())
    with open_index(folder) as index:
        assert index.count == len(list(documents(portal())))


def test_short_articles_and_front_pages_have_budgets() -> None:
    assert expected_of(portal(words=3000)).articles == {"/tin-tuc/2026/hop-bao/"}
    assert expected_of(portal(words=3001)).articles == frozenset()
    assert expected_of(portal()).fronts == {"/"}


def test_an_old_index_that_cannot_be_read_is_not_needed(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = workspace.portal / "cu", workspace.portal / "moi"
    index_release(portal(), old, Marks())

    def fail(*given: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("portal.freeze.indexing.update_index", fail)
    index_release(portal(), new, Marks(), Way(old))
    with open_index(new) as index:
        assert index.count == len(list(documents(portal())))
