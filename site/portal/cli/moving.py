"""The verb `import` of a whole site: all its articles are written, and it is said what became of each."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence

from portal.cli.arguments import DONE, PROBLEMS, USAGE
from portal.cli.content import read, stops
from portal.cli.place import now, workspace_of
from portal.cli.standing import stands, write
from portal.importing.sites.articles import Written, write_article
from portal.importing.sites.categories import Categories
from portal.importing.sites.detecting import read_site
from portal.importing.sites.item import Said, Site
from portal.importing.sites.outcome import Outcome
from portal.importing.sites.placing import Place, Plan, plan
from portal.importing.sites.wording import REFUSALS
from portal.importing.sites.xml import Unread
from portal.parallel import spread
from portal.problems.problem import Problem
from portal.readers.desk import Desk
from portal.readers.settings import read_settings
from portal.source.folder import Folder

_OF_ONE_ARTICLE = ("into", "slug", "title", "date", "summary", "author", "unit")


def import_site(asked: argparse.Namespace) -> int:
    """Write every article of a site; nothing that stands is lost, and a second time changes nothing."""
    categories = _categories(asked)
    fault = _fault(asked, categories)
    if fault or categories is None:
        print(fault, file=sys.stderr)
        return USAGE
    site = read_site(asked.file, tuple(asked.section))
    if isinstance(site, Unread):
        print(REFUSALS[site.reason][0].format(**site.facts), file=sys.stderr)
        return PROBLEMS
    planned = plan(site, asked.language)
    outcome = Outcome(site.kind, asked.dry_run, moves=planned.moves)
    outcome.left += [*site.left, *planned.left]
    outcome.remarks += [*site.remarks, *planned.remarks]
    for made in _made(asked, site, planned, categories):
        _settle(asked, made, outcome)
    problems = [] if asked.dry_run else _problems(asked, outcome)
    outcome.problems = Counter(problem.code for problem in problems)
    _tell(asked, outcome, problems)
    return PROBLEMS if stops(problems) else DONE


def _categories(asked: argparse.Namespace) -> Categories | None:
    """The portal's categories by id and by both names; None where its settings cannot be read."""
    workspace = workspace_of(asked)
    folder = Folder(workspace.portal, workspace.portal.name, workspace.moment())
    found = read_settings(Desk(folder, workspace.cache))
    if found is None:
        return None
    names = {name: one.id for held in found[1].values() for one in held for name in (one.id, one.name)}
    return Categories(names, dict(asked.map), asked.category)


def _fault(asked: argparse.Namespace, categories: Categories | None) -> str:
    """Why a site cannot be imported as it was typed; empty where it can."""
    typed = [f"--{name}" for name in _OF_ONE_ARTICLE if getattr(asked, name)]
    if typed:
        return f"{', '.join(typed)}: chỉ dùng khi nhập một bài, không dùng khi nhập cả một trang."
    if categories is None:
        return "Chưa đọc được portal.yaml của cổng. Xem lỗi: python3 freeze.py check"
    known = sorted(set(categories.known.values()))
    wrong = [new for new in (*categories.mapped.values(), categories.other) if new and new not in known]
    return f"Không có chuyên mục «{wrong[0]}». Có: {', '.join(known)}." if wrong else ""


def _made(
    asked: argparse.Namespace, site: Site, planned: Plan, categories: Categories
) -> list[Written | Said]:
    """Every article, in the order of the files; made by several processes."""
    moment = now(asked)

    def work(places: Sequence[tuple[int, Place]]) -> Iterator[tuple[int, Written | Said]]:
        for number, place in places:
            yield number, write_article(site, planned, place, categories, moment)

    made = spread(work, list(enumerate(planned.places)), asked.jobs)
    return [one for _, one in sorted(made, key=lambda numbered: numbered[0])]


def _settle(asked: argparse.Namespace, made: Written | Said, outcome: Outcome) -> None:
    """Write an article with its pictures, unless something else stands in its place."""
    if isinstance(made, Said):
        outcome.left.append(made)
        return
    root = workspace_of(asked).portal
    standing = {name: stands(root / name) for name in made.bodies}
    different = [name for name, body in made.bodies.items() if standing[name] != body]
    others = [name for name in different if standing[name] is not None]
    if others and not asked.replace:
        outcome.left.append(Said(made.origin, "left/stands", {"file": others[0]}))
        return
    for name in different if not asked.dry_run else ():
        write(root / name, made.bodies[name])
    (outcome.written if different else outcome.unchanged).append(made.file)
    outcome.pictures += sum(name != made.file for name in different)
    outcome.remarks += made.said


def _problems(asked: argparse.Namespace, outcome: Outcome) -> list[Problem]:
    """What `check` finds in the articles of the site."""
    name = workspace_of(asked).portal.name
    ours = {f"{name}/{file}" for file in (*outcome.written, *outcome.unchanged)}
    return [problem for problem in read(asked, now(asked)).problems if problem.at.file in ours]


def _tell(asked: argparse.Namespace, outcome: Outcome, problems: Sequence[Problem]) -> None:
    if asked.format == "json":
        print(outcome.as_json())
        return
    print(outcome.as_text())
    if problems:
        print("\nCòn phải sửa (python3 freeze.py check nêu từng chỗ):")
        print("\n".join(_counted(problems)))
    elif not asked.dry_run:
        print("\nCác bài không còn lỗi nào. Xem thử: python3 freeze.py preview")


def _counted(problems: Sequence[Problem]) -> Iterator[str]:
    """A line for each code, with where it stands first."""
    for code, count in Counter(problem.code for problem in problems).most_common():
        first = next(problem for problem in problems if problem.code == code)
        yield f"- {code}: {count} chỗ, trước hết ở {first.at.file}:{first.at.line}"
