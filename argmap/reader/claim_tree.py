"""The tree of claims and arguments → a flat list of drafts.

Nesting is bounded by the depth of a document, so recursion is safe here.
"""

import re

from argmap.document import Mapping, Node, Scalar, Sequence
from argmap.document.quoting import as_scalar, in_quotes
from argmap.document.rewriting import joined_at_colon, put_in
from argmap.edits import Edit
from argmap.faults import Fault, FaultLog, quoted
from argmap.grammar import ARGUMENT, CLAIM, REFERENCE
from argmap.kinds.kind import called
from argmap.kinds.record import Record
from argmap.model import Polarity
from argmap.reader.drafts import ArgumentDraft, ClaimDraft, Drafts, Premise, Reference, Target
from argmap.reader.fields import Fields, fields_of
from argmap.reader.unknown_keys import meant_by
from argmap.values import is_shown

_COLON_WITHOUT_SPACE = re.compile(f"({'|'.join({*CLAIM.names, *ARGUMENT.names, 'ref'})}):(?!//)")
# A claim may begin with “text messages …”, hardly with “text Messages …”.
_COLON_MISSING = re.compile("text +(?![a-zà-ÿа-я])(?=\\w)")
_DASH_WITH_ODD_SPACE = re.compile(r"-(?=[^\S ])")
# Without one of these beginnings none of the three is there, and so it is in most texts.
_ODD = re.compile("[a-z]+:|text |-")
_LONGEST_SHOWN, _MOST_SHOWN = 300, 3
_TELLING_KEYS = {"ref": REFERENCE, "text": CLAIM, "premises": ARGUMENT}


def fill(drafts: Drafts, fields: Fields, *, log: FaultLog) -> None:
    """Add the drafts of the whole map, from the fields of its root."""
    walker = _Walker(drafts, log)
    for item in fields.items("thesis"):
        premise = walker.statement(item, "a thesis")
        if premise is not None:
            drafts.theses.append(premise)
    for item in fields.items("claims"):
        walker.statement(item, "an item of “claims”")
    # Premises are read before the argument they belong to, so the order is restored here.
    drafts.arguments.sort(key=lambda argument: argument.span.start)


class _Walker:
    """Adds what it meets to one drafts."""

    def __init__(self, drafts: Drafts, log: FaultLog) -> None:
        self._drafts = drafts
        self._log = log

    def statement(self, node: Node, role: str) -> Premise | None:
        """Add a claim or a reference; return it, or None after a fault."""
        if isinstance(node, Scalar):
            return self._bare_claim(node)
        if isinstance(node, Sequence):
            self._refuse_list(node, role)
            return None
        record = self._record_of(node, (CLAIM, REFERENCE))
        if record is None:
            return None
        if record is ARGUMENT:
            message = f"{role} is a claim, so it needs “text”; this is an argument without one"
            advice = "add “text”, or put the premises where they belong"
            self._log.report(Fault.MISSING_TEXT, node.span, message, help=advice)
            return None
        return self._written_statement(node, record)

    def _bare_claim(self, node: Scalar) -> ClaimDraft | None:
        if node.absent or not is_shown(node.value):
            fault = Fault.MISSING_TEXT if node.absent else Fault.EMPTY_TEXT
            is_blank = node.absent or not node.value.strip()
            what = "nothing" if is_blank else "nothing that can be seen"
            message = f"a claim is expected here, but there is {what}"
            self._log.report(fault, node.span, message, help="write its text, or remove the line")
            return None
        is_odd = node.plain and _ODD.match(node.value)
        found = _COLON_WITHOUT_SPACE.match(node.value) if is_odd else None
        if found is not None:
            message = (
                f"{quoted(node.value)} is read as one text, because no space follows its colon"
            )
            advice = "write a space after the colon, or put the text in quotes"
            fix = put_in(node, found.end(), " ")
            self._log.report(Fault.BAD_VALUE, node.span, message, help=advice, fix=fix)
        elif is_odd and _COLON_MISSING.match(node.value):
            message = f"{quoted(node.value)} is read as one text, because “text” has no colon"
            advice = f"write: text: {node.value.removeprefix('text').strip()}"
            fix = put_in(node, len("text"), ":")
            self._log.report(Fault.BAD_VALUE, node.span, message, help=advice, fix=fix)
        elif is_odd and _DASH_WITH_ODD_SPACE.match(node.value):
            message = f"{quoted(node.value)} is read as one text, because of what follows its dash"
            self._log.report(Fault.BAD_VALUE, node.span, message, help="write “- ” before it")
        draft = ClaimDraft(node.value, node.span)
        self._drafts.claims.append(draft)
        return draft

    def _written_statement(self, node: Mapping, record: Record) -> Premise | None:
        fields = fields_of(node, record, log=self._log)
        name = "text" if record is CLAIM else "ref"
        scalar = fields.scalar(name)
        draft: Premise
        if record is CLAIM:
            # A claim without a sound text is kept, so that references to it are not faults too.
            draft = ClaimDraft(scalar.value if scalar else "", node.span, fields)
            self._drafts.claims.append(draft)
        elif scalar is None:
            return None
        else:
            draft = Reference(scalar)
            self._drafts.references.append(draft)
        self._support(node, fields, draft)
        self._reasons(fields, "rebuttals", draft, Polarity.ATTACK)
        return draft

    def _support(self, node: Mapping, fields: Fields, target: Premise) -> None:
        premises = next((e for e in node.entries if e.key.value == "premises"), None)
        if premises is not None and node.get("arguments") is not None:
            message = "a claim has either “premises” or “arguments”, not both"
            advice = "move the premises into an item of “arguments”: “- premises: …”"
            self._log.report(Fault.BAD_VALUE, premises.key.span, message, help=advice)
        if "premises" in fields.nodes:
            read = self._premises(fields)
            if read:
                written = fields.nodes["premises"].span
                span = premises.key.span.to(written) if premises else written
                self._add(ArgumentDraft(read, target, Polarity.SUPPORT, span))
        self._reasons(fields, "arguments", target, Polarity.SUPPORT)

    def _premises(self, fields: Fields) -> tuple[Premise, ...]:
        read = (self.statement(item, "a premise") for item in fields.items("premises"))
        return tuple(premise for premise in read if premise is not None)

    def _reasons(self, fields: Fields, name: str, target: Target, polarity: Polarity) -> None:
        for item in fields.items(name):
            if isinstance(item, Mapping):
                record = self._record_of(item, (CLAIM, REFERENCE, ARGUMENT))
                if record is ARGUMENT:
                    self._argument(item, target, polarity)
                elif record is not None:
                    self._stand_in(self._written_statement(item, record), item, target, polarity)
            elif isinstance(item, Sequence):
                self._refuse_list(item, f"an item of “{name}”")
            else:
                self._stand_in(self._bare_claim(item), item, target, polarity)

    def _stand_in(
        self, premise: Premise | None, node: Node, target: Target, polarity: Polarity
    ) -> None:
        if premise is not None:
            self._add(ArgumentDraft((premise,), target, polarity, node.span))

    def _argument(self, node: Mapping, target: Target, polarity: Polarity) -> None:
        fields = fields_of(node, ARGUMENT, log=self._log)
        premises = self._premises(fields)
        draft = ArgumentDraft(premises, target, polarity, node.span, fields)
        self._add(draft)
        self._reasons(fields, "backing", draft, Polarity.SUPPORT)
        self._reasons(fields, "rebuttals", draft, Polarity.ATTACK)

    def _add(self, draft: ArgumentDraft) -> None:
        self._drafts.arguments.append(draft)

    def _record_of(self, node: Mapping, possible: tuple[Record, ...]) -> Record | None:
        """Return what a mapping is meant to be; None after reporting that nobody can tell."""
        for key, record in _TELLING_KEYS.items():
            if node.get(key) is not None:
                return record
        for entry in node.entries:
            meant = meant_by(entry.key.value, _TELLING_KEYS)
            if meant is not None and _TELLING_KEYS[meant] in possible:
                # Reading it as what it is meant to be reports the misspelt key.
                return _TELLING_KEYS[meant]
        self._report_shapeless(node, possible)
        # It is kept where it can be nothing else, so that what it holds is not missed elsewhere.
        is_claim = CLAIM in possible and all(CLAIM.field(one.key.value) for one in node.entries)
        return CLAIM if is_claim and node.entries else None

    def _report_shapeless(self, node: Mapping, possible: tuple[Record, ...]) -> None:
        wanted = "“text” or “ref”" if ARGUMENT not in possible else "“text”, “ref” or “premises”"
        known = {name for record in possible for name in record.names}
        keys = [entry.key for entry in node.entries]
        fix: tuple[Edit, ...] = ()
        if len(keys) == 1 and keys[0].value not in known:
            message = f"the text is cut at its colon, so {quoted(keys[0].value)} became a key"
            advice = _whole(keys[0].value, node.entries[0].value)
            fix = joined_at_colon(node.entries[0])
        else:
            message = f"something is missing here: {wanted}"
            advice = "write the sentence of the claim after “text:”"
        self._log.report(Fault.MISSING_TEXT, node.span, message, help=advice, fix=fix)

    def _refuse_list(self, node: Sequence, role: str) -> None:
        message = f"{role} should be a text or have keys such as “text”, not {called(node)}"
        advice = "one “- ” too many? premises that belong together stand under “premises:”"
        self._log.report(Fault.WRONG_KIND, node.span, message, help=advice)


def _whole(key: str, value: Node) -> str:
    """Return how to write a claim whose text was taken for a key, because of its colon."""
    if isinstance(value, Scalar) and value.absent:
        return "remove the colon at the end, or put the whole text in quotes"
    if isinstance(value, Scalar) and len(value.value) < _LONGEST_SHOWN:
        return f"put the whole text in quotes: {in_quotes(f'{key}: {value.value}')}"
    items = value.items if isinstance(value, Sequence) else ()
    texts = [item.value for item in items if isinstance(item, Scalar)]
    if not texts or len(texts) < len(items) or max(map(len, texts)) > _LONGEST_SHOWN:
        return "put the whole text in quotes; a claim with reasons has “text” and “arguments”"
    shown = [f"    - {as_scalar(text)}" for text in texts[:_MOST_SHOWN]]
    lines = (f"- text: {as_scalar(key)}", "  arguments:", *shown)
    return "\n".join(["if these are reasons for it, write:", *lines])
