"""Pictures: that they are there, what they are, and what is said of them."""

from portal.problems.entry import Entry
from portal.problems.problem import Level

ENTRIES = {
    "picture/missing": Entry(
        "Không có tệp ảnh «{name}».",
        "đặt tệp ảnh cạnh bài viết, hoặc sửa tên{hint}.",
        "There is no picture “{name}”.",
        "put the picture beside the text, or mend its name{hint}.",
    ),
    "picture/no-alt": Entry(
        "Ảnh «{name}» không có lời mô tả cho người không nhìn thấy.",
        "viết ảnh có gì: ![mô tả ảnh](tên-tệp), hoặc mục alt trong image.",
        "The picture “{name}” has no text for those who cannot see it.",
        "say what is to be seen: ![description](file), or alt under image.",
    ),
    "picture/alt-is-file-name": Entry(
        "Lời mô tả ảnh «{alt}» chỉ là tên tệp.",
        "viết ảnh có gì, như kể cho người không nhìn thấy.",
        "The text of the picture, “{alt}”, is only a file name.",
        "say what is to be seen, as to someone who cannot see it.",
    ),
    "picture/outside": Entry(
        "Ảnh «{name}» nằm ngoài thư mục của cổng.",
        "đặt tệp ảnh cạnh bài viết và viết tên tệp.",
        "The picture “{name}” lies outside the portal's folder.",
        "put the file beside the text and write its name.",
    ),
    "picture/unreadable": Entry(
        "Tệp «{name}» không đọc được như một ảnh: nó bị hỏng, bị cắt cụt hoặc không phải là ảnh.",
        "mở ảnh gốc, lưu lại thành JPEG hoặc PNG rồi thay tệp này.",
        "“{name}” cannot be read as a picture: it is damaged, cut short, or none.",
        "open the original, save it again as JPEG or PNG, and put that in its place.",
    ),
    "picture/other-kind": Entry(
        "Bên trong tệp «{name}» là dữ liệu {kind}; cổng nhận ảnh JPEG, PNG, WebP và bản vẽ SVG có đuôi .svg.",
        "mở tệp bằng chương trình xem ảnh, lưu thành JPEG hoặc PNG; chỉ đổi đuôi tên tệp thì không đổi được "
        "dạng ảnh.",
        "What is in “{name}” is {kind}; pictures are JPEG, PNG, WebP, or drawings (SVG) named .svg.",
        "open it and save it as JPEG or PNG; another ending of its name does not change what it is.",
    ),
    "picture/too-heavy": Entry(
        "Tệp «{name}» nặng {size}; nhiều nhất là {most}.",
        "lưu lại ảnh với chất lượng hoặc kích thước nhỏ hơn; bản vẽ SVG phức tạp thì lưu thành PNG.",
        "“{name}” has {size}; the most is {most}.",
        "save it in a lower quality or size; save a drawing (SVG) of many parts as PNG.",
    ),
    "picture/too-many-pixels": Entry(
        "Ảnh «{name}» rộng {width}, cao {height} điểm: {count} triệu điểm, nhiều nhất là {most} triệu.",
        "thu nhỏ ảnh, ví dụ còn 3000 điểm chiều rộng; trang chỉ hiện ảnh rộng đến 1600 điểm.",
        "“{name}” is {width} pixels wide and {height} high: {count} million; the most is {most} million.",
        "make it smaller, say 3000 pixels wide; pages show pictures up to 1600.",
    ),
    "picture/active-drawing": Entry(
        "Bản vẽ SVG «{name}», dòng {line}, có «{found}»: thứ có thể chạy mã, lấy dữ liệu nơi khác, chuyển "
        "động hoặc làm treo máy người đọc.",
        "xuất lại bản vẽ chỉ gồm hình và chữ, hoặc lưu thành PNG.",
        "The drawing “{name}” (SVG) has “{found}” in line {line}, which could run code, fetch something, "
        "move, or stop a reader's browser.",
        "export it again as nothing but shapes and words, or save it as PNG.",
    ),
    "picture/drawing-without-size": Entry(
        "Bản vẽ SVG «{name}» không nói nó rộng và cao bao nhiêu, hoặc quá 10.000 điểm.",
        "xuất lại bản vẽ có width, height hoặc viewBox, hoặc lưu thành PNG.",
        "The drawing “{name}” (SVG) does not say how wide and high it is, or is over 10,000 pixels.",
        "export it again with width, height or viewBox, or save it as PNG.",
    ),
    "picture/moves": Entry(
        "Ảnh «{name}» là ảnh động; trang chỉ hiện hình đầu tiên.",
        "nếu hình đầu nói đủ thì lưu riêng hình ấy thành JPEG hoặc PNG; nếu không, chọn ảnh khác.",
        "“{name}” is a moving picture; pages show its first frame only.",
        "where that says enough, save it alone as JPEG or PNG; or choose another picture.",
        Level.WARNING,
    ),
}
