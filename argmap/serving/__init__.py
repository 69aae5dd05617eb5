"""Maps and documents as pages that follow their files: `argmap serve` on this machine alone."""
