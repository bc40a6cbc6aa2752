"""The portal as it would be published, on this machine alone, made anew whenever a file is saved."""
