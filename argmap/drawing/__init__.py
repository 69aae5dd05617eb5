"""A map → a drawing: what there is to see, measured, without colours or places."""
