"""The programs in Typst's language that set PDF: all that a map says goes in beside them.

Values are handed over as inputs, and nothing of a map is ever read as Typst.
"""

PAGE = b"""\
#let given = sys.inputs
#set document(title: given.title, date: none)
#set text(lang: given.language)
#set page(width: float(given.width) * 1pt, height: float(given.height) * 1pt, margin: 0pt)
#image(bytes(given.svg), format: "svg", width: 100%, height: 100%, alt: given.summary)
#for run in json(bytes(given.runs)) {
  set text(font: run.families, size: run.size * 1pt, fill: rgb(run.colour))
  set text(weight: run.weight, style: run.style, top-edge: "baseline", bottom-edge: "baseline")
  place(top + left, dx: run.x * 1pt, dy: run.y * 1pt, run.shown)
}
"""
BOOK = b"""\
#let book = json(bytes(sys.inputs.book))
#set document(title: book.title, date: none)
#set text(lang: book.language)
#set page(fill: rgb(book.paper))
#let put(x, y, what) = place(top + left, dx: x * 1pt, dy: y * 1pt, what)
#for sheet in book.pages {
  page(width: sheet.width * 1pt, height: sheet.height * 1pt, margin: 0pt, {
    for leaf in sheet.leaves {
      if leaf.title != none { put(leaf.x, leaf.y, hide(heading(level: leaf.level, leaf.title))) }
      let size = (width: leaf.width * 1pt, height: leaf.height * 1pt)
      put(leaf.x, leaf.y, image(bytes(leaf.svg), format: "svg", ..size, alt: leaf.summary))
      for run in leaf.runs {
        set text(font: run.families, size: run.size * 1pt, fill: rgb(run.colour))
        set text(weight: run.weight, style: run.style)
        set text(top-edge: "baseline", bottom-edge: "baseline")
        put(leaf.x + run.x, leaf.y + run.y, run.shown)
      }
      for lead in leaf.leads {
        let target = (page: lead.page, x: 0pt, y: lead.top * 1pt)
        put(leaf.x + lead.x, leaf.y + lead.y, link(target, box(
          width: lead.width * 1pt, height: lead.height * 1pt)))
      }
    }
  })
}
"""
