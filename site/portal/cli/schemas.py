"""The verb `schema`."""

import argparse

from portal.cli.arguments import DONE
from portal.failure import naming
from portal.readers.json_schema import editor_settings, json_schemas


def schema(asked: argparse.Namespace) -> int:
    """Write the schemas of content for editors' tools into a folder."""
    with naming(asked.folder):
        asked.folder.mkdir(parents=True, exist_ok=True)
    for name, text in json_schemas().items():
        with naming(asked.folder / name):
            (asked.folder / name).write_text(text, "utf-8", newline="\n")
        print(asked.folder / name)
    print("Đặt trong .vscode/settings.json:", editor_settings(), sep="\n")
    return DONE
