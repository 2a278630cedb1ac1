"""What officers write about applications, transfers and pauses."""
