"""Diagnostics → text, for people and for programs: one report a module."""
