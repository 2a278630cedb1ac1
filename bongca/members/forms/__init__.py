"""What officers fill in about members."""
