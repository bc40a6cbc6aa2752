"""Words of the calendar of releases."""

VI = {
    "calendar.title": "Lịch công bố số liệu",
    "calendar.about": "Số liệu nào sắp có, số liệu nào quá hạn, và cơ quan nào chịu trách nhiệm.",
    "calendar.name": "Lịch công bố số liệu, {name}",
    "calendar.event": "Hạn công bố: {name}, {period}",
    "calendar.file": "Thêm vào lịch của bạn (iCalendar)",
    "calendar.file.what": "Điện thoại và máy tính tự cập nhật khi lịch đổi.",
    "calendar.is.late": "Quá hạn",
    "calendar.none.late": "Không có chỉ tiêu nào quá hạn công bố.",
    "calendar.late": "Quá hạn {days} ngày.",
    "calendar.by": "{period}: chậm nhất ngày {day}.",
    "calendar.coming": "Sắp tới",
    "calendar.early": "Chưa phải số chính thức",
    "calendar.free": "Không hẹn ngày công bố",
}

EN = {
    "calendar.title": "Release calendar",
    "calendar.about": "Which figures are coming, which are overdue, and which unit answers for them.",
    "calendar.name": "Release calendar, {name}",
    "calendar.event": "Figures due: {name}, {period}",
    "calendar.file": "Add it to your calendar (iCalendar)",
    "calendar.file.what": "Telephones and computers follow when it changes.",
    "calendar.is.late": "Overdue",
    "calendar.none.late": "No indicator is overdue.",
    "calendar.late": "{days} days overdue.",
    "calendar.by": "{period}: by {day}.",
    "calendar.coming": "Coming",
    "calendar.early": "Not final yet",
    "calendar.free": "Without a promised day",
}
