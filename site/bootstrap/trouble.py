"""What can keep a machine from being made ready, in words for the person at the terminal."""

import errno
import sys


def say(text: str, end: str = "\n") -> None:
    """Write to the terminal beside the output, so that output stays what was asked for."""
    sys.stderr.write(text + end)
    sys.stderr.flush()


class NotReady(Exception):
    """The machine could not be made ready: what was tried and what to do, in two languages."""

    def __init__(self, vietnamese: str, english: str, detail: str = "") -> None:
        """`detail` is what a tool said, shown indented below the two sentences."""
        lines = [vietnamese, english, *(f"    {line}" for line in detail.splitlines())]
        super().__init__("\n".join(lines))


class Unreachable(NotReady):
    """The package index did not answer."""

    def __init__(self, index: str) -> None:
        """`index` is the address tried, without a password."""
        super().__init__(
            f"Chưa cài được các gói cần thiết: không kết nối được tới kho gói {index}. "
            "Hãy kiểm tra mạng (hoặc đặt PIP_INDEX_URL nếu cơ quan có kho gói riêng) rồi chạy lại lệnh này.",
            f"The packages could not be installed: the package index {index} cannot be reached. "
            "Check the network (or set PIP_INDEX_URL if your office has its own index), then run this again.",
        )


class Refused(NotReady):
    """A package is not the one that the lock file names."""

    def __init__(self, detail: str) -> None:
        """`detail` is what pip said of the digests."""
        super().__init__(
            "Đã dừng: một gói tải về không khớp với mã băm ghi trong tệp khóa, nên không được cài. "
            "Hãy chạy lại; nếu vẫn vậy, kho gói đang trả về tệp lạ, hãy báo cho người quản trị.",
            "Stopped: a downloaded package does not match its digest in the lock file and was not installed. "
            "Run this again; if it happens again the index serves a foreign file: tell your administrator.",
            detail,
        )


class NoSpace(NotReady):
    """The disk is full."""

    def __init__(self, where: object) -> None:
        """`where` is the folder that was written to."""
        super().__init__(
            f"Ổ đĩa đã đầy khi ghi vào {where}. Hãy giải phóng khoảng 300 MB rồi chạy lại lệnh này.",
            f"The disk is full while writing to {where}. Free about 300 MB, then run this again.",
        )


class NotWritable(NotReady):
    """The project's folder cannot be written to."""

    def __init__(self, where: object) -> None:
        """`where` is the folder that was written to."""
        super().__init__(
            f"Không ghi được vào {where}. Hãy chép dự án vào một thư mục mà bạn có quyền ghi rồi chạy lại.",
            f"{where} cannot be written to. Copy the project to a folder that you may write to, "
            "then run this again.",
        )


class NoVenv(NotReady):
    """This Python lacks the part that makes environments."""

    def __init__(self) -> None:
        """The remedy is Debian's, the one system known to take the part out."""
        super().__init__(
            "Python trên máy này thiếu phần tạo môi trường (venv). Trên Debian hoặc Ubuntu hãy chạy: "
            "apt install python3-venv",
            "This Python lacks venv. On Debian or Ubuntu run: apt install python3-venv",
        )


def trouble_of(error: OSError, where: object) -> NotReady:
    """The words for an error of the system met while writing to `where`."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return NoSpace(where)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return NotWritable(where)
    return NotReady(
        f"Chưa tạo được môi trường {where}. Hãy xóa thư mục đó rồi chạy lại lệnh này.",
        f"The environment {where} could not be made. Delete that folder, then run this again.",
        str(error),
    )
