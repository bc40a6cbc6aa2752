"""What fields mean: records become model values, and all that is wrong is said at once."""
