"""Examples from the literature, with the results that are known for them.

Of each it is said where it is published and where it is restated; the papers themselves were not
at hand to compare.
"""

import pytest

from argmap.evaluation.acceptance import Semantics
from argmap.evaluation.labelling import evaluate
from argmap.evaluation.standpoints import standpoints
from argmap.model import Argument, ArgumentMap, Claim, Label, Polarity
from argmap.pipeline import loads
from tests.evaluation.test_standpoints import METHODS, require_solver

ACCEPTED, UNDECIDED = Label.ACCEPTED, Label.UNDECIDED

# The first four are of Prakken (2010), “An abstract framework for argumentation with structured
# arguments”, at the pages named, the last one of Baroni, Caminada and Giacomin, “An introduction to
# argumentation semantics”. T. Gordon restates all of them in the tests of evaluation of Carneades
# (test_evaluation.clj), with what is accepted and undecided under the grounded semantics of ASPIC+.
BACHELOR = """\
argmap: 1
thesis:
  id: bachelor
  text: Fred is a bachelor.
  contradicts: married
  premises: [{id: party-animal, text: Fred is a party animal.}]
claims:
  - id: married
    text: Fred is married.
    premises: [{id: ring, text: Fred wears a ring.}]
"""
FRISIAN = """\
argmap: 1
thesis:
  id: tall
  text: Wiebe is tall.
  premises:
    - id: dutch
      text: Wiebe is Dutch.
      arguments:
        - {strength: decisive, premises: [{id: frisian, text: Wiebe is Frisian., status: certain}]}
"""
LIBRARY = """\
argmap: 1
thesis:
  id: denied
  text: The person is denied access to the library.
  arguments:
    - strength: 0.7
      premises:
        - id: misbehaves
          text: The person misbehaves.
          arguments:
            - {strength: 0.5, premises: [{id: snores, text: The person snores in the library.}]}
  rebuttals:
    - {strength: 0.6, premises: [{id: professor, text: The person is a professor.}]}
"""
SELF_DEFEAT = """\
argmap: 1
thesis:
  id: unreliable
  text: John is an unreliable witness.
  arguments:
    - premises: [{id: says-so, text: John says that he is unreliable.}]
      rebuttals: [ref: unreliable]
"""
TANDEM = """\
argmap: 1
thesis:
  - id: john
    text: John rides the tandem.
    premises: [{id: john-wants, text: John wants to ride.}]
    rebuttals: [{premises: [{ref: mary}, {ref: suzy}]}]
  - id: mary
    text: Mary rides the tandem.
    premises: [{id: mary-wants, text: Mary wants to ride.}]
    rebuttals: [{premises: [{ref: john}, {ref: suzy}]}]
  - id: suzy
    text: Suzy rides the tandem.
    premises: [{id: suzy-wants, text: Suzy wants to ride.}]
    rebuttals: [{premises: [{ref: john}, {ref: mary}]}]
"""


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        pytest.param(BACHELOR, {"bachelor": UNDECIDED, "married": UNDECIDED}, id="page 9"),
        pytest.param(FRISIAN, {"tall": ACCEPTED}, id="page 11"),
        # The last link decides: by the weakest one, 0.5 against 0.6, access would not be denied.
        pytest.param(LIBRARY, {"denied": ACCEPTED}, id="page 17"),
        pytest.param(SELF_DEFEAT, {"unreliable": UNDECIDED, "says-so": ACCEPTED}, id="page 18"),
        pytest.param(
            TANDEM,
            {
                **dict.fromkeys(("john-wants", "mary-wants", "suzy-wants"), ACCEPTED),
                **dict.fromkeys(("john", "mary", "suzy"), UNDECIDED),
            },
            id="tandem",
        ),
    ],
)
def test_structured_arguments_have_the_verdicts_that_are_known(text, verdicts):
    found = evaluate(loads(text)).claims
    assert {name: found[name].label for name in verdicts} == verdicts


def framework(attacks):
    """Return claims that attack each other; `ab ba` are two attacks, a letter alone a claim."""
    pairs = [one for one in attacks.split() if len(one) == 2]
    return ArgumentMap(
        tuple(Claim(name, name) for name in sorted(set(attacks) - {" "})),
        tuple(Argument(pair, (pair[0],), pair[1], Polarity.ATTACK) for pair in pairs),
    )


def extensions(a_map, semantics, method):
    found = standpoints(a_map, semantics, method=method)
    return sorted(
        "".join(name for name, label in one.claims.items() if label is ACCEPTED) for one in found
    )


# Baroni and Giacomin (2009), “Semantics of abstract argumentation systems”, by the figures and
# pages at which A. P. Young codes the graphs; and the two of Figure 1 of Caminada (2007), “An
# algorithm for computing semi-stable semantics”, which B. van Gijzel gives in the examples of his
# package Dung. The extensions are checked by hand against Dung's definitions: of the last graph,
# van Gijzel lists {b} as complete, which does not contain d that it defends.
FRAMEWORKS = {
    "2.1, page 25": ("ba", "b", "b", "b"),
    "2.2, page 27": ("ba ab", " a b", "a b", "a b"),
    "2.4, page 30": ("bc ba ab", " ac b", "ac b", "ac b"),
    "2.5, page 35": ("dc cd bc ba ab", " a ac ad bd d", "ac ad bd", "ac ad bd"),
    "2.6, page 36": ("ab bc cd de ef fe", "ac ace acf", "ace acf", "ace acf"),
    "2.7, page 37": ("ab bc ca", "", "", None),
    "2.8, page 38": ("cc bc ba ab", " a b", "a b", "b"),
    "2.9, page 39": ("ab ba bc cc dd", " a b", "a b", None),
    "2.10, page 40": ("ab ba ac bc cd dc", " ad bd d", "ad bd", "ad bd"),
    "1, left": ("aa ac bc cd", "bd", "bd", None),
    "1, right": ("ab ba bc cd de ec", " a bd", "a bd", "bd"),
}


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("figure", FRAMEWORKS)
def test_frameworks_have_the_extensions_that_are_known(figure, method):
    if method == "sat":
        require_solver()
    attacks, complete, preferred, stable = FRAMEWORKS[figure]
    a_map = framework(attacks)
    assert extensions(a_map, Semantics.COMPLETE, method) == complete.split(" ")
    assert extensions(a_map, Semantics.PREFERRED, method) == preferred.split(" ")
    assert extensions(a_map, Semantics.STABLE, method) == ([] if stable is None else stable.split())
    grounded = [name for name, one in evaluate(a_map).claims.items() if one.label is ACCEPTED]
    assert "".join(grounded) == complete.split(" ")[0]
