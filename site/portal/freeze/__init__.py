"""Pages become a release: frozen into staging, checked as a whole, sealed, and made public by one link."""
