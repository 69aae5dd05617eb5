"""A map written otherwise, at the place where an author is: what is offered there, and made."""

from argmap.editing.refactoring.sheet import Offer, RefactoringError, Sheet, Sort
from argmap.editing.refactoring.whole import offers

__all__ = ["Offer", "RefactoringError", "Sheet", "Sort", "offers"]
