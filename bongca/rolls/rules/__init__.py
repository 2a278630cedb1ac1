"""What a row of a roll may say, ask and be taken for. Plain Python."""
