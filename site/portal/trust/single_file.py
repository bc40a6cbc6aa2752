"""The verifier as one file of Python: this package's own sources, one after another."""

import ast
from collections.abc import Iterator
from pathlib import Path

_PACKAGE = "portal.trust"
_HERE = Path(__file__).resolve().parent
_MAIN = "portal.trust.verifying.command"

_HEAD = '''#!/usr/bin/env python3
"""Kiểm một cổng Công tín: python3 verify.py https://… --key KHÓA (cần Python 3.11, không cần gì khác).

Verifies a portal made with Công tín, with the standard library alone: type `python3 verify.py --help`. Take
this file from somewhere else than the portal that you verify: an attacked server can send another one.
"""
'''
_TAIL = """

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
"""


def verifier_text() -> str:
    """Give the text of the one file: the same for the same sources."""
    outside: set[str] = set()
    parts: list[str] = []
    taken: dict[str, str] = {}
    for name in _in_order(_MAIN, []):
        text = _file(name).read_text("utf-8")
        tree = ast.parse(text)
        for defined in _defined(tree):
            if taken.setdefault(defined, name) != name:
                raise ValueError(f"{defined} is defined in {taken[defined]} and in {name}")
        parts.append(_remark(name, tree) + _without_imports(text, tree, outside))
    return _HEAD + "\n" + "\n".join(sorted(outside, key=_import_order)) + "\n" + "".join(parts) + _TAIL


def _remark(name: str, tree: ast.Module) -> str:
    said = f"{name}: {ast.get_docstring(tree) or ''}".splitlines()
    return "\n\n" + "".join(f"# {line}".rstrip() + "\n" for line in said)


def _in_order(name: str, done: list[str]) -> list[str]:
    """A module after all that it imports, each once."""
    for needed in _needs(ast.parse(_file(name).read_text("utf-8"))):
        if needed not in done:
            _in_order(needed, done)
    if name not in done:
        done.append(name)
    return done


def _needs(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(_PACKAGE):
            yield str(node.module)


def _file(name: str) -> Path:
    return _HERE.joinpath(*name.removeprefix(_PACKAGE + ".").split(".")).with_suffix(".py")


def _defined(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            yield node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                yield from (one.id for one in ast.walk(target) if isinstance(one, ast.Name))


def _without_imports(text: str, tree: ast.Module, outside: set[str]) -> str:
    """The lines of a module but its docstring and imports; those of the standard library are collected."""
    lines = text.splitlines(keepends=True)
    for node in reversed(tree.body):
        docstring = node is tree.body[0] and isinstance(node, ast.Expr)
        if isinstance(node, ast.Import | ast.ImportFrom):
            if not (isinstance(node, ast.ImportFrom) and (node.module or "").startswith(_PACKAGE)):
                outside.update(_each_import(node))
        elif not docstring:
            continue
        del lines[node.lineno - 1 : node.end_lineno]
    return "\n\n" + "".join(lines).strip("\n") + "\n"


def _each_import(node: ast.Import | ast.ImportFrom) -> Iterator[str]:
    for one in node.names:
        name = one.name + (f" as {one.asname}" if one.asname else "")
        yield f"import {name}" if isinstance(node, ast.Import) else f"from {node.module} import {name}"


def _import_order(line: str) -> tuple[bool, str]:
    return line.startswith("from "), line
