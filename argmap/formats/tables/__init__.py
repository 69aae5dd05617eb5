"""What notations that are tables share."""
