"""The text of an article and its links."""

from portal.problems.entry import Entry
from portal.problems.problem import Level

ENTRIES = {
    "link/dead": Entry(
        "Liên kết tới «{target}», nhưng cổng không có trang ấy.",
        "sửa lại đường dẫn{hint}.",
        "This links to “{target}”, but the portal has no such page.",
        "mend the target{hint}.",
    ),
    "link/to-draft": Entry(
        "Liên kết tới «{target}», bài «{title}», mà bài ấy còn là bản nháp.",
        "đăng bài ấy (bỏ draft), hoặc bỏ liên kết.",
        "This links to “{target}”, the article “{title}”, which is still a draft.",
        "publish it (take draft out), or take the link out.",
    ),
    "link/to-scheduled": Entry(
        "Liên kết tới «{target}», bài «{title}», mà đến {when} bài ấy mới hiện.",
        "hẹn giờ bài này (publish) không sớm hơn bài ấy, hoặc bỏ liên kết.",
        "This links to “{target}”, the article “{title}”, which will not appear before {when}.",
        "schedule this one (publish) no earlier, or take the link out.",
    ),
    "link/no-anchor": Entry(
        "Trang «{target}» có, nhưng không có mục «#{anchor}».",
        "dùng một trong các mục của trang ấy: {known}.",
        "The page “{target}” exists, but it has no part “#{anchor}”.",
        "use one of its parts: {known}.",
    ),
    "link/not-allowed": Entry(
        "Liên kết «{target}» không an toàn.",
        "dùng địa chỉ https://…, mailto:…, tel:… hoặc đường dẫn trong cổng.",
        "The link “{target}” is not safe.",
        "use https://…, mailto:…, tel:… or an address of the portal.",
    ),
    "heading/first-level": Entry(
        "Tiêu đề «{text}» ở cấp một, nhưng cấp một là tên bài.",
        "viết ## thay cho #.",
        "The heading “{text}” is of the first level, which is the title's.",
        "write ## instead of #.",
    ),
    "text/too-complex": Entry(
        "Bài có quá nhiều dấu «{sign}» ({count}) nên không dựng được trong thời gian hợp lý.",
        "bớt các dấu ấy, hoặc tách bài.",
        "The text has too many “{sign}” ({count}) to be rendered in reasonable time.",
        "remove some of them, or split the text.",
    ),
    "text/empty": Entry(
        "Dưới phần đầu chưa có chữ nào.",
        "viết nội dung dưới dòng «---» thứ hai.",
        "There is no text below the front matter.",
        "write the text below the second line “---”.",
        Level.WARNING,
    ),
}
