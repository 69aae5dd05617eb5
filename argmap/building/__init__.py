"""Many maps → a folder of pictures with an index: what changed is drawn, by several at a time."""
