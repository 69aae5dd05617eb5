"""Maps in documents: places found in a text, and filled."""
