"""Many maps in one database: filled by what changed, searched, looked through for near copies."""
