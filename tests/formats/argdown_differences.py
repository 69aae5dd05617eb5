"""What argmap and Argdown’s own program make of the same texts, side by side.

    python -m tests.formats.argdown_differences [--texts N]

Installs `@argdown/cli` into a temporary folder, as the test does, and prints what differs: in the
files of that project’s packages, in the example maps as argmap writes them, and in random texts.

These differences are deliberate, and not printed:

- A text that another one includes is read by itself.
- What undercuts an argument with premises undercuts its last inference there, the argument here.
- An undercut of a statement outside of all structures undercuts, there, whichever inference was
  read last; here it stays with the statement.
- What bears on itself is sometimes left out there; here a check tells of it.
- Where a text breaks the grammar, argmap reads on, and the other program gives up.
"""

import argparse
import json
import random
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import argmap
from argmap.faults import FaultLog
from argmap.formats import argdown
from argmap.formats.argdown_document import ArgdownDocument, Reference
from argmap.formats.argdown_reading import document_of
from argmap.formats.losses import Losses
from tests.bench.peer_argdown import installed_argdown

MAPS = sorted((Path(__file__).parents[2] / "maps").glob("*.yaml"))
WORDS = ("pears", "trees", "the *bench*", "shade in **summer**", "roots \\[1\\]", "a tax of 5 %")
ENDINGS = ("", "", " #green", " #(very nice)", " {certain: true}")


def random_text(number: int) -> str:
    """Return a text that keeps the grammar: statements, arguments, relations and structures."""
    chance = random.Random(number)
    lines: list[str] = []
    for block in range(chance.randint(1, 6)):
        if chance.random() < 0.2:
            lines += [f"{'#' * chance.randint(1, 3)} Part {block}", ""]
        if chance.random() < 0.3:
            lines += [*_structure(chance), ""]
        else:
            lines += [_thing(chance), *_relations(chance, 1), ""]
        if chance.random() < 0.2:
            lines += ["// a remark", ""]
    return "\n".join(lines)


def _sentence(chance: random.Random) -> str:
    return f"We like {chance.choice(WORDS)}{chance.choice(ENDINGS)}"


def _thing(chance: random.Random, *, statement: bool = False) -> str:
    name = chance.choice("ABCDEF")
    kinds = [f"[{name}]", f"[{name}]: {_sentence(chance)}", _sentence(chance)]
    if not statement:
        kinds += [f"<{name}1>", f"<{name}1>: {_sentence(chance)}"]
    return chance.choice(kinds)


def _relations(chance: random.Random, depth: int) -> Iterator[str]:
    for _ in range(chance.randint(0, 2 if depth < 3 else 0)):
        symbol = chance.choice(("+", "-", "_", "+>", "->", "_>", "<+", "<-"))
        yield f"{'  ' * depth}{symbol} {_thing(chance)}"
        yield from _relations(chance, depth + 1)


def _structure(chance: random.Random) -> Iterator[str]:
    yield f"<Structure {chance.randint(1, 10_000)}>"
    yield ""
    number = 1
    for _ in range(chance.randint(1, 2)):
        for _ in range(chance.randint(1, 2)):
            yield f"({number}) {_thing(chance, statement=True)}"
            number += 1
        yield chance.choice(("----", "-- Modus Ponens --", "--\nSome rule\n--"))
        yield f"({number}) {_thing(chance, statement=True)}"
        number += 1


def texts_of(packages: Path, texts: int) -> dict[str, str]:
    """Return texts by the names of their files."""
    found = {}
    for number, file in enumerate(sorted(packages.rglob("*.argdown"))):
        found[f"package{number}"] = file.read_text(encoding="utf-8")
    for file in MAPS:
        found[file.stem] = argdown.dumps(argmap.load(file)).text
    found |= {f"random{number}": random_text(number) for number in range(texts)}
    return {name: text for name, text in found.items() if "@include" not in text}


def exported(texts: dict[str, str], program: str, folder: Path) -> dict[str, dict]:
    """Return what Argdown’s own program exports of each text."""
    source, target = folder / "in", folder / "out"
    source.mkdir()
    for name, text in texts.items():
        (source / f"{name}.argdown").write_text(text, encoding="utf-8")
    command = [program, "json", f"{source}/*.argdown", str(target)]
    subprocess.run(command, cwd=folder, capture_output=True, check=True, timeout=300)
    return {file.stem: json.loads(file.read_text()) for file in sorted(target.glob("*.json"))}


def read(text: str) -> ArgdownDocument:
    """Return what argmap reads in a text."""
    log = FaultLog()
    document = document_of(text + "\n", file="text.argdown", log=log, losses=Losses("A map"))
    assert not log.diagnostics, (text, log.diagnostics)
    return document


def differences(document: ArgdownDocument, export: dict) -> list[str]:
    """Return a sentence for each thing that only one of them has."""
    ours, theirs = _facts_of(document), _facts_in(export)
    undercuts = {_relation(one) for one in export["relations"] if one["toType"] == "inference"}
    return [f"only argmap: {fact}" for fact in sorted(ours - theirs - undercuts)] + [
        f"only Argdown: {fact}" for fact in sorted(theirs - ours)
    ]


def _facts_of(document: ArgdownDocument) -> set[str]:
    facts = set()
    for kind, parts in (("statement", document.statements), ("argument", document.arguments)):
        for part in parts.values():
            facts.add(f"{kind} {part.title}: {sorted(_bare(text) for text in part.texts)}")
            facts |= {f"{part.title} concludes {s.conclusion} by {s.rule}" for s in part.steps}
    for relation in document.relations:
        start, end = relation.source, relation.target
        undercut = relation.kind == "undercut"
        if start != end and not (undercut and not end.is_argument):
            facts.add(f"{_told(start)} {relation.kind} {_told(end)}")
    return facts


def _told(thing: Reference) -> str:
    return f"{'<' if thing.is_argument else '['}{thing.title}"


def _facts_in(export: dict) -> set[str]:
    facts = set()
    for kind in ("statement", "argument"):
        for title, part in export[f"{kind}s"].items():
            texts = [_bare(m.get("text") or "") for m in part["members"]]
            facts.add(f"{kind} {title}: {sorted(text for text in texts if text)}")
            for line in part.get("pcs") or ():
                if inference := line.get("inference"):
                    rule = ", ".join(inference["inferenceRules"]) or None
                    facts.add(f"{title} concludes {line['title']} by {rule}")
    for relation in export["relations"]:
        is_undercut = relation["relationType"] == "undercut"
        is_circle = (relation["fromType"], relation["from"]) == (relation["toType"], relation["to"])
        if not is_circle and (not is_undercut or relation["toType"] == "argument"):
            facts.add(_relation(relation))
    return facts


def _relation(relation: dict) -> str:
    # An undercut of an inference is one of its argument.
    kinds = {"equivalence-class": "[", "argument": "<", "inference": "<"}
    start, end = kinds[relation["fromType"]], kinds[relation["toType"]]
    return f"{start}{relation['from']} {relation['relationType']} {end}{relation['to']}"


def _bare(text: str) -> str:
    """Return a text without tags and blanks, which Argdown leaves in its texts."""
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
        count = 0
        for title, text in texts.items():
            found = (
                differences(read(text), exports[title]) if title in exports else ["not exported"]
            )
            count += bool(found)
            for difference in found:
                print(f"{title}: {difference}")
        print(f"Argdown {version}: {len(texts)} texts, {count} of them differ")
        shutil.rmtree(folder / "in")


if __name__ == "__main__":
    main()
