"""Search of Vietnamese text as people type it: documents in, ranked answers out; knows no portal."""
