"""What is shown of an answer, packed for the disk with a dictionary of what such texts have in common."""

import json
import zlib
from collections.abc import Mapping

_LEVEL = 6
# The commonest come last, where they cost least. Other texts are packed as well, less tightly.
_COMMON = """
Nghị quyết của Hội đồng nhân dân tỉnh, Nghị định số /2025/NĐ-CP của Chính phủ, Quyết định số /QĐ-UBND,
Thông tư, Chỉ thị, an toàn thông tin, cải cách hành chính, chuyển đổi số, chính quyền điện tử, chữ ký số,
cơ sở dữ liệu quốc gia về dân cư, định danh điện tử, bảo hiểm xã hội, bảo hiểm y tế, giáo dục và đào tạo,
khoa học và công nghệ, tài nguyên và môi trường, nông nghiệp và phát triển nông thôn, lao động, việc làm,
văn hóa, thể thao và du lịch, giao thông vận tải, xây dựng, đất đai, quy hoạch, đầu tư công, giải ngân,
ngân sách nhà nước, doanh nghiệp, hợp tác xã, hộ kinh doanh, sản xuất, xuất khẩu, thị trường, sản phẩm,
chất lượng, phòng, chống dịch bệnh, thiên tai, tìm kiếm cứu nạn, phòng cháy, chữa cháy, trật tự an toàn
giao thông, quốc phòng, an ninh, tư pháp, thanh tra, kiểm tra, giám sát, tiếp công dân, khiếu nại, tố cáo,
bộ phận một cửa, trung tâm phục vụ hành chính công, dịch vụ công trực tuyến toàn trình, cổng dịch vụ công
quốc gia, giải quyết thủ tục hành chính, hồ sơ, nộp trực tuyến, phí, lệ phí, thời hạn, biểu mẫu, kết quả,
trả kết quả, đúng hạn, Văn phòng, Sở Nội vụ, Sở Tài chính, Sở Tư pháp, Sở Y tế, Sở Xây dựng, Công an tỉnh,
Ủy ban nhân dân huyện, xã, phường, thành phố, thị trấn, khu dân cư, đồng chí, Bí thư Tỉnh ủy, Chủ tịch
UBND tỉnh, Phó Chủ tịch, Giám đốc, Ban Chỉ đạo, hội nghị, cuộc họp, phát biểu, kết luận, chỉ đạo, yêu cầu,
đề nghị, phối hợp, tập trung, tăng cường, nâng cao hiệu quả, đẩy mạnh tuyên truyền, vận động, hướng dẫn,
triển khai thực hiện kế hoạch, chương trình, đề án, dự án, nhiệm vụ, giải pháp, các cơ quan, đơn vị, địa
phương, tổ chức, cá nhân, cán bộ, công chức, viên chức, người dân và doanh nghiệp, nhân dân, trong thời
gian tới, trên địa bàn tỉnh, theo quy định của pháp luật, theo báo cáo, tính đến ngày, so với cùng kỳ năm
trước, đạt tỷ lệ %, tăng, giảm, triệu đồng, tỷ đồng, người, hộ, trường hợp, tháng đầu năm 2023, 2024,
2025, 2026, đầu năm, cuối năm, được, là, có, và, các, của, cho, với, những, một, không, này, đó, khi, đến,
từ, tại, để, về, trên, dưới, phải, sẽ, đã, đang, "title": "", "language": "vi", "summary": "", "category":
"", "category_name": "", "unit": "", "date": "T00:00:00+07:00", "kind": "article", "address":
"/tin-tuc/2025/", "text": "
""".replace("\n", " ").encode()


def pack_shown(shown: Mapping[str, str]) -> bytes:
    """Pack what is shown of a document."""
    packer = zlib.compressobj(_LEVEL, zdict=_COMMON)
    return packer.compress(json.dumps(shown, ensure_ascii=False).encode()) + packer.flush()


def unpack_shown(packed: bytes) -> Mapping[str, str]:
    """Give what was packed."""
    shown: Mapping[str, str] = json.loads(zlib.decompressobj(zdict=_COMMON).decompress(packed))
    return shown
