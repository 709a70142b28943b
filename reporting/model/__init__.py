"""What everything else stands on: time, settings in force, status words, figures, findings."""
