"""What the deck tells beyond the report's own sections: from the map to the decisions, step by step."""
