"""The file with the text of a source could not be read.

The map promises that its quotations can be checked against this file. As long as it cannot be
read, nobody checks them, and a wrong quotation goes through unnoticed. The path under `file` starts
from the folder of the map; the file should be plain text in UTF-8, a PDF or an EPUB. PDF is read by
a library of its own: `pip install "argmap[texts]"`. A book that is encrypted, or of which a scanner
has made pictures, has no text to look into. If the text may not be published along with the map,
leave `file` out and give the text when you check: `argmap check --source-text KEY=FILE`.

Wrong, if there is no such file:

```yaml
argmap: 1
sources:
  report: {title: Report on the dam, file: reprot.txt}
thesis:
  text: The dam is safe.
  source: report
```

Right:

```yaml
argmap: 1
sources:
  report: {title: Report on the dam, file: report.txt}
thesis:
  text: The dam is safe.
  source: report
```

```text
The dam was inspected in May. No damage was found.
```
"""

from collections.abc import Iterator

from argmap.checks.rule import Subject
from argmap.diagnostics import Finding, Severity
from argmap.faults import quoted

SEVERITY = Severity.WARNING
OPTIONAL = False
NEEDS_WHOLE = False


def find(subject: Subject) -> Iterator[Finding]:
    """Yield the sources whose text was looked for in vain."""
    for source in subject.map.sources:
        text = subject.texts.get(source.id)
        if text is not None and text.text is None:
            reason = f": {text.reason}" if text.reason else ""
            message = f"no quotation from {quoted(source.id)} is checked{reason}"
            advice = f"correct “file”, or check with --source-text {source.id}=FILE"
            yield Finding(source.span, message, help=advice)
