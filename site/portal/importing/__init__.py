"""Texts from elsewhere: Word, pasted HTML and other systems become Markdown, and nothing is lost unsaid."""
