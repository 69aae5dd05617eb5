"""What stands in a map, why, and what it hangs on."""
