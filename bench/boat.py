"""newsboat at the work of `bench/gather.py`: `python boat.py FEEDS PORT FOLDER`.

Reloads the feeds once, and prints one line of JSON: the seconds and CPU seconds it took, and the
most memory it held. What it keeps is in FOLDER.
"""

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

from feedfarm import address

AT_ONCE = 16


def main(feeds: int, port: int, folder: Path) -> None:
    """Run newsboat and print."""
    urls, config = folder / "urls", folder / "config"
    urls.write_text("\n".join(address(number, port) for number in range(feeds)), "utf-8")
    config.write_text(f"reload-threads {AT_ONCE}\nmax-items 0\n", "utf-8")
    command = ["newsboat", "-u", str(urls), "-c", str(folder / "cache.db"), "-C", str(config)]
    began = time.perf_counter()
    subprocess.run([*command, "-x", "reload"], check=True, stdout=subprocess.DEVNULL)
    took = time.perf_counter() - began
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    row = {"seconds": took, "cpu": used.ru_utime + used.ru_stime, "mb": used.ru_maxrss / 1024}
    print(json.dumps(row))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
