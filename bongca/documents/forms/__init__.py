"""What officers write about papers."""
