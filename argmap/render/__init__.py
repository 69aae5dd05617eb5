"""A placed drawing → files that people look at."""
