"""The commands of `argmap`, one module each."""
