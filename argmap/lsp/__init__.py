"""The language server: one request of an editor a module, answered from the text as it is now."""
