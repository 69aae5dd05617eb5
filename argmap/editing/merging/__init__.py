"""Three versions of a map → one: what theirs changed, made as edits on ours; comments stay."""

from argmap.editing.merging.tables import included_by as included_by
from argmap.editing.merging.whole import Merged as Merged
from argmap.editing.merging.whole import merged as merged
