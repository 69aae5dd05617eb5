"""A picture as things that people move in other programs: panels with words, lines between them.

The formats that write native shapes (`drawio`, `excalidraw`, `tikz`) are made from it; what a part
of a picture looks like comes from the table of `render.svg.look_table`, as in the SVG.
"""
