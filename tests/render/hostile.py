"""A map whose texts try to be something else in every notation, for tests of what is written."""

from argmap.model import Argument, ArgumentMap, Citation, Claim, Polarity, Source, Status

TEXTS = (
    "</script><script>alert(1)</script>",
    "]]> --> <!-- <b>bold</b> <img src=x onerror=alert(1)>",
    "\"double\" 'single' `code` ``` ~~~",
    "[x](javascript:alert(1)) ![i](x) [y]: /z <http://a.b>",
    "**bold** _em_ ~~out~~ $x$ $$y$$ a_b_c",
    "&lt; &amp;amp; #35; #quot; %%{init: {}}%% %% fa:fa-car",
    "lifestyle:a#b; classDef x:#y; end subgraph click c1 href",
    "- a list",
    "1. a list",
    "12) a list",
    "+ a list",
    "# a heading #",
    "> a quotation",
    "---",
    "===",
    "::: note",
    "C:\\new\\folder\\",
    "שלום (abc) 1.",
    "\u202eturned round",
    "A-->B; graph TD",
    "@{ shape: rect } {{ x }} {% y %}",
    "| a | b |",
)


def hostile_map() -> ArgumentMap:
    """Return a map that has each of TEXTS as a claim, and as everything else that is a text."""
    claims = [
        Claim(
            f"c{number}",
            text,
            label=text if number % 2 else None,
            citations=(Citation("s", text, text),),
            contradicts=("c0",) if number else (),
            status=Status.ASSUMED if number % 3 else None,
            tags=(text,),
            group=text,
            link="https://a.b/?c=\"d\"&e='f'&copy=`g`<h>#i;",
            note=f"{text}\n\n{text}",
        )
        for number, text in enumerate(TEXTS)
    ]
    supports = [
        Argument(f"a{number}", (f"c{number}",), f"c{number - 1}", Polarity(polarity), note=text)
        for number, (text, polarity) in enumerate(
            zip(TEXTS, ("support", "attack") * len(TEXTS), strict=False)
        )
        if number
    ]
    steps = [
        Argument(f"b{number}", ("c1", "c2"), "c0", label=text, citations=(Citation("s", text),))
        for number, text in enumerate(TEXTS)
    ]
    source = Source("s", TEXTS[0], TEXTS, TEXTS[1], TEXTS[2], TEXTS[5], 'https://a.b/"<>`', None)
    return ArgumentMap(
        tuple(claims),
        (*supports, *steps),
        ("c0",),
        (source,),
        title=" ".join(TEXTS),
        description="\n\n".join(TEXTS),
        language="he",
    )
