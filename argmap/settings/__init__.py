"""Settings as fields of values: declared once, and asked for in files, words and options alike."""
