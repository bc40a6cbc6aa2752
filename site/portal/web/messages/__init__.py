"""The engine's own words, in Vietnamese and English, one module a section."""
