"""The benchmark: this engine and its peers, timed on one generated corpus."""
