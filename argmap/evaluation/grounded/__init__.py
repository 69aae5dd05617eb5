"""The grounded labelling: the verdict that every map has, in linear time."""
