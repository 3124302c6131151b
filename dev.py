# -*- coding: utf-8 -*-
"""Set-up and what developers do: `python3 dev.py setup | run [PROJECT] | test | translations | pictures`.

This file keeps to a syntax that every Python 3 reads, so that an old one can be told what is missing;
the work is in devtools/.
"""

import sys

OLDEST = (3, 11)
NEWEST = (3, 13)


def version_problem(version):
    """Say which Python is needed, or give "" when this one will do."""
    if OLDEST <= tuple(version[:2]) <= NEWEST:
        return ""
    found = "%d.%d" % (version[0], version[1])
    return (
        "绩衡需要 Python 3.11、3.12 或 3.13，当前是 %s。请安装其中之一，再用它运行 dev.py。\n"
        "Jiheng needs Python 3.11, 3.12 or 3.13; this is %s. Install one and run dev.py with it."
        % (found, found)
    )


def say(text):
    """Print to the error stream, also where the terminal cannot show Chinese."""
    try:
        sys.stderr.write(text + "\n")
    except UnicodeError:
        sys.stderr.write(text.encode("ascii", "backslashreplace").decode("ascii") + "\n")


def main():
    """Check the Python, then hand over to devtools."""
    problem = version_problem(sys.version_info)
    if problem:
        say(problem)
        return 2
    from devtools.commands import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
