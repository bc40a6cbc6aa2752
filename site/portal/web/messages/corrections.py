"""Words of corrections, and of what readers report, in Vietnamese and English."""

VI = {
    "corrections.title": "Đính chính",
    "corrections.about": "Mọi điều đã đăng sai và đã sửa trên cổng này: điều đã viết, điều đúng, ngày sửa.",
    "corrections.old": "Đã viết",
    "corrections.new": "Nay là",
    "corrections.updates": "Cập nhật",
    "corrections.none": "Chưa có đính chính nào.",
    "corrections.feeds": "Nhận tin khi có đính chính:",
    "corrections.entry": "Đính chính: {title}",
    "corrections.all": "Mọi đính chính của cổng",
    "corrections.policy": "Điều sai được sửa ngay tại chỗ đã viết, ghi rõ ngày, điều cũ và điều mới.",
}

EN = {
    "corrections.title": "Corrections",
    "corrections.about": "All that was wrong on this portal and was mended: old words, new words, and when.",
    "corrections.old": "Was",
    "corrections.new": "Now",
    "corrections.updates": "Updates",
    "corrections.none": "No corrections yet.",
    "corrections.feeds": "Be told of corrections:",
    "corrections.entry": "Correction: {title}",
    "corrections.all": "All corrections of the portal",
    "corrections.policy": "What is wrong is mended where it stands, with the day, the old words and the new.",
}
