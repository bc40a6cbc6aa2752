"""From bytes to records that remember file, line and column; it does not know what a field means."""
