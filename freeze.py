#!/usr/bin/env python3
"""The one command: makes this machine ready if it is not, then does what was asked.

This file alone is written in the Python of years ago, so that an old interpreter can read it and
say, in words a person understands, which one is needed. `test` runs the tests; all else is `portal.cli`'s.
"""

import os
import shutil
import sys

ROOT = os.path.dirname(os.path.realpath(__file__))
OLDEST = (3, 11)


def refuse_old_python():
    """Say which Python is needed, and name one that this machine already has, if any."""
    newer = [name for name in ("python3.%d" % minor for minor in range(20, 10, -1)) if shutil.which(name)]
    have = "%d.%d" % sys.version_info[:2]
    print("Cần Python 3.11 trở lên; lệnh này đang chạy bằng Python %s." % have, file=sys.stderr)
    print("Python 3.11 or newer is needed; this is Python %s." % have, file=sys.stderr)
    if newer:
        print("Trên máy này hãy gõ / On this machine type: %s freeze.py" % newer[0], file=sys.stderr)
    return 3


def main(arguments):
    """Return the exit code of what was asked; 3 means that this machine could not be made ready."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if sys.version_info < OLDEST:
        return refuse_old_python()
    sys.path[:0] = [os.path.join(ROOT, "site"), ROOT]
    import bootstrap

    code = bootstrap.prepare(ROOT, arguments)
    if code is not None:
        return code
    from portal.cli import main as portal_main

    return portal_main(arguments)


if __name__ == "__main__":
    code = main(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BrokenPipeError:
            pass  # Whoever reads what is printed has read enough, as `head` does.
        except OSError:
            code = code or 3
    # To take the values of ten thousand articles apart would take a tenth of a second.
    os._exit(code)
