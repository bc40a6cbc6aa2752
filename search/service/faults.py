"""What a program is told when it gets no answer: problem details (RFC 9457), in Vietnamese and English."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

MEDIA = "application/problem+json"
"""The media type of problem details."""

PLACE = "/api/tim-kiem/openapi.json#/components/x-problems/"
"""Before the code of a fault, its type: there it is described."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of fault: its status, and its title by language."""

    status: int
    vi: str
    en: str

    def title(self, language: str) -> str:
        """Give its title in a language."""
        return self.en if language == "en" else self.vi


KINDS: Mapping[str, Kind] = {
    "no-query": Kind(400, "Thiếu điều cần tìm", "There is no query"),
    "query-too-long": Kind(400, "Điều cần tìm quá dài", "The query is too long"),
    "bad-parameter": Kind(400, "Tham số không hợp lệ", "A parameter is not valid"),
    "not-found": Kind(404, "Không có địa chỉ này", "There is no such address"),
    "method": Kind(405, "Chỉ nhận GET và HEAD", "Only GET and HEAD are taken"),
    "fault": Kind(500, "Dịch vụ tìm kiếm gặp lỗi", "The search service failed"),
    "busy": Kind(
        503, "Đang có quá nhiều lượt tìm, hãy thử lại sau giây lát", "Too many searches, try again soon"
    ),
    "slow": Kind(503, "Lượt tìm quá lâu nên đã dừng", "The search took too long and was given up"),
    "not-ready": Kind(503, "Chưa có bản nào để tìm", "There is nothing to search yet"),
}
"""All kinds by their codes, which never change."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why there is no answer: the code of its kind, and the parameter that it is about."""

    code: str
    parameter: str = ""

    @property
    def kind(self) -> Kind:
        """Its kind."""
        return KINDS[self.code]

    def details(self, language: str) -> bytes:
        """Give it as a program reads it."""
        said: dict[str, object] = {
            "type": PLACE + self.code,
            "title": self.kind.title(language),
            "status": self.kind.status,
            "code": self.code,
        }
        if self.parameter:
            said["parameter"] = self.parameter
        return json.dumps(said, ensure_ascii=False).encode()
