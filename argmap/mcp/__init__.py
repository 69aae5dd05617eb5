"""Tools for assistants that draft maps, by the Model Context Protocol; all files below one root."""
