"""Signs that argmap uses and few faces have, in terms of every LaTeX."""

SIGNS = {
    "→": "\\ensuremath{\\rightarrow}",
    "←": "\\ensuremath{\\leftarrow}",
    "↓": "\\ensuremath{\\downarrow}",
    "↗": "\\ensuremath{\\nearrow}",
    "∴": "\\tikz[baseline=-0.9mm]\\fill (0,0.9mm) circle[radius=0.45mm] (-1mm,-0.8mm)"
    " circle[radius=0.45mm] (1mm,-0.8mm) circle[radius=0.45mm];",
}
