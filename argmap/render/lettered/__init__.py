"""Pictures whose letters argmap places itself: the way from SVG to PNG and PDF."""
