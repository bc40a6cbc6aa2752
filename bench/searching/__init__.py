"""Search compared: a corpus with planted articles, questions with known answers, and engines."""
