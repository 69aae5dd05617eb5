"""What carries other notations: bytes, YAML, JSON, XML, and HTML in texts."""
