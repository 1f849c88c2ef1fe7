"""A data folder has one stack at a time, and only a folder of ours is ever emptied."""

from __future__ import annotations

from pathlib import Path

import pytest

from local.layout import DataFolder
from local.stack import CannotStart, empty, lock


def test_a_folder_in_use_is_refused_in_one_sentence(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    with lock(data), pytest.raises(CannotStart, match=r"Another stack is using the data .* DATA_FOLDER="):
        lock(data)
    lock(data).close()


def test_a_clean_start_waits_for_nobody_and_takes_nobodys_folder(tmp_path: Path) -> None:
    ours, theirs = DataFolder(tmp_path / "ours"), DataFolder(tmp_path / "theirs")
    for data in (ours, theirs):
        data.path.mkdir()
        (data.path / "letters.txt").write_text("kept")
    with lock(ours), pytest.raises(CannotStart):
        empty(ours)
    empty(ours)
    assert not ours.path.exists()
    with pytest.raises(CannotStart, match="nothing in it was touched"):
        empty(theirs)
    assert (theirs.path / "letters.txt").read_text() == "kept"
