"""OPML as a map: what is read of it, what is lost, and what is wrong with a file."""

import codecs
import subprocess
import sys
from types import ModuleType
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.diagnostics import Severity
from argmap.errors import MissingExtraError
from argmap.formats import freeplane, opml
from argmap.formats.carriers import xml_document
from argmap.formats.recognition import readable_format
from argmap.model import ArgumentMap, Claim
from tests.examples import examples

OUTLINE = """\
<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head><title>The square</title><ownerName>Ann</ownerName></head>
  <body>
    <outline text="We should plant a pear tree." _note="As asked&#10;in May">
      <outline text="Pro: It will shade the bench." type="link" url="https://a.b/c"
        category="summer"/>
      <outline text="&amp; People sit on the bench." category="people,habit"/>
      <outline text="- Its roots will lift the pavement. {#roots}" checked="yes">
        <outline text=""/>
        <outline text="But: Pear roots grow downwards."/>
        <outline text="- So they say." isComment="true">
          <outline text="+ And all within."/>
        </outline>
      </outline>
    </outline>
    <outline text="We should leave the pavement as it is.">
      <outline text="+ {#roots}"/>
      <outline text="+ more" type="include" url="https://a.b/more.opml"/>
    </outline>
  </body>
</opml>
"""


def read(text: bytes, file: str = "square.opml") -> ArgumentMap:
    reading = opml.loads(text, file=file)
    assert reading.map is not None, reading.diagnostics
    return reading.map


def faults(text: str) -> list[tuple[int, int, str, str]]:
    return [
        (d.span.start.line, d.span.start.column, d.code, d.message)
        for d in opml.loads(text, file="a.opml").diagnostics
        if d.severity is Severity.ERROR
    ]


def test_an_outline_becomes_a_map() -> None:
    reading = opml.loads(OUTLINE, file="square.opml")
    a_map = reading.map
    assert a_map.title == "The square"
    assert a_map.theses == ("we-should-plant-a-pear", "we-should-leave-the-pavement")
    thesis, shade, people = a_map.claims[:3]
    assert thesis.note == "As asked\nin May"
    assert (shade.text, shade.tags, shade.link) == (
        "It will shade the bench.", ("summer",), "https://a.b/c",
    )  # fmt: skip
    assert people.tags == ("people", "habit")
    assert [(a.premises, a.polarity.value, a.target) for a in a_map.arguments] == [
        ((shade.id, people.id), "support", thesis.id),
        (("roots",), "attack", thesis.id),
        (("pear-roots-grow-downwards",), "attack", "roots"),
        (("roots",), "support", "we-should-leave-the-pavement"),
    ]
    assert [(d.span.start.line, d.message) for d in reading.diagnostics] == [
        (9, "A map has no further attributes: dropped from 1 outline"),
        (10, "what has no text is left out"),
        (12, "what is commented out is left out"),
        (19, "files that are included are left out: nothing is fetched"),
    ]
    assert readable_format("square.opml", OUTLINE.encode()).name == "opml"
    assert opml.recognises(OUTLINE)


@pytest.mark.parametrize(
    ("text", "line", "column", "code", "told"),
    [
        ("<opml>\n <head>\n</opml>", 3, 3, "notation-syntax", "this tag ends another element"),
        ("<opml><body>", 2, 1, "notation-syntax", "it ends before its elements do"),
        ("", 2, 1, "notation-syntax", "it ends before its elements do"),
        ("- a\n", 1, 1, "notation-syntax", "it does not begin with a tag"),
        ("<opml>&nbsp;</opml>", 1, 7, "notation-syntax", "a name that begins with “&”"),
        ("<opml><</opml>", 1, 8, "notation-syntax", "here is a character that cannot"),
        ("<opml/><opml/>", 1, 8, "notation-syntax", "something follows after its end"),
        ("<html/>", 1, 1, "not-a-map", "this is no OPML: it begins with “<html>”"),
        ("<opml><body/></opml>", 1, 1, "not-a-map", "there is no claim in this file"),
        ("<opml>\n<outline text='a &#157;'/></opml>", 2, 1, "bad-value", "in this text"),
        ("<opml>\n<outline text='a' _note='&#157;'/></opml>", 2, 1, "bad-value", "in this note"),
        ("<opml>\n<outline text='a' category='&#157;'/></opml>", 2, 1, "bad-value", "in this tag"),
        ("<opml><outline text='a'>\n<outline text='~ b'/></outline></opml>", 2, 1,
         "notation-syntax", "“~” speaks against a step"),
        ("<opml><outline text='Because:'/></opml>", 1, 7, "notation-syntax", "below nothing"),
    ],
)  # fmt: skip
def test_what_is_wrong_has_its_place(
    text: str, line: int, column: int, code: str, told: str
) -> None:
    found = faults(text)
    assert found[0][:3] == (line, column, code), found
    assert told in found[0][3]


def test_an_open_element_is_shown_beside_the_fault() -> None:
    (fault,) = opml.loads("<opml>\n <head>\n</opml>").diagnostics
    assert [(r.span.start.line, r.message) for r in fault.related] == [(2, "“<head>” begins here")]


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
HOSTILE = {
    "billion laughs": f'<!DOCTYPE o [<!ENTITY l0 "ha">{LAUGHS}]><opml>&l11;</opml>',
    "external entity": '<!DOCTYPE o [<!ENTITY x SYSTEM "file:///etc/passwd">]><opml>&x;</opml>',
    "parameter entity": '<!DOCTYPE o [<!ENTITY % x SYSTEM "http://127.0.0.1:1/">%x;]><opml/>',
    "external subset": '<!DOCTYPE opml SYSTEM "http://127.0.0.1:1/a.dtd"><opml/>',
    "harmless": "<!DOCTYPE opml><opml/>",
}


@pytest.mark.parametrize("notation", [opml, freeplane])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_nothing_is_declared_and_nothing_is_fetched(notation: ModuleType, text: str) -> None:
    (fault,) = notation.loads(text, file="a.opml").diagnostics
    assert fault.message.startswith("this file declares its own document type")
    assert "<!DOCTYPE" in fault.help


@pytest.mark.parametrize("notation", [opml, freeplane])
def test_too_deep_is_told_once(notation: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_document, "DEEPEST", 1_000)
    text = ("<opml>" if notation is opml else "<map>") + "<node>" * 100_000
    (fault,) = notation.loads(text).diagnostics
    assert (fault.code, fault.span.start.line) == ("too-deep", 1)


TEXT = '<?xml version="1.0" encoding="{}"?><opml><body><outline text="Grün „é“"/></body></opml>'


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (TEXT.format("utf-8").encode(), "Grün „é“"),
        (codecs.BOM_UTF8 + TEXT.format("UTF-8").encode(), "Grün „é“"),
        (TEXT.format("windows-1252").encode("cp1252"), "Grün „é“"),
        (TEXT.format("ISO-8859-1").encode("cp1252"), "Grün „é“"),
        (TEXT.format("UTF-16").encode("utf-16"), "Grün „é“"),
        (TEXT.format("us-ascii").encode(), "Grün „é“"),
        (TEXT.format("no-such").encode(), "Grün „é“"),
        (TEXT.format("zip").encode(), "Grün „é“"),
        (TEXT.format("UTF-16"), "Grün „é“"),
    ],
)
def test_the_declared_encoding_is_read(data: bytes, text: str) -> None:
    assert read(data).claims[0].text == text


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (TEXT.format("utf-8").encode("cp1252"), "the file is not UTF-8"),
        (TEXT.format("UTF-16").encode("utf-16")[:-1], "says that it is written in utf-16"),
        (b"\n" + TEXT.format("windows-1251").encode() + b"\x98", "written in cp1251, and is not"),
        (TEXT.format("utf-8").encode("utf-32"), "the file is written in UTF-32"),
        (b"<opml>\0</opml>", "it holds zero bytes"),
    ],
)
def test_a_wrong_encoding_is_told(data: bytes, told: str) -> None:
    (fault,) = opml.loads(data).diagnostics
    assert fault.code == "bad-encoding"
    assert told in fault.message


@pytest.mark.parametrize("filling", ["<!--{}-->", "<outline text='{}'/>", "<x>{}</x>", "<{}/>"])
def test_one_long_tag_is_read_once(filling: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # What reads it again with each piece would take minutes.
    monkeypatch.setattr(xml_document, "_PIECE", 1)
    text = f"<opml><body><outline text='a'/>{filling.format('a' * 300_000)}</body></opml>"
    assert opml.loads(text).text == text + "\n"


PROGRAM = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
from argmap.formats import opml
text = "<opml><body>" + '<outline text="a"/>' * 20_000 + "</body></opml>"
print(len(opml.loads(text.encode()).map.claims))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs the module resource")
def test_a_large_file_is_read_in_one_pass() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    )
    assert ended.stdout == "20000\n"


def test_the_extra_is_named_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "defusedxml.sax", None)
    with pytest.raises(MissingExtraError) as error:
        opml.loads(OUTLINE)
    assert str(error.value) == (
        'XML needs defusedxml, which is not installed: pip install "argmap[xml]"'
    )
    # Writing needs no library.
    assert "<opml" in opml.dumps(ArgumentMap((Claim("a", "A"),))).text


PIECES = st.sampled_from(
    ["<opml>", "<outline text='+ a'>", "<outline text='b {#b}'/>", "</outline>", "</opml>", "<map>",
     "<node TEXT='- a'>", "</node>", "</map>", "<richcontent TYPE='NOTE'>", "</richcontent>", "<p>",
     "</p>", "x", "<icon BUILTIN='button_ok'/>",
     "<outline text='Pro:' url='a' category='b' _note='c'>",
     "<node TEXT='Con:' LINK='a.html'>", "<node TEXT='+ #t' ID='b'>", "<node TREE_ID='b' ID='a'/>",
     "<node CONTENT_ID='a' ID='b'>", "<node TREE_ID='a' ID='a'/>", "<node LINK='#a'/>"]
)  # fmt: skip


@pytest.mark.parametrize("notation", [opml, freeplane])
@examples(300)
@given(pieces=st.lists(PIECES, max_size=14))
def test_any_text_ends_in_a_map_or_in_faults(notation: ModuleType, pieces: list[str]) -> None:
    for text in ("".join(pieces), f"<map>{''.join(pieces)}</map>"):
        reading = notation.loads(text)
        is_faulty = any(d.severity is Severity.ERROR for d in reading.diagnostics)
        assert (reading.map is None) == is_faulty


def outline(text: str, **attributes: str) -> str:
    given = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<opml><body><outline text={quoteattr(text)}{given}/></body></opml>"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("It is <b>never</b> late.", "It is never late."),
        ('See <a href="https://a.b/c">this page</a>.', "See this page."),
        ("One<br>two", "One two"),
        ("<p>One.</p><p>Two.</p>", "One. Two."),
        ("AT&amp;T &#8211; so", "AT&T – so"),
        ("The <i> tag is <b>old</b>", "The <i> tag is old"),
        ("a <!-- b --> c &lt;", "a <!-- b --> c <"),
        ("+ <i>Shade</i> for all", "Shade for all"),
        # What only looks like HTML.
        ("a < b & c > d", "a < b & c > d"),
        ("The <b> tag is old", "The <b> tag is old"),
        ("A Map<String, List<b>> is empty", "A Map<String, List<b>> is empty"),
        ("</b> ends it", "</b> ends it"),
        ("<title>A page</title>", "<title>A page</title>"),
        ("So <script>alert(1)</script>it is", "So <script>alert(1)</script>it is"),
        ("<x>No element</x>", "<x>No element</x>"),
        ("&#999999999; &#x110000000;", "&#999999999; &#x110000000;"),
        ("R&D; we &are; here", "R&D; we &are; here"),
        ("#1 of #many \\#tags", "#1 of #many \\#tags"),
        ("Ticket #A12", "Ticket #A12"),
        ("C:\\new \\- \\{#a} b", "C:\\new \\- \\{#a} b"),
        ("\\- a", "\\- a"),
    ],
)
def test_the_text_is_what_a_reader_sees(text: str, seen: str) -> None:
    (claim,) = read(outline(text).encode()).claims
    assert (claim.text, claim.tags) == (seen, ())


@pytest.mark.parametrize(
    ("note", "seen"),
    [
        ("One.\n  Two & <three>.", "One.\n  Two & <three>."),
        ("One.\n  <b>Two</b> &amp; three.", "One.\n  Two & three."),
        ("<p>One\nline.</p><ul><li>Two</li></ul>", "One line.\nTwo"),
        ("<b></b>", None),
    ],
)
def test_a_note_keeps_its_lines(note: str, seen: str | None) -> None:
    assert read(outline("A.", _note=note).encode()).claims[0].note == seen


def test_the_title_may_hold_html() -> None:
    text = "<opml><head><title>A &amp;amp; b</title></head><body><outline text='a'/></body></opml>"
    assert read(text.encode()).title == "A & b"


def test_tags_with_slashes_are_tags_and_nothing_is_lost() -> None:
    reading = opml.loads(outline("A.", category="/Boston/Weather,town"))
    assert reading.map.claims[0].tags == ("/Boston/Weather", "town")
    assert reading.diagnostics == ()
    assert 'category="/Boston/Weather,town"' in opml.dumps(reading.map).text


def test_tags_that_no_outline_can_hold_are_told() -> None:
    writing = opml.dumps(ArgumentMap((Claim("a", "A", tags=("b, c", "d")),)))
    assert 'category="d"' in writing.text
    assert "tags with commas" in writing.losses[-1].message
