"""Search as a service, for readers without scripts and for programs, from what is public."""
