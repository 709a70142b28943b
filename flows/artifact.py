"""How a cycle's end is told to Prefect: a named state, and what was withheld with the next step."""

from __future__ import annotations

from prefect.artifacts import create_markdown_artifact
from prefect.client.schemas.objects import State
from prefect.states import Completed, Failed

from flows.last_run import tell_of_the_last_run
from tasks.stages.ending import WITH_FIGURES_WITHHELD, CycleSummary
from tasks.stages.summary import in_markdown


def state_of(ending: CycleSummary) -> State[CycleSummary]:
    """Failed when a report was not printed; else completed, and named after it when figures were withheld."""
    tell_of_the_last_run(ending.authority)
    if ending.withheld:
        create_markdown_artifact(
            key=f"withheld-{ending.authority}-{ending.period}".replace("_", "-").lower(),
            markdown=in_markdown(ending),
            description="Figures that the data could not support, why, and what to do next",
        )
    if ending.failed:
        return Failed(message=ending.message, data=ending)
    if ending.withheld:
        return Completed(name=WITH_FIGURES_WITHHELD.capitalize(), message=ending.message, data=ending)
    return Completed(message=ending.message, data=ending)
