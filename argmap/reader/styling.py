"""How an author wants a map drawn, as it is written under `style`."""

from collections.abc import Collection
from dataclasses import replace

from argmap.document import Mapping
from argmap.document.rewriting import respelt
from argmap.faults import Fault, FaultLog, quoted
from argmap.grammar import STYLE
from argmap.reader.fields import Fields, fields_of
from argmap.reader.naming import Naming
from argmap.reader.references import check_claim
from argmap.settings.setting import settings_of
from argmap.style import Style
from argmap.suggestions import did_you_mean


def drawn_of(fields: Fields, *, log: FaultLog) -> Fields | None:
    """Return what stands under `style`, or None."""
    node = fields.nodes.get("style")
    return fields_of(node, STYLE, log=log) if isinstance(node, Mapping) else None


def style_of(
    own: Fields | None,
    naming: Naming,
    *,
    tags: Collection[str],
    audiences: Collection[str],
    log: FaultLog,
) -> Style:
    """Return how the author wants the map drawn; `tags` are those of its claims."""
    if own is None:
        return Style()
    for tag in (*own.scalars("only"), *own.scalars("without")):
        if tag.value not in tags:
            hint = did_you_mean(tag.value, tags)
            message = f"no claim has the tag {quoted(tag.value)}{hint}"
            fix = respelt(tag, tags)
            log.report(Fault.UNKNOWN_REFERENCE, tag.span, message, fix=fix)
    for audience in own.scalars("audience"):
        if audience.value not in audiences:
            hint = did_you_mean(audience.value, audiences) or ""
            message = f"no audience {quoted(audience.value)}{hint}"
            fix = respelt(audience, audiences)
            log.report(Fault.UNKNOWN_REFERENCE, audience.span, message, fix=fix)
    for name in (*own.scalars("focus"), *own.scalars("collapse"), *own.scalars("below")):
        check_claim(name, naming, log=log)
    given = {one.name: one for one in settings_of(Style) if one.name in own.nodes}
    style = Style(**{name: one.value(own.nodes[name]) for name, one in given.items()})
    if naming.scopes is None:
        return style
    focus, collapse, below = (
        tuple(dict.fromkeys(map(naming.id_of, own.scalars(name))))
        for name in ("focus", "collapse", "below")
    )
    return replace(style, focus=focus, collapse=collapse, below=below)
