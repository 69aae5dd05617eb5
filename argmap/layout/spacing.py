"""How far apart nodes stand, in pixels."""

GAP_WITHIN_RANK = 12.0
GAP_BETWEEN_RANKS = 42.0
# Where pills have ranks of their own, between those of the boxes.
GAP_BESIDE_PILLS = 32.0
GROUP_MARGIN = 12.0
HEADING_GAP = 6.0
