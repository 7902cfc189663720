"""The processes that check and make pages are what the design asks for: without a window's library or a connection."""

import subprocess
from pathlib import Path

from benchmarks.processes import python, surroundings

# Asks the real process's own code for a check, through real pipes, with every door to the network watched.
SERVING = """
import os, socket, sys
def refuse(event, arguments):
    if event == "socket.__new__" and arguments[1] in (socket.AF_INET, socket.AF_INET6):
        os._exit(70)
    if event in ("socket.bind", "socket.listen", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"):
        os._exit(71)
sys.addaudithook(refuse)
sys.argv = ["clerkwell", {argument!r}]
from clerkwell.__main__ import main
code = main()
for name in {unwanted!r}:
    if name in sys.modules:
        os._exit(72)
sys.exit(code)
"""
ASKING = """
import sys
from clerkwell.session.checking_apart import CheckApart
from helpers.building import make_pack, make_report
apart = CheckApart(command={command!r})
pack = make_pack()
report = make_report({{"background": "[Insert text]"}}, pack=pack)
worker = apart._hired()
found = worker.check(report, pack, frozenset())
worker._child._process.stdin.close()
sys.stdout.write(" ".join(sorted(problem.rule for problem in found)) + "\\n")
sys.exit(worker._child._process.wait())
"""


CHECKED = SERVING.format(
    argument="--check-reports", unwanted=("PySide6", "docx", "lxml", "clerkwell.ui", "clerkwell.word", "clerkwell.app")
)
FOLLOWED = SERVING.format(
    argument="--follow-pages", unwanted=("PySide6", "docx", "clerkwell.ui", "clerkwell.rules", "clerkwell.app")
)
FOLLOWING = """
import sys
from clerkwell.session.pages_apart import PagesApart
from helpers.shipped import kept, sample, shipped
apart = PagesApart(command={command!r})
pack = shipped("city-of-london-2023")
apart.pages(sample(pack), pack, kept(pack))
child = apart._worker.child._process
child.stdin.close()
code = child.wait()
apart.close()
sys.exit(code)
"""


def test_the_process_that_checks_opens_no_connection_and_loads_no_window(tmp_path: Path) -> None:
    done = subprocess.run(
        python(ASKING.format(command=python(CHECKED))),
        env=surroundings(tmp_path),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert done.returncode == 0, done.stderr
    assert "prompt-left" in done.stdout


def test_the_process_that_makes_pages_opens_no_connection_and_loads_no_window(tmp_path: Path) -> None:
    done = subprocess.run(
        python(FOLLOWING.format(command=python(FOLLOWED))),
        env=surroundings(tmp_path),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert done.returncode == 0, done.stderr


def test_the_window_does_not_wait_for_the_rules_where_no_report_is_open(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom clerkwell.__main__ import load_window\nload_window()\n"
        "sys.exit(any(name in sys.modules for name in ('clerkwell.rules', 'clerkwell.session.checking_apart', "
        "'clerkwell.session.pages_apart', 'pypdfium2', 'typst')))"
    )

    done = subprocess.run(python(code), env=surroundings(tmp_path), check=False, timeout=60)

    assert done.returncode == 0


def test_a_start_page_with_its_packs_loads_no_model(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom contextlib import ExitStack\nfrom clerkwell.__main__ import load_window\nload_window()\n"
        "from clerkwell.app import build_window, make_application\nfrom clerkwell.system import folders\n"
        "app = make_application()\n"
        "with ExitStack() as ending:\n"
        "    window = build_window(app, folders(), ending)\n"
        "    window.commands.tidy()\n    window.commands.offer_recovery()\n    window.show()\n    app.processEvents()\n"
        "    print(window.start.packs.marked(), *({'pydantic', 'clerkwell.model'} & set(sys.modules)))\n"
        "    window.close()\n"
    )
    # The first start looks at the packs, and remembers them.
    first, second = (
        subprocess.run(
            python(code), env=surroundings(tmp_path), capture_output=True, text=True, check=False, timeout=60
        )
        for _ in range(2)
    )

    assert first.returncode == second.returncode == 0, second.stderr
    assert len(second.stdout.split()) == 1, second.stdout
