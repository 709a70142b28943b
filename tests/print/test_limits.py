"""A pack that would eat the machine ends its own child and nothing else."""

import subprocess
import sys

LIMITED = "from tasks.print_pack import stay_within_limits\nstay_within_limits()\nstay_within_limits()\n{rest}"


def run(rest):
    return subprocess.run([sys.executable, "-c", LIMITED.format(rest=rest)], capture_output=True, text=True)


def test_memory_is_capped():
    ran = run("held = bytearray(4 * 1024**3)")
    assert ran.returncode != 0
    assert "MemoryError" in ran.stderr


def test_time_is_capped_from_now_on():
    ran = run(
        "import resource, tasks.print_pack as room\n"
        "soft, _ = resource.getrlimit(resource.RLIMIT_CPU)\n"
        "used = resource.getrusage(resource.RUSAGE_SELF)\n"
        "assert room.MOST_CPU_SECONDS - 2 <= soft - used.ru_utime - used.ru_stime <= room.MOST_CPU_SECONDS\n"
    )
    assert ran.returncode == 0, ran.stderr
