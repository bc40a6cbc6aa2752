"""The Vietnamese language as a public office writes it: pure functions of text, days and figures."""
