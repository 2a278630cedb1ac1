"""Thẻ hội viên: numbers, designs, print batches, delivery and hand-over, stock of blanks, checking.

A card belongs to a member; its number to the person for life. What a card looks like and how it is
numbered are settings with a date (domain.md 3.4 found neither), so nothing here knows them.
"""
