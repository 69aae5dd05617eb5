"""A text as it is written in quotes, to show authors what to write."""


def in_quotes(text: str) -> str:
    """Return `text` in the quotes of YAML, double where that needs no backslash."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
