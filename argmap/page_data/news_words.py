"""The words in which a page says what a reader's question changes, and why.

`argmap/render/explorer/modules/labelling/news.js` makes sentences of them.
"""

from argmap.languages.words import Words


def news_words(words: Words) -> dict[str, object]:
    """Return what the sentences are made of, as values that JSON knows."""
    return {
        "tag": words.tag,
        "conjunction": words.conjunction,
        "quotation": words.quotation,
        "news": dict(words.news),
        "because": words.because,
        "argument_named": words.argument_named,
        "argument_from": words.argument_from,
        "linked": words.linked,
        "others": list(words.others),
        "untold": words.untold,
        "away": dict(words.away),
        "reasons": dict(words.reasons),
        "reasons_of_several": dict(words.reasons_of_several),
    }
