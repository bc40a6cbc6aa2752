"""What an editor would not have published knowingly. Each can be switched off, with a reason."""

from portal.problems.entry import Entry
from portal.problems.problem import Level

ENTRIES = {
    "guard/citizen-id": Entry(
        "Số «{number}» là số định danh cá nhân hoặc căn cước của một người.",
        "bỏ số ấy khỏi bài; nếu phải nhận ra hồ sơ, dùng mã hồ sơ hoặc chỉ để ba số cuối.",
        "The number “{number}” is a person's citizen id.",
        "remove it; where a dossier must be known, use its code or the last three digits alone.",
    ),
    "guard/phone": Entry(
        "«{number}» là số điện thoại di động, có thể của cá nhân.",
        "dùng số của cơ quan; nếu đây là số công vụ, ghi vào allow: phones: trong portal.yaml hoặc vào "
        "tệp của cơ quan trong co-quan/.",
        "“{number}” is a mobile telephone, perhaps a private person's.",
        "give the office's number; if this is one, enter it in allow: phones: of portal.yaml, "
        "or in the unit's file.",
        Level.WARNING,
    ),
    "guard/bank-account": Entry(
        "«{number}» là số tài khoản ngân hàng.",
        "bỏ số ấy, hoặc dẫn tới trang thanh toán chính thức của cơ quan.",
        "“{number}” is the number of a bank account.",
        "remove it, or link to the office's own page for payments.",
        Level.WARNING,
    ),
    "guard/email": Entry(
        "«{mail}» có thể là thư điện tử của cá nhân.",
        "dùng thư công vụ của cơ quan; nếu đúng là thư của cơ quan, ghi vào allow: mails: trong portal.yaml.",
        "“{mail}” may be a private person's e-mail.",
        "give the office's address; if this is one, enter it in allow: mails: of portal.yaml.",
        Level.WARNING,
    ),
    "guard/picture-notes": Entry(
        "Trong tệp ảnh «{name}», mục {note} ghi «{found}», có thể là của cá nhân. Ảnh trên trang không mang "
        "mục ấy, nhưng tệp gốc vẫn mang.",
        "xóa thông tin ghi kèm rồi lưu đè tệp gốc (Windows: bấm phải vào tệp, Thuộc tính, Chi tiết, Loại bỏ "
        "thuộc tính và thông tin cá nhân).",
        "In the file of the picture “{name}”, {note} says “{found}”, which may be a private person's. "
        "The picture on the page does not have it, the file still does.",
        "remove what is written in it and save the file again (Windows: right click, Properties, Details, "
        "Remove Properties and Personal Information).",
        Level.WARNING,
    ),
    "guard/spam": Entry(
        "«{words}» là lời mời chào cá cược hoặc quảng cáo rác.",
        "xóa đoạn ấy và xem ai đã đưa nó vào; nếu bài cảnh báo về việc này, tắt kiểm tra ở đầu tệp, "
        "kèm lý do.",
        "“{words}” is of betting or spam.",
        "delete it, and find out who put it there; where a text warns of it, switch this off "
        "in its front matter.",
    ),
    "guard/hidden-text": Entry(
        "Chỗ này có {how}: người đọc không thấy, nhưng máy tìm kiếm và máy đọc màn hình thấy.",
        "xóa phần ẩn; điều gì đáng nói thì viết ra cho mọi người đọc.",
        "There is {how_en} here: readers do not see it, search engines and screen readers do.",
        "delete what is hidden; what is worth saying, say to everyone.",
    ),
    "guard/foreign-link": Entry(
        "Liên kết tới «{host}», không có trong danh sách được dẫn tới; số tệp của cổng dẫn tới đó: {count}.",
        "xem trang ấy có đáng tin không; nếu có, ghi tên miền vào allow: hosts: trong portal.yaml.",
        "This links to “{host}”, which is not on the list of hosts; "
        "files of the portal that link to it: {count}.",
        "see whether it can be trusted; if so, enter the host in allow: hosts: of portal.yaml.",
        Level.WARNING,
    ),
    "guard/empty-link": Entry(
        "Liên kết chỉ ghi «{words}», không nói dẫn tới đâu.",
        "viết tên trang hoặc tên tài liệu mà liên kết dẫn tới.",
        "The link says only “{words}”, not where it leads.",
        "write the name of the page or document that it leads to.",
        Level.WARNING,
    ),
    "guard/alt-says-picture": Entry(
        "Lời mô tả ảnh «{alt}» chỉ nói rằng đây là ảnh.",
        "viết ảnh có gì: ai, ở đâu, đang làm gì.",
        "The text of the picture, “{alt}”, says only that it is one.",
        "say what is to be seen: who, where, doing what.",
        Level.WARNING,
    ),
    "guard/alt-is-caption": Entry(
        "Lời mô tả ảnh giống hệt chú thích, nên máy đọc màn hình đọc hai lần «{alt}».",
        "để chú thích nói thêm điều không thấy trong ảnh, còn lời mô tả kể ảnh có gì.",
        "The text of the picture is its caption: a screen reader says “{alt}” twice.",
        "let the text say what is to be seen, and the caption what is not.",
        Level.WARNING,
    ),
    "guard/doubled-phrase": Entry(
        "Cụm từ «{phrase}» vừa viết ngay trước đó.",
        "bỏ một lần.",
        "The phrase “{phrase}” has just been said.",
        "remove one of the two.",
        Level.WARNING,
    ),
    "guard/figure-without-period": Entry(
        "«{figure}» không nói là của kỳ nào: đoạn này và đoạn trước không có năm, quý, tháng hay ngày.",
        "ghi kỳ của số liệu, ví dụ «trong quý I năm 2026»; nếu nguồn không nêu kỳ, hãy nói rõ như vậy.",
        "“{figure}” is of no period: no year, quarter, month or day is named here or "
        "in the paragraph before.",
        "name the period, as in “in the first quarter of 2026”; where the source names none, say so.",
        Level.WARNING,
    ),
    "guard/heading-skips": Entry(
        "Tiêu đề «{text}» nhảy quá một cấp so với tiêu đề trước.",
        "viết {sign} để đúng thứ bậc.",
        "The heading “{text}” is more than one level below the one before it.",
        "write {sign} to keep the order.",
        Level.WARNING,
    ),
    "guard/title-in-capitals": Entry(
        "Tên bài viết toàn chữ hoa: khó đọc, và máy đọc màn hình có thể đánh vần từng chữ.",
        "viết hoa như trong câu: chữ đầu và tên riêng.",
        "The title is all in capitals: hard to read, and screen readers may spell it.",
        "use capitals as in a sentence: for its first letter and for names.",
        Level.WARNING,
    ),
    "checks/unknown": Entry(
        "Không có kiểm tra «{name}» nào tắt được.",
        "viết đúng mã của kiểm tra{hint}; chỉ những mã bắt đầu bằng guard/ tắt được.",
        "There is no check “{name}” that can be switched off.",
        "write the code of a check{hint}; only those that begin with guard/ can be.",
    ),
    "checks/no-reason": Entry(
        "Kiểm tra «{name}» bị tắt mà không có lý do.",
        'viết lý do bằng vài từ, ví dụ off: "số điện thoại trực ban, được phép công bố".',
        "The check “{name}” is switched off without a reason.",
        'give it in some words, as in off: "the duty telephone, cleared for publication".',
    ),
}
