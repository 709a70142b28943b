"""Templates may loop, include and ask whether something is there. They may not work anything out."""

from pathlib import Path

import pytest
from jinja2 import Environment, nodes

TEMPLATES = Path(__file__).parents[2] / "report_templates"
WORKING_OUT = (
    nodes.BinExpr,
    nodes.UnaryExpr,
    nodes.Compare,
    nodes.Filter,
    nodes.Assign,
    nodes.AssignBlock,
    nodes.CondExpr,
)
PARSER = Environment(autoescape=True)


def offences(source: str) -> list[str]:
    negation_is_a_question = (nodes.Not,)
    return [
        f"line {node.lineno}: {type(node).__name__}"
        for node in PARSER.parse(source).find_all(WORKING_OUT)
        if not isinstance(node, negation_is_a_question)
    ]


@pytest.mark.parametrize(
    "path", sorted(TEMPLATES.rglob("*.j2")), ids=lambda path: path.relative_to(TEMPLATES).as_posix()
)
def test_a_template_only_prints(path):
    assert not offences(path.read_text()), f"{path.name}: work these out in reporting/presentation instead"


@pytest.mark.parametrize(
    "source", ["{{ value * 100 }}", "{{ value | round }}", "{% if a > 3 %}{% endif %}", "{{ a if b else c }}"]
)
def test_a_template_that_works_something_out_is_caught(source):
    assert offences(source)


def test_there_are_templates_to_look_at():
    assert list(TEMPLATES.rglob("*.j2"))
