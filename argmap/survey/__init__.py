"""What there is in a map: counts and shares of it, and what it takes from which source."""
