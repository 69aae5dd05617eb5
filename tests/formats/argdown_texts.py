"""Random texts in Argdown that keep its grammar, of everything that the language has."""

import random
from collections.abc import Iterator

WORDS = (
    "pears", "trees", "the *bench*", "shade in **summer**", "roots \\[1\\]", "a tax of 5 %", "3-4",
    "_some_ day", "a **bold _and_ more** text", "__no__", "(in brackets)", "a/b", "e.g. this",
    "U.S.A. and P. O.", "[a link](https://a.b/c_d)", "@[A]", "@<A1>", "#midway through", "\\#1",
    ":heart: and :A:", ".v. or", "1.5 kg", "a: b; c, d", "\\{x\\}", "“quoted”", "Über Äpfel",
    "日本", "it's", "50 > 4", "x = y", "a // remark\nb", "a /* remark */ b", "<!-- one\n two --> c",
    "a\nb", "wood \\* water", "\\_", "x & y", "a -- b", "a + b", "more.", "really?", "(1) of",
    "***both***", "p .^. q", "(.->.)", "___so___",
)  # fmt: skip
ENDINGS = (
    "", "", "", "", " #green", " #(very nice)", " #green #red", " {certain: true}",
    " {isInGroup: false}", " {\n  list:\n    - one\n    - two\n  }", ' {a: "}", b: [1, {c: d}]}',
    " #green {isInGroup: true}", " // remark", "\n{a: 1}", " {isCanonical: true}",
)  # fmt: skip
TITLE_ENDINGS = (
    "",
    "",
    "",
    " #green",
    " {isInGroup: true}",
    " #a-b {x: 1}",
    "\n  {x: 1}",
    " // no",
)
SYMBOLS = ("+", "-", "_", "+>", "->", "_>", "<+", "<-", "<_", "><")
RULES = (
    "----", "----------", "-- Modus Ponens --", "--\nSome rule\n--", "-- One, Two --",
    "-- p .->. q, \\*r --", "-- Rule {uses: [1]} --", "-- {uses: [1]} --",
    "--\nRule\n{uses: [1], x: {y: z}}\n--",
)  # fmt: skip
HEADINGS = (
    "Part",
    "Part *one*",
    "Part #tagged",
    "Part {isGroup: false}",
    "A part: more",
    "Part\nover *two*\nlines",
)


def random_text(number: int) -> str:
    """Return a text of some blocks, the same for the same number."""
    chance = random.Random(number)
    blocks = list(_settings(chance))
    for block in range(chance.randint(1, 6)):
        kind = chance.random()
        if kind < 0.2:
            heading = f"{'#' * chance.randint(1, 3)} {chance.choice(HEADINGS)}"
            blocks.append(heading.replace("Part", f"Part {block}"))
        elif kind < 0.45:
            blocks += _structure(chance)
        elif kind < 0.55:
            blocks.append("\n".join(_items(chance)))
        else:
            thing = _thing(chance)
            lines = [thing, *_relations(chance, thing, 1)]
            if len(lines) > 2 and lines[-1].startswith("     "):
                # Between two levels.
                lines.append(f"{lines[-1][: len(lines[-1]) - len(lines[-1].lstrip()) - 1]}+ [C]")
            blocks.append("\n".join(lines))
        if chance.random() < 0.15:
            blocks.append(
                chance.choice(("// a remark", "/* a\n\nremark */", "<!-- a [remark]: -->"))
            )
    text = "\n\n".join(blocks) + "\n"
    # The other program does not read metadata over several lines where lines end like this.
    return text.replace("\n", "\r\n") if chance.random() < 0.3 and "{\n" not in text else text


def _settings(chance: random.Random) -> Iterator[str]:
    if chance.random() < 0.2:
        mode = chance.choice(("strict", "loose"))
        yield f"===\ntitle: A title\nmodel:\n    mode: {mode}\ncolor: {{a: b}}\n==="


def _sentence(chance: random.Random) -> str:
    words = " and ".join(chance.choices(WORDS, k=chance.randint(1, 4)))
    return f"We like {words}".rstrip() + chance.choice(ENDINGS)


def _thing(chance: random.Random, *, statement: bool = False) -> str:
    name = chance.choice(("A", "B", "C", "D", "E", "A longer title", "t-1.2 (x)"))
    end = chance.choice(TITLE_ENDINGS)
    kinds = [f"[{name}]{end}", f"[{name}]: {_sentence(chance)}", _sentence(chance)]
    if not statement:
        kinds += [f"<{name}1>{end}", f"<{name}1>: {_sentence(chance)}"]
    return chance.choice(kinds)


def _relations(chance: random.Random, parent: str, depth: int, *, width: int = 2) -> Iterator[str]:
    width = chance.choice((width, 1, 3, 4)) if depth == 1 else width
    for _ in range(chance.randint(0, 3 if depth < 6 else 0)):
        symbol = chance.choice(SYMBOLS)
        if symbol in ("_", "<_") and not parent.startswith("<"):
            # The other program takes this for an undercut of the inference that was read last.
            symbol = "_>"
        thing = _thing(chance, statement=symbol == "><")
        gap = "" if thing[0] in "[<" and symbol != "_" and chance.random() < 0.2 else " "
        yield f"{' ' * width * depth}{symbol}{gap}{thing}"
        yield from _relations(chance, thing, depth + 1, width=width)


def _items(chance: random.Random) -> Iterator[str]:
    mark = chance.choice(("*", "1."))
    for _ in range(chance.randint(1, 3)):
        yield f"{mark} {_thing(chance)}"
        if chance.random() < 0.3:
            yield f"    + {_thing(chance)}"


def _structure(chance: random.Random) -> Iterator[str]:
    if chance.random() < 0.8:
        yield f"<Structure {chance.randint(1, 4)}-{chance.randint(1, 10_000)}>"
    lines: list[str] = []
    number = 1
    for _ in range(chance.randint(1, 3)):
        for _ in range(chance.randint(1, 3)):
            lines += _numbered(chance, number)
            number += 1
        lines.append(chance.choice(RULES))
        if chance.random() < 0.3:
            lines.append(f"  _ <U{chance.randint(1, 3)}>: That does not follow.")
        lines += _numbered(chance, number)
        if chance.random() < 0.2 and lines[-1].startswith("("):
            lines.append("      _ <Doubt>: It does not follow at all.")
        number += 1
    yield "\n".join(lines)


def _numbered(chance: random.Random, number: int) -> Iterator[str]:
    thing = _thing(chance, statement=True)
    yield f"({number}) {thing}"
    yield from _relations(chance, thing, 5)
