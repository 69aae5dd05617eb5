"""The coherent standpoints: complete, preferred and stable labellings."""
