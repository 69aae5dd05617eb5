"""What all outlines share: marks, and items with their depths ↔ ArgumentMap."""
