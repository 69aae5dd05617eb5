"""A drawing → places, by Graphviz inside the process or the one installed."""
