"""Long drills: the product is hurt while people work, and what they were told must hold."""
