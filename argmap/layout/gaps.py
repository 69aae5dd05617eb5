"""How far apart nodes stand, in pixels."""

GAP_WITHIN_RANK = 12.0
GAP_BETWEEN_RANKS = 42.0
GROUP_MARGIN = 12.0
