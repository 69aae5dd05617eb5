"""Texts that several tests open."""

WHOLE = """# A map with a little of everything. 😀
argmap: 1
title: Собаки в кафе
sources:
  survey:
    title: "A survey: of guests"
    year: 2022
audiences:
  guests:
    strengths: {fear-step: strong}
thesis:
  id: dogs
  text: Собак 🐕 нужно пускать в кафе.
  premises:
    - id: calm
      text: >-
        Dogs are calm
        in company.
      source: {ref: survey, at: p. 3}
    - ref: welcome
  rebuttals:
    - id: fear-step
      premises: [Some guests are afraid of dogs.]
      scheme: expert-opinion
      rebuttals:
        - text: 'They are few, and dogs are on the lead.'
          status: open
claims:
  - id: welcome
    text: Guests welcome dogs.
    contradicts: shy
  - {id: shy, text: Guests shun dogs.}
expect: {dogs: undecided}
style:
  focus: [dogs]
"""
