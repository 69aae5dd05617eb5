"""What argmap and Argdown’s own program make of the same texts, side by side.

    python -m tests.formats.argdown_differences [--texts N]

Installs `@argdown/cli` into a temporary folder, as the test does, and prints what differs: in the
files of that project’s packages, in the example maps as argmap writes them, and in random texts.

These differences are deliberate, and not printed:

- Tags and the signs of mentions (`@[…]`) stay in the texts there. Here tags before and behind a
  text are only tags, and a mention is the title that it mentions.
- `//` begins a comment there even within a word, so that it cuts an address. Here it begins one
  after a blank, and bare addresses are words.
- Bold words within italic ones, `*a **b** c*`, end these there, and asterisks stay.
- Blanks in a title count there; here they are folded.
- What undercuts a statement undercuts, there, the inference that was read last, wherever that was.
  Here it undercuts the inference above, if it stands below its conclusion, and else attacks the
  statement, and is told.
- What bears on itself, or on the argument that it is the conclusion of, is sometimes left out
  there; here a check tells of it.
- `(uses: 1, 2)` behind a rule is a part of the rule there. Here it names premises, as
  `{uses: [1, 2]}` does in both.
- Two relations in both directions that say the same (`><`, and `-` in strict mode) are one here,
  whichever came first.
- Where a text breaks the grammar, the other program gives up, or makes something of a part. Here
  each fault is told, and a few slips are read as they are meant: a list item or a definition
  without an empty line above it, `*` and `_` without an end, a relation that is indented less than
  the one above it.
"""

import argparse
import json
import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import argmap
from argmap.faults import FaultLog
from argmap.formats import argdown
from argmap.formats.argdown.elements import SYMMETRIC, ArgdownDocument, Reference
from argmap.formats.argdown.reading import document_of
from argmap.formats.losses import Losses
from argmap.project import Folder, Project
from tests.bench.peer_argdown import installed_argdown
from tests.formats.argdown_texts import random_text

MAPS = sorted((Path(__file__).parents[2] / "maps").glob("*.yaml"))


def texts_of(packages: Path, texts: int) -> dict[str, str]:
    """Return texts by the names of their files; those that begin with “_” are parts of others."""
    found = {}
    for file in sorted(packages.rglob("*.argdown")):
        found[file.stem] = file.read_text(encoding="utf-8")
    for file in MAPS:
        found[file.stem] = argdown.dumps(argmap.load(file)).text
    return found | {f"random{number}": random_text(number) for number in range(texts)}


def exported(texts: dict[str, str], program: str, folder: Path) -> dict[str, dict[str, Any]]:
    """Return what Argdown’s own program exports of each text, from the folder “in”."""
    source, target = folder / "in", folder / "out"
    source.mkdir()
    for name, text in texts.items():
        (source / f"{name}.argdown").write_bytes(text.encode())
    command = [program, "json", f"{source}/*.argdown", str(target)]
    subprocess.run(command, cwd=folder, capture_output=True, timeout=300)
    return {file.stem: json.loads(file.read_text()) for file in sorted(target.glob("*.json"))}


def read(text: str, parent: Path) -> ArgdownDocument:
    """Return what argmap reads in a text, with what it includes from the folder “in”."""
    log = FaultLog()
    text = text.replace("\r\n", "\n") + "\n"
    losses, inside = Losses("A map"), parent / "in"
    folder = Folder(inside, Project(inside))
    document = document_of(text, file="text.argdown", log=log, losses=losses, folder=folder)
    assert not log.diagnostics, (text, log.diagnostics)
    return document


def differences(document: ArgdownDocument, export: dict[str, Any]) -> list[str]:
    """Return a sentence for each thing that only one of them has."""
    ours, theirs = facts_of(document), _facts_in(export)
    return [f"only argmap: {fact}" for fact in sorted(ours - theirs)] + [
        f"only Argdown: {fact}" for fact in sorted(theirs - ours)
    ]


def facts_of(document: ArgdownDocument) -> set[str]:
    """Return a sentence for each thing that a text says."""
    facts = set()
    for kind, parts in (("statement", document.statements), ("argument", document.arguments)):
        for part in parts.values():
            facts.add(f"{kind} {part.title}: {sorted(_bare(text) for text in part.texts)}")
            facts.add(f"{kind} {part.title} says {_bare(part.text or '')}")
            facts.add(f"{kind} {part.title} has the tags {sorted(part.tags)}")
            facts.add(f"{kind} {part.title} is in {part.section and _bare(part.section)}")
            facts.add(f"{kind} {part.title} leads to {part.link}")
            facts |= {
                f"{part.title}: {sorted(s.premises)} {s.conclusion} by {s.rule}" for s in part.steps
            }
    for relation in document.relations:
        start, end = relation.source, relation.target
        # The other program takes a statement that is undercut for the inference read last.
        undercuts_statement = relation.kind == "undercut" and not end.is_argument
        own = document.arguments[end.title].steps if end.is_argument else ()
        is_circle = start == end or (own and start == Reference(own[-1].conclusion))
        if not is_circle and not undercuts_statement:
            facts.add(_related(relation.kind, _told(start), _told(end)))
    return facts


def _related(kind: str, start: str, end: str) -> str:
    if kind in SYMMETRIC:
        start, end = sorted((start, end))
    return f"{start} {kind} {end}"


def _told(thing: Reference) -> str:
    step = "" if thing.step is None else f" step {thing.step}"
    return f"{'<' if thing.is_argument else '['}{thing.title}{step}"


def _facts_in(export: dict[str, Any]) -> set[str]:
    facts = set()
    sections = dict(_sections(export.get("sections") or []))
    for kind in ("statement", "argument"):
        for title, part in export[f"{kind}s"].items():
            texts = [_bare(m.get("text") or "") for m in part["members"]]
            facts.add(f"{kind} {title}: {sorted(text for text in texts if text)}")
            facts.add(f"{kind} {title} says {_canonical(part['members'])}")
            facts.add(f"{kind} {title} has the tags {sorted(part.get('tags') or ())}")
            facts.add(f"{kind} {title} is in {sections.get(part.get('section'))}")
            facts.add(f"{kind} {title} leads to {next(_links(part), None)}")
            facts |= set(_steps_in(title, part.get("pcs") or ()))
    for relation in export["relations"]:
        is_circle = (relation["fromType"], relation["from"]) == (relation["toType"], relation["to"])
        if relation["toType"] != "equivalence-class":
            own = export["arguments"][relation["to"]].get("pcs")
            is_circle = is_circle or (bool(own) and relation["from"] == own[-1]["title"])
        undercuts_statement = (
            relation["relationType"] == "undercut" and relation["toType"] == "equivalence-class"
        )
        if not is_circle and not undercuts_statement:
            facts.add(_relation(relation, export))
    return facts


def _sections(
    found: list[dict[str, Any]], outer: str | None = None
) -> Iterator[tuple[str, str | None]]:
    """Yield the ids of sections with the titles of the groups that they make."""
    for section in found:
        title = _bare(section["title"]) if section.get("isGroup") is not False else outer
        yield section["id"], title or outer
        yield from _sections(section["children"], title or outer)


def _canonical(members: list[dict[str, Any]]) -> str:
    """Return the text that counts: the last that is marked, else the last."""
    said = [one for one in members if not one.get("isReference") and one.get("text")]
    marked = [one for one in said if (one.get("data") or {}).get("isCanonical")]
    return _bare((marked or said)[-1]["text"]) if said else ""


def _links(part: dict[str, Any]) -> Iterator[str]:
    for member in part["members"]:
        yield from (one["url"] for one in member.get("ranges") or () if one["type"] == "link")


def _steps_in(title: str, lines: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Yield the inferences; a rule is the first that is named, premises those that are used."""
    above: list[str] = []
    gathered: list[str] = []
    for line in lines:
        if inference := line.get("inference"):
            rule = ", ".join(filter(None, inference["inferenceRules"])) or None
            used = (inference.get("data") or {}).get("uses")
            known = [above[number - 1] for number in used or () if number <= len(above)]
            premises = known or gathered
            yield f"{title}: {sorted(premises)} {line['title']} by {rule}"
            gathered = []
        above.append(line["title"])
        gathered.append(line["title"])


def _relation(relation: dict[str, Any], export: dict[str, Any]) -> str:
    start = "[" if relation["fromType"] == "equivalence-class" else "<"
    end = "[" if relation["toType"] == "equivalence-class" else "<"
    step = ""
    if relation["toType"] == "inference":
        lines = export["arguments"][relation["to"]]["pcs"][: relation["conclusionIndex"]]
        step = f" step {sum('inference' in line for line in lines)}"
    ends = f"{start}{relation['from']}", f"{end}{relation['to']}{step}"
    return _related(relation["relationType"], *ends)


def _bare(text: str) -> str:
    """Return a text without tags, signs of mentions and blanks, which Argdown leaves in."""
    text = re.sub(r"@\[([^\]]*)\]|@<([^>]*)>", lambda found: found[1] or found[2], text)
    return re.sub(r"\s+", " ", re.sub(r"#(?:\([^)]*\)|[\w-]+)", "", text)).strip()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--texts", type=int, default=300)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="argmap-argdown-") as name:
        folder = Path(name)
        program, version = installed_argdown(folder)
        texts = texts_of(folder / "node_modules/@argdown", chosen.texts)
        exports = exported(texts, program, folder)
        texts = {title: text for title, text in texts.items() if not title.startswith("_")}
        count = 0
        for title, text in texts.items():
            found = (
                differences(read(text, folder), exports[title])
                if title in exports
                else ["not exported"]
            )
            count += bool(found)
            for difference in found:
                print(f"{title}: {difference}")
        print(f"Argdown {version}: {len(texts)} texts, {count} of them differ")


if __name__ == "__main__":
    main()
