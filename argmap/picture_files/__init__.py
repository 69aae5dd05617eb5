"""Pictures as files: what they say of their map, whose they are, and what they depend on."""
