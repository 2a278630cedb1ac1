"""Every write to persons and to what identifies them."""
