"""Where pages that no office published are often found: what is asked for though nothing links there.

Patterns of injected betting, loan and medicine pages, of tools that intruders leave behind, and of what a
copied folder lets out. Addresses that a search engine was led to are often of these.
"""

PATHS = (
    "/?p=1", "/?s=casino", "/?id=1", "/index.php", "/index.php?id=1", "/index.asp", "/home.php",
    "/wp-login.php", "/wp-admin/", "/wp-content/", "/wp-content/uploads/", "/wp-includes/", "/xmlrpc.php",
    "/administrator/", "/admin/", "/admin.php", "/shell.php", "/cmd.php", "/up.php", "/upload.php",
    "/uploads/", "/upload/", "/userfiles/", "/images/stories/", "/portals/0/", "/Portals/0/", "/documents/",
    "/file.php", "/.git/config", "/.git/HEAD", "/.env", "/.record/checkpoint", "/backup.zip", "/backup.sql",
    "/1.php", "/x.php", "/test.php", "/info.php", "/phpinfo.php", "/sitemap_index.xml",
    "/sitemap-index.xml", "/sitemap1.xml", "/sitemap.xml.gz", "/sitemaps.xml", "/post-sitemap.xml",
    "/sitemap.txt", "/feed/", "/feed", "/rss", "/atom.xml", "/casino/", "/ca-cuoc/", "/ca-do-bong-da/",
    "/nha-cai/", "/nha-cai-uy-tin/", "/keo-nha-cai/", "/keonhacai/", "/bong-da/", "/truc-tiep-bong-da/",
    "/xoso/", "/xo-so/", "/soi-cau/", "/lo-de/", "/no-hu/", "/nohu/", "/slot/", "/game-bai/",
    "/game-doi-thuong/", "/tai-xiu/", "/baccarat/", "/danh-bai/", "/ban-ca/", "/da-ga/", "/vay-tien/",
    "/w88/", "/m88/", "/fb88/", "/bong88/", "/188bet/", "/kubet/", "/sunwin/", "/go88/", "/789bet/",
    "/rikvip/", "/slot-gacor/", "/judi-online/", "/togel/", "/viagra/", "/cialis/", "/blog/", "/news/",
    "/tag/casino/", "/category/casino/",
)  # fmt: skip
"""Addresses that are asked for beside those that something leads to."""

NOTHING = "/cong-tin-khong-co-trang-nay-5d1f0c/"
"""An address that no office has: what answers there answers anywhere."""
