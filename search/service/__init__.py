"""Search as a service: answers to readers without scripts and to programs, from the release that is public."""
