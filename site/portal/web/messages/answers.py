"""Words of the answers that the search service puts into the search page."""

VI = {
    "answers.found": "{n} kết quả cho «{q}».",
    "answers.none": "Không tìm thấy «{q}». Hãy bớt từ, bỏ bớt điều kiện, hoặc tìm theo mục lục bên dưới.",
    "answers.searched.telex": "Đã tìm theo: {searched}",
    "answers.searched.corrected": "Không có trang nào đúng như đã gõ. Đã tìm theo: {searched}",
    "answers.searched.most": (
        "Không có trang nào đủ mọi từ; dưới đây là các trang có nhiều từ nhất: {searched}"
    ),
    "answers.also": "Đã tìm cả: {also}",
    "answers.narrow": "Thu hẹp hoặc sắp xếp kết quả",
    "answers.kinds": "Loại trang",
    "answers.kinds.all": "Mọi loại",
    "answers.categories": "Chuyên mục",
    "answers.categories.all": "Mọi chuyên mục",
    "answers.units": "Cơ quan",
    "answers.units.all": "Mọi cơ quan",
    "answers.years": "Năm",
    "answers.years.all": "Mọi năm",
    "answers.since": "Từ ngày",
    "answers.until": "Đến ngày",
    "answers.order": "Sắp xếp",
    "answers.order.best": "Đúng nhất trước",
    "answers.order.newest": "Mới nhất trước",
    "answers.apply": "Áp dụng",
    "answers.pages": "Trang kết quả",
    "answers.page": "Trang {number}",
    "answers.page.of": "Trang {number} trên {count}.",
    "answers.fault.query-too-long": "Điều cần tìm quá dài. Hãy gõ vài từ chính.",
    "answers.fault.bad-parameter": "Địa chỉ này có một điều kiện không đọc được. Hãy tìm lại từ ô bên trên.",
    "answers.fault.busy": (
        "Đang có quá nhiều lượt tìm cùng lúc. Hãy thử lại sau giây lát, hoặc tìm theo mục lục bên dưới."
    ),
    "answers.fault.slow": "Lượt tìm này quá lâu nên đã dừng. Hãy thử lại sau giây lát, hoặc gõ ít từ hơn.",
    "answers.fault.fault": "Tìm kiếm đang gặp lỗi. Hãy thử lại sau, hoặc tìm theo mục lục bên dưới.",
    "answers.kind.article": "Tin tức",
    "answers.kind.page": "Trang",
    "answers.kind.unit": "Cơ quan",
    "answers.kind.service": "Dịch vụ",
    "answers.kind.indicator": "Chỉ tiêu",
}

EN = {
    "answers.found": "Results for “{q}”: {n}.",
    "answers.none": "Nothing was found for “{q}”. Use fewer words, fewer conditions, or the lists below.",
    "answers.searched.telex": "Searched for: {searched}",
    "answers.searched.corrected": "No page has this as typed. Searched for: {searched}",
    "answers.searched.most": "No page has all the words; these have most of them: {searched}",
    "answers.also": "Also searched for: {also}",
    "answers.narrow": "Narrow or sort the results",
    "answers.kinds": "Kind of page",
    "answers.kinds.all": "All kinds",
    "answers.categories": "Category",
    "answers.categories.all": "All categories",
    "answers.units": "Unit",
    "answers.units.all": "All units",
    "answers.years": "Year",
    "answers.years.all": "All years",
    "answers.since": "From",
    "answers.until": "To",
    "answers.order": "Order",
    "answers.order.best": "Best first",
    "answers.order.newest": "Newest first",
    "answers.apply": "Apply",
    "answers.pages": "Pages of results",
    "answers.page": "Page {number}",
    "answers.page.of": "Page {number} of {count}.",
    "answers.fault.query-too-long": "The query is too long. Type a few words that matter.",
    "answers.fault.bad-parameter": (
        "This address has a condition that cannot be read. Search again in the field above."
    ),
    "answers.fault.busy": (
        "Too many people are searching at once. Try again in a moment, or use the lists below."
    ),
    "answers.fault.slow": (
        "This search took too long and was stopped. Try again in a moment, or use fewer words."
    ),
    "answers.fault.fault": "The search is out of order. Try again later, or use the lists below.",
    "answers.kind.article": "News",
    "answers.kind.page": "Page",
    "answers.kind.unit": "Unit",
    "answers.kind.service": "Service",
    "answers.kind.indicator": "Indicator",
}
