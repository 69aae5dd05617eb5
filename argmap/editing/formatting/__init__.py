"""A map as it was typed → the same map in the one layout that `argmap fmt` gives to all of them."""

from argmap.editing.formatting.whole import UnsafeLayoutError, formatted

__all__ = ["UnsafeLayoutError", "formatted"]
