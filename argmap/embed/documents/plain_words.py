"""What a map says as plain words of a markup, in which nothing is a sign of it."""

import re

from argmap.values import one_line

# What means something anywhere, beside another sign, or where it may begin a title, a list, a
# comment or a warning of its own.
_ASCIIDOC = re.compile(
    r"[*_`#$+^~\[\]{}|<>\\'\"&@;]|[-.=(:](?=[-.=>(:/RTC])|^.(?=\w{0,8}[.):]\s)|^[-.=/:,]"
)


def asciidoc_text(content: str) -> str:
    """Return words of AsciiDoc that show `content`."""
    return _ASCIIDOC.sub(lambda m: f"&#{ord(m[0])};", one_line(content))


# What may begin a list, a field, an option, a title or a block of another kind.
_RST_START = re.compile(r"^(?=[-+•‣⁃#.:=~^>/\"'])|^(?=\(\w{1,8}\)\s)|^\w{1,8}(?=[.)]\s)")


def rst_text(content: str) -> str:
    """Return words of reStructuredText that show `content`."""
    found = re.sub(r"[\\*`|_@]|(?<=[\w:]):(?=\S)|(?<=:):", r"\\\g<0>", one_line(content))
    if found.startswith("\\\\"):
        # Strokes alone would be a line that parts sections.
        return f"\\ {found}"
    return _RST_START.sub(lambda m: m[0] + "\\", found)


_LATEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    "`": r"\textasciigrave{}",
    # \textquotedbl is not in every encoding of fonts.
    '"': r"\symbol{34}",
    **{c: f"\\{c}" for c in "&%$#_{}"},
}


def latex_text(content: str) -> str:
    """Return words of LaTeX that show `content`."""
    found = "".join(_LATEX.get(c, c) for c in one_line(content))
    # A bracket would be the argument of a command before it, and two hyphens a dash.
    return re.sub(r"([-,'])(?=\1)", r"\1{}", re.sub(r"^\[", "{[}", found))


def typst_text(content: str) -> str:
    """Return words of Typst that show `content`."""
    return re.sub(r"[\\#$*_`<>@\[\]=/~\-+'\".]", r"\\\g<0>", one_line(content))


def typst_string(content: str) -> str:
    """Return a string of Typst that holds `content`."""
    found = one_line(content).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{found}"'


def without_templates(html: str) -> str:
    """Return markup with nothing that a generator of sites fills in."""
    return re.sub(r"\{(?=[{%#])|(?<=[}%#])\}", lambda m: f"&#{ord(m[0])};", html)
