"""What the checks know of words: quotation marks, passages, indicators of reasons."""
