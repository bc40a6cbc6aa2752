"""What lets anybody verify a release without the engine; standard library only."""
