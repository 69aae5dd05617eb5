"""The data that a page on a map is made from, and the schema of it."""
