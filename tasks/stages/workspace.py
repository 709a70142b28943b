"""What the stages of one run work with: one record, the council's settings, England's working days."""

from __future__ import annotations

from collections.abc import Iterable

from reporting.model.calendar import Calendar
from reporting.model.causes import Cause, StageInput
from reporting.model.settings import Authority
from tasks.record.keeping import Done, Record, Work
from tasks.stages.cycle import Cycle
from tasks.stages.defined import Stage
from tasks.stages.made_from import inputs_hash, own_inputs
from tasks.stages.settings_slice import sliced


class Workspace:
    """What is shared by the stages of one run, handed to each; no figures, and nothing that Prefect could keep."""

    def __init__(self, record: Record, cycle: Cycle, authority: Authority, calendar: Calendar) -> None:
        self.record = record
        self.cycle = cycle
        self.calendar = calendar
        self._authority = authority

    def settings(self, stage: Stage) -> Authority:
        """The council's settings, as far as the stage declares that it reads them."""
        return sliced(self._authority, stage.settings, stage.key)

    def work(self, stage: Stage, made: Iterable[Done], *given: StageInput) -> Work:
        """A stage of this run, made from what the stages before it put out and from what else it is given."""
        cycle = self.cycle
        causes = [*own_inputs(stage, self._authority, self.calendar), *given]
        causes.append(StageInput(Cause.REQUEST, "list_date", cycle.list_date.isoformat()))
        for done in made:
            causes.append(StageInput(Cause.UPSTREAM, done.stage, done.content))
            causes.append(StageInput(Cause.MADE_FROM, done.stage, done.inputs))
        return Work(cycle.run, cycle.authority, cycle.period, stage.key, inputs_hash(causes), tuple(causes))

    def of_period(self) -> StageInput:
        """The period that was asked for, for a stage that speaks of it."""
        return StageInput(Cause.REQUEST, "period", self.cycle.period)

    def of_data(self) -> StageInput:
        """Whether the data are made up, for a stage that says so."""
        return StageInput(Cause.REQUEST, "synthetic", str(self.cycle.synthetic))
