import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import click
import pytest

from argmap.cli import COMMANDS
from argmap.cli.application import application
from argmap.layout import embedded, guest, system
from tests.command import argmap, hear_ctrl_c
from tests.evaluation.coherent.test_standpoints import require_solver
from tests.layout.test_engines import require

MAPS = Path(__file__).parents[2] / "maps"
GOOD = "argmap: 1\nthesis: {text: T., premises: [P.], rebuttals: [R.]}\n"
BAD = "argmap: 1\nthesis: {text: T., premises: [{ref: nobody}]}\ntitel: X\n"
NAMELESS = [
    ["check", ""],
    ["render", ""],
    ["render", "m.yaml", "-o", ""],
    ["show", ""],
    ["evaluate", ""],
    ["evaluate", "m.yaml", "--tornado", "-o", ""],
    ["explain", "", "t"],
    ["convert", "", "m.tgf"],
    ["convert", "m.yaml", ""],
    ["fmt", ""],
    ["rename", "", "a", "b"],
    ["diff", "", "b.yaml"],
    ["merge", "", "b.yaml", "c.yaml"],
    ["merge", "a.yaml", "b.yaml", "c.yaml", "-o", ""],
    ["extract", "", "a"],
    ["bundle", ""],
    ["bundle", "m.yaml", "-o", ""],
    ["compare", "", "--model", "m.yaml"],
    ["compare", "a.yaml", "--model", ""],
    ["log", ""],
    ["stats", ""],
    ["build", "", "-o", "site"],
    ["build", "maps", "-o", ""],
    ["index", "", "-o", "corpus.db"],
    ["index", "maps", "-o", ""],
    ["index", "maps", "-o", "corpus.db", "--parquet", ""],
    ["search", "", "word"],
    ["duplicates", ""],
    ["evidence", ""],
    ["evidence", "m.yaml", "-o", ""],
    ["diff", "a.yaml", ""],
    ["embed", ""],
    ["mcp", "--root", ""],
    ["serve", ""],
    ["embed", "--root", "", "doc.md"],
    ["playground", "-o", ""],
    ["playground", "-o", "site", "--pyodide", ""],
    ["new", ""],
    ["new", "--force", ""],
]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    file = tmp_path / "good.yaml"
    file.write_text(GOOD, encoding="utf-8")
    return file


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    file = tmp_path / "bad.yaml"
    file.write_text(BAD, encoding="utf-8")
    return file


@pytest.mark.parametrize("call", NAMELESS, ids=" ".join)
def test_an_empty_name_is_not_taken_for_the_folder_one_works_in(call: list[str]) -> None:
    result = argmap(*call)
    assert result.code == 2
    assert result.err.endswith("Error: the name of a file is empty.\n")


def test_every_command_is_tried_with_an_empty_name() -> None:
    assert {call[0] for call in NAMELESS} == set(COMMANDS) - {"git-setup", "lsp", "schema", "skill"}


def test_no_option_takes_what_is_no_number_for_a_number(good: Path) -> None:
    """“nan” lies on neither side of any limit."""
    tried = 0
    for name in COMMANDS:
        for option in application.get_command(None, name).params:
            if isinstance(option.type, click.types.FloatParamType):
                given = ["t"] if name == "explain" else []
                result = argmap(name, str(good), *given, option.opts[-1], "nan")
                assert (result.code, "'nan' is not a number." in result.err) == (2, True), option
                tried += 1
    assert tried >= 5


@pytest.mark.parametrize(
    "content",
    [
        GOOD.encode("utf-16"),
        GOOD.encode("utf-16-le"),
        GOOD.encode("utf-16-be"),
        b"\xff" + GOOD.encode(),
        *(GOOD.replace("argmap:", key).encode() for key in (
            "argmap", "Argmap:", "argmap =", "argmap\N{FULLWIDTH COLON}", "“argmap”:"
        )),
    ],
)  # fmt: skip
def test_a_map_in_a_folder_is_not_passed_over_because_its_beginning_is_wrong(
    content: bytes, tmp_path: Path
) -> None:
    (tmp_path / "good.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.yaml").write_bytes(content)
    result = argmap("check", str(tmp_path))
    assert result.code == 1
    assert "bad.yaml:1:" in result.out


def test_what_is_no_map_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "good.yaml").write_text(GOOD, encoding="utf-8")
    others = "argmap-check:\n  script: argmap\n", "- argmap\n- argmap 1.0\n", "thesis: x\n"
    for number, other in enumerate(others):
        (tmp_path / f"{number}.yaml").write_text(other, encoding="utf-8")
    result = argmap("check", str(tmp_path))
    assert result.code == 0
    assert "1 map checked" in result.err


@pytest.mark.parametrize("options", [[], ["--force"]])
def test_a_new_map_does_not_take_the_place_of_a_folder(options: list[str], tmp_path: Path) -> None:
    result = argmap("new", str(tmp_path), *options)
    assert result.code == 2
    assert "is a folder; name a file in it" in result.err


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    result = argmap(command, "--help")
    assert result.code == 0
    assert "Example" in result.out
    assert f"argmap {command}" in result.out


def test_what_cannot_be_read_keeps_no_map_from_being_checked(
    good: Path, bad: Path, tmp_path: Path
) -> None:
    result = argmap("check", tmp_path / "a.yaml", bad, tmp_path / "b.yaml", good)
    assert result.code == 2
    assert "error[unknown-reference]" in result.out
    assert result.err.splitlines() == [
        f"argmap: There is no file {tmp_path / name}." for name in ("a.yaml", "b.yaml")
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="needs the rights of POSIX")
def test_a_folder_says_what_in_it_may_not_be_read(good: Path, tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    for closed in (tmp_path / "closed.yaml", tmp_path / "inner" / "closed.yaml"):
        closed.write_text(GOOD, encoding="utf-8")
    (tmp_path / "closed.yaml").chmod(0)
    (tmp_path / "inner").chmod(0)
    os.mkfifo(tmp_path / "endless.yaml")
    try:
        if os.access(tmp_path / "closed.yaml", os.R_OK):
            # Nothing is closed to an administrator, nor to the owner of a system without rights.
            assert argmap("check", tmp_path).err == "3 maps checked, nothing found\n"
        else:
            result = argmap("check", tmp_path)
            assert result.code == 2
            assert result.err.splitlines() == [
                f"argmap: You may not read the file {tmp_path / 'closed.yaml'}.",
                f"argmap: You may not read the folder {tmp_path / 'inner'}.",
            ]
            assert argmap("check", tmp_path / "inner" / "closed.yaml").code == 2
    finally:
        (tmp_path / "inner").chmod(0o700)


@pytest.mark.skipif(sys.platform == "win32", reason="makes links and names of POSIX")
@pytest.mark.parametrize("command", ["check", "render", "show", "evaluate", "embed", "new"])
@pytest.mark.parametrize("name", ["loop.yaml", "x" * 5000 + ".yaml"], ids=["loop", "long"])
def test_a_name_that_leads_nowhere_is_one_sentence(command: str, name: str, tmp_path: Path) -> None:
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    result = argmap(command, tmp_path / name)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("argmap: ")
    assert len(result.err.splitlines()) == 1
    assert [one.name for one in tmp_path.iterdir()] == ["loop.yaml"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("command", [("show",), ("render", "-o", "-"), ("check",)])
def test_a_full_disk_is_one_sentence(command: tuple[str, ...], bad: Path, good: Path) -> None:
    file = bad if command == ("check",) else good
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "argmap", *command, str(file)],
            stdout=full,
            stderr=subprocess.PIPE,
        )
    assert ended.returncode == 2
    assert ended.stderr.decode().splitlines() == ["argmap: No space left on device."]


def test_the_list_of_commands_is_the_help() -> None:
    result = argmap("--help")
    assert all(f"  {command} " in result.out for command in COMMANDS)


def test_a_bare_map_is_rendered(good: Path) -> None:
    assert argmap(good).code == 0
    assert good.with_suffix(".svg").read_text(encoding="utf-8").startswith("<svg ")


def test_the_version_is_said() -> None:
    assert argmap("--version").out.startswith("argmap 0.")


@pytest.mark.parametrize(
    "arguments",
    [
        ("draw",),
        ("render",),
        ("render", "{good}", "--theme", "pink"),
        ("render", "{good}", "-o", "x.pdfx"),
        ("render", "{good}", "-o", "{good}"),
        ("render", "{good}", "--time-limit", "0"),
        ("render", "{missing}"),
        ("check", "{missing}"),
        ("show", "{missing}"),
        ("render", "{folder}"),
        ("render", "{good}", "-o", "{folder}/none/x.svg"),
        ("check", "{good}", "--select", "no-such-check"),
        ("check", "{good}", "--source-text", "key"),
        ("check", "{good}", "--source-text", "key={good}"),
        ("new", "{good}"),
    ],
    ids=" ".join,
)
def test_a_wrong_call_is_one_kind_sentence_and_exit_code_2(
    arguments: tuple[str, ...], good: Path, tmp_path: Path
) -> None:
    names = {"good": good, "missing": tmp_path / "missing.yaml", "folder": tmp_path}
    before = sorted(tmp_path.iterdir()), good.read_bytes()
    result = argmap(*(argument.format(**names) for argument in arguments))
    assert result.code == 2
    assert result.out == ""
    assert result.err.strip().splitlines()[-1].endswith((".", "?"))
    assert (sorted(tmp_path.iterdir()), good.read_bytes()) == before


@pytest.mark.parametrize("command", ["render", "show", "check"])
def test_a_map_that_cannot_be_read_is_told_whole_and_exit_code_is_1(
    command: str, bad: Path
) -> None:
    result = argmap(command, bad)
    told = result.out if command == "check" else result.err
    assert result.code == 1
    assert f"{bad}:2:37: error[unknown-reference]" in told
    assert f"{bad}:3:1: error[unknown-key]" in told
    assert "did you mean “title”?" in told
    assert "premises: [{ref: nobody}]" in told


def test_nothing_is_overwritten_by_a_map_that_cannot_be_read(bad: Path) -> None:
    picture = bad.with_suffix(".svg")
    picture.write_text("old", encoding="utf-8")
    assert argmap("render", bad).code == 1
    assert picture.read_text(encoding="utf-8") == "old"


def test_other_findings_are_named_in_one_line_and_the_work_goes_on(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("argmap: 1\nthesis: Is this a question?\n", encoding="utf-8")
    result = argmap("render", file)
    assert result.code == 0
    assert f"1 finding: argmap check {file}" in result.err
    assert file.with_suffix(".svg").exists()


def test_standard_input_and_output() -> None:
    result = argmap("render", "-", stdin=GOOD.encode())
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("<svg ")
    assert argmap("-", "-f", "dot", stdin=GOOD.encode()).out.startswith("digraph")
    assert "T. [t]" in argmap("show", "-", stdin=GOOD.encode()).out
    assert argmap("check", "-", stdin=GOOD.encode()).code == 0
    assert argmap("check", "-", stdin=BAD.encode()).out.startswith("-:2:37: error")


def test_quiet_says_nothing(good: Path) -> None:
    assert argmap("render", good, "-q").err == ""
    assert argmap("check", good, "-q").err == ""


def test_output_keeps_the_permissions_of_the_file_and_leaves_no_debris(good: Path) -> None:
    picture = good.with_suffix(".svg")
    picture.write_text("old", encoding="utf-8")
    picture.chmod(0o640)
    assert argmap("render", good, "--force").code == 0
    assert picture.stat().st_mode & 0o777 == 0o640
    assert sorted(file.name for file in good.parent.iterdir()) == ["good.svg", "good.yaml"]


def test_a_link_to_a_picture_stays_a_link(good: Path, tmp_path: Path) -> None:
    real = tmp_path / "real.svg"
    real.write_text("old", encoding="utf-8")
    link = good.with_suffix(".svg")
    link.symlink_to(real)
    assert argmap("render", good, "-o", link).code == 0
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8").startswith("<svg ")


@pytest.mark.parametrize(
    ("variables", "coloured"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
)
def test_colour_follows_the_environment(
    bad: Path, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], coloured: bool
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in argmap("check", bad).out) is coloured
    assert ("\x1b[" in argmap("render", bad).err) is coloured


# A tree needs no engine.
@pytest.fixture
def shared(tmp_path: Path) -> Path:
    reasons = "[{text: A., id: a}, {text: B., premises: [{ref: a}]}]"
    file = tmp_path / "shared.yaml"
    file.write_text(f"argmap: 1\nthesis: {{text: T., arguments: {reasons}}}\n")
    return file


def test_a_missing_engine_is_one_sentence(
    shared: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(embedded, "_idle_machines", [])
    monkeypatch.setattr(guest, "find_spec", lambda name: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    for engine in ("auto", "embedded", "system"):
        result = argmap("render", shared, "--engine", engine)
        assert result.code == 2
        assert len(result.err.splitlines()) == 1
        assert result.err.startswith("argmap: ")


def test_both_engines_draw_the_same_but_for_places(shared: Path) -> None:
    require(system)
    pictures = [
        argmap("render", shared, "--engine", engine, "-o", "-").out
        for engine in ("embedded", "system")
    ]
    without_places = [
        [
            part
            for part in picture.replace("<", "\n<").splitlines()
            if not any(c.isdigit() for c in part)
        ]
        for picture in pictures
    ]
    assert without_places[0] == without_places[1]
    assert len(without_places[0]) > 20


def process(*arguments: Path | str, **options: Any) -> subprocess.Popen[bytes]:
    """A run of its own; use it in a `with`, which closes its pipes."""
    return subprocess.Popen(
        [sys.executable, "-m", "argmap", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **options,
    )


def tangle(number: int = 300) -> str:
    """Return a map that Graphviz would look at for minutes, within the memory it may use."""
    claims = "".join(f"- {{id: c{n}, text: Claim {n}.}}\n" for n in range(number))
    arguments = "".join(
        f"- {{ref: c{n}, arguments: [{{ref: c{(n * 7 + k * 131) % number}}} ]}}\n"
        for k in range(4)
        for n in range(number)
    )
    return f"argmap: 1\nthesis: T.\nclaims:\n{claims}{arguments}"


@pytest.mark.skipif(sys.platform == "win32", reason="sends a POSIX signal")
@pytest.mark.parametrize("engine", ["embedded", "system"])
def test_ctrl_c_stops_graphviz_at_once_and_leaves_no_debris(engine: str, tmp_path: Path) -> None:
    if engine == "system":
        require(system)
    file = tmp_path / "tangle.yaml"
    file.write_text(tangle(), encoding="utf-8")
    ended = interrupted("render", file, "--engine", engine, after=4)
    assert ended == (130, "argmap: interrupted")
    assert [one.name for one in tmp_path.iterdir()] == ["tangle.yaml"]


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes where Linux lists them")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_no_graphviz_lives_on_when_argmap_is_ended(name: str, tmp_path: Path) -> None:
    require(system)
    file = tmp_path / "tangle.yaml"
    file.write_text(tangle(), encoding="utf-8")
    with process("render", file, "--engine", "system", preexec_fn=hear_ctrl_c) as running:
        graphviz = child_of(running.pid)
        number = getattr(signal, name)
        running.send_signal(number)
        out, err = running.communicate(timeout=30)
    assert running.returncode == 128 + number
    assert (out, err.decode().strip()) == (b"", "argmap: interrupted" if name == "SIGINT" else "")
    assert has_ended(graphviz)
    assert [one.name for one in tmp_path.iterdir()] == ["tangle.yaml"]


def child_of(number: int) -> int:
    """Return the process that a process has started, once there is one."""
    children = Path(f"/proc/{number}/task/{number}/children")
    until = time.monotonic() + 30
    while time.monotonic() < until:
        if found := children.read_text().split():
            return int(found[0])
        time.sleep(0.02)
    raise AssertionError("no other process was started")


def has_ended(number: int) -> bool:
    """Return whether a process ends within seconds; one may stand listed after its end."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        try:
            state = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.02)
    return False


def fights(number: int) -> str:
    """Return a framework, four attacks on each, that takes longer than a minute to be settled."""
    dice = random.Random(1)
    everyone = range(1, number + 1)
    attacks = [f"{dice.choice(everyone)} {one}\n" for one in everyone for _ in range(4)]
    return f"p af {number}\n" + "".join(attacks)


def interrupted(*arguments: Path | str, after: float) -> tuple[int, str]:
    """Return how a run ended, with what it told, that got Ctrl-C after so many seconds."""
    with process(*arguments, preexec_fn=hear_ctrl_c) as running:
        time.sleep(after)
        assert running.poll() is None, running.communicate()
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=30)
    return running.returncode, err.decode().strip()


@pytest.mark.skipif(sys.platform == "win32", reason="sends a POSIX signal")
@pytest.mark.parametrize("after", [2.5, 3, 3.5, 4])
def test_ctrl_c_stops_the_solver(after: float, tmp_path: Path) -> None:
    require_solver()
    file = tmp_path / "fights.af"
    file.write_text(fights(2000), encoding="utf-8")
    call = ("evaluate", file, "--semantics", "preferred")
    assert interrupted(*call, after=after) == (130, "argmap: interrupted")


# Ctrl-C, as it were, at the import of so many modules.
INTERRUPTED = """
import sys
left = {number}
class Interrupting:
    def find_spec(self, *_):
        global left
        left -= 1
        if left < 0:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupting())
sys.argv = ["argmap", "check", "-"]
from argmap.cli import main
main()
"""


@pytest.mark.parametrize("number", [2, 3, 5, 10, 20, 40, 80, 160])
def test_ctrl_c_is_heard_while_argmap_starts(number: int) -> None:
    program = INTERRUPTED.format(number=number)
    ended = subprocess.run([sys.executable, "-c", program], input=b"", capture_output=True)
    assert (ended.returncode, ended.stderr.strip()) == (130, b"argmap: interrupted")


def test_nothing_of_argmap_is_imported_before_ctrl_c_is_heard() -> None:
    program = (
        "import sys; before = {*sys.modules}; import argmap.cli; print({*sys.modules} - before)"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert eval(ended.stdout) == {"argmap", "argmap.cli"}


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    with process("show", MAPS / "western-friendly-autocracy.yaml") as running:
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(timeout=60) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="closes descriptors as a shell of POSIX does")
@pytest.mark.parametrize(("command", "code"), [("check", 1), ("show", 1), ("schema", 0)])
def test_no_standard_streams_are_no_fault_of_the_tool(command: str, code: int, bad: Path) -> None:
    call = [sys.executable, "-m", "argmap", command, *([bad] if code else [])]
    closed = ["sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh", *map(str, call)]
    assert subprocess.run(closed).returncode == code
    kept = ["sh", "-c", 'exec "$@" >&-', "sh", *map(str, call)]
    told = subprocess.run(kept, stderr=subprocess.PIPE)
    assert told.returncode == code
    assert b"Traceback" not in told.stderr


@pytest.mark.parametrize("command", ["check", "show", "render"])
def test_a_terminal_without_unicode_gets_what_it_can_show(command: str, tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("argmap: 1\nthesis: Тезис?\ntitel: Ж\n" if command != "show" else GOOD)
    with process(command, file, env={**os.environ, "PYTHONIOENCODING": "ascii"}) as running:
        _, err = running.communicate(timeout=60)
    assert running.returncode == (0 if command == "show" else 1)
    assert b"Traceback" not in err
