"""What every group of tests shares."""

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reporting.bootstrap import open_services
from reporting.settings import Settings

os.environ["LIBREOFFICE"] = "nee"  # it takes seconds a report: tests that want it say so


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[Path], object]], Path]:
    """Give the folder with this name, filled once in a run however many workers it has; tests take a copy."""
    base = tmp_path_factory.getbasetemp()
    base = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def made(name: str, fill: Callable[[Path], object]) -> Path:
        with (base / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (base / name).exists():
                draft = tmp_path_factory.mktemp("laden") / name
                draft.mkdir()
                fill(draft)
                draft.rename(base / name)
        return base / name

    return made


@pytest.fixture(scope="session")
def played(once: Callable[[str, Callable[[Path], object]], Path]) -> Path:
    """The folder of a sample world (data, keys)."""
    return once("voorbeeld", lambda folder: open_services(Settings(folder / "data", folder / "keys"), sample=True))


@pytest.fixture(scope="session")
def program() -> Callable[[str], str]:
    """Give the path of a program a test needs beyond Python; skip saying why where it is missing, fail under CI=true."""

    def need(name: str) -> str:
        path = shutil.which(name)
        if path is None:
            reason = f"{name} is not installed here and could not be installed by make"
            if os.environ.get("CI") == "true":
                pytest.fail(reason)
            pytest.skip(reason)
        return path

    return need


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Spread the files with a browser over the run: side by side they would only wait for each other."""
    files: dict[Path, list[pytest.Item]] = {}
    for item in items:
        files.setdefault(item.path, []).append(item)
    waiting = [path for path, own in files.items() if own[0].get_closest_marker("browser")]
    others = [path for path in files if path not in set(waiting)]
    step = max(1, len(others) * 2 // 3 // max(1, len(waiting)))
    order = []
    for number, path in enumerate(others):
        if number % step == 0 and waiting:
            order.append(waiting.pop(0))
        order.append(path)
    items[:] = [item for path in (*order, *waiting) for item in files[path]]
