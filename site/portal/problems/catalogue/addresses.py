"""Addresses, and names that lead to other contents."""

from portal.problems.entry import Entry

ENTRIES = {
    "address/duplicate": Entry(
        "Địa chỉ {address} đã thuộc về {other}.",
        "đổi tên một trong hai tệp, hoặc xóa dòng trùng trong aliases.",
        "The address {address} already belongs to {other}.",
        "rename one of the two files, or delete the repeated alias.",
    ),
    "address/reserved": Entry(
        "«{name}» là tên dành riêng, không đặt cho tệp được.",
        "chọn một tên khác.",
        "“{name}” is a reserved name.",
        "choose another name.",
    ),
    "address/alias-taken": Entry(
        "«{address}» là địa chỉ cổng tự dùng, không làm địa chỉ cũ của một tệp được.",
        "bỏ dòng này khỏi aliases; địa chỉ cũ của bài có dạng /tin-tuc/2023/ten-cu/.",
        "The portal makes its own page at “{address}”: no file can have stood there.",
        "take it out of aliases; an article once stood at an address like /tin-tuc/2023/old-name/.",
    ),
    "address/lost": Entry(
        "Địa chỉ {address} đã từng công khai, nay không còn gì ở đó.",
        "nếu tệp đổi tên, thêm {address} vào aliases của tệp mới{hint}; nếu không đăng nữa, để lại tệp và "
        "ghi withdrawn với ngày và lý do.",
        "Something was published at {address}, and nothing stands there now.",
        "if the file was renamed, add {address} to the aliases of the new one{hint}; if the text is taken "
        "back, leave the file and write withdrawn with a date and a reason.",
    ),
    "address/hidden": Entry(
        "Bài ở địa chỉ {address} đã từng công khai, nay bị đặt lại thành nháp hay hẹn giờ.",
        "bỏ draft, publish; muốn rút bài thì ghi withdrawn với ngày và lý do.",
        "The text at {address} was published, and is a draft or scheduled now.",
        "take out draft and publish; to take the text back write withdrawn with a date and a reason.",
    ),
    "address/form": Entry(
        "«{value}» không phải là một địa chỉ trong cổng.",
        "viết địa chỉ bắt đầu và kết thúc bằng dấu gạch chéo, ví dụ /tin-tuc/2023/ten-cu/.",
        "“{value}” is not an address of the portal.",
        "write an address that begins and ends with a slash, for example /tin-tuc/2023/old-name/.",
    ),
    "reference/unit": Entry(
        "Không có cơ quan «{value}».",
        "dùng mã của một tệp trong co-quan/{hint}.",
        "There is no unit “{value}”.",
        "use the name of a file in co-quan/{hint}.",
    ),
    "reference/category": Entry(
        "Không có chuyên mục «{value}».",
        "chọn một trong: {known}.",
        "There is no category “{value}”.",
        "choose one of: {known}.",
    ),
    "address/not-a-web-address": Entry(
        "«{value}» không phải là địa chỉ trang web.",
        "viết đầy đủ, ví dụ https://dichvucong.gov.vn/.",
        "“{value}” is not a web address.",
        "write it in full, for example https://dichvucong.gov.vn/.",
    ),
}
