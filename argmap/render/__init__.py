"""A placed drawing → files that people look at: one format a module, named by its suffix."""

FORMATS = ("svg", "dot")
