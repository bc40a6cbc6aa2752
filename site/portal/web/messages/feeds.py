"""Words of feeds, in Vietnamese and English."""

VI = {
    "feeds.what": "Đây là một nguồn tin, dành cho các trình đọc tin.",
    "feeds.how": "Chép địa chỉ trang này vào trình đọc tin để nhận tin mới. Danh sách nguồn tin: {address}",
    "feeds.opml": "Nguồn tin của {name}",
    "feeds.group.news": "Tất cả tin tức",
    "feeds.group.category": "Theo chuyên mục",
    "feeds.group.unit": "Theo cơ quan",
}

EN = {
    "feeds.what": "This is a feed, made for feed readers.",
    "feeds.how": "Copy this page's address into a feed reader to receive new articles. All feeds: {address}",
    "feeds.opml": "Feeds of {name}",
    "feeds.group.news": "All news in English",
    "feeds.group.category": "By category",
    "feeds.group.unit": "By office",
}
