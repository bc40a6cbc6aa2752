"""What was published, version by version: read from a portal's `.record`, appended to by publishing alone."""
