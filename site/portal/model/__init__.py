"""Frozen values that a portal is made of; they know identity, addresses and orders, and no framework."""
