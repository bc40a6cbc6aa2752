"""Small sites of other systems, written for tests."""

from collections.abc import Mapping
from pathlib import Path

from tests.importing.words import picture

HUGO = {
    "hugo.toml": """\
baseURL = "https://cu.example/tinh/"
defaultContentLanguage = "vi"
[taxonomies]
tag = "tags"
linhvuc = "linhvuc"
[permalinks]
tin = "/tin/:year/:month/:slug/"
""",
    "content/tin/cau-moi.md": """\
---
title: "Thông xe cầu mới"
date: 2024-05-10T08:30:00+07:00
lastmod: 2024-05-11 09:00:00
description: Cầu nối hai xã bên sông, dài 320 mét.
author: [Lan Anh, Minh]
categories: [Giao thông, Xây dựng]
tags: [cầu]
linhvuc: [Hạ tầng]
aliases: [/cu/cau/, cau-cu]
---
# Thông xe cầu mới

Cầu thông xe sáng nay, xem [bài trước]({{< ref "khoi-cong.md" >}}) và [liên hệ](/lien-he/).

{{< figure src="cau.png" alt="Cầu nhìn từ bờ đông" caption="Cầu mới" >}}

- việc thứ nhất
  - việc nhỏ hơn

{{< thong-bao >}}
Giữ **lời** này.
{{< /thong-bao >}}

{{< youtube abc123 >}}
""",
    "content/tin/khoi-cong/index.md": """\
+++
title = "Khởi công cầu"
date = 2023-01-02
slug = "khoi-cong-cau"
+++
Máy xúc vào việc.[^1] Xem ![máy xúc đỏ](may.png).

[^1]: Từ sáng sớm.
""",
    "content/tin/thu.json.md": '{"title": "Viết bằng JSON", "date": "2022-03-04", "draft": true}\nChữ.\n',
    "content/tin/song.en.md": "---\ntitle: River\ndate: 2024-05-12\n---\nThe river is high.\n",
    "content/tin/khong-ngay.md": "---\ntitle: Không ngày\n---\nChữ.\n",
    "content/tin/ngay-sai.md": "---\ntitle: Ngày sai\ndate: hôm qua\n---\nChữ.\n",
    "content/tin/hong.md": "---\ntitle: [Hỏng\ndate: 2024-01-01\n---\nChữ.\n",
    "content/tin/tai-lieu.adoc": "= AsciiDoc\n",
    "content/tin/_index.md": "---\ntitle: Tin\n---\n",
    "content/lien-he.md": "---\ntitle: Liên hệ\nurl: /lien-he-cu/\n---\nĐiện thoại.\n",
}

JEKYLL = {
    "_config.yml": "url: https://cu.example\npermalink: pretty\ntimezone: Asia/Ho_Chi_Minh\n",
    "_data/so.yml": "- ma: a\n  gia: 12 triệu đồng\n- ma: b\n  gia: 9 triệu đồng\n",
    "vi/tin/_posts/2024-05-10-cau-moi.md": """\
---
title: Thông xe cầu mới
lang: vi
tags: cau song
---
Đoạn đầu nói cầu đã thông xe.
{: .dan}

{% assign gia = site.data.so | where: "ma", "b" | first %}
Giá {{ gia.gia }}, xem [bài cũ]({% link vi/tin/_posts/2023-01-02-khoi-cong.md %})
và [mạng]({{ site.url }}/khac/).

{% include ban-do.html %}

{% highlight sh %}
echo "{% raw %}{{ nguyên }}{% endraw %}"
{% endhighlight %}

![cầu](/anh/cau.png)
""",
    "en/tin/_posts/2024-05-10-cau-moi.md": "---\ntitle: New bridge\nlang: en\n---\nThe bridge is open.\n",
    "de/tin/_posts/2024-05-10-cau-moi.md": "---\ntitle: Brücke\nlang: de\n---\nDie Brücke ist offen.\n",
    "vi/tin/_posts/2023-01-02-khoi-cong.md": "---\nlang: vi\n---\nMáy xúc vào việc.\n",
    "vi/_drafts/sap-dang.md": "---\ntitle: Sắp đăng\ndate: 2025-02-03\nlang: vi\n---\nChữ nháp.\n",
}

WXR = """\
<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Cũ</title><link>https://cu.example</link>
<wp:author><wp:author_login>lan</wp:author_login>
<wp:author_display_name>Lan Anh</wp:author_display_name></wp:author>
<item><title>Thông xe &amp; khánh thành</title><link>https://cu.example/2024/05/cau-moi/</link>
<guid isPermaLink="false">https://cu.example/?p=7</guid><dc:creator>lan</dc:creator>
<content:encoded><![CDATA[<!-- wp:paragraph -->
Đoạn một
dòng hai.

[caption id="a1" width="300"]<img src="https://cu.example/tep/cau.jpg" alt="Cầu"> Cầu mới[/caption]

Đoạn <strong>hai</strong>, xem <a href="https://cu.example/?p=9">bài nháp</a>.
[lien-he id="5"] Giữ [sic].]]></content:encoded>
<excerpt:encoded><![CDATA[Cầu thông xe sáng nay.]]></excerpt:encoded>
<wp:post_id>7</wp:post_id><wp:post_date>2024-05-10 08:30:00</wp:post_date>
<wp:post_date_gmt>2024-05-10 01:30:00</wp:post_date_gmt><wp:post_name>cau-moi</wp:post_name>
<wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category" nicename="tin">Thời sự</category>
<category domain="post_tag" nicename="cau">cầu</category>
</item>
<item><title>Nháp</title><link>https://cu.example/?p=9</link>
<content:encoded><![CDATA[Chữ nháp.]]></content:encoded>
<wp:post_date>2024-06-01 10:00:00</wp:post_date><wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt>
<wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item>
<item><title>Kín</title><content:encoded><![CDATA[Chữ.]]></content:encoded>
<wp:post_password>x</wp:post_password>
<wp:post_date>2024-06-01 10:00:00</wp:post_date>
<wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>
<item><title>Giới thiệu</title><content:encoded><![CDATA[Chữ.]]></content:encoded>
<wp:post_date>2024-06-01 10:00:00</wp:post_date>
<wp:status>publish</wp:status><wp:post_type>page</wp:post_type></item>
<item><title>Rác</title><wp:status>trash</wp:status><wp:post_type>post</wp:post_type></item>
<item><title>cau</title><wp:post_type>attachment</wp:post_type></item>
</channel></rss>
"""

RSS = """\
<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Cũ</title>
<link>https://cu.example/</link><language>vi-VN</language>
<item><title>Cầu &amp;amp; đường</title><link>https://cu.example/tin/cau-moi.html</link>
<pubDate>Fri, 10 May 2024 08:30:00 +0700</pubDate><category>Thời sự</category>
<description>Tóm tắt ngắn.</description>
<content:encoded><![CDATA[<p>Toàn văn <em>bài</em>.</p>]]></content:encoded></item>
<item><title>Chỉ tóm tắt</title><link>https://cu.example/tin/tom-tat</link>
<pubDate>Sat, 11 May 2024 08:30:00 +0700</pubDate>
<description>&lt;p&gt;Vài chữ.&lt;/p&gt;</description></item>
<item><title>Không ngày</title><description>Chữ.</description></item>
</channel></rss>
"""

ATOM = """\
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Old</title><link href="https://cu.example/"/>
<entry><title>Bridge</title><link href="https://cu.example/en/bridge/"/>
<published>2024-05-10T08:30:00Z</published>
<updated>2024-05-12T08:30:00Z</updated><author><name>Lan</name></author><category term="news" label="News"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Open <b>now</b>.</p></div></content>
</entry>
</feed>
"""


def site_folder(root: Path, files: Mapping[str, str]) -> Path:
    """Write a site into a folder, with a picture where its texts show one."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    for name in ("content/tin/cau.png", "content/tin/khoi-cong/may.png", "anh/cau.png"):
        if name.split("/")[0] in {one.split("/")[0] for one in files} | {"anh"}:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(picture().getvalue())
    return root
