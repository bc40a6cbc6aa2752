"""How two versions of a text differ, for people: what was changed, and of what weight that is."""
