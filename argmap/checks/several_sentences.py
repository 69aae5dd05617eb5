"""A claim's text has more than one sentence.

One claim should say one thing, so that it can be accepted or denied as a whole. Of two sentences a
reader may grant one and doubt the other, and a rebuttal cannot say which it is about. Mostly the
second sentence is a reason for the first and becomes a premise, or it explains a word and goes into
`note`.

Abbreviations, initials, numbers, an ellipsis and what stands in quotation marks do not end a
sentence.

Wrong:

```yaml
argmap: 1
thesis:
  text: The market should move to the square. The street is too narrow.
```

Right:

```yaml
argmap: 1
thesis:
  text: The market should move to the square.
  premises:
    - The street is too narrow.
```
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from argmap.checks.language.quotation import without_quotations
from argmap.checks.rule import Subject
from argmap.checks.wording import name_of
from argmap.diagnostics import Finding, Severity

SEVERITY = Severity.WARNING
OPTIONAL = False
NEEDS_WHOLE = False

ENGLISH = (
    "mr mrs ms dr prof st jr sr rev hon gen col sgt capt lt gov sen rep vs etc al ca cf ed eds vol "
    "no nos fig figs pp art sec ch inc ltd co corp dept est approx jan feb mar apr jun jul aug sep "
    "sept oct nov dec mt ft viz"
)
GERMAN = "abs bzw bspw evtl ggf hr fr nr str usw vgl zb sog inkl exkl mio mrd geb gest hl"
FRENCH = "mm mme mlle mlles av env chap éd mgr ste"
RUSSIAN = (
    "гг вв ул пр просп пл кв стр ст рис табл гл см ср тыс млн млрд руб коп им акад проф доц обл "
    "респ др изд сб напр"
)
KAZAKH = "жж тг ауд теңг"
ABBREVIATIONS = frozenset(
    word for words in (ENGLISH, GERMAN, FRENCH, RUSSIAN, KAZAKH) for word in words.split()
)
LONGEST_ABBREVIATION = 12
CLOSING = r"[)\]”»“’]"
OPENING = '([“„«‘"¿¡'

# Both loops are possessive and begin only at the first mark, so that the search stays linear.
_END = re.compile(
    rf"(?<![.!?])([.!?]++){CLOSING}*+\s+(?=[{re.escape(OPENING)}]*(\w))"
    rf"|([。！？।؟])[。！？।؟]*+{CLOSING}*+\s*(?=(\w))"
)


def find(subject: Subject) -> Iterator[Finding]:
    """Yield the claims that have several sentences, with their number."""
    for claim in subject.map.claims:
        number = count_sentences(claim.text)
        if number > 1:
            message = f"{name_of(claim)} has {number} sentences; a claim says one thing"
            advice = "make a claim of each; a reason goes under “premises”, a remark into “note”"
            yield Finding(claim.text_span or claim.span, message, help=advice)


# An editor asks of the same claims after each keystroke.
@lru_cache(maxsize=8192)
def count_sentences(text: str) -> int:
    """Return the number of sentences, in case of doubt the smaller one."""
    own_words = without_quotations(text)
    return 1 + sum(_ends_sentence(own_words, found) for found in _END.finditer(own_words))


def _ends_sentence(text: str, found: re.Match[str]) -> bool:
    mark, following = found[1] or found[3], found[2] or found[4]
    if following.islower() or following.isdigit() or following == "_":
        return False
    if mark != ".":
        return ".." not in mark
    before = text[max(0, found.start() - LONGEST_ABBREVIATION) : found.start()]
    word = before.split(" ")[-1].lstrip(OPENING).casefold()
    is_initial = len(word) == 1 and not word.isdigit()
    is_ordinal = word.isdigit() and len(word) < 3
    return not (is_initial or is_ordinal or "." in word or word in ABBREVIATIONS)
