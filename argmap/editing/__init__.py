"""Texts → changed texts, by edits: applied whole, and checked by reading back."""
