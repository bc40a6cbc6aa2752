"""A Vietnamese news corpus, the same on every machine, written in the layout that each peer reads."""
