"""Breaks modules in one small way after another, to see which breakage no test notices.

    python -m tests.bench.mutants FILE … [--most N] [--seed N] [--timeout SECONDS] -- TESTS …

TESTS are arguments of pytest, such as a folder and `-k WORD`. A mutant turns a comparison or a
condition around, moves a number by one, or takes away a guard; it lives in a copy of the project.
Printed are those that the tests let live, with their line; the exit code is 1 where there are any.
Not every survivor is a hole: some change nothing that anybody can see.
"""

import argparse
import ast
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
_COPIED = ("argmap", "tests", "maps", "docs")
_TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}

# Nothing else is changed; a module has thousands of nodes, and each change reads it anew.
_CHANGED = (ast.Compare, ast.BoolOp, ast.Constant, ast.If, ast.IfExp, ast.Return)


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module with one change, and what was changed in which line."""

    line: int
    change: str
    text: str


def mutants_of(text: str) -> Iterator[Mutant]:
    """Yield a module with each single change that is known, in the order of its lines."""
    parsed = ast.parse(text)
    whole = ast.unparse(parsed)
    for at, original in enumerate(ast.walk(parsed)):
        if not isinstance(original, _CHANGED):
            continue
        for change in _CHANGES:
            tree = ast.parse(text)
            node = list(ast.walk(tree))[at]
            before = ast.unparse(node).partition("\n")[0]
            if change(node) and ast.unparse(tree) != whole:
                after = ast.unparse(node).partition("\n")[0]
                told = f"{before}  →  {after}"
                yield Mutant(getattr(node, "lineno", 0), told, ast.unparse(tree))


def _turn(node: ast.AST) -> bool:
    if not isinstance(node, ast.Compare):
        return False
    node.ops[0] = _TURNED[type(node.ops[0])]()
    return True


def _join(node: ast.AST) -> bool:
    if not isinstance(node, ast.BoolOp):
        return False
    node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    return True


def _drop(node: ast.AST) -> bool:
    """Leave out the last part of a condition."""
    if not isinstance(node, ast.BoolOp):
        return False
    node.values.pop()
    return True


def _count(node: ast.AST) -> bool:
    if not isinstance(node, ast.Constant) or type(node.value) is not int:
        return False
    node.value += 1
    return True


def _unguard(node: ast.AST) -> bool:
    """Let a condition never hold, so that what it guards against goes on."""
    if not isinstance(node, ast.If | ast.IfExp):
        return False
    node.test = ast.Constant(False)
    return True


def _assume(node: ast.AST) -> bool:
    if not isinstance(node, ast.IfExp):
        return False
    node.test = ast.Constant(True)
    return True


def _affirm(node: ast.AST) -> bool:
    """Return what a function should not: yes for no, or nothing for something."""
    if not isinstance(node, ast.Return) or node.value is None:
        return False
    is_truth = isinstance(node.value, ast.Constant) and isinstance(node.value.value, bool)
    node.value = ast.Constant(not node.value.value) if is_truth else ast.Constant(None)  # type: ignore[attr-defined]
    return True


_CHANGES: tuple[Callable[[ast.AST], bool], ...] = (
    *(_turn, _join, _drop, _count, _unguard, _assume, _affirm),
)


def copied(folder: Path) -> Path:
    """Return a copy of the project, in which modules can be broken."""
    ignored = shutil.ignore_patterns("__pycache__", "*.png", "*.pdf")
    for name in _COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def passes(folder: Path, tests: list[str], limit: float) -> bool:
    """Return whether the tests pass in a copy of the project, within so many seconds."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    try:
        run = subprocess.run(command, cwd=folder, capture_output=True, timeout=limit)
    except subprocess.TimeoutExpired:
        return False
    return run.returncode == 0


def survives(mutant: Mutant, file: Path, folder: Path, tests: list[str], limit: float) -> bool:
    """Return whether the tests pass with a mutant in the place of a module."""
    before = file.read_text(encoding="utf-8")
    file.write_text(mutant.text, encoding="utf-8")
    try:
        return passes(folder, tests, limit)
    finally:
        file.write_text(before, encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--most", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--timeout", type=float, default=300.0)
    end = sys.argv.index("--") if "--" in sys.argv else len(sys.argv)
    chosen, tests = parser.parse_args(sys.argv[1:end]), sys.argv[end + 1 :]
    alive = tried = 0
    with tempfile.TemporaryDirectory(prefix="argmap-mutants-") as name:
        folder = copied(Path(name))
        if not passes(folder, tests, chosen.timeout):
            print("the tests fail, or take too long, with nothing broken")
            return 2
        for file in chosen.files:
            found = list(mutants_of(file.read_text(encoding="utf-8")))
            some = random.Random(chosen.seed).sample(found, min(chosen.most, len(found)))
            place = folder / file.resolve().relative_to(ROOT)
            for mutant in sorted(some, key=lambda one: one.line):
                tried += 1
                if survives(mutant, place, folder, tests, chosen.timeout):
                    alive += 1
                    print(f"{file}:{mutant.line}: {mutant.change}", flush=True)
    print(f"{alive} of {tried} mutants live")
    return 1 if alive else 0


if __name__ == "__main__":
    sys.exit(main())
