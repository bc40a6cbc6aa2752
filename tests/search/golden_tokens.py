"""The golden file of tokens that browsers must give: `python -m tests.search.golden_tokens` writes it.

One JSON object a line, packed with Brotli: `text`; `spans`, of each token the characters (code points of
`readable(text)`) passed over since the one before, and how many it has; `keys`, each as [places since the one
before, fold, exact]: of a token all its runs.
"""

import json
import random
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

import brotli  # noqa: E402

from bench.corpus.words import lines_of  # noqa: E402
from search.analysis import runs, tokens  # noqa: E402

FILE = Path(__file__).with_name("golden_tokens.jsonl.br")
_TEXTS = 460
_AWKWARD = (
    "hoà hòa thuỷ thủy khoẻ khỏe quý quí già giá gìn giữ uỷ ủy",
    "Ðảng ÐẤT đất ð Ɖ ɖ Đà Nẵng",
    "42/2022/NĐ-CP; số 12/QĐ-UBND, 01-NQ/TW và 148/2025/QH15, 1234/UBND-VX.",
    "42∕2022⁄NĐ‑CP 42／2022/NĐ–CP 12/QĐ−UBND 05—NQ/TW",
    "13/05/2023 = 13/5/2023 = 13.05.2023 = 13-5-2023 = 2023-05-13; 13/5, 05/2023, 31/12/2024",
    "1.946 dịch vụ, 1,946 services, 1.234.567,89 đồng, 1,234,567.89; 12,5% và 12.5; 0,75; 1.94; 1.9460; 007",
    "192.168.0.1 3.14.15 1.2.3.4 10,20,30 1,2,3 2022-2025 24/7 5G 4.0 covid-19 H5N1",
    "dịch\u00a0vụ\u202fcông\u2003trực\u3000tuyến\u2028toàn\u0085trình\ttỉnh",
    "chuy\u00adển đ\u200bổi s\u2060ố \ufeffhồ\u200d sơ \u202eốs\u202c \u034fa\u034fb",
    "straße STRASSE İstanbul ıstanbul Ελλάδα ΣΊΣΥΦΟΣ Москва ЙОГА ё Ё école naïve Ångström ﬁ ǅ",
    "日本語 中文 한국어 हिन्दी العربية ١٢٣ ٤٥/٦ ๑๒๓ ½ ² Ⅳ ①",
    "😀 a😀b 𝐀𝐁 𝟏𝟐 👨‍👩‍👧 ✔️ e\u0301\u0323 o\u031b\u0300 q\u0307\u0323 \u0301\u0301",
    "https://dichvucong.gov.vn/p/home?x=1&y=2 an-toan@tinh.vn A_B __x__ a.b* C++ C# R&D",
    "", "   ", "?!…",
    "“ngoặc kép” ‘đơn’ «Pháp» (ngoặc) [vuông] {nhọn}", "a" * 80, "ế" * 70, "1" * 70, "12/" * 9,
    "1/2/3/4 1/2/3 1/2/a 1/2-3/b 12/a-b-c-d-e-f-g 99999999/2022 1.000.000.000 1.00.000 .5 5. ,5 -5 +5",
    "ÁÀẢÃẠ ẮẰẲẴẶ ẤẦẨẪẬ ÉÈẺẼẸ ẾỀỂỄỆ ÍÌỈĨỊ ÓÒỎÕỌ ỐỒỔỖỘ ỚỜỞỠỢ ÚÙỦŨỤ ỨỪỬỮỰ ÝỲỶỸỴ",
)  # fmt: skip


def lines() -> Iterator[str]:
    """Give the lines of the file, the same on every machine."""
    for text in _texts():
        yield json.dumps(told(text), ensure_ascii=False, separators=(",", ":")) + "\n"


def told(text: str) -> dict[str, object]:
    """Give what is told of a text."""
    spans: list[list[int]] = []
    keys: list[list[object]] = []
    end = first = last = 0
    for token in tokens(text):
        spans.append([token.start - end, token.end - token.start])
        for after, fold, exact in runs(token):
            keys.append([first + after - last, fold, exact])
            last = first + after
        end, first = token.end, first + token.width
    return {"text": text, "spans": spans, "keys": keys}


def _texts() -> Iterator[str]:
    yield from _AWKWARD
    yield from (unicodedata.normalize("NFD", text) for text in _AWKWARD)
    yield from (f"{one}{other}" for one in _AWKWARD[:8] for other in _AWKWARD[8:16])
    phrases = lines_of("phrases.txt")
    yield "\n".join(phrases)
    rng = random.Random("tokens")
    # Few sentences in many orders: the file stays small.
    sentences = [" ".join(_phrase(rng, phrases) for _ in range(12)) for _ in range(240)]
    for number in range(_TEXTS):
        text = "\n".join(rng.sample(sentences, 9))
        yield [text, text.upper(), unicodedata.normalize("NFD", text), text.title()][number % 4]


def _phrase(rng: random.Random, phrases: Sequence[str]) -> str:
    phrase = rng.choice(phrases)
    if rng.random() < 0.06:
        number, day = rng.randint(1, 2500), rng.randint(1, 28)
        forms = (f"{number}/QĐ-UBND", f"{day:02}/{day % 12 + 1:02}/2025", f"{number / 1000:.3f}", f"{day},5%")
        return f"{phrase} {rng.choice(forms)}"
    return f"{phrase}{rng.choice(',.;')}" if rng.random() < 0.1 else phrase


def golden() -> list[str]:
    """Give the lines that stand in the file."""
    # Some texts have other ends of lines in them.
    return [f"{line}\n" for line in brotli.decompress(FILE.read_bytes()).decode().split("\n")[:-1]]


if __name__ == "__main__":
    FILE.write_bytes(brotli.compress("".join(lines()).encode(), lgwin=24))
