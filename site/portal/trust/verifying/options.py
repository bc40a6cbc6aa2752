"""What can be typed after `verify`."""

import argparse
from pathlib import Path


def add_options(parser: argparse.ArgumentParser) -> None:
    """Say what can be typed."""
    parser.add_argument("source", metavar="THƯ_MỤC|https://…", help="bản phát hành, hoặc địa chỉ của cổng")
    parser.add_argument(
        "--key", action="append", default=[], metavar="VKEY",
        help="khóa công khai của cơ quan, hoặc tệp có khóa ấy; được dùng nhiều lần khi đổi khóa",
    )  # fmt: skip
    parser.add_argument("--state", type=Path, metavar="TỆP", help="nhớ nhật ký đã thấy, để lần sau so lại")
    parser.add_argument("--policy", type=Path, metavar="TỆP", help="chính sách nhân chứng (C2SP tlog-policy)")
    parser.add_argument(
        "--except", dest="excepted", action="append", default=[], metavar="/ĐẦU_ĐỊA_CHỈ",
        help="nơi có chương trình khác trả lời, như /api/tim-kiem; được dùng nhiều lần",
    )  # fmt: skip
    parser.add_argument("--format", choices=("text", "json"), default="text", help="cách viết kết quả")
    parser.add_argument("--language", choices=("vi", "en"), default="vi", help="ngôn ngữ của kết quả")
    parser.add_argument("--connections", type=int, default=8, metavar="SỐ", help="số kết nối cùng lúc")
