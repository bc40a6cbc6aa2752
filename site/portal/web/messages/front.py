"""Words of the front page."""

VI = {
    "front.latest": "Tin mới",
    "front.all": "Xem tất cả tin tức",
    "front.empty": "Cổng chưa đăng tin nào.",
    "front.figures": "Số liệu công khai",
    "front.figures.all": "Xem tất cả chỉ tiêu và nguồn số liệu",
    "front.services": "Dịch vụ và thông tin cần tìm",
    "front.services.all": "Xem tất cả dịch vụ",
    "front.categories": "Tin theo chuyên mục",
    "front.category.all": "Xem chuyên mục {name}",
}

EN = {
    "front.latest": "Latest news",
    "front.all": "See all news",
    "front.empty": "No news has been published yet.",
    "front.figures": "Published figures",
    "front.figures.all": "See all figures and their sources",
    "front.services": "Services and where to find them",
    "front.services.all": "See all services",
    "front.categories": "News by subject",
    "front.category.all": "See the subject {name}",
}
