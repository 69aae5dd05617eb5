"""A map cut into parts that each fit a place: pure, with the measure of a place given to it."""
