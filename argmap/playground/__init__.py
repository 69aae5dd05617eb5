"""The playground: a folder with a page in which maps are written, without installing argmap."""
