"""What all notations of graphs share: claims and arguments under foreign names."""
