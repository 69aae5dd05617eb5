"""Bibliographies of other programs, in BibTeX and in CSL-JSON → sources that a map can cite."""
