"""Numbers instead of verdicts: degrees, and probabilities that claims stand."""
