"""What the figures were measured on: machine, compiler and versions, for the reader of a table."""

import os
import pathlib
import platform
import re
import shutil
import subprocess


def output(*command) -> str:
    """What a command says, or nothing where it is missing or fails."""
    if not shutil.which(str(command[0])):
        return ""
    done = subprocess.run(command, capture_output=True, text=True)
    return done.stdout.strip() if done.returncode == 0 else ""


def cpu() -> str:
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def compiler(program: pathlib.Path) -> str:
    """The compilers that the program's own .comment section names: ours and the C library's."""
    found = re.findall(r"(clang version [\d.]+|GCC: \([^)]*\) [\d.]+)",
                       output("readelf", "-p", ".comment", program))
    clang = [text for text in found if text.startswith("clang")]
    return (clang or found or ["unknown compiler"])[0].replace("GCC: ", "gcc ")


def package(name: str) -> str:
    return output("dpkg-query", "-W", "-f", "${Version}", name) or "missing"


def file_system(folder: str) -> str:
    return output("stat", "-f", "-c", "%T", folder) or "unknown"


def description(programs, folder: str) -> list:
    """Lines that say it."""
    dovecot = output("/usr/sbin/dovecot", "--version").split(" ")[0] or "missing"
    mbsync = output("mbsync", "--version").replace("isync ", "") or "missing"
    version = output(programs.daemon, "--version") or str(programs.daemon)
    return [f"{os.cpu_count()} x {cpu()}, kernel {platform.release()}, {folder} on "
            f"{file_system(folder)}",
            f"{version}, {compiler(programs.daemon)}, libcurl {package('libcurl4')}, "
            f"sqlite {package('libsqlite3-0')}",
            f"dovecot {dovecot}, mbsync {mbsync}, postfix {package('postfix')}, "
            f"gmime {package('libgmime-3.0-0')}"]
