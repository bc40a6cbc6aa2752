"""A log's private keys: made, kept under a passphrase away from content and server, and used to sign."""
