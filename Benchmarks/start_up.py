"""What a deploy script feels: how long a command takes from start to exit.

usage: start_up.py REGISTRY
"""

import subprocess
import sys
import tempfile

from whole_process import compare

registry = sys.argv[1]
with tempfile.TemporaryDirectory() as directory:
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
