"""Microtext corpora: units are claims with the words of their segments, relations are arguments."""

from argmap.formats import arggraph
from argmap.model import ArgumentMap, Polarity
from argmap.reader import Reading

BRIDGE = """\
<?xml version='1.0' encoding='UTF-8'?>
<arggraph id="bridge" topic_id="close_the_bridge" stance="pro">
  <edu id="e1"><![CDATA[The bridge should be closed.]]></edu>
  <edu id="e2"><![CDATA[Of course the detour is long,]]></edu>
  <edu id="e3"><![CDATA[and the bus is rare.]]></edu>
  <edu id="e4"><![CDATA[But a closed bridge]]></edu>
  <edu id="e5"><![CDATA[kills nobody.]]></edu>
  <edu id="e6" implicit="true"><![CDATA[Old bridges do.]]></edu>
  <joint id="j1"/>
  <adu id="a1" type="pro"/>
  <adu id="a2" type="opp"/>
  <adu id="a3" type="opp"/>
  <adu id="a4" type="pro"/>
  <adu id="a5" type="pro"/>
  <edge id="s1" src="e1" trg="a1" type="seg"/>
  <edge id="s2" src="e2" trg="a2" type="seg"/>
  <edge id="s3" src="e3" trg="a3" type="seg"/>
  <edge id="s4" src="e4" trg="j1" type="seg"/>
  <edge id="s5" src="e5" trg="j1" type="seg"/>
  <edge id="s6" src="j1" trg="a4" type="seg"/>
  <edge id="s7" src="e6" trg="a5" type="seg"/>
  <edge id="c1" src="a2" trg="a1" type="reb"/>
  <edge id="c2" src="a3" trg="c1" type="add"/>
  <edge id="c3" src="a4" trg="c1" type="und"/>
  <edge id="c4" src="a5" trg="a4" type="exa"/>
</arggraph>
"""


def read(text: str) -> Reading:
    return arggraph.loads(text, file="bridge.xml")


def map_of(text: str) -> ArgumentMap:
    reading = read(text)
    assert reading.map is not None, reading.diagnostics
    return reading.map


def test_a_unit_says_what_its_segments_say() -> None:
    assert {claim.id: claim.text for claim in map_of(BRIDGE).claims} == {
        "a1": "The bridge should be closed.",
        "a2": "Of course the detour is long,",
        "a3": "and the bus is rare.",
        "a4": "But a closed bridge kills nobody.",
        "a5": "Old bridges do.",
    }


def test_relations_are_arguments_with_the_premises_that_are_added_to_them() -> None:
    found = {
        one.id: (one.premises, one.target, one.polarity, one.scheme)
        for one in map_of(BRIDGE).arguments
    }
    assert found == {
        "c1": (("a2", "a3"), "a1", Polarity.ATTACK, None),
        "c3": (("a4",), "c1", Polarity.ATTACK, None),
        "c4": (("a5",), "a4", Polarity.SUPPORT, "example"),
    }


def test_voices_are_tags_and_what_was_added_to_the_text_is_unstated() -> None:
    claims = map_of(BRIDGE).claims_by_id
    assert (claims["a1"].tags, claims["a2"].tags) == (("pro",), ("opp",))
    assert [name for name, claim in claims.items() if claim.unstated] == ["a5"]


def test_the_topic_is_the_title_and_the_unit_that_leads_nowhere_the_thesis() -> None:
    a_map = map_of(BRIDGE)
    assert (a_map.title, a_map.theses) == ("Close the bridge", ("a1",))
    assert a_map.description == "The text argues pro."


def test_nothing_of_a_graph_is_lost() -> None:
    assert read(BRIDGE).diagnostics == ()


def test_a_premise_may_be_added_to_what_was_added() -> None:
    text = BRIDGE.replace('src="a5" trg="a4" type="exa"', 'src="a5" trg="c2" type="add"')
    (first, _) = map_of(text).arguments
    assert first.premises == ("a2", "a3", "a5")


def test_an_unknown_relation_is_told_with_those_that_there_are() -> None:
    (found,) = read(BRIDGE.replace('"exa"', '"because"')).diagnostics
    assert (found.code, found.span.start.line) == ("bad-value", 25)
    assert "sup, exa, reb, und, add, seg" in str(found.help)


def test_what_a_relation_names_and_is_not_there_is_told_at_its_line() -> None:
    for broken, line in (
        ('src="a4" trg="c1"', 24),
        ('src="e5" trg="j1"', 19),
        ('src="a3" trg="c1"', 22),
    ):
        start = broken.split()[0]
        target = broken.split()[1]
        text = BRIDGE.replace(broken, f"{start.replace('a', 'x').replace('e', 'x')} {target}")
        assert [one.span.start.line for one in read(text).diagnostics] == [line], broken


def test_a_graph_without_units_is_none() -> None:
    (found,) = read('<arggraph id="empty"></arggraph>').diagnostics
    assert found.code == "not-a-map"


def test_such_a_file_is_recognised() -> None:
    assert arggraph.recognises(BRIDGE)
    assert not arggraph.recognises("<map version='freeplane'/>")


def test_a_document_type_is_passed_over_and_what_it_declares_refused() -> None:
    head = '<!DOCTYPE arggraph SYSTEM "arggraph.dtd">'
    text = BRIDGE.replace("<arggraph", f"{head}\n<arggraph", 1)
    assert map_of(text).claims == map_of(BRIDGE).claims
    declaring = text.replace('.dtd">', '.dtd" [<!ENTITY a "b">]>')
    assert read(declaring).map is None
