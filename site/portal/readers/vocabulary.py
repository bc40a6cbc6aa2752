"""What editors may call each field, and what it is for, in Vietnamese.

Loaded where a key is not the schema's, and for editors' tools and the handbook: never where all is right.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A field in words: what to write, and other names under which it is understood, with their marks."""

    words: str
    also: tuple[str, ...] = ()


_SUMMARY = ("tóm tắt", "tóm lược", "sa pô", "sapo", "trích yếu")
_ORDER = Term("thứ tự trong danh sách, số nhỏ đứng trước", ("thứ tự",))
_WEB = ("đường dẫn", "liên kết", "địa chỉ trang web", "link")

VOCABULARY: Mapping[str, Mapping[str, Term]] = {
    "ArticleFields": {
        "title": Term("tên bài, nhiều nhất 120 ký tự", ("tiêu đề", "tên bài", "tựa đề", "đầu đề")),
        "date": Term(
            "ngày giờ của bài: 2026-12-01 08:00 hoặc 01/12/2026",
            ("ngày", "ngày đăng", "ngày giờ"),
        ),
        "updated": Term("ngày giờ sửa gần nhất", ("cập nhật", "ngày cập nhật", "ngày sửa", "sửa đổi")),
        "publish": Term("chỉ hiện từ lúc này", ("hẹn giờ", "hiện từ", "đăng từ", "xuất bản", "lên lịch")),
        "expires": Term("không hiện nữa từ lúc này", ("hết hạn", "ngày hết hạn", "hiện đến", "gỡ ngày")),
        "summary": Term("tóm tắt một, hai câu, nhiều nhất 300 ký tự", _SUMMARY),
        "author": Term("người viết", ("tác giả", "người viết", "phóng viên")),
        "source": Term("nguồn của bài: một dòng chữ, hoặc các mục name, url, date", ("nguồn", "nguồn tin")),
        "unit": Term("mã cơ quan, là tên tệp trong co-quan/", ("cơ quan", "đơn vị")),
        "category": Term("mã chuyên mục, có trong portal.yaml", ("chuyên mục", "danh mục", "mục")),
        "tags": Term("danh sách chủ đề: [dịch vụ công, chữ ký số]", ("chủ đề", "từ khóa", "thẻ", "nhãn")),
        "image": Term("ảnh đầu bài: các mục src, alt, caption, credit", ("ảnh", "hình ảnh", "ảnh đại diện")),
        "aliases": Term("địa chỉ cũ của bài, cũ nhất đứng đầu", ("địa chỉ cũ", "đường dẫn cũ")),
        "draft": Term("true là bản nháp, không hiện", ("nháp", "bản nháp")),
        "corrections": Term("các lần đính chính: các mục date, old, new", ("đính chính",)),
        "updates": Term("các lần cập nhật khác: các mục date, note", ("các lần sửa", "ghi chú sửa đổi")),
        "withdrawn": Term(
            "bài đã rút: các mục date, reason, by", ("rút bài", "đã rút", "thu hồi", "gỡ bài", "đã gỡ")
        ),
        "checks": Term("kiểm tra biên tập tắt ở đây, mỗi mã kèm lý do trong off", ("kiểm tra",)),
        "acknowledged": Term(
            "số liệu đã sửa mà người biên tập đã xem lại trong bài: {chỉ-tiêu@kỳ: số mới}",
            ("đã xem số liệu", "đã xem lại"),
        ),
    },
    "SourceFields": {
        "name": Term("tên nơi đã công bố", ("tên", "tên nguồn")),
        "url": Term("địa chỉ trang web của nguồn", _WEB),
        "date": Term("ngày nguồn công bố", ("ngày", "ngày công bố")),
    },
    "ImageFields": {
        "src": Term("tên tệp ảnh, đặt cạnh bài", ("tệp", "tên tệp", "tập tin", "ảnh")),
        "alt": Term("ảnh có gì, như kể cho người không nhìn thấy", ("mô tả", "mô tả ảnh", "lời mô tả")),
        "caption": Term("chú thích hiện dưới ảnh", ("chú thích", "chú thích ảnh")),
        "credit": Term("người chụp hoặc nơi có ảnh", ("người chụp", "tác giả", "nguồn ảnh", "ảnh của")),
    },
    "CorrectionFields": {
        "date": Term("ngày giờ đính chính", ("ngày", "ngày đính chính")),
        "old": Term("điều đã viết sai", ("cũ", "trước", "đã viết", "sai")),
        "new": Term("điều đúng", ("mới", "nay", "sửa thành", "đúng")),
    },
    "UpdateFields": {
        "date": Term("ngày giờ cập nhật", ("ngày", "ngày cập nhật")),
        "note": Term("đã đổi gì, vì sao", ("ghi chú", "nội dung", "lý do")),
    },
    "WithdrawnFields": {
        "date": Term("ngày giờ rút bài", ("ngày", "ngày rút", "ngày gỡ", "ngày thu hồi")),
        "reason": Term("lý do rút bài, hiện ở địa chỉ cũ của bài", ("lý do", "lí do")),
        "by": Term("nơi quyết định rút bài", ("người rút", "người gỡ", "cơ quan", "nơi quyết định")),
    },
    "NoticeFields": {
        "text": Term("lời thông báo, nhiều nhất 280 ký tự", ("nội dung", "lời thông báo", "thông báo")),
        "text_en": Term("lời thông báo bằng tiếng Anh", ("nội dung tiếng Anh",)),
        "level": Term("mức độ: khan-cap, canh-bao hoặc thong-tin", ("mức độ", "mức")),
        "link": Term("địa chỉ trang nói rõ hơn", ("liên kết", "đường dẫn")),
        "link_text": Term("chữ của liên kết", ("chữ liên kết", "tên liên kết")),
        "link_text_en": Term("chữ của liên kết bằng tiếng Anh", ("chữ liên kết tiếng Anh",)),
        "publish": Term("chỉ hiện từ lúc này", ("hẹn giờ", "hiện từ", "bắt đầu")),
        "expires": Term("không hiện nữa từ lúc này", ("hết hạn", "ngày hết hạn", "hiện đến", "kết thúc")),
    },
    "PageFields": {
        "title": Term("tên trang", ("tiêu đề", "tên trang", "tựa đề")),
        "summary": Term("tóm tắt một, hai câu", _SUMMARY),
        "updated": Term("ngày sửa gần nhất", ("cập nhật", "ngày cập nhật", "ngày sửa", "ngày")),
        "aliases": Term("địa chỉ cũ của trang, cũ nhất đứng đầu", ("địa chỉ cũ", "đường dẫn cũ")),
        "draft": Term("true là bản nháp, không hiện", ("nháp", "bản nháp")),
        "publish": Term("chỉ hiện từ lúc này", ("hẹn giờ", "hiện từ", "đăng từ", "xuất bản", "lên lịch")),
        "expires": Term("không hiện nữa từ lúc này", ("hết hạn", "ngày hết hạn", "hiện đến", "gỡ ngày")),
        "withdrawn": Term(
            "trang đã rút: các mục date, reason, by", ("đã rút", "thu hồi", "gỡ trang", "đã gỡ")
        ),
        "checks": Term("kiểm tra biên tập tắt ở đây, mỗi mã kèm lý do trong off", ("kiểm tra",)),
        "corrections": Term("các lần đính chính: các mục date, old, new", ("đính chính",)),
        "updates": Term("các lần cập nhật khác: các mục date, note", ("các lần sửa", "ghi chú sửa đổi")),
    },
    "UnitFields": {
        "name": Term("tên đầy đủ của cơ quan", ("tên", "tên cơ quan", "tên đầy đủ")),
        "name_en": Term("tên tiếng Anh", ("tên tiếng Anh",)),
        "short": Term("tên ngắn", ("tên ngắn", "tên tắt", "viết tắt", "tên gọi tắt")),
        "description": Term("cơ quan làm gì, một hai câu", ("mô tả", "giới thiệu", "chức năng")),
        "description_en": Term("mô tả tiếng Anh", ("mô tả tiếng Anh",)),
        "address": Term("địa chỉ trụ sở", ("địa chỉ", "trụ sở")),
        "phone": Term("số điện thoại của cơ quan", ("điện thoại", "số điện thoại")),
        "email": Term("thư điện tử của cơ quan", ("thư điện tử", "hộp thư", "e-mail", "thư")),
        "website": Term("địa chỉ trang web của cơ quan", ("trang web", "cổng thông tin", *_WEB)),
        "parent": Term("mã cơ quan cấp trên, là tên tệp trong co-quan/", ("cấp trên", "trực thuộc")),
        "order": _ORDER,
    },
    "GroupFields": {
        "title": Term("tên nhóm dịch vụ", ("tiêu đề", "tên nhóm", "tên")),
        "title_en": Term("tên nhóm bằng tiếng Anh", ("tiêu đề tiếng Anh", "tên tiếng Anh")),
        "audience": Term("dành cho ai: cong-dan, doanh-nghiep hoặc chung", ("đối tượng", "dành cho")),
        "order": _ORDER,
        "links": Term("các dịch vụ của nhóm", ("dịch vụ", "các dịch vụ", "liên kết", "danh sách")),
    },
    "LinkFields": {
        "title": Term("tên dịch vụ", ("tiêu đề", "tên", "tên dịch vụ")),
        "title_en": Term("tên dịch vụ bằng tiếng Anh", ("tiêu đề tiếng Anh", "tên tiếng Anh")),
        "icon": Term("hình vẽ nhỏ cạnh tên", ("biểu tượng", "hình")),
        "text": Term("dịch vụ giúp được gì, một câu", ("mô tả", "nội dung", "giới thiệu")),
        "text_en": Term("mô tả tiếng Anh", ("mô tả tiếng Anh", "nội dung tiếng Anh")),
        "url": Term("địa chỉ nơi làm dịch vụ", ("đường dẫn", "địa chỉ", "link")),
        "link_text": Term("chữ của liên kết, nói rõ dẫn tới đâu", ("chữ liên kết", "tên liên kết")),
        "link_text_en": Term("chữ của liên kết bằng tiếng Anh", ("chữ liên kết tiếng Anh",)),
    },
    "IndicatorFields": {
        "name": Term("tên chỉ tiêu", ("tên", "tên chỉ tiêu", "chỉ tiêu")),
        "name_en": Term("tên tiếng Anh", ("tên tiếng Anh",)),
        "definition": Term("chỉ tiêu đếm gì, tính thế nào", ("định nghĩa", "khái niệm")),
        "definition_en": Term("định nghĩa tiếng Anh", ("định nghĩa tiếng Anh",)),
        "unit": Term("đơn vị tính: %, dịch vụ, hồ sơ…", ("đơn vị", "đơn vị tính")),
        "unit_en": Term("đơn vị tính bằng tiếng Anh", ("đơn vị tiếng Anh",)),
        "decimals": Term("số chữ số sau dấu phẩy khi hiện", ("số thập phân", "chữ số thập phân")),
        "direction": Term(
            "thế nào là tốt hơn: higher (cao hơn), lower (thấp hơn), none (không xét)", ("chiều", "hướng")
        ),
        "owner": Term("mã cơ quan chịu trách nhiệm, là tên tệp trong co-quan/", ("cơ quan", "chủ trì")),
        "frequency": Term(
            "bao lâu có số liệu một lần: day, month, quarter, half, year, school-year, once (một lần) "
            "hoặc irregular (không đều)",
            ("tần suất", "chu kỳ", "kỳ báo cáo"),
        ),
        "within": Term("công bố chậm nhất bao nhiêu ngày sau khi hết kỳ", ("hạn công bố", "trong vòng")),
        "source": Term("nơi công bố số liệu: các mục name, url, date", ("nguồn", "nguồn số liệu")),
        "method": Term("thu thập và tính số liệu thế nào", ("phương pháp", "cách tính")),
        "method_en": Term("phương pháp bằng tiếng Anh", ("phương pháp tiếng Anh",)),
        "targets": Term("mục tiêu: mỗi mục có period, value, source", ("mục tiêu", "các mục tiêu")),
        "range": Term("số liệu chỉ có thể từ least đến most; với % là từ 0 đến 100", ("khoảng",)),
        "breaks": Term(
            "từ kỳ nào số liệu không so được với trước: period, note", ("đứt chuỗi", "thay đổi cách tính")
        ),
        "dimensions": Term("cột chia nhỏ tổng số: id, name, adds", ("phân tổ", "chia theo")),
        "duty": Term(
            "thuộc nhóm nào phải công khai về chất lượng phục vụ: commitment (cam kết), quality (chất lượng "
            "đang đạt), feedback (phản ánh, kiến nghị), improvement (kết quả cải thiện), use (hiệu quả sử "
            "dụng), satisfaction (mức hài lòng)",
            ("nhóm công khai", "nghĩa vụ công khai"),
        ),
        "group": Term("nhóm chỉ tiêu", ("nhóm", "lĩnh vực")),
        "group_en": Term("tên nhóm bằng tiếng Anh", ("nhóm tiếng Anh",)),
        "order": _ORDER,
        "featured": Term("true là hiện ở trang chủ", ("nổi bật", "trang chủ", "tiêu biểu")),
        "notes": Term("điều cần biết khi đọc số liệu", ("ghi chú", "lưu ý")),
        "notes_en": Term("ghi chú tiếng Anh", ("ghi chú tiếng Anh",)),
    },
    "TargetFields": {
        "period": Term("kỳ phải đạt, ví dụ 2025", ("kỳ", "năm", "thời hạn")),
        "value": Term("số phải đạt", ("giá trị", "số liệu", "chỉ tiêu")),
        "source": Term("văn bản giao mục tiêu", ("nguồn", "văn bản", "căn cứ")),
    },
    "BreakFields": {
        "period": Term("kỳ đầu tiên theo cách mới", ("kỳ", "từ kỳ")),
        "note": Term("cách tính đã đổi thế nào", ("ghi chú", "lý do")),
        "note_en": Term("ghi chú tiếng Anh", ("ghi chú tiếng Anh",)),
    },
    "DimensionFields": {
        "id": Term("tên cột trong tệp số liệu, chữ thường không dấu", ("mã", "cột")),
        "name": Term("tên hiện ra, ví dụ Giới tính", ("tên",)),
        "name_en": Term("tên tiếng Anh", ("tên tiếng Anh",)),
        "adds": Term("true là các phần cộng lại thành tổng", ("cộng", "cộng dồn")),
    },
    "RangeFields": {
        "least": Term("số nhỏ nhất có thể", ("từ", "nhỏ nhất")),
        "most": Term("số lớn nhất có thể", ("đến", "lớn nhất")),
    },
    "IndicatorSourceFields": {
        "name": Term("tên tài liệu hoặc nơi công bố", ("tên", "tên nguồn")),
        "url": Term("địa chỉ trang web của nguồn", _WEB),
        "date": Term("ngày nguồn công bố", ("ngày", "ngày công bố")),
    },
    "AllowFields": {
        "phones": Term("số điện thoại công vụ", ("điện thoại",)),
        "mails": Term("địa chỉ thư, hoặc tên miền thư, của cơ quan", ("thư",)),
        "hosts": Term("tên miền được dẫn tới", ("tên miền",)),
    },
    "Off": {
        "off": Term("lý do tắt, ít nhất hai chữ", ("tắt", "lý do")),
    },
    "SettingsFields": {
        "url": Term("địa chỉ trang web của cổng", ("địa chỉ", "tên miền", *_WEB)),
        "authority": Term("tên miền đặt trong mã số của mỗi tin, không đổi về sau", ("nơi cấp mã",)),
        "since": Term("ngày cơ quan bắt đầu giữ tên miền ấy", ("từ ngày", "giữ từ ngày")),
        "lead": Term("địa chỉ của tin đứng đầu trang chủ", ("tin đầu", "tin nổi bật", "tin chính")),
        "keep_releases": Term("số bản phát hành giữ lại", ("số bản giữ lại", "giữ bản")),
        "search_engine": Term(
            "máy giữ chỉ mục tìm kiếm: whoosh hoặc fts5 (SQLite)", ("máy tìm kiếm", "máy tìm")
        ),
        "search_files": Term(
            "đặt chỉ mục cạnh các trang, để trình duyệt tự tìm khi máy chủ chỉ gửi tệp",
            ("tìm trong trình duyệt", "tệp tìm kiếm"),
        ),
        "name": Term("tên cổng", ("tên", "tên cổng")),
        "short": Term("tên ngắn của cổng", ("tên ngắn", "tên tắt", "tên gọi tắt")),
        "description": Term("cổng có gì, một câu", ("mô tả", "giới thiệu")),
        "publisher": Term("cơ quan chủ quản", ("chủ quản", "cơ quan chủ quản", "nơi xuất bản")),
        "notice": Term("dòng thông báo ở đầu mọi trang", ("thông báo", "lưu ý")),
        "menu": Term("thực đơn: mỗi mục có title và address", ("thực đơn", "trình đơn")),
        "footer": Term("liên kết cuối trang: mỗi mục có title và address", ("chân trang", "cuối trang")),
        "name_en": Term("tên cổng bằng tiếng Anh", ("tên tiếng Anh",)),
        "short_en": Term("tên ngắn bằng tiếng Anh", ("tên ngắn tiếng Anh",)),
        "description_en": Term("mô tả tiếng Anh", ("mô tả tiếng Anh",)),
        "publisher_en": Term("cơ quan chủ quản bằng tiếng Anh", ("chủ quản tiếng Anh",)),
        "notice_en": Term("dòng thông báo bằng tiếng Anh", ("thông báo tiếng Anh",)),
        "menu_en": Term("thực đơn tiếng Anh", ("thực đơn tiếng Anh",)),
        "footer_en": Term("liên kết cuối trang tiếng Anh", ("chân trang tiếng Anh",)),
        "security_contact": Term(
            "nơi nhận tin báo lỗ hổng, ví dụ mailto:an-toan@tinh.vn",
            ("liên hệ an toàn", "liên hệ bảo mật"),
        ),
        "security_expires": Term("ngày thông tin an toàn hết hạn", ("hạn liên hệ an toàn",)),
        "categories": Term("các chuyên mục", ("chuyên mục", "các chuyên mục", "danh mục")),
        "colours": Term("màu: mỗi tên có màu cho nền sáng và nền tối", ("màu", "màu sắc", "colors")),
        "checks": Term("kiểm tra biên tập tắt ở đây, mỗi mã kèm lý do trong off", ("kiểm tra",)),
        "allow": Term("số, thư, tên miền được phép nêu", ("cho phép",)),
    },
    "SuccessionFields": {
        "names": Term("các tên cũ, mỗi tên có former và current", ("tên", "các tên", "tên cũ", "đổi tên")),
    },
    "RenamingFields": {
        "former": Term("tên cũ", ("tên cũ", "cũ", "tên trước")),
        "current": Term("tên đang dùng", ("tên mới", "mới", "tên nay", "nay là")),
        "since": Term("ngày mang tên mới", ("từ ngày", "từ", "ngày")),
        "basis": Term("văn bản quyết định", ("căn cứ", "văn bản", "theo")),
    },
    "Item": {
        "title": Term("chữ hiện ra", ("tiêu đề", "tên", "chữ")),
        "address": Term("địa chỉ trong cổng, ví dụ /tin-tuc/", ("địa chỉ", "đường dẫn", "liên kết")),
    },
    "CategoryFields": {
        "id": Term("mã chuyên mục: chữ thường không dấu, nối bằng gạch", ("mã", "mã chuyên mục")),
        "name": Term("tên chuyên mục", ("tên", "tên chuyên mục")),
        "name_en": Term("tên tiếng Anh", ("tên tiếng Anh",)),
        "description": Term("chuyên mục có gì", ("mô tả", "giới thiệu")),
    },
    "Colours": {
        "paper": Term("nền trang", ("nền", "nền trang", "giấy")),
        "surface": Term("nền của khối", ("nền khối", "bề mặt")),
        "ink": Term("chữ", ("chữ", "mực")),
        "muted": Term("chữ phụ", ("chữ phụ", "chữ mờ")),
        "line": Term("đường kẻ", ("đường kẻ", "kẻ")),
        "brand": Term("màu chính của cổng", ("màu chính", "nhận diện")),
        "accent": Term("màu nhấn", ("màu nhấn", "nhấn")),
    },
}
"""By the name of the schema, then by field, as the schema has it."""

COLUMNS: Mapping[str, Term] = {
    "period": Term("kỳ: 2023, 2023-Q1, 2023-04 hoặc 2023-01..2023-04", ("kỳ", "kỳ số liệu", "thời gian")),
    "value": Term("số liệu: 1946 hoặc 12.5", ("giá trị", "số liệu", "số")),
    "status": Term("trạng thái của số liệu; số chính thức thì để trống", ("trạng thái", "tình trạng")),
    "note": Term("ghi chú của riêng dòng này", ("ghi chú", "chú thích")),
    "source": Term("nguồn của riêng dòng này, nếu khác nguồn chung", ("nguồn", "nguồn số liệu")),
}
"""The columns of a data file."""

STATUSES: Mapping[str, Term] = {
    "provisional": Term("số sơ bộ, sẽ có số chính thức", ("sơ bộ", "tạm tính")),
    "estimated": Term("số ước tính", ("ước tính", "ước", "ước thực hiện")),
    "missing": Term("chưa có số liệu", ("chưa có", "chưa có số liệu", "thiếu")),
    "not-applicable": Term("không thể có số liệu", ("không áp dụng", "không có", "n/a")),
    "suppressed": Term(
        "có số liệu nhưng không công bố, để giữ kín thông tin riêng", ("không công bố", "bảo mật")
    ),
}
"""What may stand in the column `status`."""
