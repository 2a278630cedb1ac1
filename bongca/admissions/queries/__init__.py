"""Applications, transfers and pauses as pages and lists need them."""
