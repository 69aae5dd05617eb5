"""ArgumentMap ↔ other notations, one module each."""
