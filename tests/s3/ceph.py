"""A real S3 server for the tests: Ceph's object gateway with one monitor and one store in memory, on loopback alone.

`python tests/s3/ceph.py FOLDER PID` runs it until the process PID ends: FOLDER/ready.json then says where it is, or
FOLDER/failed.txt why it is not. Needs Debian's packages ceph-mon, ceph-osd, radosgw and ceph-common.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen
from uuid import uuid4

PROGRAMS = ("ceph", "ceph-mon", "ceph-osd", "monmaptool", "radosgw", "radosgw-admin")
ACCESS_KEY = "NEWSROOMTESTKEY00001"
SECRET_KEY = "for-tests-only/secret+of=the.gateway"
START_SECONDS = 60
ATTEMPTS = 3
STOP_SECONDS = 5

CONFIG = """
[global]
fsid = {fsid}
mon_host = v1:127.0.0.1:{mon}
monmap = {folder}/monmap
public_addr = 127.0.0.1
cluster_addr = 127.0.0.1
auth_cluster_required = none
auth_service_required = none
auth_client_required = none
ms_bind_ipv6 = false
ms_bind_msgr2 = false
ms_bind_port_min = {low}
ms_bind_port_max = {high}
osd_pool_default_size = 1
osd_pool_default_min_size = 1
osd_pool_default_pg_num = 1
osd_pool_default_pgp_num = 1
osd_pool_default_pg_autoscale_mode = off
osd_crush_chooseleaf_type = 0
mon_allow_pool_size_one = true
mon_data_avail_crit = 1
osd_heartbeat_grace = 120
admin_socket =
log_file = {folder}/$name.log
log_to_stderr = false
err_to_stderr = true
keyring = {folder}/keyring
crash_dir = {folder}

[mon.a]
mon_data = {folder}/mon

[osd.0]
osd_data = {folder}/osd
osd_objectstore = memstore
memstore_device_bytes = 2147483648

[client.rgw]
rgw_frontends = beast endpoint=127.0.0.1:{gateway}
rgw_dns_name = localhost
"""


def missing() -> list[str]:
    """The programs that are not installed."""
    return [name for name in PROGRAMS if shutil.which(name) is None]


@dataclass
class Cluster:
    """The processes, each in the foreground, ended by their ids."""

    folder: Path
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(self) -> dict[str, str]:
        """Start everything; returns once the gateway answers."""
        mon, gateway, low = free_port(), free_port(), free_port()
        fsid, osd = str(uuid4()), str(uuid4())
        values = {"fsid": fsid, "mon": mon, "gateway": gateway, "low": low, "high": low + 30}
        (self.folder / "ceph.conf").write_text(CONFIG.format(folder=self.folder, **values))
        (self.folder / "keyring").touch()
        for name in ("mon", "osd"):
            (self.folder / name).mkdir()
        monmap = str(self.folder / "monmap")
        self.run(
            "monmaptool",
            "--create",
            "--fsid",
            fsid,
            "--addv",
            "a",
            f"[v1:127.0.0.1:{mon}]",
            monmap,
            bare=True,
        )
        self.run("ceph-mon", "--mkfs", "-i", "a", "--monmap", monmap)
        self.begin("ceph-mon", "-f", "-i", "a")
        self.run(
            "ceph", "--connect-timeout", "30", "osd", "new", osd, "0", tries=100
        )  # the monitor elects itself
        self.run("ceph-osd", "-i", "0", "--mkfs", "--osd-uuid", osd)
        self.begin("ceph-osd", "-f", "-i", "0")
        keys = ("--access-key", ACCESS_KEY, "--secret", SECRET_KEY)
        self.run("radosgw-admin", "user", "create", "--uid", "newsroom", "--display-name", "Newsroom", *keys)
        self.begin("radosgw", "-f", "-n", "client.rgw")
        endpoint = f"http://127.0.0.1:{gateway}"
        self.wait_for(endpoint)
        return {"endpoint": endpoint, "access_key": ACCESS_KEY, "secret_key": SECRET_KEY}

    def run(self, program: str, *arguments: str, bare: bool = False, tries: int = 1) -> None:
        """Run a program to its end; it would wait for ever for a server that has ended."""
        config = () if bare else ("-c", str(self.folder / "ceph.conf"))
        for _ in range(tries):
            with (self.folder / f"{program}.run").open("wb") as out:
                running = subprocess.Popen([program, *config, *arguments], stdout=out, stderr=out)
            self.processes.append(running)
            end = time.monotonic() + START_SECONDS
            while running.poll() is None and time.monotonic() < end:
                self.demand(running)
                time.sleep(0.02)
            if running.poll() is None:
                raise RuntimeError(f"{program} does not end.")
            self.processes.remove(running)
            if running.returncode == 0:
                return
            time.sleep(0.1)
        said = (self.folder / f"{program}.run").read_text(errors="replace")[-2000:]
        raise RuntimeError(f"{program} {' '.join(arguments)}: {said}")

    def begin(self, program: str, *arguments: str) -> None:
        with (self.folder / f"{program}.out").open("wb") as out:
            self.processes.append(
                subprocess.Popen(
                    [program, "-c", str(self.folder / "ceph.conf"), *arguments], stdout=out, stderr=out
                )
            )

    def wait_for(self, endpoint: str) -> None:
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            self.demand()
            try:
                with urlopen(endpoint, timeout=5):
                    return
            except HTTPError:
                return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError(f"The gateway does not answer; its logs are in {self.folder}.")

    def demand(self, *besides: subprocess.Popen[bytes]) -> None:
        """Raises RuntimeError when a server has ended."""
        for process in self.processes:
            if process not in besides and process.poll() is not None:
                raise RuntimeError(f"{process.args[0]} ended with {process.returncode}; logs: {self.folder}.")  # type: ignore[index]

    def stop(self) -> None:
        for process in reversed(self.processes):
            process.terminate()
        for process in reversed(self.processes):
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def lives(pid: int) -> bool:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, 0)
        return True
    return False


def main(folder: Path, watched: int) -> None:
    """Run the cluster as long as the watched process lives."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: sys.exit(0))
    errors = []
    for attempt in range(ATTEMPTS):  # a port that was free may be taken a moment later
        own = folder / str(attempt)
        own.mkdir()
        cluster = Cluster(own)
        try:
            tell(folder / "ready.json", json.dumps(cluster.start()))
            while lives(watched):
                cluster.demand()
                time.sleep(0.3)
            return
        except Exception as error:
            errors.append(str(error))
            tell(folder / f"{attempt}.txt", str(error))
        finally:
            cluster.stop()
    tell(folder / "failed.txt", "\n".join(errors))


def tell(path: Path, content: str) -> None:
    """Write a file that is whole as soon as it can be seen."""
    part = path.with_suffix(".part")
    part.write_text(content)
    part.rename(path)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
