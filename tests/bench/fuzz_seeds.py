"""A sound document in each notation that is read, from which hostile ones are made."""

import json

from argmap.formats import FORMATS, notation_of
from argmap.pipeline import loads

SQUARE = """\
argmap: 1
title: The square
description: What to do with it.
language: en
sources:
  report: {title: On trees, author: [A. Ash], year: 2019, url: https://a.b/c, container: Press}
thesis:
  id: plant
  text: We should plant a pear tree.
  label: Plant
  link: https://a.b/plant
  note: |
    Two
    lines.
  tags: [town, trees]
  credence: 0.7
  arguments:
    - id: step
      premises:
        - {text: It gives shade., id: shade, source: {ref: report, at: ¶3, quote: trees give shade}}
        - People sit there.
      scheme: positive-consequences
      strength: strong
      rebuttals: [They sit there in winter.]
    - It is cheap.
  rebuttals:
    - {text: Its roots lift the pavement., id: roots, status: open, rebuttals: [Roots grow down.]}
claims:
  - {text: We should leave it., id: leave, group: Doing nothing, contradicts: [plant]}
expect: {plant: undecided}
style: {width: 300, direction: right, focus: [plant], depth: 4}
"""
GSN = """\
module: {name: Robot, brief: "Is it safe?"}
G1:
  text: The robot is safe.
  supportedBy: [S1, Sn9]
  inContextOf: [C1]
C1: {text: In the workshop}
S1: {text: Each hazard in turn., supportedBy: [G2, G3], inContextOf: [A1, J1]}
A1: {text: All hazards are known.}
J1: {text: Two teams listed the hazards.}
G2: {text: It stops., supportedBy: Sn1, url: "https://example.org/stop"}
G3: {text: It stays up., undeveloped: true, layer1: Ask Ann.}
Sn1: {text: Touch tests, classes: [lab], horizontalIndex: {relative: 1}}
Sn9: {text: Ten years of use}
CG1: {text: The tests were on a bench., challenges: Sn1}
CG3: {text: A bench is like it., challenges: [CG1 -> Sn1, "G1 -> S1"], defeatedRelation: Sn1}
CG2: {text: A third team found more., challenges: S1}
"""
KIALO = """\
Discussion Title: A tree for the square

1. We should plant a pear tree here.
1.1. Pro: It will [shade](https://a.b/c) the bench. [1]
1.1.1. Con: The bench may move
to the other side.
1.2. Con: Its roots will lift the pavement.
1.3. Con: -> See 1.1.1.

Sources:
[1] https://a.b/c
"""
RATIONALE = """\
Contention: We should plant a pear tree.
\tReason 1:
\t\tIt will shade the bench.
\t\tCo-premise: People sit on the bench.
\t\tObjection: They sit there in winter.
\tObjection 1: Its roots will lift the pavement. #roots {#roots}
2) Position: {#roots}
   a) Reason: It is new.
"""
ARGVIEW = """\
We should plant a pear tree.:
  r1:
    It will shade the bench.:
      note: |
        At noon.
      -1:
        "The bench may move: it is light.": {}
    -People sit on the bench.:
    label: shade
    strength: 4
  o1:
    Its roots lift the pavement.: []
"""
ARGGRAPH = """\
<arggraph id="m" topic_id="a_tree" stance="pro">
  <edu id="e1"><![CDATA[We should plant a tree.]]></edu>
  <edu id="e2">It is cheap &amp; green</edu><edu id="e3" implicit="true">Roots lift.</edu>
  <joint id="j1"/><adu id="a1" type="pro"/><adu id="a2" type="opp"/><adu id="a3"/>
  <edge id="s1" src="e1" trg="a1" type="seg"/><edge id="s2" src="e2" trg="j1" type="seg"/>
  <edge id="s3" src="j1" trg="a2" type="seg"/><edge id="s4" src="e3" trg="a3" type="seg"/>
  <edge id="c1" src="a2" trg="a1" type="reb"/><edge id="c2" src="a3" trg="c1" type="und"/>
</arggraph>
"""
BRAT = """\
T1\tMajorClaim 0 23\tWe should plant a tree.
T2\tClaim 24 40;44 50\tIt gives us some shade
T3\tPremise 60 70\tRoots lift
A1\tStance T2 For
R1\tattacks Arg1:T3 Arg2:T1\t
#1\tAnnotatorNotes T3\tsure?
*\tEquiv T1 T2
"""
ARGDOWN = """\
===
title: The square
abstract: What to do?
model: {mode: strict}
===

# Trees {isGroup: true}

[Plant]: We should *plant* a [tree](https://a.b) #town {source: x}
  + <Shade>: It gives shade. // a remark
    - [Roots]: Its roots :rarr: lift the pavement.
  <_ <Winter>
  >< [Leave]

<Shade>

(1) [Sit]: People sit there.
(2) It is hot.
-- Modus ponens (uses: 1, 2) {uses: [1,2]} --
(3) [Plant]
    <- @[Roots] and \\#more
"""
FREEPLANE = """\
<map version="freeplane 1.9.13"><node ID="ID_0" TEXT="The square">
<node ID="ID_1" TEXT="Plant a tree. {#plant}" TAGS="town&#10;tree" LINK="https://a.b">
<icon BUILTIN="button_ok"/>
<richcontent TYPE="NOTE"><html><head/><body><p>Two</p><p>lines &amp; more</p></body></html>
</richcontent><node ID="ID_2" TEXT="+ Shade" COLOR="#fff"><font NAME="x"/></node>
<node ID="ID_3"><richcontent TYPE="NODE"><html><body><p>- Roots</p></body></html></richcontent>

<node ID="ID_5" TEXT="&lt;html&gt;&lt;p&gt;Sun &amp;amp; rain"/>
<node ID="ID_4" CONTENT_ID="ID_2"/><node TREE_ID="ID_1" LINK="#ID_2" TEXT="x"/></node>
</node></node></map>
"""
OPML = """\
<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>The square</title></head><body>
<outline text="Plant a tree. #town {#plant}" _note="Two&#10;lines" url="https://a.b" type="link">
<outline text="Because:" category="a,/b/c"><outline text="It gives shade."/>
<outline text="&amp; &lt;b&gt;People&lt;/b&gt; sit &amp;amp; wait."/>
<outline text="~ In winter"/></outline>
<outline text="- {#plant}" isComment="true"/><outline type="include" url="x.opml" text="y"/>
</outline></body></opml>
"""


def _idea(number: int, title: str, *inside: object, **attributes: object) -> dict[str, object]:
    ideas = {str(rank): one for rank, one in enumerate(inside, start=1)}
    return {"title": title, "id": number, "attr": attributes, "ideas": ideas}


MINDMUP = {
    **_idea(0, "The square"),
    "formatVersion": 3,
    "ideas": {
        "1": _idea(
            1,
            "Plant a tree. https://a.b",
            _idea(2, "group", _idea(3, "Shade"), _idea(4, "People sit."), group="supporting",
                  parentConnector={"label": "because"}, styleNames=["attr_implicit_claim"]),
            _idea(5, "group", _idea(6, "Roots", note={"text": "<p>a</p>b"}), group="opposing"),
        )
    },
    "links": [{"ideaIdFrom": 3, "ideaIdTo": 6}],
}  # fmt: skip
_TAG = {"type": "tag", "start": 6, "stop": 10, "tag": "town", "title": "Plant", "url": "https://a"}
ARGDOWN_JSON = {
    "statements": {
        "Plant": {
            "title": "Plant",
            "section": "s1",
            "tags": ["town"],
            "data": {"x": 1},
            "members": [{"text": "Plant #town now", "ranges": [_TAG, {**_TAG, "type": "link"}]}],
        },
        "Sit": {"title": "Sit", "members": [{"text": "People sit.", "section": "s1"}]},
    },
    "arguments": {
        "Shade": {
            "title": "Shade",
            "members": [{"text": "It gives shade."}],
            "pcs": [
                {"title": "Sit", "role": "premise"},
                {"title": "Plant", "inference": {"inferenceRules": ["a"], "data": {"uses": [1]}}},
            ],
        },
        "Roots": {"title": "Roots", "members": [{"text": "Roots lift."}]},
    },
    "relations": [
        {"relationType": "attack", "from": "Roots", "fromType": "argument", "to": "Shade",
         "toType": "inference", "conclusionIndex": 1},
        {"relationType": "contrary", "from": "Plant", "fromType": "equivalence-class",
         "to": "Sit", "toType": "equivalence-class"},
    ],
    "sections": [{"id": "s1", "title": "Trees", "isGroup": True,
                  "children": [{"id": "s2", "title": "x", "ranges": [_TAG]}]}],
}  # fmt: skip
XAIF = {
    "AIF": {
        "nodes": [
            {"nodeID": "1", "text": "Plant a tree.", "type": "I"},
            {"nodeID": 2, "text": "Shade", "type": "I"},
            {"nodeID": "3", "text": "Expert Opinion", "type": "RA"},
            {"nodeID": "4", "text": "Ann: Shade!", "type": "L"},
            {"nodeID": "5", "text": "Asserting", "type": "YA"},
            {"nodeID": "6", "text": "Contradiction", "type": "CA"},
            {"nodeID": "7", "text": "Rephrase", "type": "MA"},
        ],
        "edges": [
            {"edgeID": n, "fromID": a, "toID": b}
            for n, (a, b) in enumerate(
                [(2, "3"), ("3", "1"), ("4", "5"), ("5", 2), ("6", "1"), (2, "7"), ("7", "1")]
            )
        ],
        "locutions": [{"nodeID": "4", "personID": "p"}],
        "participants": [{"participantID": "p", "firstname": "Ann", "surname": "Ash"}],
    }
}
OVA2 = {
    "analysis": {"txt": "Shade!", "url": ""},
    "nodes": [
        {"id": 1, "type": "I", "text": "Plant a tree.", "visible": True, "participantID": 0},
        {"id": 2, "type": "I", "text": "Trees, then.", "visible": True, "participantID": 0},
        {"id": 3, "type": "MA", "text": "Default Rephrase", "visible": True},
        {"id": 4, "type": "L", "text": "Trees!", "participantID": 7},
        {"id": 5, "type": "YA", "text": "Asserting"},
    ],
    "edges": [{"from": {"id": a}, "to": {"id": b}} for a, b in ((2, 3), (3, 1), (4, 5), (5, 2))],
    "participants": [{"id": 7, "firstname": "Ann", "surname": "Ash"}],
}
CANVAS = """\
{"nodes": [
 {"id": "a", "type": "text", "text": "**Plant**  \\nWe *should* plant a [tree](<x>).", "color": "4",
  "x": 0, "y": 0, "width": 100, "height": 50},
 {"id": "b", "type": "file", "file": "notes/Shade.md", "x": 0, "y": 90, "width": 9, "height": 9},
 {"id": "c", "type": "link", "url": "https://a.org", "x": 5, "y": 90, "width": 9, "height": 9},
 {"id": "g", "type": "group", "label": "All", "x": -9, "y": -9, "width": 400, "height": 400},
 {"id": "p", "type": "text", "text": "+", "x": 0, "y": 60, "width": 9, "height": 9}
], "edges": [
 {"id": "1", "fromNode": "b", "toNode": "p", "toEnd": "none"},
 {"id": "2", "fromNode": "c", "toNode": "p"},
 {"id": "3", "fromNode": "p", "toNode": "a", "label": "rebuts", "color": "#ff0000"},
 {"id": "4", "fromNode": "c", "toNode": "a", "fromEnd": "arrow", "label": "contradicts"}
]}
"""
MERMAID = """\
---
title: Trees
---
flowchart TD
  accTitle: Trees
  c1["<b>Plant</b><br/>We should #quot;plant#quot; a tree."]:::thesis
  c2(It gives shade.) & c3{{Shade is good}} --> p((+)) --> c1
  c4>"Its roots; [lift] it"] -- rebuts --> c1
  subgraph g1 ["The square"]
    c4 -.->|because| c5[/"`**Old**\nand big`"/]
  end
  c5 x--x c4; c6@{ shape: rect, label: "No" } --x c2
  click c2 href "https://example.org"
  classDef thesis fill:#fff
"""
DOT = """\
strict digraph "G" { // comment
  label="Trees"; layout=neato;
  subgraph cluster_0 { label="The square"; a [label="It gives\\nshade.", URL="https://a.org"]; b }
  c [label=<<b>We</b> should &lt;plant&gt;.>]; d [shape=record, label="{<f0> old|big}"];
  a -> c [label="supports"]; b -> c [xlabel=undermines]; d:f0 -> c [color="#cc0000"];
  /* more */ c -> e [dir=back, label=because]; p [shape=point]; a -> p; b -> p;
  p -> d [arrowhead=tee, style=dashed];
}
"""
_BY_HAND = {
    "aif": [json.dumps(XAIF), json.dumps(OVA2)],
    "argdown": [ARGDOWN],
    "argdown-json": [json.dumps(ARGDOWN_JSON)],
    "argdown-markdown": [f"# A page\n\n```argdown\n{ARGDOWN}```\n\nMore.\n"],
    "argview": [ARGVIEW],
    "arggraph": [ARGGRAPH],
    "brat": [BRAT],
    "canvas": [CANVAS],
    "dot": [DOT],
    "freeplane": [FREEPLANE],
    "gsn": [GSN],
    "kialo": [KIALO],
    "mermaid": [MERMAID],
    "mindmup": [json.dumps(MINDMUP)],
    "opml": [OPML],
    "rationale": [RATIONALE],
    "yaml": [SQUARE],
}
READERS = tuple(format.name for format in FORMATS if format.reads)


def seeds() -> dict[str, list[str]]:
    """Return the documents by the name of their notation: what argmap writes, and more by hand."""
    a_map = loads(SQUARE)
    found = {name: list(_BY_HAND.get(name, ())) for name in READERS}
    for format in FORMATS:
        if format.reads and format.writes:
            found[format.name].append(notation_of(format).dumps(a_map).whole)
    return found
