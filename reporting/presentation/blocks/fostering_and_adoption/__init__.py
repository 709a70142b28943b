"""The Fostering and Adoption heat map: placements, adoption and adopters in every district."""
