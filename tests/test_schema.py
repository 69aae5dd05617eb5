from pathlib import Path

import jsonschema
import pytest
import yaml

from argmap.document import parse
from argmap.grammar import RECORDS
from argmap.reader import read
from argmap.schema import json_schema

MAPS = sorted((Path(__file__).parents[1] / "maps").rglob("*.yaml"))
VALIDATOR = jsonschema.Draft202012Validator(json_schema())

MISSHAPEN = {
    "no version": "thesis: x",
    "unknown version": "argmap: 2",
    "unknown key of the map": "argmap: 1\ntheses: x",
    "unknown key of a claim": "argmap: 1\nthesis: {text: x, labl: y}",
    "unknown key of a step": "argmap: 1\nthesis: {text: x, rebuttals: [{premises: [a], ur: b}]}",
    "unknown key of a source": "argmap: 1\nsources: {a: {editor: b}}",
    "key of no citation": "argmap: 1\nsources: {a: {}}\nthesis: {text: x, source: {ref: a, p: 1}}",
    "unknown key of the style": "argmap: 1\nstyle: {colour: red}",
    "key beside ref": "argmap: 1\nclaims: [{text: x, id: x}]\nthesis: {ref: x, label: y}",
    "text beside ref": "argmap: 1\nclaims: [{text: x, id: x}]\nthesis: {ref: x, text: y}",
    "premises and arguments": "argmap: 1\nthesis: {text: x, premises: [a], arguments: [b]}",
    "empty premises": "argmap: 1\nthesis: {text: x, premises: []}",
    "empty premises of an argument": "argmap: 1\nthesis: {text: x, arguments: [{premises: []}]}",
    "premises not a list": "argmap: 1\nthesis: {text: x, premises: y}",
    "claims not a list": "argmap: 1\nclaims: {text: x}",
    "claim a list": "argmap: 1\nclaims: [[x]]",
    "claim without text": "argmap: 1\nthesis: {label: x}",
    "argument as a premise": "argmap: 1\nthesis: {text: x, premises: [{premises: [y]}]}",
    "argument as a thesis": "argmap: 1\nthesis: {premises: [y]}",
    "empty claim": "argmap: 1\nclaims: ['']",
    "no claim": "argmap: 1\nclaims: [~]",
    "blank text": "argmap: 1\nthesis: {text: ' '}",
    "absent label": "argmap: 1\nthesis: {text: x, label: ~}",
    "text a list": "argmap: 1\nthesis: {text: [x]}",
    "bad id": "argmap: 1\nthesis: {text: x, id: a b}",
    "bad key of a source": "argmap: 1\nsources: {a b: {}}",
    "source a text": "argmap: 1\nsources: {a: b}",
    "sources a list": "argmap: 1\nsources: [a]",
    "unknown status": "argmap: 1\nthesis: {text: x, status: true}",
    "credence above one": "argmap: 1\nthesis: {text: x, credence: 1.5}",
    "credence a word": "argmap: 1\nthesis: {text: x, credence: high}",
    "strength zero": "argmap: 1\nthesis: {text: x, arguments: [{premises: [a], strength: 0}]}",
    "unknown strength": "argmap: 1\nthesis: {text: x, rebuttals: [{premises: [a], strength: no}]}",
    "script as a link": "argmap: 1\nthesis: {text: x, link: 'javascript:alert(1)'}",
    "address without host scheme": "argmap: 1\nthesis: {text: x, link: //example.org}",
    "relative url of a source": "argmap: 1\nsources: {a: {url: b.html}}",
    "absolute path": "argmap: 1\nsources: {a: {file: /etc/passwd}}",
    "absolute path on Windows": "argmap: 1\nsources: {a: {file: 'C:\\a'}}",
    "unknown direction": "argmap: 1\nstyle: {direction: north}",
    "width out of bounds": "argmap: 1\nstyle: {width: 12}",
    "width a fraction": "argmap: 1\nstyle: {width: 200.5}",
    "legend neither": "argmap: 1\nstyle: {legend: maybe}",
    "given above one": "argmap: 1\nthesis: {text: x, given: 2}",
    "unknown standard": "argmap: 1\nthesis: {text: x, standard: proof}",
    "audience a text": "argmap: 1\naudiences: {a: b}",
    "expectation of nothing": "argmap: 1\nthesis: {text: x, id: x}\nexpect: {x: {}}",
    "half a degree": "argmap: 1\nthesis: {text: x, id: x}\nexpect: {x: {degree: [0.1]}}",
    "three degrees": "argmap: 1\nthesis: {text: x, id: x}\nexpect: {x: {degree: [0, 0.1, 1]}}",
    "unknown verdict": "argmap: 1\nthesis: {text: x, id: x}\nexpect: {x: true}",
}  # fmt: skip

SOUND = {
    "a text": "argmap: 1\nthesis: x",
    "numbers and words": "argmap: 1\nthesis: {text: no, id: 2022, label: 1.10, tags: [1, yes]}",
    "one or many": "argmap: 1\nsources: {a: {author: b}}\nthesis: {text: x, source: a, tags: b}",
    "ids of any script": "argmap: 1\nthesis: {text: x, id: довод-1}",
    "a reference with support": "argmap: 1\nclaims: [{text: x}]\nthesis: {ref: x, premises: [y]}",
    "an argument": "argmap: 1\nthesis: {text: x, arguments: [{premises: [a], backing: [b]}]}",
    "relative link": "argmap: 1\nthesis: {text: x, link: '#y'}",
    "weighing": "argmap: 1\nthesis: {text: x, given: strong, standard: scintilla, unstated: yes}",
    "an audience": "argmap: 1\naudiences: {a: {values: [x, y]}}",
    "a word expected": "argmap: 1\nthesis: {text: x, id: x}\nexpect: {x: not-shown}",
    "more expected": "argmap: 1\nthesis: {text: x, id: x}\nexpect: {x: {degree: [0.1, 0.2]}}",
    "style": "argmap: 1\nstyle: {direction: up, width: 200, legend: no}",
}  # fmt: skip


def is_valid(text: str) -> bool:
    return bool(VALIDATOR.is_valid(yaml.safe_load(text)))


def is_readable(text: str) -> bool:
    return read(parse(text, file="m.yaml")).map is not None


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_the_example_maps_are_valid(path: Path) -> None:
    assert is_valid(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_reader_and_schema_accept(text: str) -> None:
    assert is_readable(text)
    assert is_valid(text)


@pytest.mark.parametrize("text", MISSHAPEN.values(), ids=MISSHAPEN)
def test_reader_and_schema_reject(text: str) -> None:
    assert not is_readable(text)
    assert not is_valid(text)


def test_every_key_has_a_sentence() -> None:
    for record in RECORDS.values():
        for field in record.fields:
            assert field.description.endswith(".")
