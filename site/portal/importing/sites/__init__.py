"""Whole sites from elsewhere: Hugo and Jekyll folders, WordPress exports and feeds become articles."""
