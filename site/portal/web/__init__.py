"""What each page shows: typed functions from model values to pages, their templates and wording."""
