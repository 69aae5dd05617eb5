"""What a command imports before it does anything: imports are most of what a small picture takes.

Whoever adds to these lists makes each start of argmap slower. `python -X importtime -m argmap …`
tells by how much; an import inside the function that needs it costs nothing elsewhere.
"""

import subprocess
import sys
from pathlib import Path

import pytest

TREE = "argmap: 1\nthesis: {id: a, text: A., premises: [B., C.], rebuttals: [D.]}\n"
# A claim that bears on two others: no tree.
LINKED = TREE.replace("[D.]", "[{text: D., premises: [ref: b]}]").replace("B.", "{id: b, text: B.}")
CALL = """
import sys
from argmap.cli.application import application

try:
    application(sys.argv[1:], standalone_mode=False)
finally:
    print()
    print(*sys.modules)
"""
# What our two libraries bring, and their own libraries, is not ours to choose.
LIBRARIES = "import sys, click, yaml; print(*sys.modules)"

# What of Python takes a millisecond or more; what a command may have of it is named where it is
# tried.
HEAVY = frozenset(
    """
    ast asyncio compileall concurrent configparser csv ctypes decimal doctest email fractions
    ftplib graphlib hashlib html http imaplib importlib.metadata importlib.resources json logging
    lzma mimetypes multiprocessing numbers optparse pdb pickle pkgutil plistlib pprint pydoc random
    secrets select selectors shutil socket sqlite3 ssl statistics string subprocess tarfile
    tempfile tkinter tomllib unittest urllib.request uuid venv xml xmlrpc zipfile zipimport zoneinfo
    """.split()
)
# `mkstemp` needs chance, the id of a picture a digest, the width of a terminal `shutil`.
OF_PYTHON = frozenset("hashlib lzma random shutil tempfile".split())

# Modules of argmap, by rooms; “*” stands for all of a room.
OF_HELP = """
    cli cli.application cli.printing diagnostics edits errors garbage report report.log source
"""
OF_READING = """
    configuration destinations diagnostics document document.slips document.handwriting
    document.loaders document.nodes document.parsing document.question_marks document.quoting
    document.reading document.recovery document.rewriting document.tree errors faults formats
    formats.carriers formats.carriers.decoding formats.losses formats.recognition formats.yaml
    grammar identifiers kinds.* links model outline output project reader reader.allowances
    reader.assembly reader.bibliography reader.claim_tree reader.drafts reader.fields
    reader.away reader.map_reader reader.references reader.styling works other_words
    reader.map_file reader.naming reader.scopes reader.unknown_keys reader.weighing reader.work_keys
    reader.works
    reader.written
    settings.* source style suggestions theme_files themes values view weighing
"""
OF_A_TREE = """
    arrangement cli.commands cli.commands.render cli.drawing cli.leading cli.pictures cli.progress
    cli.reading cli.setting_options drawing drawing.advance_widths drawing.boxes drawing.builder
    drawing.citing drawing.measure drawing.options drawing.paragraphs drawing.reading_side
    drawing.shapes drawing.showing drawing.sizes drawing.wrap evaluation evaluation.comparison
    evaluation.deadline evaluation.grounded.* evaluation.network evaluation.shown_verdicts
    evaluation.verdicts languages languages.english languages.words layout layout.areas
    layout.bends layout.bridges layout.clock layout.dot_source layout.engine layout.flow
    layout.from_engine layout.line_course layout.line_ends layout.placed layout.placing
    last_answer layout.routing layout.settling layout.spacing layout.tidy picture_files
    picture_files.content picture_files.origin picture_files.others picture_files.ownership
    picture_files.part_files
    pipeline planning screens render render.language render.markup render.renderer render.svg
    render.svg.arrow_ends render.svg.badges render.svg.extent render.svg.legend render.svg.look
    render.svg.groups render.svg.look_table render.svg.mentions render.svg.shapes render.svg.sheet
    render.svg.style_sheet render.svg.trail render.svg.trail_markup render.svg.words
"""
OF_CHECKS = """
    checks.* examination graph source_texts source_texts.books source_texts.unreadable
"""
# Where lines cross: Graphviz is asked where everything goes.
OF_AN_ENGINE = """
    layout.browser layout.embedded layout.engines layout.guest layout.memory_limit layout.system
    layout.wasi
"""
LOUD, QUIET = ("render", "a.yaml", "-o", "a.svg"), ("render", "a.yaml", "-o", "a.svg", "-q")


def modules(program: str, *call: str) -> set[str]:
    command = [sys.executable, "-c", program, *call]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return set(done.stdout.splitlines()[-1].split())


def is_allowed(module: str, rooms: str) -> bool:
    name = module.removeprefix("argmap.")
    before = (name.rsplit(".", number)[0] for number in range(name.count(".") + 1))
    return name in rooms.split() or any(f"{one}.*" in rooms.split() for one in before)


@pytest.fixture(autouse=True)
def far_from_any_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder without settings; what reads them is imported where there are some."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("call", "rooms", "python"),
    [
        (("--help",), OF_HELP, frozenset(("lzma", "shutil"))),
        (QUIET, OF_HELP + OF_READING + OF_A_TREE, OF_PYTHON),
        (LOUD, OF_HELP + OF_READING + OF_A_TREE + OF_CHECKS, OF_PYTHON),
    ],
    ids=["help", "quiet drawing of a tree", "drawing of a tree"],
)
def test_a_command_imports_only_what_it_uses(
    call: tuple[str, ...], rooms: str, python: frozenset[str]
) -> None:
    Path("a.yaml").write_text(TREE, encoding="utf-8")
    found = modules(CALL, *call) - modules(LIBRARIES)
    roots = {one.partition(".")[0] for one in found}
    assert roots - sys.stdlib_module_names <= {"argmap", "click"}
    ours = {one for one in found if one.startswith("argmap.")}
    assert sorted(one for one in ours if not is_allowed(one, rooms)) == []
    assert sorted(found & HEAVY - python) == []


def test_the_lists_of_imports_name_nothing_that_is_not_imported() -> None:
    Path("a.yaml").write_text(TREE, encoding="utf-8")
    found = {one.removeprefix("argmap.") for one in modules(CALL, *LOUD)}
    listed = (OF_HELP + OF_READING + OF_A_TREE + OF_CHECKS).split()
    assert [one for one in listed if one.removesuffix(".*") not in found] == []


def test_a_drawing_that_needs_an_engine_imports_it_and_no_more() -> None:
    pytest.importorskip("wasmtime")
    Path("a.yaml").write_text(LINKED, encoding="utf-8")
    found = modules(CALL, *QUIET)
    rooms = OF_HELP + OF_READING + OF_A_TREE + OF_AN_ENGINE
    ours = {one for one in found if one.startswith("argmap.")}
    assert sorted(one for one in ours if not is_allowed(one, rooms)) == []
    assert "argmap.layout.embedded" in found


def test_the_version_is_said_without_a_look_at_any_map() -> None:
    found = modules(CALL, "--version") - modules(LIBRARIES)
    ours = {one for one in found if one.startswith("argmap.")}
    assert sorted(one for one in ours if not is_allowed(one, OF_HELP)) == []
