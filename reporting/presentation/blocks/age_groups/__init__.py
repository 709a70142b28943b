"""Care leavers by age, for the measures that are counted by age."""
