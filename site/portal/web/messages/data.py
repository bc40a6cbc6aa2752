"""Words of the page about open data."""

VI = {
    "data.title": "Dữ liệu mở",
    "data.about": "Mọi con số trên cổng có tệp để tải về và đọc bằng máy, không cần đăng ký, không cần khóa.",
    "data.addresses": "Địa chỉ của các tệp",
    "data.stable": (
        "Địa chỉ không đổi khi có kỳ mới: máy của bạn chỉ cần tải lại. "
        "Mã của chỉ tiêu là phần cuối trong địa chỉ trang của nó."
    ),
    "data.what": "Tệp",
    "data.where": "Địa chỉ",
    "data.id": "MÃ",
    "data.csv": "Bảng số liệu (CSV, UTF-8)",
    "data.json": "Số liệu cùng định nghĩa, nguồn, mục tiêu (JSON)",
    "data.csvw": "Mô tả bảng cho máy (CSV on the Web)",
    "data.xlsx": "Bảng tính (XLSX)",
    "data.whole": "Tất cả chỉ tiêu trong một tệp",
    "data.catalogue": "Danh mục cho cổng dữ liệu khác (DCAT-AP, JSON-LD)",
    "data.served": (
        "Ứng dụng chạy trong trình duyệt đọc được các tệp này khi máy chủ gửi kèm "
        "“Access-Control-Allow-Origin: *” cho /chi-tieu/ và /du-lieu/."
    ),
    "data.package": "Tất cả các bảng (Data Package, có mã băm của từng tệp)",
    "data.columns": "Các cột",
    "data.column.period": (
        "kỳ: 2023 (năm), 2023-H1 (nửa năm), 2023-Q1 (quý), 2023-04 (tháng), 2023-04-30 (ngày), "
        "2022-2023 (năm học), 2023-01..2023-08 (lũy kế); truoc và nay khi nguồn không nêu kỳ"
    ),
    "data.column.value": (
        "con số, dấu chấm thập phân; để trống khi không có số, cột status nói vì sao; 0 là số không"
    ),
    "data.column.status": (
        "để trống là số chính thức; provisional: sơ bộ; estimated: ước tính; missing: chưa có; "
        "not-applicable: không áp dụng; suppressed: không công bố. Trong JSON là mã SDMX: A, P, E, O, M, Q"
    ),
    "data.column.note": "ghi chú của riêng dòng ấy",
    "data.column.source": "nguồn của riêng dòng ấy, nếu khác nguồn chung",
    "data.column.others": "cột khác",
    "data.column.dimension": "cách chia nhỏ; để trống ở dòng của tổng số",
    "data.all": "Các chỉ tiêu",
    "data.of": "{name}, tệp {kind}",
}

EN = {
    "data.title": "Open data",
    "data.about": "Every figure can be downloaded and read by machines; no account and no key is needed.",
    "data.addresses": "Addresses of the files",
    "data.stable": (
        "Addresses stay when a new period comes: just load the file again. "
        "The id of an indicator is the last part of the address of its page."
    ),
    "data.what": "File",
    "data.where": "Address",
    "data.id": "ID",
    "data.csv": "Table of figures (CSV, UTF-8)",
    "data.json": "Figures with definition, source and targets (JSON)",
    "data.csvw": "What the table means, for machines (CSV on the Web)",
    "data.xlsx": "Workbook (XLSX)",
    "data.whole": "All indicators in one file",
    "data.catalogue": "Catalogue for other data portals (DCAT-AP, JSON-LD)",
    "data.served": (
        "Programs in a browser can read these files where the server sends "
        "“Access-Control-Allow-Origin: *” for /chi-tieu/ and /du-lieu/."
    ),
    "data.package": "All tables (Data Package, with a hash of each file)",
    "data.columns": "Columns",
    "data.column.period": (
        "the period: 2023 (year), 2023-H1 (half), 2023-Q1 (quarter), 2023-04 (month), 2023-04-30 (day), "
        "2022-2023 (school year), 2023-01..2023-08 (cumulative); "
        "truoc (before) and nay (now) where the source states none"
    ),
    "data.column.value": (
        "the figure, with a decimal point; empty where there is none, and status says why; 0 is a zero"
    ),
    "data.column.status": (
        "empty for a final figure; provisional, estimated, missing, not-applicable, suppressed. "
        "In JSON it is the SDMX code: A, P, E, O, M, Q"
    ),
    "data.column.note": "a note on this row",
    "data.column.source": "the source of this row, where it is not that of all",
    "data.column.others": "others",
    "data.column.dimension": "how the total is split; empty in rows of the total",
    "data.all": "Indicators",
    "data.of": "{name}, {kind} file",
}
