"""The dashboard in the form the Improvement Board has always had: measure, four thresholds, last three months."""
