"""The engine of Công tín: from a folder of content to a public site."""
