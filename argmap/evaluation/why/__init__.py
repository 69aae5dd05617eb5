"""Why a verdict is what it is, and what would make it another one."""
