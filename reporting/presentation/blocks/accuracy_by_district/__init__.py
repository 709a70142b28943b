"""Project Accuracy: how much of each type of information is right, week by week, for the county and each district."""
