"""Write the shipped registers from the public dumps: `make registers`, or `python -m tests.registers [FOLDER]`.

FOLDER holds the dumps by their names; without it, it is `data/registry` under SOURCE_AUDIT_GOLD. A table whose dumps are
not there stays as it is and is named. The same dumps give the same bytes.
"""

import os
import sys
from pathlib import Path

from tests.registers import accounts, hosts, state_media

DATA = Path(__file__).parents[2] / "source_audit" / "data"
TABLES = (accounts, state_media)


def main(folder: Path) -> int:
    for table in TABLES:
        absent = [name for name in table.DUMPS if not (folder / name).is_file()]
        if absent:
            print(f"{table.NAME}: left as it is; {folder} lacks {', '.join(absent)}")
            continue
        text, said = table.build(folder)
        (DATA / table.NAME).write_text(text, encoding="utf-8")
        print(f"{table.NAME}: {said}")
    hosts.main(folder, DATA / "hosts.csv")
    return 0


if __name__ == "__main__":
    default = Path(os.environ.get("SOURCE_AUDIT_GOLD", ".")) / "data" / "registry"
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else default))
