"""What a deploy script feels: how long a command takes from start to exit.

usage: start_up.py REGISTRY
"""

import shutil
import subprocess
import sys
import tempfile

from whole_process import compare

with tempfile.TemporaryDirectory() as directory:
    # As it is installed: a file that was copied is read into larger pages than one that a linker
    # wrote, which makes a fifth of the page faults.
    registry = shutil.copy(sys.argv[1], f"{directory}/registry")
    subprocess.run([registry, "quickstart", "--directory", directory], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    models = f"{directory}/models/registry"
    medians = compare({
        "/bin/true": ["/bin/true"],
        "git --version": ["git", "--version"],
        "registry --version": [registry, "--version"],
        "registry resolve champion": [registry, "resolve", "champion", "--registry", models],
    }, rounds=301)
    git = medians["git --version"]
    for name in ("registry --version", "registry resolve champion"):
        print(f"{name} / git --version: {medians[name] / git:.2f}")
