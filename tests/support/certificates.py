"""Certificates of the private mail servers, made by openssl for two days."""

import pathlib
import subprocess

from mail_process import ServerError


class Certificates:
    """A private CA with a certificate for localhost and 127.0.0.1, and a CA that signed nothing here."""

    def __init__(self, folder: pathlib.Path):
        folder.mkdir()
        self.folder = folder
        self.ca = self._authority("ca", "Redress test CA")
        self.wrong_ca = self._authority("wrong-ca", "Some other test CA")
        self.key, self.certificate = folder / "server.key", folder / "server.pem"
        extensions = folder / "server.ext"
        extensions.write_text("basicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\n"
                              "subjectAltName=DNS:localhost,IP:127.0.0.1\n")
        request = folder / "server.csr"
        self._openssl("req", "-new", *self._new_key(self.key), "-subj", "/CN=localhost",
                      "-out", request)
        self._sign(request, "ca", extensions, self.certificate)
        self.wrong_certificate = folder / "wrong.pem"  # the same key and names
        self._sign(request, "wrong-ca", extensions, self.wrong_certificate)

    @staticmethod
    def _new_key(path: pathlib.Path) -> list:
        return ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                "-keyout", path]

    def _authority(self, name: str, common_name: str) -> pathlib.Path:
        path = self.folder / f"{name}.pem"
        self._openssl("req", "-x509", *self._new_key(self.folder / f"{name}.key"), "-days", "2",
                      "-subj", f"/CN={common_name}", "-addext", "keyUsage=keyCertSign", "-out", path)
        return path

    def _sign(self, request, authority: str, extensions, certificate) -> None:
        self._openssl("x509", "-req", "-in", request, "-CA", self.folder / f"{authority}.pem",
                      "-CAkey", self.folder / f"{authority}.key", "-days", "2", "-set_serial", "2",
                      "-extfile", extensions, "-out", certificate)

    @staticmethod
    def _openssl(*arguments) -> None:
        done = subprocess.run(["openssl", *map(str, arguments)], capture_output=True, text=True)
        if done.returncode != 0:
            raise ServerError(f"openssl {arguments[0]} failed: {done.stderr.strip()}")
