"""Drafts → the ArgumentMap: ids derived, references resolved, fields turned into values."""

import os
import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from argmap.document import Scalar
from argmap.faults import Fault, FaultLog
from argmap.kinds.truth import TRUE
from argmap.links import from_folder, is_relative
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Status,
)
from argmap.reader.away import home_of, report_argument, without_away
from argmap.reader.drafts import (
    ArgumentDraft,
    ClaimDraft,
    Premise,
    Reference,
    Target,
    joined,
)
from argmap.reader.fields import Fields
from argmap.reader.map_file import MapFile
from argmap.reader.naming import Naming
from argmap.reader.references import check_claim
from argmap.reader.styling import drawn_of, style_of
from argmap.reader.weighing import audiences_of, expectations_of, fraction
from argmap.reader.works import Works
from argmap.source import File, Span
from argmap.style import Style
from argmap.values import LONGEST_CHAIN
from argmap.weighing import Standard

# Most claims and arguments have no other keys, and are made without asking for each.
_SHORT = frozenset(("id", "text", "label", "status", "premises", "arguments", "rebuttals"))


def assembled(
    files: Sequence[MapFile], naming: Naming, works: Works, *, log: FaultLog
) -> ArgumentMap:
    """Return the map of what is written, without what is reported here or was before.

    The first of the files is that of the map; of those it includes come claims, arguments and
    sources. `works` know none yet.
    """
    own, drafts = files[0], joined(one.drafts for one in files)
    fields = own.fields
    ways = {one.name: one.way for one in files if one.way}
    works.add(files)
    assembly = _Assembly(naming, works, ways, log)
    named = tuple(dict.fromkeys(assembly.claim_id(thesis) for thesis in own.drafts.theses))
    for reference in drafts.references:
        assembly.check_reference(reference)
    claims = tuple(assembly.claims(drafts.claims))
    arguments = tuple(assembly.arguments(drafts.arguments))
    audiences = audiences_of(fields, naming=naming, log=log)
    expectations = expectations_of(fields, naming=naming, log=log)
    drawn = drawn_of(fields, log=log)
    tags = {tag for claim in claims for tag in claim.tags}
    style = style_of(drawn, naming, tags=tags, audiences={one.id for one in audiences}, log=log)
    theses = tuple(name for name in named if name in naming.claim_ids)
    if log.diagnostics:
        # They may speak of what is missing, and no one looks at them before it is mended.
        audiences, expectations, style = (), (), Style()
    whole = ArgumentMap(
        claims,
        arguments,
        theses,
        works.sources,
        title=fields.text("title"),
        description=fields.text("description"),
        language=fields.text("language"),
        audiences=audiences,
        expectations=expectations,
        style=style,
        span=own.root.span,
        theme_span=drawn.span_of("theme") if drawn else None,
        repeated_theses=tuple(_repeated(own.drafts.theses, assembly)),
        files=tuple(map(_file, files)),
    )
    if naming.scopes is None or not any(naming.scopes.prefixes.values()):
        return whole
    # Only then: most maps are one file.
    from argmap.reader.named_files import without_unnamed

    return without_unnamed(whole, drafts, naming)


class _Assembly:
    """Knows every id while values are made, and the ways to the folders of included files."""

    def __init__(
        self, naming: Naming, works: Works, ways: Mapping[str, str], log: FaultLog
    ) -> None:
        self._naming = naming
        self._ways = ways
        self._log = log
        self._works = works

    def claim_id(self, draft: Target) -> str:
        """Return the id of what the draft stands for, known or not."""
        if isinstance(draft, Reference):
            return self._naming.id_of(draft.name)
        return self._naming.ids[draft]

    def check_reference(self, reference: Reference) -> None:
        """Report a reference to a claim that does not exist."""
        check_claim(reference.name, self._naming, log=self._log)

    def claims(self, drafts: Iterable[ClaimDraft]) -> Iterator[Claim]:
        """Yield the claims of drafts, each id once."""
        for draft in drafts:
            claim = self.claim(draft)
            if self._naming.claim_ids.get(claim.id) is draft:
                yield claim

    def arguments(self, drafts: Iterable[ArgumentDraft]) -> Iterator[Argument]:
        """Yield the arguments of drafts that have premises and a target; targets come first."""
        known: set[Target] = set()
        for draft in drafts:
            target = draft.target
            has_target = (
                target in known
                if isinstance(target, ArgumentDraft)
                else self.claim_id(target) in self._naming.claim_ids
            )
            is_near = self._check_chain(draft)
            argument = self.argument(draft) if self._is_open(draft) else None
            is_own = self._naming.argument_ids.get(self._naming.ids[draft]) is draft
            if argument is not None and has_target and is_own and is_near:
                known.add(draft)
                yield argument

    def _check_chain(self, draft: ArgumentDraft) -> bool:
        """Return whether a claim is near; report the first of a chain that is too far from any."""
        target: Target = draft
        for _ in range(LONGEST_CHAIN + 1):
            if not isinstance(target, ArgumentDraft):
                return True
            target = target.target
        if not isinstance(target, ArgumentDraft):
            message = f"more than {LONGEST_CHAIN} steps, each about the step before it"
            advice = "attack a claim, so that readers can follow"
            self._log.report(Fault.TOO_DEEP, draft.span, message, help=advice)
        return False

    def _is_open(self, draft: ArgumentDraft) -> bool:
        """Return whether anything may bear on the target; report one that is argued elsewhere."""
        if isinstance(draft.target, ArgumentDraft):
            return True
        name = self.claim_id(draft.target)
        home = self._naming.claim_ids.get(name)
        if home is None or not home.is_away:
            return True
        report_argument(name, home, draft.polarity, draft.span, log=self._log)
        return False

    def claim(self, draft: ClaimDraft) -> Claim:
        """Return the claim of a draft."""
        name = self._naming.ids[draft]
        fields = draft.fields
        if draft.sealed is not None:
            return replace(draft.sealed, id=name)
        if fields is None:
            return Claim(name, draft.text, span=draft.span, text_span=draft.span)
        text, text_span = draft.text or name, fields.span_of("text")
        label, status = fields.text("label"), fields.text("status")
        if fields.nodes.keys() <= _SHORT:
            standing = Status(status) if status else None
            return Claim(name, text, label, status=standing, span=draft.span, text_span=text_span)
        naming, log = self._naming, self._log
        others = [one for one in fields.scalars("contradicts") if check_claim(one, naming, log=log)]
        contradicts = [(one, naming.id_of(one)) for one in others]
        home = home_of(fields, log=log)
        return Claim(
            name,
            text,
            label,
            citations=self._works.citations(fields),
            **({} if home else self._weighed(fields, contradicts)),
            home=home,
            unstated=fields.text("unstated") in TRUE,
            tags=fields.texts("tags"),
            group=fields.text("group"),
            link=self._link(fields.scalar("link")),
            note=fields.text("note"),
            question=fields.text("question"),
            span=draft.span,
            text_span=text_span,
            given_span=fields.span_of("given"),
            contradicts_span=fields.span_of("contradicts"),
            question_span=fields.span_of("question"),
        )

    def _weighed(self, fields: Fields, contradicts: Sequence[tuple[Scalar, str]]) -> dict[str, Any]:
        """Return what of a claim tells on its verdict, but for arguments."""
        status, credence = fields.text("status"), fields.text("credence")
        standard = fields.text("standard")
        return {
            "contradicts": without_away(contradicts, self._naming.claim_ids, log=self._log),
            "status": Status(status) if status else None,
            "credence": float(credence) if credence else None,
            "given": fraction(fields.text("given")),
            "standard": Standard(standard) if standard else None,
        }

    def argument(self, draft: ArgumentDraft) -> Argument | None:
        """Return the argument of a draft; None where it has no premises that could be read."""
        name = self._naming.ids[draft]
        named = [self.claim_id(premise) for premise in draft.premises]
        premises = tuple([name for name in named if name in self._naming.claim_ids])
        target = self.claim_id(draft.target)
        fields = draft.fields
        citations = self._works.citations(fields) if fields else ()
        if not premises:
            return None
        if fields is None or fields.nodes.keys() <= _SHORT:
            label = fields.text("label") if fields else None
            return Argument(name, premises, target, draft.polarity, label, span=draft.span)
        return Argument(
            name,
            premises,
            target,
            draft.polarity,
            label=fields.text("label"),
            scheme=fields.text("scheme"),
            strength=fraction(fields.text("strength")),
            value=fields.text("value"),
            citations=citations,
            tags=fields.texts("tags"),
            note=fields.text("note"),
            question=fields.text("question"),
            span=draft.span,
            scheme_span=fields.span_of("scheme"),
            question_span=fields.span_of("question"),
        )

    def _link(self, written: Scalar | None) -> str | None:
        """Return where a link leads, as the folder of the map has to write it."""
        if written is None:
            return None
        way = self._ways.get(written.span.file)
        is_near = way and is_relative(written.value)
        if not (way and is_near):
            return written.value
        return from_folder(written.value, quote(os.fsencode(way)))


def _file(file: MapFile) -> File:
    path = posixpath.join(file.way, PurePath(file.name).name)
    link = quote(os.fsencode(path))
    return File(file.name, file.fields.text("title"), path, link, file.is_sealed)


def _repeated(theses: Iterable[Premise], assembly: _Assembly) -> Iterator[Span]:
    """Yield where a claim is named that is a thesis already."""
    seen = set()
    for thesis in theses:
        name = assembly.claim_id(thesis)
        if name in seen:
            yield thesis.name.span if isinstance(thesis, Reference) else thesis.span
        seen.add(name)
