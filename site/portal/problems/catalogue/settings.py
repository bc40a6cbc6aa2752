"""The portal's own settings."""

from portal.problems.entry import Entry

ENTRIES = {
    "portal/missing": Entry(
        "Thư mục «{name}» không có tệp portal.yaml.",
        "chỉ đúng thư mục nội dung bằng --portal, hoặc tạo tệp portal.yaml trong đó.",
        "The folder “{name}” has no portal.yaml.",
        "name the folder of content with --portal, or make a portal.yaml in it.",
    ),
    "former-name/same": Entry(
        "Tên cũ và tên mới đều là «{name}».",
        "ghi ở former tên đã thôi dùng, ở current tên đang dùng; không còn tên cũ thì xóa dòng này.",
        "The former and the current name are both “{name}”.",
        "write in former the name that was given up, in current the one in use, or delete the entry.",
    ),
    "colour/form": Entry(
        "«{value}» không phải là một màu.",
        "viết màu theo dạng #rrggbb, ví dụ #1e4088.",
        "“{value}” is not a colour.",
        "write colours as #rrggbb, for example #1e4088.",
    ),
    "colour/contrast": Entry(
        "Màu {name} ({scheme}) chỉ tương phản {ratio}:1 với nền; cần ít nhất {least}:1.",
        "chọn màu đậm hơn trên nền sáng, sáng hơn trên nền tối.",
        "The colour {name} ({scheme}) has a contrast of {ratio}:1 with the ground; {least}:1 is needed.",
        "choose a darker colour on a light ground, a lighter one on a dark ground.",
    ),
}
