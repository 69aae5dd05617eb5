"""Where the manual's page on the format describes each record."""

_HOMES = {
    "claim": "[claim](#claims)",
    "argument": "[argument](#arguments)",
    "citation": "[citation](#sources-and-citations)",
    "source": "[source](#sources-and-citations)",
    "audience": "[audience](#audiences-and-expectations)",
    "expectation": "[more](#audiences-and-expectations)",
    "inclusion": "[more](#files-that-a-map-is-made-of)",
    "home": "[more](#homes-of-claims)",
    "style": "[style](#style)",
    "palette": "[colours](#colours)",
}


def manual_link(record: str) -> str:
    """Return what a record is called in the manual, with a link to where it is described."""
    return _HOMES[record]
