"""Feeds of lists of articles: what they say, and the formats in which they say it."""
