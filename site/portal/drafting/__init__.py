"""What a new file of content looks like before its author has written it: each kind's questions and text."""
