"""The stages of a cycle as Prefect tasks: few and coarse, each passing small references into the record."""
