"""What a page is made from that shows a map: one set of data, and the schema that tells of it."""
