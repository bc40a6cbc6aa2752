"""Views: typed functions from model values to pages, one section a module."""
