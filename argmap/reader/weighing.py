"""Audiences and expectations: what a map says of its own weighing → values."""

from collections.abc import Iterator
from dataclasses import replace

from argmap.diagnostics import Related
from argmap.document import Entry, Mapping, Scalar
from argmap.document.rewriting import respelt
from argmap.faults import Fault, FaultLog, quoted
from argmap.grammar import AUDIENCE, EXPECTATION
from argmap.reader.fields import Fields, fields_of
from argmap.reader.naming import Naming
from argmap.suggestions import did_you_mean
from argmap.weighing import DEGREES, SEMANTICS, STRENGTHS, Audience, Expectation, Expected


def fraction(written: str | None) -> float | None:
    """Return the number that is written, or that a word such as `strong` stands for."""
    if written is None:
        return None
    return STRENGTHS[written] if written in STRENGTHS else float(written)


def audiences_of(fields: Fields, *, naming: Naming, log: FaultLog) -> tuple[Audience, ...]:
    """Return the audiences of the map, and report strengths of what is no argument."""
    found = []
    for entry in fields.entries("audiences"):
        if isinstance(entry.value, Mapping):
            own = fields_of(entry.value, AUDIENCE, log=log)
            strengths = tuple(_strengths(own, naming, log))
            order = tuple(_distinct(own, log))
            span = entry.key.span.to(entry.value.span)
            found.append(Audience(entry.key.value, strengths, order, span=span))
    return tuple(found)


def _strengths(own: Fields, naming: Naming, log: FaultLog) -> Iterator[tuple[str, float]]:
    seen: dict[str, Scalar] = {}
    for entry in own.entries("strengths"):
        written, name = entry.key.value, naming.id_of(entry.key)
        if name not in naming.argument_ids:
            message = f"no argument {quoted(written)}{did_you_mean(written, naming.argument_ids)}"
            fix = respelt(entry.key, naming.argument_ids)
            if name in naming.claim_ids:
                message, fix = f"{quoted(written)} is a claim; only an argument has a strength", ()
            log.report(Fault.UNKNOWN_REFERENCE, entry.key.span, message, fix=fix)
        strength = fraction(entry.value.value) if isinstance(entry.value, Scalar) else None
        if name in seen:
            report_other_name(entry.key, seen[name], log)
        elif strength is not None:
            seen[name] = entry.key
            yield name, strength


def _distinct(own: Fields, log: FaultLog) -> Iterator[str]:
    seen = set()
    for scalar in own.scalars("values"):
        if scalar.value in seen:
            message = f"{quoted(scalar.value)} is ranked twice"
            log.report(Fault.BAD_VALUE, scalar.span, message, help="keep the place that is meant")
            continue
        seen.add(scalar.value)
        yield scalar.value


def expectations_of(fields: Fields, *, naming: Naming, log: FaultLog) -> tuple[Expectation, ...]:
    """Return what the author expects, and report expectations of what does not exist."""
    known = naming.claim_ids.keys() | naming.argument_ids.keys()
    audiences = {entry.key.value for entry in fields.entries("audiences")}
    found, seen = [], dict[str, Scalar]()
    for entry in fields.entries("expect"):
        written, name = entry.key.value, naming.id_of(entry.key)
        if name not in known:
            message = f"no claim or argument {quoted(written)}{did_you_mean(written, known)}"
            fix = respelt(entry.key, known)
            log.report(Fault.UNKNOWN_REFERENCE, entry.key.span, message, fix=fix)
        expectation = _expectation(entry, audiences, log)
        if name in seen:
            report_other_name(entry.key, seen[name], log)
        elif expectation is not None:
            seen[name] = entry.key
            found.append(replace(expectation, id=name))
    return tuple(found)


def report_other_name(written: Scalar, other: Scalar, log: FaultLog) -> None:
    """Report an id that names, by way of another included file, what is named already."""
    message = f"{quoted(written.value)} is what {quoted(other.value)} names"
    related = (Related(other.span, "here"),)
    log.report(Fault.DUPLICATE_ID, written.span, message, related=related, help="keep one of them")


def _expectation(entry: Entry, audiences: set[str], log: FaultLog) -> Expectation | None:
    span = entry.key.span.to(entry.value.span)
    if isinstance(entry.value, Scalar):
        return Expectation(entry.key.value, Expected(entry.value.value), span=span)
    if not isinstance(entry.value, Mapping):
        return None
    own = fields_of(entry.value, EXPECTATION, log=log)
    audience = own.scalar("audience")
    if audience is not None and audience.value not in audiences:
        message = f"no audience {quoted(audience.value)}{did_you_mean(audience.value, audiences)}"
        advice, fix = "describe it under “audiences”", respelt(audience, audiences)
        log.report(Fault.UNKNOWN_REFERENCE, audience.span, message, help=advice, fix=fix)
    verdict, semantics = own.text("verdict"), own.text("semantics")
    degree = _degree(own, log)
    if verdict is None and degree is None:
        if not {"verdict", "degree"} & {key.key.value for key in entry.value.entries}:
            message = f"nothing is expected of {quoted(entry.key.value)}"
            advice = "write “verdict:”, or “degree: [LOW, HIGH]”"
            log.report(Fault.MISSING_TEXT, entry.value.span, message, help=advice)
        return None
    if (semantics in DEGREES and verdict is not None) or (
        degree is not None and semantics is not None and semantics not in DEGREES
    ):
        _report_misfit(own, semantics, log)
        return None
    return Expectation(
        entry.key.value,
        Expected(verdict) if verdict else None,
        semantics,
        audience.value if audience else None,
        degree,
        span=span,
    )


def _report_misfit(own: Fields, semantics: str | None, log: FaultLog) -> None:
    if semantics in DEGREES:
        message = f"“{semantics}” gives a degree, not a verdict"
        others = [name for name in SEMANTICS if name not in DEGREES]
        advice = f"expect “degree: [LOW, HIGH]”, or one of {', '.join(others)}"
    else:
        message = f"“{semantics}” gives a verdict, not a degree"
        advice = f"degrees come from {', '.join(DEGREES)}"
    log.report(Fault.BAD_VALUE, own.span_of("semantics") or own.span, message, help=advice)


def _degree(own: Fields, log: FaultLog) -> tuple[float, float] | None:
    numbers = [float(text) for text in own.texts("degree")]
    if len(numbers) != 2:
        return None
    low, high = numbers
    if low > high:
        message = f"“degree” has the most, {low:g}, before the least, {high:g}"
        log.report(Fault.BAD_VALUE, own.span_of("degree") or own.span, message)
        return None
    return low, high
