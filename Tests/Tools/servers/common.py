"""What the test servers share: they serve a folder on a free port of 127.0.0.1, print the port, and end when their standard
input does, so that none outlives the tests. Faults stand in FOLDER/.faults.json, read anew at each request:
{"NAME": {"cut": 1000, "times": 1}}; what was asked for is appended to FOLDER/.requests."""
import json
import os
import sys
import threading


class Faults:
    def __init__(self, folder):
        self.folder = folder
        self.used = {}

    def of(self, name):
        """The faults planted for a name, used up after as many times as they say."""
        try:
            with open(os.path.join(self.folder, ".faults.json"), encoding="utf-8") as file:
                planted = json.load(file).get(name, {})
        except (OSError, ValueError):
            return {}
        key = name + json.dumps(planted, sort_keys=True)
        if self.used.get(key, 0) >= planted.get("times", 1_000_000):
            return {}
        return planted

    def use(self, name, planted):
        if planted:
            key = name + json.dumps(planted, sort_keys=True)
            self.used[key] = self.used.get(key, 0) + 1

    def note(self, line):
        with open(os.path.join(self.folder, ".requests"), "a", encoding="utf-8") as file:
            file.write(line + "\n")


def serve(port, loop):
    """Says the port, serves in a thread, and ends with the standard input."""
    threading.Thread(target=loop, daemon=True).start()
    print(port, flush=True)
    sys.stdin.buffer.read()
    sys.stdout.flush()
    os._exit(0)
