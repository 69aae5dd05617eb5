"""A map with every kind of box, pill, line, badge, mark and heading that a picture can have."""

EVERYTHING = """argmap: 1
title: Everything that a picture shows
style: {evaluate: true, tag_colours: {money: "#7c3aed", shade: "#0284c7"}}
sources:
  doe: {author: Jane Doe, year: 2020, title: On trees, url: "https://example.org/doe"}
  roe: {author: Richard Roe, year: 2021, title: Against trees}
thesis:
  id: t
  text: We should plant a pear tree in front of the town hall, and not wait for another year.
  label: A tree
  source: {ref: doe, at: p. 3}
  arguments:
    - id: a
      label: from shade
      premises:
        - {id: p1, text: It will shade the bench., tags: [money], group: The town, source: doe}
        - {id: p2, text: People like to sit in the shade., group: The town, tags: [money, shade]}
      rebuttals:
        - {id: u, text: There is no sun in winter., source: {ref: roe, at: "pp. 12–14"}}
    - premises: [{id: p3, text: Pears are cheap.}, {id: p4, text: Cheap fruit is good.}]
    - id: b
      premises: [{id: p5, text: Birds will come., link: "https://example.org/birds"}]
      rebuttals: [{id: u2, text: Cats live there., rebuttals: [The cats are old.]}]
  rebuttals:
    - id: r
      text: Its roots will lift the pavement.
      label: Roots
      group: The ground
      contradicts: [c]
      rebuttals:
        - id: r2
          text: Pear roots grow downwards.
          group: The ground
          premises: [{text: Gardeners say so., premises: [{text: I asked., premises: [Twice.]}]}]
    - {id: c, text: Nobody wants it.}
"""
