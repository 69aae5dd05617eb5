from hypothesis import given

from argmap.model import Argument, ArgumentMap, Claim, Polarity
from argmap.outline import Entry, Relation, Telling, mention, sections
from argmap.pipeline import loads
from tests.examples import examples
from tests.strategies import argument_maps

SHARED = """argmap: 1
thesis:
  id: t
  text: Thesis.
  arguments:
    - premises: [{id: a, text: A., premises: [{id: c, text: C.}]}, {id: b, text: B.}]
      backing: [{id: k, text: K.}]
      rebuttals: [{id: u, text: U.}]
  rebuttals: [{ref: a}]
claims: [{id: z, text: Z.}]
"""


def chain(length: int) -> ArgumentMap:
    claims = tuple(Claim(f"c{number}", f"Claim {number}.") for number in range(length))
    arguments = tuple(
        Argument(f"a{number}", (f"c{number}",), f"c{number - 1}") for number in range(1, length)
    )
    return ArgumentMap(claims, arguments, ("c0",))


def told(entry: Entry) -> tuple[int, str, str, str]:
    return entry.depth, entry.relation.value, entry.node.id, entry.telling.value


def test_an_outline_says_how_each_entry_stands_to_the_one_above() -> None:
    tree, alone = sections(loads(SHARED))
    assert [told(entry) for entry in tree.entries] == [
        (0, "root", "t", "whole"),
        (1, "support", "t.1", "whole"),
        (2, "premise", "a", "whole"),
        (3, "support", "c", "whole"),
        (2, "premise", "b", "whole"),
        (2, "backing", "k", "whole"),
        (2, "undercut", "u", "whole"),
        (1, "attack", "a", "above"),
    ]
    assert [told(entry) for entry in alone.entries] == [(0, "root", "z", "whole")]
    assert tree.root.id == "t"


def test_a_premise_that_stands_for_its_argument_names_it() -> None:
    tree, _ = sections(loads(SHARED))
    assert tree.entries[3].argument == loads(SHARED).arguments_by_id["a.1"]


def test_what_lies_too_deep_is_told_in_a_section_of_its_own_right_after() -> None:
    first, second, third = sections(chain(8), deepest=2)
    assert [told(entry)[2:] for entry in first.entries] == [
        ("c0", "whole"),
        ("c1", "whole"),
        ("c2", "whole"),
        ("c3", "below"),
    ]
    assert second.root.id == "c3"
    assert [entry.node.id for entry in third.entries] == ["c6", "c7"]
    assert [one.continued for one in (first, second, third)] == [False, True, True]


def test_a_leaf_is_told_however_deep_it_lies() -> None:
    (only,) = sections(chain(4), deepest=2)
    assert only.entries[-1].telling is Telling.WHOLE


def test_a_chain_of_ten_thousand_claims_is_told_without_recursion() -> None:
    (whole,) = sections(chain(10_000))
    assert len(whole.entries) == 10_000
    parts = list(sections(chain(10_000), deepest=6))
    assert max(entry.depth for part in parts for entry in part.entries) == 7


@examples(100)
@given(argument_maps())
def test_every_claim_is_told_once_and_every_argument(a_map: ArgumentMap) -> None:
    for deepest in (None, 0, 2):
        entries = [e for part in sections(a_map, deepest=deepest) for e in part.entries]
        whole = [entry for entry in entries if entry.telling is Telling.WHOLE]
        assert sorted(e.node.id for e in whole if isinstance(e.node, Claim)) == sorted(
            a_map.claims_by_id
        )
        arguments = [entry.argument or entry.node for entry in entries]
        named = [one.id for one in arguments if isinstance(one, Argument)]
        assert sorted(named) == sorted(a_map.arguments_by_id)


@examples(50)
@given(argument_maps())
def test_attacks_are_told_as_attacks(a_map: ArgumentMap) -> None:
    for part in sections(a_map):
        for entry in part.entries:
            argument = entry.argument or entry.node
            if isinstance(argument, Argument):
                against = entry.relation in (Relation.ATTACK, Relation.UNDERCUT)
                assert against == (argument.polarity is Polarity.ATTACK)


def test_a_mention_is_the_label_or_the_first_words() -> None:
    assert mention(Claim("a", "A text.", label="Label")) == "Label"
    assert mention(Claim("a", "Short.")) == "Short."
    long = mention(Claim("a", "word, " * 30))
    assert long.endswith("word …")
    assert len(long) <= 62
    assert len(mention(Claim("a", "w" * 200))) <= 62
