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
START_SECONDS = 120
STOP_SECONDS = 5

CONFIG = """
[global]
fsid = {fsid}
mon_host = v1:127.0.0.1:{mon}
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
        self.run("ceph", "--connect-timeout", "30", "osd", "new", osd, "0")
        self.run("ceph-osd", "-i", "0", "--mkfs", "--osd-uuid", osd)
        self.begin("ceph-osd", "-f", "-i", "0")
        keys = ("--access-key", ACCESS_KEY, "--secret", SECRET_KEY)
        self.run("radosgw-admin", "user", "create", "--uid", "newsroom", "--display-name", "Newsroom", *keys)
        self.begin("radosgw", "-f", "-n", "client.rgw")
        endpoint = f"http://127.0.0.1:{gateway}"
        self.wait_for(endpoint)
        return {"endpoint": endpoint, "access_key": ACCESS_KEY, "secret_key": SECRET_KEY}

    def run(self, program: str, *arguments: str, bare: bool = False) -> None:
        config = () if bare else ("-c", str(self.folder / "ceph.conf"))
        done = subprocess.run(
            [program, *config, *arguments], capture_output=True, text=True, timeout=START_SECONDS, check=False
        )
        if done.returncode:
            raise RuntimeError(f"{program} {' '.join(arguments)}: {done.stderr[-2000:]}")

    def begin(self, program: str, *arguments: str) -> None:
        with (self.folder / f"{program}.out").open("wb") as out:
            self.processes.append(
                subprocess.Popen(
                    [program, "-c", str(self.folder / "ceph.conf"), *arguments], stdout=out, stderr=out
                )
            )

    def wait_for(self, endpoint: str) -> None:
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end and self.all_run():
            try:
                with urlopen(endpoint, timeout=5):
                    return
            except HTTPError:
                return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError(f"The gateway does not answer; its logs are in {self.folder}.")

    def all_run(self) -> bool:
        return all(process.poll() is None for process in self.processes)

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
    cluster = Cluster(folder)
    try:
        ready = cluster.start()
        (folder / "ready.part").write_text(json.dumps(ready))
        (folder / "ready.part").rename(folder / "ready.json")
        while lives(watched) and cluster.all_run():
            time.sleep(0.3)
    except Exception as error:
        (folder / "failed.part").write_text(str(error))
        (folder / "failed.part").rename(folder / "failed.txt")
    finally:
        cluster.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
