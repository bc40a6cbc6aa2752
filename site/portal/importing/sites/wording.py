"""What can be said of the import of a site, in Vietnamese and in English."""

from collections.abc import Mapping

WORDING: Mapping[str, tuple[str, str]] = {
    # Left out.
    "left/no-date": (
        "không ghi ngày, và máy không tự đặt ra ngày",
        "it has no date, and none is ever invented",
    ),
    "left/date": ("ngày «{value}» không đọc được", "its date “{value}” cannot be read"),
    "left/language": (
        "viết bằng ngôn ngữ «{language}», cổng chỉ có tiếng Việt và tiếng Anh",
        "its language is “{language}”; the portal has Vietnamese and English",
    ),
    "left/front-matter": (
        "phần khai báo đầu tệp hỏng ở dòng {line}: {detail}",
        "its front matter is broken on line {line}: {detail_en}",
    ),
    "left/markup": (
        "viết bằng {form}, chỉ đọc được Markdown và HTML",
        "it is written in {form}; Markdown and HTML can be read",
    ),
    "left/too-large": ("lớn quá {most} KB", "it is larger than {most} KB"),
    "left/encoding": (
        "không phải là UTF-8; lưu lại bằng UTF-8 rồi nhập lại",
        "it is not UTF-8; save it as UTF-8 and import again",
    ),
    "left/empty": ("không có chữ nào", "it has no words"),
    "left/status": ("có trạng thái «{status}»", "its status is “{status}”"),
    "left/password": ("có mật khẩu, không phải để công khai", "it has a password and is not for the public"),
    "left/page": (
        "là trang cố định, không phải tin; nhập riêng vào thư mục trang",
        "it is a standing page, not news; import it by itself",
    ),
    "left/outside": ("nằm ngoài thư mục được nhập", "it lies outside the folder"),
    "left/stands": (
        "{file} đã có và khác; muốn ghi đè thì thêm --replace",
        "{file} is there and differs; add --replace to overwrite it",
    ),
    # Remarks.
    "site/xml-mended": (
        "tệp XML có lỗi ở dòng {line} ({detail}); phần đọc được đã lấy, phần sau chỗ ấy có thể thiếu",
        "the XML is broken on line {line} ({detail}); what could be read was taken, more may be missing",
    ),
    "site/config": (
        "tệp cài đặt không đọc được ở dòng {line}: {detail}; coi như không có",
        "the settings cannot be read on line {line}: {detail_en}; taken as if there were none",
    ),
    "site/types": (
        "{count} mục loại «{kind}» không phải là bài, không nhập",
        "{count} entries of the type “{kind}” are no articles and were not imported",
    ),
    "tag/unknown": (
        "thẻ «{tag}» của trang cũ không hiểu được, đã bỏ; chữ trong thẻ vẫn giữ",
        "the tag “{tag}” of the old site is not known and was left out; words that it holds were kept",
    ),
    "title/from-name": ("tên bài lấy từ tên tệp", "the title was made from the file's name"),
    "summary/from-text": (
        "không có tóm tắt, lấy từ đầu bài",
        "it has no summary; the beginning of the text was taken",
    ),
    "summary/none": ("không có tóm tắt", "it has no summary"),
    "summary/shortened": (
        "tóm tắt dài {length} chữ cái, đã cắt còn tối đa {most}",
        "its summary of {length} characters was cut to {most} at most",
    ),
    "text/from-summary": (
        "không có chữ nào ngoài tóm tắt, lấy tóm tắt làm bài",
        "it has no words but its summary, which became its text",
    ),
    "text/excerpt": (
        "nguồn tin chỉ có phần tóm tắt, không có toàn văn",
        "the feed holds an excerpt only, not the whole text",
    ),
    "category/unknown": (
        'không có chuyên mục nào của cổng ứng với «{old}»; thêm --map "{old}=MÃ" hoặc --category MÃ',
        'no category of the portal fits “{old}”; add --map "{old}=ID" or --category ID',
    ),
    "category/none": (
        "không ghi chuyên mục; thêm --category MÃ để đặt cho các bài như vậy",
        "it names no category; add --category ID for such articles",
    ),
    "category/nearest": (
        "«{old}» lấy là chuyên mục gần nhất «{new}»",
        "“{old}” was taken for the nearest category “{new}”",
    ),
    "address/no-alias": (
        "địa chỉ cũ «{old}» không ghi vào aliases được; cần chuyển hướng ở máy chủ tới {address}",
        "the old address “{old}” cannot be an alias; let the server send it on to {address}",
    ),
    "address/two": (
        "địa chỉ cũ «{old}» đã thuộc về {other}",
        "the old address “{old}” belongs to {other} already",
    ),
    "address/renamed": (
        "tên «{slug}» đã có bài khác dùng, bài này mang tên «{new}»",
        "the name “{slug}” belongs to another article; this one is called “{new}”",
    ),
    "link/old-site": (
        "liên kết «{target}» tới một trang không được nhập, vẫn trỏ về trang cũ",
        "the link “{target}” leads to a page that was not imported; it still leads to the old site",
    ),
    "link/draft": (
        "liên kết tới {target} bỏ đi, giữ lại chữ, vì đó là bản nháp",
        "the link to {target} was left out and its words kept, for that is a draft",
    ),
    "picture/remote": (
        "ảnh «{name}» nằm trên mạng, giữ lại thành liên kết; tải ảnh về đặt cạnh bài nếu cần",
        "the picture “{name}” is on the web and was kept as a link; put its file beside the text if needed",
    ),
    "picture/lead": (
        "ảnh đầu bài «{name}» không có trên máy này, đã bỏ",
        "the lead picture “{name}” is not on this machine and was left out",
    ),
    "expires/past": (
        "hết hạn từ {day}; trang chỉ còn lời báo hết hạn",
        "it expired on {day}; its page only says so",
    ),
    "draft/kept": ("là bản nháp, nhập thành bản nháp", "it is a draft and stays one"),
}
"""By kind: those of `left/` say why an item did not come; the others what became of one that did."""

REFUSALS: Mapping[str, tuple[str, str]] = {
    "nothing": (
        "Không có tệp hay thư mục «{name}».",
        "There is no file or folder “{name}”.",
    ),
    "folder": (
        "Thư mục «{name}» không phải của Hugo (hugo.toml, config.toml, content/) "
        "hay Jekyll (_config.yml, _posts/).",
        "The folder “{name}” is neither Hugo's (hugo.toml, config.toml, content/) nor Jekyll's "
        "(_config.yml, _posts/).",
    ),
    "xml": (
        "Tệp «{name}» là XML nhưng không phải tệp xuất của WordPress, RSS hay Atom.",
        "“{name}” is XML, but no WordPress export, RSS or Atom feed.",
    ),
    "xml-broken": (
        "Tệp XML «{name}» hỏng ở dòng {line}: {detail}. Xuất hoặc tải lại tệp rồi nhập lại.",
        "The XML file “{name}” is broken on line {line}: {detail}. Export or save it again.",
    ),
    "xml-entities": (
        "Tệp XML «{name}» tự khai báo thực thể (<!ENTITY …>), có thể làm máy cạn bộ nhớ, nên không đọc.",
        "The XML file “{name}” declares entities of its own (<!ENTITY …>), which may exhaust the machine; "
        "it is not read.",
    ),
    "xml-large": (
        "Tệp XML «{name}» lớn quá {most} MB. Xuất thành nhiều tệp nhỏ hơn, ví dụ từng năm.",
        "The XML file “{name}” is larger than {most} MB. Export it in parts, such as year by year.",
    ),
}
"""Why nothing at all could be read, and what to do."""
