"""One corpus in the files that each peer reads: what is said is the same, how it is spelt is the peer's."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bench.corpus.article import CATEGORIES, Address, Article, Corpus, Named, write_article
from bench.corpus.indicator import Indicator, indicators


@dataclass(frozen=True, slots=True)
class File:
    """A text file, its path with slashes from the site's folder."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Layout:
    """How a peer wants addresses in links, articles and indicators."""

    address: Address
    article: Callable[[Article], File]
    data: Callable[[Sequence[Indicator]], Iterator[File]]

    def write(self, corpus: Corpus, number: int) -> File:
        """The file of one article."""
        return self.article(write_article(corpus, number, self.address))

    def files(self, corpus: Corpus) -> Iterator[File]:
        """All files of a corpus."""
        yield from (self.write(corpus, number) for number in range(corpus.count))
        yield from self.data(indicators(corpus))


def quoted(text: str) -> str:
    """A text as a scalar of YAML in double quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def listed(texts: Sequence[str]) -> str:
    """Texts as a list of YAML on one line."""
    return f"[{', '.join(quoted(text) for text in texts)}]"


def picture_of(article: Article) -> str:
    """The address of an article's picture in the peers' sites, or nothing."""
    return "" if article.picture is None else f"/static/img/anh-{article.picture:02}.svg"


def peers_address(named: Named) -> str:
    """The address of an article in every peer's site."""
    return f"/bai-viet/{named.slug}/"


def _fenced(lines: Sequence[str], body: str) -> str:
    return "\n".join(["---", *lines, "---", "", body])


def _common(article: Article) -> list[str]:
    named = article.named
    picture = [f"image: {picture_of(article)}"] if article.picture is not None else []
    return [
        f"title: {quoted(named.title)}",
        f"slug: {named.slug}",
        f"author: {quoted(article.author)}",
        f"source: {quoted(article.source)}",
        f"tags: {listed(article.tags)}",
        *picture,
    ]


def _summed(article: Article) -> list[str]:
    return [
        *_common(article),
        f"date: {article.named.date.isoformat()}",
        f"category: {article.category}",
        f"summary: {quoted(article.summary)}",
    ]


def _hugo_article(article: Article) -> File:
    date = article.named.date
    lines = [*_summed(article), f'nam: ["{date.year}"]', f'thang: ["{date:%Y-%m}"]']
    return File(f"content/{article.category}/{article.named.slug}.md", _fenced(lines, article.body))


def _eleventy_article(article: Article) -> File:
    return File(f"content/articles/{article.named.slug}.md", _fenced(_summed(article), article.body))


def _nikola_article(article: Article) -> File:
    lines = [
        *_common(article),
        f"date: '{article.named.date.isoformat()}'",
        f"category: {quoted(CATEGORIES[article.category][0])}",
        f"description: {quoted(article.summary)}",
    ]
    return File(f"posts/{article.named.slug}.md", _fenced(lines, article.body))


def _pelican_article(article: Article) -> File:
    named = article.named
    lines = [
        f"Title: {named.title}",
        f"Slug: {named.slug}",
        f"Date: {named.date.isoformat()}",
        f"Category: {CATEGORIES[article.category][0]}",
        f"Tags: {', '.join(article.tags)}",
        f"Summary: {article.summary}",
        f"Author: {article.author}",
        f"Source: {article.source}",
    ]
    if article.picture is not None:
        lines.append(f"Image: {picture_of(article)}")
    return File(f"content/articles/{named.slug}.md", "\n".join([*lines, "", article.body]))


def _tables(folder: str) -> Callable[[Sequence[Indicator]], Iterator[File]]:
    def write(all_of_them: Sequence[Indicator]) -> Iterator[File]:
        named = "".join(f'{one.id},"{one.name}",{one.unit}\n' for one in all_of_them)
        yield File(f"{folder}/index.csv", f"id,name,unit\n{named}")
        for one in all_of_them:
            rows = "".join(f"{figure.month},{figure.value},{figure.target}\n" for figure in one.figures)
            yield File(f"{folder}/{one.id}.csv", f"month,value,target\n{rows}")

    return write


def _nikola_pages(all_of_them: Sequence[Indicator]) -> Iterator[File]:
    """Nikola has no pages from data, so its tables are written out in Markdown."""
    names = [
        f"| [{one.name}](/kpi/{one.id}/) | {one.unit} | {one.figures[-1].value} |" for one in all_of_them
    ]
    head = ["| Chỉ số | Đơn vị | Mới nhất |", "| --- | --- | ---: |"]
    yield _nikola_page("kpi", "Chỉ số minh bạch", [*head, *names])
    for one in all_of_them:
        head = [f"| Tháng | Giá trị ({one.unit}) | Mục tiêu |", "| --- | ---: | ---: |"]
        rows = [f"| {figure.month} | {figure.value} | {figure.target} |" for figure in one.figures]
        yield _nikola_page(f"kpi/{one.id}", one.name, [*head, *rows])


def _nikola_page(path: str, title: str, table: Sequence[str]) -> File:
    slug = path.rpartition("/")[2]
    lines = [f"title: {quoted(title)}", f"slug: {slug}", "date: '2025-10-31'"]
    return File(f"pages/{path}.md", _fenced(lines, "\n".join(table) + "\n"))


HUGO = Layout(peers_address, _hugo_article, _tables("assets/kpi"))
PELICAN = Layout(peers_address, _pelican_article, _tables("kpi"))
NIKOLA = Layout(peers_address, _nikola_article, _nikola_pages)
ELEVENTY = Layout(peers_address, _eleventy_article, _tables("_kpi"))
