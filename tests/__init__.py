"""Tests that look at several apps at once, and the cast that all tests share."""
