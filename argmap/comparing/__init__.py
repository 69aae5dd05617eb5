"""Two maps beside each other: what is the same in both, what differs, and which verdicts flip."""
