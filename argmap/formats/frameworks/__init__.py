"""What the notations of abstract frameworks share (Dung 1995)."""
