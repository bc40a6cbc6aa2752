"""What an editor would not have published knowingly, found in a text: it knows neither files nor fields."""
