"""What people and other tools call the keys of a map."""

from collections.abc import Mapping

_MEANT = {
    "as": "alias name prefix",
    "at": "chapter loc location locator page pages paragraph section",
    "arguments": "arg for pro pros reason reasons support supports",
    "backing": "warrant warrants",
    "author": "authors by creator writer",
    "container": "booktitle collection journal magazine newspaper periodical site website",
    "credence": "confidence probability",
    "expect": "expectation expectations test tests",
    "group": "category section",
    "file": "path",
    "home": "away module",
    "include": "import imports includes",
    "label": "heading headline name title",
    "link": "href url",
    "note": "comment comments notes remark",
    "publisher": "press",
    "quote": "quotation words",
    "premises": "because evidence ground grounds",
    "rebuttals": "against attack attacks con cons contra contras counter counterargument"
    " counterarguments objection objections rebut undercut undercuts undercutter undermine",
    "scheme": "pattern",
    "source": "citation citations cite cites reference references",
    "bibliography": "bib bibtex csl references",
    "sources": "literature works",
    "strength": "weight",
    "text": "claim content proposition sentence statement",
    "thesis": "conclusion contention main position",
    "title": "heading headline name",
    "url": "address href link",
    "year": "published",
}
# What people and other tools call a key: the keys that may be meant, of which a record has one.
OTHER_WORDS: Mapping[str, tuple[str, ...]] = {
    word: tuple(key for key, words in _MEANT.items() if word in words.split())
    for word in " ".join(_MEANT.values()).split()
}
