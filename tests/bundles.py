"""argmap's own scripts: checked by tsc and ESLint, and bundled into files that are committed.

`python -m tests.bundles` writes the bundles anew, with the licences of what is in them.
"""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.npm import PINNED, install_tools

PROJECT = Path(__file__).parents[1]
WAIT = 120
OPTIONS = ("--bundle", "--minify", "--format=esm", "--target=es2022", "--charset=utf8")


@dataclass(frozen=True, slots=True)
class Bundle:
    """A script with all that it imports in one file; the licences of others' work stand beside it.

    `licences` is None where all of it is argmap's own.
    """

    script: Path
    bundle: Path
    licences: Path | None = None


EXPLORER = PROJECT / "argmap/render/explorer"
SLIDES = PROJECT / "argmap/render/slides"
PLAYGROUND = PROJECT / "argmap/playground/page"
BUNDLES: tuple[Bundle, ...] = (
    Bundle(EXPLORER / "modules/main.js", EXPLORER / "explorer.js"),
    Bundle(SLIDES / "modules/main.js", SLIDES / "slides.js"),
    Bundle(EXPLORER / "modules/graphviz/worker.js", EXPLORER / "layout-worker.js"),
    Bundle(PLAYGROUND / "scripts/page.js", PLAYGROUND / "page.js", PLAYGROUND / "licences.txt"),
)
# Folders of scripts of which every type is checked, and at whose style ESLint looks.
SCRIPTS: tuple[Path, ...] = (EXPLORER / "modules", SLIDES / "modules", PLAYGROUND / "scripts")


def bundled(one: Bundle, tools: Path) -> dict[Path, bytes]:
    """Return the files of a bundle by their paths, made with the packages in a folder."""
    with tempfile.TemporaryDirectory(prefix="argmap-bundle-") as folder:
        script, facts = Path(folder, "script.js"), Path(folder, "facts.json")
        _run(
            [
                str(tools / "node_modules" / ".bin" / "esbuild"),
                str(one.script),
                *OPTIONS,
                "--legal-comments=none",
                f"--outfile={script}",
                f"--metafile={facts}",
            ],
            tools,
        )
        files = {one.bundle: script.read_bytes()}
        inputs = json.loads(facts.read_text(encoding="utf-8"))["inputs"]
    texts = list(_licences(sorted(inputs), tools))
    assert bool(texts) == bool(one.licences), f"{one.script}: say where licences are to stand."
    if one.licences:
        files[one.licences] = "\n".join(texts).encode()
    return files


def _licences(inputs: Sequence[str], tools: Path) -> Iterator[str]:
    """Yield the name and the licence of each package of which something is in a bundle."""
    homes = {}
    for name in inputs:
        inside = name.rpartition("node_modules/")[2]
        if inside != name:
            parts = inside.split("/")
            package = "/".join(parts[: 2 if inside.startswith("@") else 1])
            homes[package] = tools / "node_modules" / package
    for package, home in homes.items():
        version = json.loads((home / "package.json").read_text(encoding="utf-8"))["version"]
        licence = next(path for path in sorted(home.iterdir()) if path.stem.upper() == "LICENSE")
        yield f"{package} {version}\n\n{licence.read_text(encoding='utf-8').strip()}\n\n"


def type_errors(folder: Path, tools: Path) -> str:
    """Return what tsc says of the scripts in a folder; nothing where all types are right."""
    settings = {
        "compilerOptions": {
            "allowJs": True,
            "checkJs": True,
            "strict": True,
            "noEmit": True,
            "noUnusedLocals": True,
            "noUnusedParameters": True,
            "module": "esnext",
            "moduleResolution": "bundler",
            "target": "es2022",
            "lib": [
                "es2023",
                "dom",
                "dom.iterable",
                "dom.asynciterable",
                "webworker.importscripts",
            ],
            "skipLibCheck": True,
            "types": [],
            "paths": {"*": [f"{tools}/node_modules/*"]},
        },
        "include": [f"{folder}/**/*.js", f"{folder}/**/*.d.ts"],
    }
    with tempfile.TemporaryDirectory(prefix="argmap-types-") as place:
        file = Path(place, "tsconfig.json")
        file.write_text(json.dumps(settings), encoding="utf-8")
        command = ["node", str(tools / "node_modules/typescript/bin/tsc"), "-p", str(file)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=WAIT, check=False)
    return done.stdout


def faults_of_style(folder: Path, tools: Path) -> str:
    """Return what ESLint says of the scripts in a folder; nothing where all is in order."""
    settings = (PINNED / "eslint.config.js").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory(prefix="argmap-style-", dir=tools) as place:
        # ESLint looks at nothing outside of the folder of its settings.
        shutil.copytree(folder, Path(place, "scripts"))
        Path(place, "eslint.config.js").write_text(settings, encoding="utf-8")
        command = ["node", str(tools / "node_modules/eslint/bin/eslint.js"), "scripts"]
        done = subprocess.run(
            command, cwd=place, capture_output=True, text=True, timeout=WAIT, check=False
        )
    return done.stdout + done.stderr


def _run(command: Sequence[str], tools: Path) -> None:
    done = subprocess.run(
        command,
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=WAIT,
        check=False,
        env={"NODE_PATH": str(tools / "node_modules"), "PATH": "/usr/bin:/bin:/usr/local/bin"},
    )
    assert done.returncode == 0, done.stderr


def main() -> None:
    """Write all bundles anew."""
    with tempfile.TemporaryDirectory(prefix="argmap-tools-") as folder:
        install_tools(Path(folder))
        for one in BUNDLES:
            for path, content in bundled(one, Path(folder)).items():
                path.write_bytes(content)


if __name__ == "__main__":
    main()
