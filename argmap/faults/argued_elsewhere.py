"""A claim that is argued in another map takes nothing here.

A claim of a file that is included `sealed: true`, or one that says what map it is at `home` in, has
the verdict found there. What this map says for it or against it would change nothing, so it is an
error: an argument with such a claim as its conclusion, a claim that contradicts it, and a `status`,
`given`, `credence` or `standard` beside `home`. So is a file that is sealed in one place and a part
of the map in another: its claims would have two verdicts.

Write what bears on the claim in the file where it is argued, or include that file without `sealed`.
Where a claim of yours should fall because the other one stands, write that one as its rebuttal.

Wrong, where `costs.yaml` has the claim `it-costs-little`:

```yaml
argmap: 1
include: {file: costs.yaml, as: costs, sealed: true}

thesis: {text: The bridge should be built., premises: [{ref: costs/it-costs-little}]}
claims:
  - {ref: costs/it-costs-little, rebuttals: [The region has not decided yet.]}
```

Right, in a map of its own that argues against it:

```yaml
argmap: 1
include: {file: costs.yaml, as: costs}

thesis: {text: The bridge should be built., premises: [{ref: costs/it-costs-little}]}
claims:
  - {ref: costs/it-costs-little, rebuttals: [The region has not decided yet.]}
```
"""
