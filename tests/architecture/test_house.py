"""The rules of the house that a type or an import linter cannot say."""

import ast
import inspect
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from reporting import ports
from reporting.model.audit import AuditEvent

ROOT = Path(__file__).parents[2]
CODE = sorted((ROOT / "reporting").rglob("*.py"))
PAGES = sorted(p for p in (ROOT / "pages").glob("*.py") if p.name != "__init__.py")
READS = {"all", "get", "of", "active", "image", "open_rows", "years", "municipalities", "consents", "names"}
READS |= {"conversation", "document", "published", "commit", "body", "facts", "messages"}

MAKERS = {
    "SafeCell": "reporting/disclosure/",
    "SafeFigure": "reporting/disclosure/",
    "SafeVerdict": "reporting/disclosure/",
    "SafeTable": "reporting/disclosure/",
    "ReleasedStory": "reporting/stories/release.py",
}


@cache
def _calls(path: Path) -> frozenset[str]:
    """The names of all that a module calls."""
    return frozenset(_called(ast.parse(path.read_text("utf-8"))))


def _called(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield node.func.id
            elif isinstance(node.func, ast.Attribute):
                yield node.func.attr


@pytest.mark.parametrize("made", MAKERS)
def test_only_one_room_makes_each_safe_type(made: str) -> None:
    makers = {str(p.relative_to(ROOT)) for p in CODE + PAGES if made in _calls(p)}
    assert makers
    assert all(m.startswith(MAKERS[made]) for m in makers), makers


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_every_page_begins_by_asking_who_may(page: Path) -> None:
    body = [n for n in ast.parse(page.read_text("utf-8")).body if not isinstance(n, ast.Import | ast.ImportFrom)]
    code = [n for n in body if not (isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant))]
    first = code[0]
    assert isinstance(first, ast.Assign | ast.Expr)
    call = first.value
    assert isinstance(call, ast.Call)
    assert isinstance(call.func, ast.Name | ast.Attribute)
    name = call.func.id if isinstance(call.func, ast.Name) else call.func.attr
    assert name == "require"


def _repositories() -> list[type]:
    named = ports.UnitOfWork.__annotations__
    return [getattr(ports, kind if isinstance(kind, str) else kind.__name__) for kind in named.values()]


@pytest.mark.parametrize("repository", _repositories(), ids=lambda r: r.__name__)
def test_a_write_takes_an_audit_event(repository: type) -> None:
    if repository is ports.Drafts:  # a person's own scrap paper: nothing to audit
        return
    for name, method in inspect.getmembers(repository, inspect.isfunction):
        if name.startswith("_") or name in READS:
            continue
        kinds = [p.annotation for p in inspect.signature(method).parameters.values()]
        assert AuditEvent in kinds, f"{repository.__name__}.{name}"


def test_modules_and_pages_stay_small() -> None:
    long = {str(p.relative_to(ROOT)): n for p in CODE if (n := len(p.read_text("utf-8").splitlines())) > 300}
    long |= {str(p.relative_to(ROOT)): n for p in PAGES if (n := len(p.read_text("utf-8").splitlines())) > 120}
    assert long == {}


def test_requirements_are_pinned_exactly() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        lines = [x for x in (ROOT / name).read_text("utf-8").splitlines() if x and not x.startswith(("#", "-r"))]
        assert lines
        assert all(re.fullmatch(r"[A-Za-z0-9_.\[\]-]+==[A-Za-z0-9_.]+", x) for x in lines)


def test_storage_is_tested_on_the_real_thing() -> None:
    tests = [p for p in (ROOT / "tests").rglob("*.py") if p != Path(__file__)]
    assert not [p for p in tests if re.search(r"unittest\.mock|MagicMock", p.read_text("utf-8"))]


def _tree() -> list[str]:
    """The paths of README's tree: the first word of each line in the block that starts with app.py."""
    blocks = re.findall(r"```(?:text)?\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    tree = next(b for b in blocks if b.lstrip().startswith("app.py"))
    paths, parents = [], {0: ""}
    for line in tree.splitlines():
        if not line.strip():
            continue
        indent = len(line) - len(line.lstrip())
        word = line.split()[0]
        paths.append(parents[max(k for k in parents if k <= indent)] + word)
        parents = {k: v for k, v in parents.items() if k <= indent}
        if word.endswith("/"):
            parents[indent + 2] = paths[-1]
    return paths


def test_the_tree_in_the_readme_is_true() -> None:
    tree = _tree()
    assert [p for p in tree if not (ROOT / p).exists()] == []
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    rooms = {"/".join(p.split("/")[:2]) + "/" for p in tracked if p.startswith(("reporting/", "tests/")) and p.count("/") > 1}
    modules = {p for p in tracked if re.fullmatch(r"reporting/(?!__)\w+\.py|pages/(?!__)\w+\.py|benchmarks/\w+\.py", p)}
    assert sorted((rooms | modules) - set(tree)) == []


def test_every_decision_is_numbered_once() -> None:
    numbers = [p.name[:4] for p in (ROOT / "docs" / "decisions").glob("*.md")]
    assert numbers
    assert len(numbers) == len(set(numbers))
    assert all(n.isdigit() for n in numbers)


def test_nothing_outside_the_project_is_read() -> None:
    tracked = subprocess.run(["git", "ls-files", "*.py", "*.md", "*.toml", "Makefile", ".ci/*"], cwd=ROOT, capture_output=True, text=True, check=True)
    outside = re.compile(r"\.\./" + r"shared|/wo" + r"rk/")
    assert [p for p in tracked.stdout.splitlines() if (ROOT / p).exists() and outside.search((ROOT / p).read_text("utf-8"))] == []
