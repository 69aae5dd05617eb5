"""What may stand under a key: a kind a module, which knows its check, its schema and its page."""
