"""Mind maps of Freeplane as maps: centre, icons, notes, clones, and what is lost."""

import pytest

from argmap.formats import freeplane
from argmap.formats.recognition import readable_format
from argmap.model import ArgumentMap, Claim

MIND_MAP = """\
<map version="freeplane 1.9.13">
<!--To view this file, download free mind mapping software Freeplane-->
<node TEXT="The square" FOLDED="false" ID="ID_1"><hook NAME="MapStyle">
<map_styles><stylenode LOCALIZED_TEXT="styles.root_node"><font SIZE="24"/></stylenode></map_styles>
</hook>
<node TEXT="We should plant a pear tree." POSITION="right" ID="ID_2">
<richcontent TYPE="NOTE">

<html>
  <head>
    <style>p { margin: 0 }</style>
  </head>
  <body>
    <p>
      As people
      asked
    </p>
    <p/>
    <p>in &quot;May&quot;<br/>and June</p>
  </body>
</html>
</richcontent>
<richcontent TYPE="DETAILS" CONTENT-TYPE="plain/auto"><text>Seen
twice</text></richcontent>
<node ID="ID_3" LINK="https://a.b/c">
<richcontent TYPE="NODE"><html><body><p>It will <b>shade</b></p><p>the bench.</p></body></html>
</richcontent>
<icon BUILTIN="button_ok"/>
<font BOLD="true"/>
</node>
<node TEXT="Its roots will lift the pavement." ID="ID_4">
<icon BUILTIN="emoji-2796"/>
<icon BUILTIN="idea"/>
<arrowlink DESTINATION="ID_3"/>
<attribute NAME="weight" VALUE="3"/>
<node TEXT="But: Pear roots grow downwards." ID="ID_5" COLOR="#ff0000"/>
</node>
</node>
<node TEXT="We should leave the pavement as it is." LINK="#ID_3" ID="ID_6">
<node ID="ID_7" TREE_ID="ID_4"><node ID="ID_8" TREE_ID="ID_5"/></node>
</node>
</node>
</map>
"""


def read(text: str) -> ArgumentMap:
    reading = freeplane.loads(text, file="square.mm")
    assert reading.map is not None, reading.diagnostics
    return reading.map


def test_a_mind_map_becomes_a_map() -> None:
    reading = freeplane.loads(MIND_MAP, file="square.mm")
    a_map = reading.map
    assert a_map.title == "The square"
    assert a_map.theses == ("we-should-plant-a-pear", "we-should-leave-the-pavement")
    thesis, shade = a_map.claims[:2]
    assert thesis.note == 'As people asked\n\nin "May"\nand June\n\nSeen\ntwice'
    assert (shade.text, shade.link) == ("It will shade the bench.", "https://a.b/c")
    roots = "its-roots-will-lift-the"
    assert [(a.premises, a.polarity.value, a.target) for a in a_map.arguments] == [
        ((shade.id,), "support", thesis.id),
        ((roots,), "attack", thesis.id),
        (("pear-roots-grow-downwards",), "attack", roots),
        ((roots,), "support", "we-should-leave-the-pavement"),
    ]
    assert [(d.span.start.line, d.message) for d in reading.diagnostics] == [
        (29, "colours and fonts are left out"),
        (33, "icons but those for and against are left out"),
        (34, "arrows between nodes are left out"),
        (35, "attributes are left out"),
        (39, "links to other nodes are left out"),
    ]
    assert readable_format("square.mm", MIND_MAP.encode()).name == "freeplane"
    assert freeplane.recognises(MIND_MAP)


def node(text: str, inside: str = "") -> str:
    return f'<node TEXT="{text}">{inside}</node>'


@pytest.mark.parametrize(
    ("inside", "title", "theses"),
    [
        (node("A", node("B") + node("C")), "A", ("b", "c")),
        (node("A", node("+ B") + node("C")), None, ("a",)),
        (node("A", node("Con: B")), None, ("a",)),
        (node("A"), None, ("a",)),
        (node("", node("B")), None, ("b",)),
    ],
)
def test_the_centre_is_the_thesis_where_the_first_level_says_so(
    inside: str, title: str, theses: tuple[str, str]
) -> None:
    a_map = read(f"<map>{inside}</map>")
    assert (a_map.title, a_map.theses) == (title, theses)


def test_a_thesis_without_a_title_stands_in_the_centre() -> None:
    text = freeplane.dumps(ArgumentMap((Claim("a", "A"),), (), ("a",))).text
    assert '  <node ID="ID_1" TEXT="A"/>' in text
    assert "ID_0" not in text


def test_a_mention_leads_to_the_node_it_mentions() -> None:
    text = freeplane.dumps(read(MIND_MAP)).text
    assert 'TEXT="- Its roots will lift the pavement. {#its-roots-will-lift-the}"' in text
    assert '<node ID="ID_6" TEXT="+ {#its-roots-will-lift-the}" LINK="#ID_3">' in text


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("<opml/>", 1, "this is no mind map"),
        ('<map>\n<node TEXT="a"><node TREE_ID="ID_9"/></node></map>', 2, "there is no claim"),
        ('<map><node TEXT="a">\n<node TEXT="b {#a!}"/></node></map>', 2, "“a!” is not an id"),
        ("<map/>", 1, "there is no claim in this file"),
    ],
)
def test_what_is_wrong_has_its_place(text: str, line: int, told: str) -> None:
    reading = freeplane.loads(text, file="square.mm")
    assert reading.map is None
    assert any(d.span.start.line == line and told in d.message for d in reading.diagnostics)


def test_a_clone_of_a_clone_is_the_same_claim() -> None:
    clones = '<node ID="c" TREE_ID="b"/><node ID="d" TREE_ID="c"/>'
    a_map = read(f'<map><node TEXT="a"><node ID="b" TEXT="+ b"/>{node("- e", clones)}</node></map>')
    assert [(a.premises, a.target) for a in a_map.arguments] == [
        (("b",), "a"), (("e",), "a"), (("b",), "e"), (("b",), "e"),
    ]  # fmt: skip


def test_clones_of_each_other_are_told() -> None:
    clones = '<node ID="c" TREE_ID="d"/><node ID="d" TREE_ID="c"/>'
    reading = freeplane.loads(f'<map><node TEXT="a">{clones}</node></map>')
    assert {d.code for d in reading.diagnostics} == {"unknown-reference"}


def test_a_step_has_its_premises_below_it() -> None:
    reading = freeplane.loads(
        '<map><node TEXT="a"><node TEXT="Pro:" LINK="x.html"><node TEXT="b"/><node TEXT="c"/>'
        '<node TEXT="d"><icon BUILTIN="button_cancel"/></node></node></node></map>'
    )
    assert [(a.premises, a.target) for a in reading.map.arguments] == [
        (("b", "c"), "a"), (("d",), "a.1"),
    ]  # fmt: skip
    assert [d.message for d in reading.diagnostics] == ["links of steps are left out"]


def test_what_is_encrypted_is_told() -> None:
    reading = freeplane.loads('<map><node TEXT="a" ENCRYPTED_CONTENT="x"/></map>')
    assert [d.message for d in reading.diagnostics] == ["what is encrypted is left out"]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        (
            "&lt;html&gt;&lt;p&gt;One &lt;b&gt;and&lt;/b&gt;&lt;/p&gt;two &amp;amp; 3",
            "One and two & 3",
        ),
        ("&#10; &lt;HTML&gt;&lt;body&gt;A.&lt;/body&gt;&lt;/HTML&gt;", "A."),
        # Freeplane shows as it is what does not begin so.
        ("It is &lt;b&gt;never&lt;/b&gt; late &amp;amp; so", "It is <b>never</b> late &amp; so"),
        ("&lt;htmlx&gt; is no tag", "<htmlx> is no tag"),
        ("\\latex $x_2=\\frac{1}{3}$", "\\latex $x_2=\\frac{1}{3}$"),
        ("\\- a #b \\#c", "\\- a #b \\#c"),
    ],
)
def test_the_text_is_what_freeplane_shows(text: str, seen: str) -> None:
    (claim,) = read(f"<map>{node(text)}</map>").claims
    assert (claim.text, claim.tags) == (seen, ())


def test_a_text_that_begins_as_html_is_written_as_rich_text() -> None:
    a_map = ArgumentMap((Claim("a", "<html> is a tag & so on"),), (), ("a",))
    text = freeplane.dumps(a_map).text
    assert "<p>&lt;html&gt; is a tag &amp; so on {#a}</p>" in text
    assert read(text).claims == a_map.claims


def test_tags_of_a_node_are_tags() -> None:
    text = '<map><node TEXT="a #b" TAGS="one&#10; two words&#10;"/></map>'
    a_map = read(text)
    assert a_map.claims[0].tags == ("one", "two words")
    assert 'TAGS="one&#10;two words"' in freeplane.dumps(a_map).text


def test_tags_that_no_node_can_hold_are_told() -> None:
    writing = freeplane.dumps(ArgumentMap((Claim("a", "A", tags=("b\nc", "d")),)))
    assert 'TAGS="d"' in writing.text
    assert "tags of several lines" in writing.losses[-1].message


def test_a_note_of_freemind_is_a_note() -> None:
    text = (
        '<map version="0.8.0"><node TEXT="a"><hook NAME="accessories/plugins/NodeNote.properties">'
        "<text>One.\nTwo &lt;b&gt;.</text></hook></node></map>"
    )
    assert read(text).claims[0].note == "One.\nTwo <b>."


def test_the_note_of_the_title_is_the_description_and_nothing_of_it_is_lost_in_silence() -> None:
    rich = (
        '<richcontent TYPE="NOTE"><html><body><p>What</p><p>we do.</p></body></html></richcontent>'
    )
    inside = f'<map><node TEXT="Trees" LINK="https://a.b/c">{rich}{node("A")}</node></map>'
    reading = freeplane.loads(inside)
    assert (reading.map.title, reading.map.description) == ("Trees", "What\nwe do.")
    assert [d.message for d in reading.diagnostics] == [
        "the link and the tags of the title are left out"
    ]
    again = freeplane.loads(freeplane.dumps(reading.map).text)
    assert again.map == reading.map


def test_a_description_without_a_title_is_told() -> None:
    writing = freeplane.dumps(ArgumentMap((Claim("a", "A"),), (), ("a",), description="So."))
    assert writing.losses[-1].message == "a description without a title is left out"
