"""The data of an explorer: what is known of the map, what its drawings consist of, all words."""

import json
from collections.abc import Mapping
from typing import Any

from argmap.languages.words import Words
from argmap.layout.placed import PlacedDrawing
from argmap.model import Claim
from argmap.outline import Relation, scheme_name
from argmap.page_data.news_words import news_words
from argmap.page_data.page import page_data
from argmap.page_data.texts import Texts
from argmap.render.explorer.layout import layout_data
from argmap.render.explorer.sentences import Sentences
from argmap.render.explorer.words import own_words
from argmap.render.renderer import Picture
from argmap.weighing import Standing

# So that the text can stand within a script in HTML, whatever a map says.
_ESCAPES = {ord(one): f"\\u{ord(one):04x}" for one in "<>&\u2028\u2029"}
# What the script knows of claims and arguments: the rest of what is told of a map is for others.
_OF_CLAIMS = ("text", "role", "status", "unstated", "link", "contradicts", "home")
_OF_STEPS = ("kind", "polarity", "premises", "target", "scheme", "fails")
_TOLD = ("id", "label", "standing", "note", "tags", *_OF_CLAIMS, *_OF_STEPS)
_RELATIONS = {
    "support": Relation.SUPPORT,
    "rebut": Relation.ATTACK,
    "undercut": Relation.UNDERCUT,
    "backing": Relation.BACKING,
}


def data_script(picture: Picture) -> str:
    """Return an element with the data of a page; no text in it can become markup."""
    return script_of(explorer_data(picture))


def script_of(data: Mapping[str, object]) -> str:
    """Return an element with data for a script; no text in them can become markup."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    escaped = written.encode("utf-8", "replace").decode().translate(_ESCAPES)
    return f'<script type="application/json" id="argmap-data">{escaped}</script>'


def explorer_data(picture: Picture) -> dict[str, object]:
    """Return what the script of an explorer works with; what is null or empty is left out."""
    places = [picture.places, *filter(None, [picture.narrow])]
    shown: dict[str, Any] = page_data(picture.showing, picture.theme)
    texts, sentences = Texts(picture.map, picture.source_texts), Sentences(picture.map)
    claims = [
        {
            **_node(told, sentences),
            "remarks": _remarks(one, picture.words),
            "citations": texts.citations(one),
        }
        for one, told in zip(picture.map.claims, shown["claims"], strict=True)
    ]
    arguments = [
        {
            **_node(told, sentences),
            "scheme": scheme_name(one),
            "citations": texts.citations(one),
        }
        for one, told in zip(picture.map.arguments, shown["arguments"], strict=True)
    ]
    found: dict[str, object] = {
        "title": picture.whole.title,
        "language": picture.whole.language,
        "theses": picture.map.theses,
        "reading_order": shown["reading_order"],
        "claims": claims,
        "arguments": arguments,
        "sentences": sentences.forms,
        "sources": shown["sources"],
        "texts": texts.data(),
        "drawings": [_drawing(one) for one in places],
        "words": _words(picture.words),
    }
    if picture.with_layout:
        found["layout"] = layout_data()
    kept = {key: _without_nothing(value) for key, value in found.items()}
    return kept | {"network": shown["network"], "news_words": news_words(picture.words)}


def _node(told: Mapping[str, Any], sentences: Sentences) -> dict[str, object]:
    """Return what is told of a claim or an argument, with why it stands as it does in short."""
    why = told["why"] and sentences.short(told["why"]["sentence"])
    return {**{key: told[key] for key in _TOLD if key in told}, "why": why}


def _remarks(claim: Claim, words: Words) -> list[str]:
    return [*filter(None, [words.status_of(claim)]), *words.explained(claim)]


def _drawing(placed: PlacedDrawing) -> dict[str, object]:
    return {
        "direction": placed.direction,
        "arrows": [[one.arrow.tail, one.arrow.head, one.arrow.kind] for one in placed.arrows],
        "groups": [one.group.members for one in placed.groups],
    }


def _words(words: Words) -> dict[str, str]:
    return {
        "tag": words.tag,
        "map": words.map,
        "picture": words.picture,
        "the_argument": words.the_argument,
        "close": words.close,
        "link": words.link,
        "contradicts": words.contradicts,
        "claims": "|".join(words.claims),
        **{kind: words.relations[relation] for kind, relation in _RELATIONS.items()},
        **{standing.value: words.judged(standing) for standing in Standing},
        **own_words(words.tag),
    }


def _is_nothing(value: object) -> bool:
    return value is None or value is False or value in ("", [], {})


def _without_nothing(value: object) -> object:
    if isinstance(value, Mapping):
        kept = {key: _without_nothing(one) for key, one in value.items()}
        return {key: one for key, one in kept.items() if not _is_nothing(one)}
    if isinstance(value, (list, tuple)):
        return [_without_nothing(one) for one in value]
    return value
