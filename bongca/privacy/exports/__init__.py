"""What leaves the product as an official paper."""
