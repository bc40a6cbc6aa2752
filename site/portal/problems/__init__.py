"""What an editor can mend: problems as data, their wording, and reports of them."""
