"""What stands on each page around and between the texts, and where pages come to stand on sheets."""
