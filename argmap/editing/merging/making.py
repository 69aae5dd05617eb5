"""Changes → a text of ours in which they are made, each checked by what is read back."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from argmap.comparing.matching import matched
from argmap.document.naming import with_id
from argmap.document.nodes import Mapping as MappingNode
from argmap.document.nodes import Sequence as SequenceNode
from argmap.document.parsing import parse
from argmap.editing.adding import AddingError, appended, with_argument, with_claim
from argmap.editing.applying import applied
from argmap.editing.merging.changes import Change, Step, made
from argmap.editing.merging.parts import Writer, flow_text, nodes_of
from argmap.editing.merging.tables import WHOLE, Key, Side, Table, meaning, side_of
from argmap.editing.places import Places, joined
from argmap.edits import Edit
from argmap.reader import Reading
from argmap.source import Span

Read = Callable[[str], Reading]


@dataclass
class Work:
    """The text of ours as far as it is changed, what it says, and the ids it has by the common.

    `wanted` are the comments that neither side has deleted.
    """

    text: str
    reading: Reading
    table: Table
    read: Read
    ids: dict[str, str] = field(default_factory=dict)
    wanted: Counter[str] = field(default_factory=Counter)

    def take(self, text: str, table: Table) -> bool:
        """Go on with a text if it says what the table does; return whether it does."""
        reading = self.read(text)
        if reading.map is None or self.reading.map is None or says(reading) != meaning(table):
            return False
        if not self.keeps_comments(reading):
            return False
        same = matched(self.reading.map, reading.map)
        self.ids = {name: same.new_id(own) or own for name, own in self.ids.items()}
        self.text, self.reading, self.table = text, reading, table
        return True

    def keeps_comments(self, after: Reading) -> bool:
        """Return whether a changed text has the comments that are wanted of those of this one."""
        return comments_of(self.reading) & self.wanted <= comments_of(after)

    def side(self) -> Side:
        """Return the text as it is by now as a version of the map."""
        return Side(self.reading, self.table, self.ids)

    def places(self) -> Places:
        """Return where things stand in the text."""
        document = parse(self.text, file=self.reading.file)
        assert isinstance(document.root, MappingNode), "a whole map is a mapping"
        return Places(document.root, document.text)

    def span(self, key: Key) -> Span | None:
        """Return where a part of the map is written."""
        part, name = key
        written = self.reading.written
        fields = written.fields
        if fields is None:
            return None
        if part == "map":
            return fields.span
        if part == "source":
            sources = fields.entries("sources")
            return next((one.value.span for one in sources if one.key.value == name), None)
        naming, own = written.naming, self.ids.get(name, name)
        draft = naming.claim_ids.get(own) if part == "claim" else naming.argument_ids.get(own)
        # What stands in a file that is included is not written here.
        is_own = draft is not None and draft.span.file == self.reading.file
        return draft.span if draft and is_own else None


def comments_of(reading: Reading) -> Counter[str]:
    """Return the comments of a text, each as often as it is there."""
    return Counter(one.text for one in reading.handwriting.comments)


def says(reading: Reading) -> object:
    """Return what a whole map says."""
    a_map = reading.map
    assert a_map is not None, "only whole maps are compared"
    ids = {name: name for name in (*a_map.claims_by_id, *a_map.arguments_by_id)}
    return meaning(side_of(reading, ids).table)


def with_ids(work: Work, theirs: Side, changes: Iterable[Change]) -> list[Change]:
    """Give what theirs gave an id, or refers to, that id; return what could not be."""
    wanted: dict[str, str] = {}
    failed = []
    for one in changes:
        row = theirs.table.get(one.key, {})
        if one.step is Step.CHANGE and one.field == "id" and row["id"] is not None:
            if work.table[one.key]["id"] is None:
                wanted[one.key[1]] = row["id"]
            else:
                failed.append(one)
        elif one.step is Step.ADD or one.field in ("premises", "contradicts"):
            had = work.table.get(one.key, {}).get(one.field, ())
            fields = ("premises", "contradicts") if one.step is Step.ADD else (one.field,)
            for name in {name for key in fields for name in row.get(key, ())} - set(had):
                there = work.table.get(("claim", name))
                if there is not None and there["id"] is None:
                    wanted.setdefault(name, work.ids[name])
    for name, written in wanted.items():
        if not _with_id(work, name, written):
            failed += [one for one in changes if one.field == "id" and one.key[1] == name]
    return failed


def _with_id(work: Work, name: str, written: str) -> bool:
    own = work.ids[name]
    naming = work.reading.written.naming
    claim, argument = naming.claim_ids.get(own), naming.argument_ids.get(own)
    if claim is not None:
        place = claim.span
        text = claim.fields.span_of("text") if claim.fields else None
    elif argument is None or argument.fields is None:
        # It may be known by this id without having it.
        return own == written
    else:
        place, text = argument.span, argument.fields.span_of("premises")
    edits = with_id(place, text or place, written, work.reading.handwriting.lines)
    return bool(edits) and work.take(applied(work.text, edits), work.table)


def with_sources(work: Work, theirs: Side, changes: Sequence[Change]) -> list[Change]:
    """Add the sources that theirs added; return those that could not be."""
    written = theirs.reading.written.fields
    nodes = {one.key.value: one.value for one in written.entries("sources")} if written else {}
    found = {one.key[1]: flow_text(nodes[one.key[1]]) for one in changes}
    if not found:
        return []
    own = work.reading.written.fields
    there = own.span_of("sources") if own else None
    places = work.places()
    if there is not None:
        edits = [e for name, text in found.items() for e in places.with_field(there, name, text)]
    else:
        root = work.span(WHOLE)
        inside = ", ".join(f"{name}: {text}" for name, text in found.items())
        edits = list(places.with_field(root, "sources", f"{{{inside}}}")) if root else []
    table = work.table
    for one in changes:
        table = made(table, one, theirs.table)
    return [] if edits and _took(work, edits, table) else list(changes)


def _took(work: Work, edits: Iterable[Edit], table: Table) -> bool:
    try:
        return work.take(applied(work.text, joined(edits)), table)
    except ValueError:
        return False


def with_premises(
    work: Work, theirs: Side, changes: Sequence[Change], added: Sequence[Change]
) -> set[Change]:
    """Link the premises that theirs linked to an argument; return the changes that are made.

    Those by which others are gone from it are left. `added` are the claims and arguments that are
    new in theirs.
    """
    done: set[Change] = set()
    for one in changes:
        if one.step is not Step.CHANGE or one.field != "premises":
            continue
        here, there = (set(table[one.key]["premises"]) for table in (work.table, theirs.table))
        place = work.span(one.key)
        listed = work.places().listed(place) if place else None
        if there <= here or listed is None:
            continue
        left = {each.key: each for each in added if each not in done}
        writer = Writer(theirs, {key: theirs.table[key] for key in left}, work.ids)
        text = work.text
        order = [name for name in theirs.table[one.key]["premises"] if name not in here]
        parts = [writer.claim(name) for name in order]
        edits = [edit for part in parts for edit in appended(listed, part, text)]
        row = {**work.table[one.key], "premises": tuple(sorted(here | there, key=repr))}
        table = {**work.table, **{key: theirs.table[key] for key in writer.done}, one.key: row}
        if _took(work, edits, table):
            done |= {left[key] for key in writer.done}
            done |= {one} if here < there else set()
    return done


def with_theses(
    work: Work, theirs: Side, changes: Sequence[Change], added: Sequence[Change]
) -> set[Change]:
    """Add the theses that theirs has more of to a list of theses; return the changes that are made.

    `added` are the claims and arguments that are new in theirs and not in the text yet.
    """
    key = WHOLE
    change = next((one for one in changes if (one.key, one.field) == (key, "thesis")), None)
    here, there = (table[key]["thesis"] for table in (work.table, theirs.table))
    listed = nodes_of(work.side(), key).get("thesis")
    new = [name for name in there if name not in here]
    is_more = there == (*here, *new)
    if change is None or not (new and is_more) or not isinstance(listed, SequenceNode):
        return set()
    left = {each.key: each for each in added}
    writer = Writer(theirs, {one: theirs.table[one] for one in left}, work.ids)
    edits = [edit for name in new for edit in appended(listed, writer.claim(name), work.text)]
    row = {**work.table[key], "thesis": there}
    table = {**work.table, **{one: theirs.table[one] for one in writer.done}, key: row}
    return {change, *(left[one] for one in writer.done)} if _took(work, edits, table) else set()


def with_additions(work: Work, theirs: Side, changes: Sequence[Change]) -> list[Change]:
    """Add the arguments and claims that theirs added; return those that could not be."""
    by_key = {one.key: one for one in changes}
    new: Table = {key: theirs.table[key] for key in by_key}
    left = dict(by_key)
    failed: list[Change] = []
    targets = {name for _, name in new}
    ordered = [key for key in new if key[0] == "argument" and new[key]["target"] not in targets]
    ordered += [key for key in new if key[0] == "claim"]
    for key in ordered:
        if key not in left:
            continue
        writer = Writer(theirs, {one: new[one] for one in left}, work.ids)
        done = _added(work, theirs, key, writer)
        if not done:
            failed += [by_key[one] for one in writer.done]
        for one in writer.done:
            left.pop(one, None)
    return [*failed, *left.values()]


def _added(work: Work, theirs: Side, key: Key, writer: Writer) -> bool:
    """Add an argument or a claim with all that is new below it; return whether it could be."""
    part, name = key
    row = theirs.table[key]
    said = writer.argument(name) if part == "argument" else writer.claim(name)
    table = {**work.table, **{one: theirs.table[one] for one in writer.done}}
    arguments = sum(one[0] == "argument" for one in writer.done)
    listed = nodes_of(work.side(), WHOLE).get("claims")
    if part == "claim" and isinstance(listed, SequenceNode):
        # Its id may be one that ours has derived for another claim.
        return _took(work, appended(listed, said, work.text), table)
    try:
        if part == "argument":
            target = str(work.ids.get(row["target"], row["target"]))
            text = with_argument(
                work.reading, work.text, target, row["polarity"], said,
                read=work.read, arguments=arguments,
            )  # fmt: skip
        else:
            claims = len(writer.done) - arguments
            text = with_claim(
                work.reading, work.text, said, read=work.read, claims=claims, arguments=arguments
            )
    except AddingError:
        return False
    return work.take(text, table)
