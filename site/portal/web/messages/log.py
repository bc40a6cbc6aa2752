"""Words of the page about the public log."""

VI = {
    "log.title": "Nhật ký công khai",
    "log.menu": "Nhật ký công khai",
    "log.about": "Mọi phiên bản đã đăng trên cổng đều được ghi lại, và ai cũng tự kiểm tra được.",
    "log.count": "Đến nay đã ghi {versions} phiên bản của {things} nội dung: tin, trang, số liệu, ảnh.",
    "log.proven": "Chứng minh được",
    "log.proven.files": (
        "Trang bạn đọc đúng là trang cơ quan đã công bố: từng tệp khớp bảng kê, bảng kê khớp nhật ký."
    ),
    "log.proven.strange": (
        "Trang lạ bị chèn vào máy chủ không có trong bảng kê, nên lộ ra ngay khi có người kiểm tra."
    ),
    "log.proven.history": (
        "Phiên bản cũ không thể lặng lẽ biến mất hay đổi khác: ai còn giữ một điểm kiểm tra cũ sẽ thấy."
    ),
    "log.unproven": "Không chứng minh được",
    "log.unproven.truth": "Nội dung có đúng sự thật hay không: nhật ký chỉ nói cơ quan đã đăng gì, khi nào.",
    "log.unproven.views": (
        "Máy chủ bị chiếm có thể cho mỗi người xem một bản; chỉ lộ ra khi nhiều người đối chiếu với nhau."
    ),
    "log.unproven.stolen": "Khóa bị lộ thì kẻ khác ký thay được, cho đến khi khóa bị thu hồi.",
    "log.unproven.unsigned": (
        "Nhật ký này chưa được ký, nên chưa có gì chứng minh bảng kê là của cơ quan: ai chiếm được máy chủ "
        "thay được cả bảng kê lẫn nhật ký."
    ),
    "log.keys": "Khóa công khai",
    "log.keys.about": "So với khóa in trong quyết định của cơ quan; không chỉ tin khóa đọc ở trang này.",
    "log.keys.since": "dùng từ {since}",
    "log.keys.until": "dùng từ {since} đến {until}",
    "log.keys.revoked": "đã thu hồi {until}",
    "log.verify": "Tự kiểm tra",
    "log.verify.about": (
        "Cần Python 3.11 trở lên, không cài gì thêm. Lệnh thứ nhất tải chương trình, lệnh thứ hai kiểm tra:"
    ),
    "log.verify.key": "KHÓA",
    "log.verify.elsewhere": (
        "Máy chủ bị chiếm có thể đưa ra một chương trình gian dối: tốt nhất lấy chương trình ở nơi khác, "
        "hoặc dùng bản đã giữ từ trước."
    ),
    "log.files": "Các tệp của nhật ký",
    "log.files.checkpoint": "Điểm kiểm tra mới nhất",
    "log.files.manifest": "Bảng kê của bản đang công khai",
    "log.files.form": (
        "Theo các quy ước mở C2SP tlog-tiles, tlog-checkpoint và signed-note; cây băm theo RFC 6962."
    ),
}
EN = {
    "log.title": "Public log",
    "log.menu": "Public log",
    "log.about": "Every version published here is recorded; anybody can check it.",
    "log.count": "{versions} versions of {things} things are recorded: news, pages, figures, pictures.",
    "log.proven": "What is proven",
    "log.proven.files": (
        "The page you read is the one that the office published: each file is in the manifest, and the "
        "manifest is in the log."
    ),
    "log.proven.strange": (
        "A strange page put on the server is not in the manifest, and is found by anybody who checks."
    ),
    "log.proven.history": (
        "Old versions cannot quietly vanish or change: whoever kept an older checkpoint would see it."
    ),
    "log.unproven": "What is not proven",
    "log.unproven.truth": "Whether the content is true: the log says what the office published, and when.",
    "log.unproven.views": (
        "An attacked server can show each reader something else; that is found only when readers compare."
    ),
    "log.unproven.stolen": "Whoever steals the key can sign, until the key is revoked.",
    "log.unproven.unsigned": (
        "This log is not signed yet, so nothing proves that the manifest is the office’s: whoever holds the "
        "server can exchange both the manifest and the log."
    ),
    "log.keys": "Public key",
    "log.keys.about": "Compare it with the key in the office’s printed decision; do not trust this page.",
    "log.keys.since": "in use since {since}",
    "log.keys.until": "in use from {since} to {until}",
    "log.keys.revoked": "revoked {until}",
    "log.verify": "Check it yourself",
    "log.verify.about": (
        "You need Python 3.11 or later and nothing else. One command fetches the program, the other checks:"
    ),
    "log.verify.key": "KEY",
    "log.verify.elsewhere": (
        "An attacked server can hand out a program that lies: take it from somewhere else, or use a copy "
        "that you kept."
    ),
    "log.files": "Files of the log",
    "log.files.checkpoint": "The newest checkpoint",
    "log.files.manifest": "The manifest of the release that is public",
    "log.files.form": (
        "They follow the open specifications C2SP tlog-tiles, tlog-checkpoint and signed-note; hashes are "
        "those of RFC 6962."
    ),
}
