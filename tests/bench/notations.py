"""A table of what becomes of other people’s files: how many are read, and equal to a reference.

    python -m tests.bench.notations NAME=FOLDER...

such as `aif=arguebase-public brat=arguebase-public/persuasive-essays arggraph=arg-microtexts`. The
names are those of the modules beside this one, without `_files`; each says what it compares with.
A name may stand several times. What differs is in the answers of the modules themselves.
"""

import argparse
import re
import subprocess
import sys
from pathlib import Path

MODULES = {
    path.stem.removesuffix("_files"): path.stem
    for path in sorted(Path(__file__).parent.glob("*_files.py"))
}
COUNTS = re.compile(r"tried (\d+), read (\d+), equal (\d+)")


def counts(name: str, folder: str) -> list[int]:
    """Return how many files in a folder were tried, read and equal; what went wrong is shown."""
    command = [sys.executable, "-m", f"tests.bench.{MODULES[name]}", folder]
    ended = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    found = COUNTS.findall(ended.stdout)
    if ended.returncode or not found:
        sys.exit(f"{' '.join(command)} ended with {ended.returncode}:\n{ended.stdout[-2000:]}")
    return [int(number) for number in found[-1]]


def main() -> None:
    """Print the table, in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", metavar="NAME=FOLDER")
    pairs = [one.partition("=")[::2] for one in parser.parse_args().files]
    for name, folder in pairs:
        if name not in MODULES or not Path(folder).is_dir():
            parser.error(f"“{name}={folder}”: one of {', '.join(MODULES)}, and a folder")
    print("| Notation | Files | Tried | Read | Equal |\n|---|---|---|---|---|")
    for name, folder in pairs:
        tried, read, equal = counts(name, folder)
        print(f"| {name} | {Path(folder).name} | {tried} | {read} | {equal} |", flush=True)


if __name__ == "__main__":
    main()
