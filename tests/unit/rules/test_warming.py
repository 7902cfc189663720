"""What the process that checks reads before it is asked: all that a first check would else wait for."""

import os
import subprocess
import sys
from pathlib import Path

import clerkwell

FIRST_CHECK = """
import sys
from pathlib import Path
from clerkwell.model import Report
from clerkwell.packs import load_folder
from clerkwell.packs.load import SAMPLE
from clerkwell.rules import Engine
from clerkwell.rules.warming import warm
from clerkwell.system import resources_folder, templates_folder

pack = load_folder(templates_folder() / "city-of-london-2023")
report = Report.model_validate_json(pack.files[SAMPLE])
engine = Engine()
warm()
words = [str(resources_folder() / name) for name in ("dictionaries", "language")]
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
engine.check(report, pack)
print(sorted({Path(path).name for path in opened if path.startswith(tuple(words))}))
"""


def test_a_first_check_reads_no_list_of_words_any_more() -> None:
    env = {**os.environ, "PYTHONPATH": str(Path(clerkwell.__file__).parents[1])}
    done = subprocess.run([sys.executable, "-c", FIRST_CHECK], capture_output=True, text=True, check=True, env=env)
    assert done.stdout.strip() == "[]"
