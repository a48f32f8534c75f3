"""The layers of the house, proved on the real tree. The contracts stand in pyproject.toml."""

from importlinter import api  # sets the linter up, also for the next import
from importlinter.application.use_cases import SUCCESS, lint_imports

from tests.architecture.sources import ROOT

CONTRACTS = {"layers", "acyclic", "qt", "reportlab", "doors"}


def test_imports_point_down_only_and_each_door_has_its_keeper(capsys):
    kept = lint_imports(str(ROOT / "pyproject.toml"), cache_dir=None, no_logo=True)

    assert kept is SUCCESS, capsys.readouterr().out


def test_no_contract_was_dropped():
    contracts = api.read_configuration(str(ROOT / "pyproject.toml"))["contracts_options"]

    assert {contract["id"] for contract in contracts} >= CONTRACTS
