"""What notations share in which other programs draw maps: a map goes along with its drawing.

A drawing shows a part of what a map says. So argmap writes the map beside it, where the programs
that draw pass over it, and reads it from there as long as nobody changes the drawing. After that
what is drawn counts, and what cannot be seen is taken from the map.
"""
