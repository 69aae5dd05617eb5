"""Writes what the manual takes from the code: tables of keys, commands, checks, and pictures.

    python docs/generate.py            write everything, also what the commands on the pages print
    python docs/generate.py --check    name the pages and pictures that are stale, and write nothing

What the commands print is compared by tests/test_docs.py.
"""

import inspect
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import click
import drawing_keys
import published_pages
import rooms
import scheme_pages
import snippets

from argmap.cli import COMMANDS
from argmap.cli.application import application
from argmap.diagnostics import Severity
from argmap.grammar import RECORDS
from argmap.picture_files.origin import origin_for, with_origin
from argmap.pipeline import RenderOptions, draw, loads
from argmap.report.pages import Summary, page, summaries
from argmap.templates import template
from argmap.theme_grammar import PALETTE, THEME
from argmap.themes import THEME_NAMES

PROJECT = Path(__file__).parents[1]
DOCS = PROJECT / "docs"
SETTINGS = PROJECT / ".mkdocs.yml"

_REGION = re.compile(
    r"^(?P<open>[ \t]*(?:<!--|#) generated: (?P<name>[a-z -]+?)(?: -->)?\n)"
    r".*?"
    r"(?P<close>^[ \t]*(?:<!--|#) end of generated(?: -->)?$)",
    re.MULTILINE | re.DOTALL,
)
_RENDERED = re.compile(r"argmap (?:render|evaluate) .* -o ([\w-]+)\.svg\b.*")


def manual_pages() -> list[Path]:
    """Return README.md and all pages of the manual, without those of extensions for editors."""
    pages = (page for page in DOCS.rglob("*.md") if (DOCS / "editors/vscode") not in page.parents)
    return [PROJECT / "README.md", *sorted(pages)]


def generated() -> dict[Path, str]:
    """Return everything that this script writes, by file, but for what commands print."""
    files = {DOCS / "checks" / f"{one.code}.md": _check_page(one) for one in summaries()}
    files |= {DOCS / "pictures" / f"{name}.svg": text for name, text in _pictures()}
    for file in [*manual_pages(), SETTINGS]:
        if file not in files and file.exists():
            text = file.read_text(encoding="utf-8")
            if _REGION.search(text):
                files[file] = _REGION.sub(_filled, text)
    return files


def stale(files: Mapping[Path, str]) -> list[Path]:
    """Return the files whose contents are others, and those that are made no more."""
    changed = (file for file, text in files.items() if _read(file) != text)
    return sorted([*_left_over(files), *changed])


def _left_over(files: Mapping[Path, str]) -> list[Path]:
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    embedded = {PROJECT / name for name in re.findall(r"output=(\S+)", readme)}
    made = {*(DOCS / "checks").glob("*.md"), *(DOCS / "pictures").iterdir()} - embedded
    return [file for file in made if file not in files and file.name != "index.md"]


def _read(file: Path) -> str | None:
    return file.read_text(encoding="utf-8") if file.exists() else None


def _filled(region: re.Match[str]) -> str:
    name = region["name"]
    record = name.removeprefix("keys of ")
    text = _keys(record) if record != name else REGIONS[name]()
    gap = "" if region["open"].lstrip().startswith("#") else "\n"
    return f"{region['open']}{gap}{text}{gap}{region['close']}"


def _keys(record: str) -> str:
    lines = ["| Key | Value | Meaning |", "|---|---|---|"]
    for field in {**RECORDS, "theme": THEME, "palette": PALETTE}[record].fields:
        name = f"`{field.name}`" + (" (required)" if field.required else "")
        lines.append(f"| {name} | {field.kind.manual()} | {field.description} |")
    return "\n".join([*lines, ""])


def _check_page(summary: Summary) -> str:
    weight = summary.severity.value
    if summary.optional:
        weight += f"; off unless asked for with `--select {summary.code}`"
    return (
        f"# {summary.code}\n\n"
        f"*{weight[0].upper()}{weight[1:]}.*\n\n"
        f"{page(summary.code)}\n\n"
        "[All checks](index.md)\n"
    )


def _check_table() -> str:
    sections = []
    for severity, heading in (
        (Severity.ERROR, "Errors"),
        (Severity.WARNING, "Warnings"),
        (Severity.HINT, "Hints"),
    ):
        rows = [one for one in summaries() if one.severity is severity]
        lines = [f"## {heading}", "", "| Code | What it finds |", "|---|---|"]
        lines += [
            f"| [`{one.code}`]({one.code}.md)"
            f"{' (only when selected)' if one.optional else ''} | {one.summary} |"
            for one in rows
        ]
        sections.append("\n".join([*lines, ""]))
    return "\n".join(sections)


def _check_nav() -> str:
    return "".join(f"      - {one.code}: checks/{one.code}.md\n" for one in summaries())


def _commands() -> str:
    group = click.Context(application, info_name="argmap", max_content_width=10_000)
    return "\n".join(_command(name, group) for name in COMMANDS)


def _command(name: str, group: click.Context) -> str:
    command = application.get_command(group, name)
    assert command is not None
    context = click.Context(command, info_name=name, parent=group)
    paragraphs = re.split(r"\n{2,}", inspect.cleandoc(command.help or ""))
    # Markup in the words of the help is told, not used.
    prose = [re.sub(r"<!--.*?-->", r"`\g<0>`", p) for p in paragraphs if not p.startswith("\b")]
    examples = [
        line.strip() for p in paragraphs if p.startswith("\b") for line in p.splitlines()[2:]
    ]
    usage = " ".join(["argmap", name, *command.collect_usage_pieces(context)])
    records = [parameter.get_help_record(context) for parameter in command.params]
    options = [f"- `{names}`: {told}" for names, told in filter(None, records) if told]
    parts = [f"## {name}", f"`{usage}`", *prose, *(["\n".join(options)] if options else [])]
    if examples:
        parts.append("\n".join(["```sh", *examples, "```"]))
    return "\n\n".join(parts) + "\n"


# Of a map that is too large for a page, the branch that is shown.
BRANCHES = {"western-friendly-autocracy": "domestic-coup"}

_TO_PART = re.compile(r'<a href="([^"#/]+\.svg)">(.*?)</a>', re.DOTALL)


def _pictures() -> Iterator[tuple[str, str]]:
    """Yield a name and a drawing: of the maps, and of the maps that pages show as examples."""
    for file in sorted((PROJECT / "maps").glob("*.yaml")):
        branch = BRANCHES.get(file.stem)
        if branch:
            yield file.stem, _drawn(file, file.stem, RenderOptions())
        for theme in THEME_NAMES:
            name = _themed(file, theme)
            options = RenderOptions(theme=None if theme == "auto" else theme)
            if branch:
                options = replace(options, direction="column", below=(branch,))
            else:
                options = replace(options, fit="760")
            yield name, _drawn(file, name, options)
    for name, genre in (("my-map", "starter"), ("bus-lane", "policy")):
        yield name, draw(loads(template(genre))).decode()
    for file in manual_pages():
        text = file.read_text(encoding="utf-8")
        for block in snippets.blocks_of(text):
            for remark in block.remarks:
                if remark.startswith("picture: "):
                    yield (
                        remark.removeprefix("picture: "),
                        draw(loads(block.text)).decode(),
                    )
        yield from _rendered(text)


def _themed(file: Path, theme: str) -> str:
    """Return the name of the picture that shows a map, or a branch of it, in a theme."""
    name = BRANCHES.get(file.stem, file.stem)
    return name if theme == "auto" else f"{name}-{theme}"


def _drawn(file: Path, name: str, options: RenderOptions) -> str:
    drawn = draw(loads(file.read_bytes()), options=options)
    target = DOCS / "pictures" / f"{name}.svg"
    return with_origin(drawn, origin_for(file, target=target, options=options)).decode()


def _rendered(text: str) -> Iterator[tuple[str, str]]:
    """Yield a name and a drawing for each picture of a page that a command on it renders."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        snippets.prepare(folder, text)
        for command in snippets.commands_of(text, folder=folder):
            target = _RENDERED.fullmatch(command)
            if target and f"(pictures/{target[1]}.svg)" in text.replace("../", ""):
                printed = snippets.run(command, folder=folder)
                drawn = _read(folder / f"{target[1]}.svg")
                if drawn is None:
                    raise SystemExit(f"$ {command}\n{printed}")
                for file in sorted(folder.glob(f"{target[1]}*.svg")):
                    if f"pictures/{file.name})" in text:
                        yield file.stem, _for_readers(file.read_text(encoding="utf-8"), text)


def _for_readers(picture: str, page: str) -> str:
    """Return a picture without what a page does not have: its map, and parts that it leaves out."""
    picture = re.sub(r"<!-- drawn by argmap from: .* -->\n", "", picture)
    return _TO_PART.sub(lambda m: m[0] if f"pictures/{m[1]})" in page else m[2], picture)


def _themes() -> str:
    parts = []
    for file in sorted((PROJECT / "maps").glob("*.yaml")):
        parts.append(f"## {loads(file.read_bytes()).title or file.stem}\n")
        branch = BRANCHES.get(file.stem)
        for theme in THEME_NAMES:
            name = f"pictures/{_themed(file, theme)}.svg"
            what = (
                f"A branch of the map maps/{file.name}" if branch else f"The map maps/{file.name}"
            )
            words = f"{what}, drawn in the theme “{theme}”."
            parts.append(f"`--theme {theme}`\n\n[![{words}]({name})]({name})\n")
    return "\n".join(parts)


REGIONS: Mapping[str, Callable[[], str]] = {
    "commands": _commands,
    "table of checks": _check_table,
    "pages of checks": _check_nav,
    "maps in themes": _themes,
    "argumentation schemes": scheme_pages.catalogue,
    "published cases": published_pages.table,
    "rooms": rooms.table,
    "tables of the drawing": drawing_keys.tables,
}


def main(arguments: list[str]) -> int:
    """Write, or check; return the exit code."""
    if arguments not in ([], ["--check"]):
        print(__doc__)
        return 2
    files = generated()
    old = stale(files)
    if arguments:
        for file in old:
            print(f"{file.relative_to(PROJECT)} is stale; run: python docs/generate.py")
        return 1 if old else 0
    for file in old:
        if file in files:
            file.write_text(files[file], encoding="utf-8")
        else:
            file.unlink()
    _refresh_outputs()
    return 0


def _refresh_outputs() -> None:
    for file in manual_pages():
        text = file.read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            snippets.prepare(folder, text)
            file.write_text(snippets.refreshed(text, folder=folder), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
