"""Maps inside documents: places found in texts, and figures made for the tools that read them."""
