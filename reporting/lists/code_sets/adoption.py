"""Why an adoption plan or an application ended."""

from reporting.lists.schema import Code, CodeSet

ADOPTION_REVERSAL = CodeSet(
    "adoption_reversal",
    (
        Code(
            "RD1",
            "RD1 - The child's needs changed subsequent to the decision",
            "The child's needs changed subsequent to the decision",
        ),
        Code("RD2", "RD2 - The Court did not make a placement order", "The Court did not make a placement order"),
        Code("RD3", "RD3 - Prospective adopters could not be found", "Prospective adopters could not be found"),
        Code("RD4", "RD4 - Any other reason", "Any other reason"),
    ),
)

ADOPTER_LEAVE = CodeSet(
    "adopter_leave",
    (
        Code("1", "1 - Adopter withdrew from process", "Adopter withdrew from process"),
        Code("2", "2 - Process put on hold", "Process put on hold"),
        Code("3", "3 - Application refused", "Application refused"),
    ),
)
