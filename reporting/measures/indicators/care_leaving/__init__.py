"""Care leavers: in touch, housed, in work or learning, with a plan and an adviser."""
