"""Answers as data: the one JSON shape of the command line and of the service."""

from search.ranking import Hit, Results

Answer = dict[str, object]


def answer(query: str, results: Results) -> Answer:
    """Give what was asked, what was searched and what was found; a date as ISO 8601 or null."""
    return {
        "query": query,
        "searched": results.searched,
        "rung": results.rung,
        "also": list(results.also),
        "total": results.total,
        "hits": [_hit(hit) for hit in results.hits],
    }


def _hit(hit: Hit) -> Answer:
    return {
        "address": hit.address,
        "title": hit.title,
        "summary": hit.summary,
        "kind": hit.kind,
        "category": hit.category,
        "category_name": hit.category_name,
        "unit": hit.unit,
        "date": hit.date.isoformat() if hit.date else None,
        "language": hit.language,
        "score": round(hit.score, 6),
        "marked_title": [list(part) for part in hit.marked_title],
        "extract": [list(part) for part in hit.extract],
    }
