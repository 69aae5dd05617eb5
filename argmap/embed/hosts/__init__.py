"""Programs that make pages and load argmap to show maps in them: a module a host."""
