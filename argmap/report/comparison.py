"""What differs between two maps as sentences for people, as JSON, and as Markdown."""

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from argmap.comparing.differences import Comparison, Difference, Flip, Kind
from argmap.evaluation.why.deciding_value import deciding_values
from argmap.evaluation.why.stated import ranking
from argmap.evaluation.wording import VERBS, cited, joined, reason_in_words, subject
from argmap.model import STRENGTHS, Argument, ArgumentMap, Polarity
from argmap.render.markdown_text import escaped
from argmap.report.verdict_json import verdict_json
from argmap.report.wrapping import wrapped

SIGNS = {
    Kind.ADDED: "+",
    Kind.REMOVED: "−",
    Kind.REWORDED: "~",
    Kind.MOVED: "→",
    Kind.OTHER_SIDE: "⇄",
    Kind.LINKED: "+",
    Kind.UNLINKED: "−",
    Kind.CHANGED: "~",
}
_BEARS = {Polarity.SUPPORT: "for", Polarity.ATTACK: "against"}
_STRENGTHS = {number: word for word, number in STRENGTHS.items()}
_NOTHING = "Both maps say the same."


class Marks(NamedTuple):
    """How words that are gone, and words that are new, are marked in a text."""

    gone: Callable[[str], str]
    new: Callable[[str], str]


# Characters that no text has a use for, until they become markup.
_SIGNS_OF_MARKS = "\ue000\ue001\ue002\ue003"
_HIDDEN = Marks("\ue000{}\ue001".format, "\ue002{}\ue003".format)
# As git marks words.
PLAIN = Marks("[-{}-]".format, "{{+{}+}}".format)


def comparison_text(found: Comparison, *, width: int) -> str:
    """Return a sentence for each difference, and then for each verdict that is another one."""
    lines: list[str] = []
    for one in found.differences:
        lines += _item(SIGNS[one.kind], sentence(found, one), width)
    if found.flips:
        lines += ["", *wrapped(_how_many(found), width=width)]
    for flip in _told(found):
        lines += _item("•", flip_in_words(found, flip), width)
    if not lines:
        return f"{_NOTHING}\n"
    if not found.flips:
        lines += ["", *wrapped(_as_before(found), width=width)]
    return "\n".join([*lines, ""])


def comparison_markdown(found: Comparison, *, title: str) -> str:
    """Return the same as a section of Markdown, for the summary of a pull request.

    What the maps say is never markup.
    """
    lines = [f"### {escaped(title)}", ""]
    told = [f"{SIGNS[one.kind]} {sentence(found, one, marks=_HIDDEN)}" for one in found.differences]
    lines += [f"- {_as_markdown(one)}" for one in told]
    lines += ["", f"**{_how_many(found)}**" if found.flips else _as_markdown(_as_before(found)), ""]
    lines += [f"- {_as_markdown(flip_in_words(found, flip))}" for flip in _told(found)]
    return "\n".join([*(lines if found else [*lines[:2], _NOTHING]), ""])


def _as_markdown(words: str) -> str:
    plain = escaped(words)
    for sign, mark in zip(_SIGNS_OF_MARKS, ("~~", "~~", "**", "**"), strict=True):
        plain = plain.replace(sign, mark)
    return plain


def comparison_json(found: Comparison) -> dict[str, object]:
    """Return all differences, flipped verdicts and pairs of ids as a JSON object."""
    return {
        "differences": [_json(found, one) for one in found.differences],
        "flips": [
            {
                "old": flip.old,
                "new": flip.new,
                "before": verdict_json(flip.before),
                "after": verdict_json(flip.after),
                "sentence": flip_in_words(found, flip),
            }
            for flip in found.flips
        ],
        "claims": found.matching.claims,
        "arguments": found.matching.arguments,
    }


def _json(found: Comparison, one: Difference) -> dict[str, object]:
    told: dict[str, object] = {"kind": one.kind, "old": one.old, "new": one.new}
    if one.key:
        told |= {"key": one.key, "before": one.before, "after": one.after}
    return {**told, "sentence": sentence(found, one)}


def _item(sign: str, words: str, width: int) -> list[str]:
    return wrapped(words, width=width, first=f"{sign} ", others="  ")


def _how_many(found: Comparison) -> str:
    claims = sum(flip.new in found.new.claims_by_id for flip in found.flips)
    if not claims:
        return "No claim has another verdict, but steps have:"
    one = "One claim has another verdict:"
    return one if claims == 1 else f"{claims} claims have other verdicts:"


def _as_before(found: Comparison) -> str:
    """Return that no verdict flips, and where the theses stand."""
    kept = set(found.matching.claims.values())
    if not kept:
        return "No claim is in both maps, so no verdict can be compared."
    theses = [name for name in found.new.theses if name in kept]
    verdicts = {name: VERBS[found.evaluation.verdict(name).standing] for name in theses}
    told = joined([f"{cited(found.new, name)} {verb}" for name, verb in verdicts.items()])
    return f"All verdicts are as before{f': {told}' if told else ''}."


def _told(found: Comparison) -> Iterator[Flip]:
    """Yield the flips but those of a step whose only premise tells it."""
    for flip in found.flips:
        argument = found.new.arguments_by_id.get(flip.new)
        if argument is None or len(argument.premises) > 1 or argument.label:
            yield flip


def flip_in_words(found: Comparison, flip: Flip) -> str:
    """Return which verdict a claim or an argument had and has, and why it has it now."""
    name = subject(found.new, flip.new)
    reason = reason_in_words(found.new, flip.new, flip.after, cite=True)
    reason += ranking(deciding_values(found.new, found.evaluation, flip.new))
    words = f"{VERBS[flip.before.standing]} → {VERBS[flip.after.standing]}"
    return f"{_capital(name)} [{flip.new}]: {words} ({reason})"


def sentence(found: Comparison, one: Difference, *, marks: Marks = PLAIN) -> str:
    """Return one difference as a sentence; words that are gone or new are marked in a text."""
    match one.kind:
        case Kind.ADDED | Kind.REMOVED if one.key:
            word = "new" if one.kind is Kind.ADDED else "gone"
            return f"The source “{one.after or one.before}” is {word}."
        case Kind.ADDED:
            return f"{_subject(found.new, one.new)} is new{_role(found.new, one.new, 'speaks')}."
        case Kind.REMOVED:
            return f"{_subject(found.old, one.old)} is gone{_role(found.old, one.old, 'spoke')}."
        case Kind.REWORDED:
            is_named = found.new.claims_by_id[str(one.new)].label is not None
            name = _subject(found.new, one.new) if is_named else f"[{one.new}]"
            return f"{name} says: {reworded(one.before, one.after, marks=marks)}"
        case Kind.MOVED:
            where = f"{_aim(found.new, one.after)}, not {_aim(found.old, one.before)}"
            side = _BEARS[found.new.arguments_by_id[str(one.new)].polarity]
            return f"{_subject(found.new, one.new)} speaks {side} {where}."
        case Kind.OTHER_SIDE:
            target = found.new.arguments_by_id[str(one.new)].target
            words = f"{_BEARS[one.after]} {_aim(found.new, target)}, not {_BEARS[one.before]} it"
            return f"{_subject(found.new, one.new)} speaks {words}."
        case Kind.LINKED:
            premise = cited(found.new, one.after)
            return f"{_subject(found.new, one.new)} also has the premise {premise}."
        case Kind.UNLINKED:
            premise = cited(found.old, one.before)
            return f"{_subject(found.new, one.new)} is without the premise {premise}."
    return _field(found, one, marks)


def _field(found: Comparison, one: Difference, marks: Marks) -> str:
    """Return the sentence on a field that has another value."""
    if one.key == "thesis":
        before = joined([cited(found.old, name) for name in one.before])
        after = joined([cited(found.new, name) for name in one.after])
        return f"The thesis is {after or 'no claim'}, not {before or 'no claim'}."
    if one.key == "sources":
        return f"What is said of the source “{one.after}” is other."
    owner = _subject(found.new, one.new) if one.new else "The map"
    if one.before is None and one.after is None:
        return f"{owner} has another “{one.key}”."
    if isinstance(one.before, str) and isinstance(one.after, str):
        return f"{owner} has “{one.key}”: {reworded(one.before, one.after, marks=marks)}"
    if not one.after and one.after != 0:
        return f"{owner} is without “{one.key}”; it was {_ended(_value(one.before))}"
    was = f", not {_value(one.before)}" if one.before or one.before == 0 else ""
    return _ended(f"{owner} has “{one.key}” {_value(one.after)}{was}")


def _value(value: Any) -> str:
    if isinstance(value, tuple):
        return joined([str(one) for one in value]) or "nothing"
    if isinstance(value, float):
        return _STRENGTHS.get(value, f"{value:g}")
    return "yes" if value is True else f"{value}"


def _ended(sentence: str) -> str:
    """Return a sentence with the sign that ends it, which a value at its end may have brought."""
    return sentence if sentence.rstrip("”’»)").endswith((".", "!", "?", "…")) else f"{sentence}."


def _subject(a_map: ArgumentMap, name: str | None) -> str:
    assert name is not None, "what is of a part has its id"
    if name in a_map.claims_by_id:
        return cited(a_map, name)
    told = subject(a_map, name)
    return f"{_capital(told)} [{name}]"


def _role(a_map: ArgumentMap, name: str | None, speaks: str) -> str:
    """Return where a claim or an argument stands that only one of the maps has."""
    assert name is not None
    if name in a_map.theses:
        return ": a thesis"
    uses: Sequence[Argument] = a_map.uses_of(name)
    if name in a_map.arguments_by_id:
        uses = [a_map.arguments_by_id[name]]
    if not uses:
        return ""
    told = [f"{_BEARS[one.polarity]} {_aim(a_map, one.target)}" for one in uses[:3]]
    return f": it {speaks} {joined(list(dict.fromkeys(told)))}"


def _aim(a_map: ArgumentMap, name: str) -> str:
    if name in a_map.claims_by_id:
        return cited(a_map, name)
    argument = a_map.arguments_by_id[name]
    told = subject(a_map, name)
    is_named = told.startswith("the argument")
    return told if is_named else f"{told} to {cited(a_map, _end(a_map, argument))}"


def _end(a_map: ArgumentMap, argument: Argument) -> str:
    while argument.target in a_map.arguments_by_id:
        argument = a_map.arguments_by_id[argument.target]
    return argument.target


def reworded(before: str, after: str, *, marks: Marks = PLAIN) -> str:
    """Return a text with the words marked that are gone and that are new."""
    old, new = before.split(" "), after.split(" ")
    parts: list[str] = []
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            parts += old[a:b]
            continue
        parts += [marks.gone(" ".join(old[a:b]))] if b > a else []
        parts += [marks.new(" ".join(new[c:d]))] if d > c else []
    return " ".join(parts)


def _capital(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}"
