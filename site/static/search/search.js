// Search in the browser: the same words, readings, order and scores as search/*.py, over files that lie beside the
// pages (search/export). An addition: without it the lists on the page lead everywhere.
const Search = (() => {
  "use strict";
  // -- analysis.py, query.py
  const L = "[\\p{L}\\p{N}]", D = "\\p{Nd}", A = `(?:(?!${D})${L})`, END = `(?!${L})`, M = "[\\u0300-\\u036f]";
  const TOKEN = new RegExp(`(?<!${L})(?:(?<joined>${D}{1,6}(?:/${D}{1,6}){1,2}(?:/${A}${L}*(?:[-/]${L}+){0,4})?${END}|${D}{1,6}/${A}${L}*(?:[-/]${L}+){0,4}|${D}{1,6}-${A}${L}*/${L}+(?:[-/]${L}+){0,3}|${D}{1,2}(?<m>[-.])${D}{1,2}\\k<m>${D}{4}${END}|${D}{4}-${D}{1,2}-${D}{1,2}${END})|(?<grouped>${D}{1,3}(?:(?:\\.${D}{3})+(?:,${D}+)?|(?:,${D}{3})+(?:\\.${D}+)?)(?![.,]?${D})${END})|(?<decimal>(?<!${D}[.,])${D}+[.,]${D}+(?![.,]${D})${END})|(?<word>${L}+(?:${M}+${L}*)*))`, "gu");
  const YEAR_FIRST = new RegExp(`^${D}{4}[-/]${D}{1,2}[-/]${D}{1,2}$`, "u");
  const UNSEEN = /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/g;
  const ALIKE = /[ÐɖðƉ\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d\u2044\u2215\u29f8\uff0f]/g;
  const SPACE = /[\s\x1c-\x1f\x85]+/, QUOTES = /["“”„‟«»＂]/, LETTERS = /^\p{L}+$/u;
  const TONES = "\u0300\u0309\u0303\u0301\u0323", TONE = /[\u0300\u0309\u0303\u0301\u0323]/g;
  const nfc = (text) => text.normalize("NFC"), nfd = (text) => text.normalize("NFD");
  const readable = (text) => nfc(text.replace(UNSEEN, ""));
  const cut = (text, most) => text.length > most ? [...text].slice(0, most).join("") : text;
  const alike = (ch) => "Ðð".includes(ch) ? (ch === "Ð" ? "Đ" : "đ") : ch === "Ɖ" ? "Đ" : ch === "ɖ" ? "đ" : "\u2044\u2215\u29f8\uff0f".includes(ch) ? "/" : "-";
  const fold = (word) => nfc(nfd(word.replace(/đ/g, "d").replace(/Đ/g, "D")).replace(/[\u0300-\u036f]+/g, "").toLowerCase());
  const wordKeys = (word) => {
    word = cut(word, 64);
    if (/^[\x00-\x7f]*$/.test(word)) {
      const key = /^\d+$/.test(word) ? word.replace(/^0+(?=.)/, "") : word.toLowerCase();
      return [key, key];
    }
    const apart = nfd(word.toLowerCase()), tones = (apart.match(TONE) || []).map((mark) => TONES.indexOf(mark) + 1).join("");
    const plain = nfc(apart.replace(TONE, ""));
    return [fold(word) || word, tones ? `${plain}.${tones}` : plain];
  };
  const token = (keys, start, end, parts = []) => ({ fold: keys[0], exact: keys[1], start, end, parts });
  const tokens = (text) => [...readable(text).replace(ALIKE, alike).matchAll(TOKEN)].map((found) => {
    const written = found[0], start = found.index, end = start + written.length, { joined, grouped, word } = found.groups;
    if (word !== undefined) return token(wordKeys(word), start, end);
    if (joined !== undefined) {
      const words = written.split(/[-/.]/);
      if (YEAR_FIRST.test(written)) words.reverse();
      const parts = words.map((part) => token(wordKeys(part), start, end));
      return token([parts.map((part) => part.fold).join("/"), parts.map((part) => part.exact).join("/")], start, end, parts);
    }
    const mark = grouped === undefined ? "" : written.slice(0, 4).includes(".") ? "." : ",";
    const key = cut((mark ? written.split(mark).join("") : written).replace(/,/g, "."), 64);
    return token([key, key], start, end);
  });
  const partsOf = (one) => one.parts.length ? one.parts : [one];
  const singles = (row) => row.flatMap(partsOf).map((part) => part.fold);
  const isMarked = (row) => row.some((one) => one.exact !== one.fold);
  const words = (text) => text.split(SPACE).filter(Boolean);
  const parse = (typed) => {
    let text = readable(cut(typed, 800));
    if ([...text].length > 200) {
      const some = cut(text, 201);
      text = words(some).length > 1 ? some.trimEnd().replace(/[\s\x1c-\x1f\x85]+[^\s\x1c-\x1f\x85]*$/, "") : some;
    }
    const pieces = text.split(QUOTES), row = [], phrases = [];
    pieces.forEach((piece, at) => {
      const some = tokens(piece).slice(0, 24 - row.length);
      row.push(...some);
      if (some.length && at % 2 && at < pieces.length - 1) phrases.push(some);
    });
    const last = pieces[pieces.length - 1], rest = tokens(last).pop();
    const open = !!row.length && !!rest && rest.end === readable(last).length && [...text].length < 200;
    return { text: words(text).join(" "), tokens: row, phrases, open };
  };
  const plain = (query) => words(query.text.split(QUOTES).join(" ")).join(" ");

  // -- vietnamese/typing.py, syllables.py
  const RIME = "a(?:c|ch|i|m|n|ng|nh|o|p|t|u|y)?|ă(?:c|m|n|ng|p|t)|â(?:c|m|n|ng|p|t|u|y)|e(?:c|m|n|ng|o|p|t)?|ê(?:ch|m|n|ng|nh|p|t|u)?|i(?:a|ch|m|n|nh|p|t|u)?|iê(?:c|m|n|ng|p|t|u)|o(?:c|i|m|n|ng|p|t)?|oo(?:c|ng)|oa(?:c|ch|i|m|n|ng|nh|o|p|t|y)?|oă(?:c|m|n|ng|t)|oe(?:n|o|t)?|ô(?:c|i|m|n|ng|p|t)?|ơ(?:i|m|n|p|t)?|u(?:a|c|i|m|n|ng|p|t)?|uâ(?:c|n|ng|t|y)|uê(?:ch|n|nh)?|uô(?:c|i|m|n|ng|t)|uơ|uy(?:a|ch|n|nh|p|t|u)?|uyê(?:n|t)|ư(?:a|c|i|m|n|ng|t|u)?|ươ(?:c|i|m|n|ng|p|t|u)|y(?:n|nh|t)?|yê(?:m|n|ng|t|u)";
  const SYLLABLE = new RegExp(`^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?(?:${RIME})$`);
  const isSyllable = (text) => {
    const apart = nfd(text), tones = apart.match(TONE) || [], bare = nfc(apart.replace(TONE, ""));
    return tones.length < 2 && SYLLABLE.test(bare) && (!/(?:ch?|p|t)$/.test(bare) || "\u0301\u0323".includes(tones[0] || "-"));
  };
  const KEYS = { f: TONES[0], r: TONES[1], x: TONES[2], s: TONES[3], j: TONES[4] }, HAT = { a: "â", e: "ê", o: "ô" }, HOOK = { a: "ă", o: "ơ", u: "ư" };
  const VOWELS = "aăâeêioôơuưy";
  const put = (text, at, letter) => text.slice(0, at) + letter + text.slice(at + 1);
  const hooked = (text) => {
    if (text.includes("uo") && !text.startsWith("quo")) return text.split("uo").join("ươ");
    let at = Math.max(...Object.keys(HOOK).map((vowel) => text.lastIndexOf(vowel)));
    if (at < 0) return text + "ư";
    if (at && "au".includes(text[at]) && text[at - 1] === "u" && !text.startsWith("qu")) at--;
    return put(text, at, HOOK[text[at]]);
  };
  const struck = (text, key) => key === "d" && text[0] === "d" ? "đ" + text.slice(1) : HAT[key] && text.includes(key) ? put(text, text.lastIndexOf(key), HAT[key]) : key === "w" ? hooked(text) : text + key;
  const toned = (text, tone) => {
    if (!tone) return text;
    let start = [...text].findIndex((letter) => VOWELS.includes(letter));
    if (/^(?:qu|gi)/.test(text) && text.length > 2 && VOWELS.includes(text[2])) start = 2;
    let end = start, at = -1;
    for (; end < text.length && VOWELS.includes(text[end]); end++) if ("ăâêôơư".includes(text[end])) at = end;
    if (at < 0) at = end - start === 3 || (end - start === 2 && end < text.length) ? start + 1 : start;
    return put(text, at, nfc(text[at] + tone));
  };
  const decodeWord = (word) => {
    if (word.length > 12) return word;
    let text = "", tone = "";
    for (const key of word.toLowerCase()) {
      const sung = [...text].some((letter) => VOWELS.includes(letter));
      if (KEYS[key] && sung) tone = KEYS[key]; else if (key === "z" && sung) tone = ""; else text = struck(text, key);
    }
    const made = toned(text, tone);
    if (made === word.toLowerCase() || !isSyllable(made)) return word;
    return word.length > 1 && word === word.toUpperCase() ? made.toUpperCase() : made;
  };
  const telex = (text) => {
    const made = nfc(text).replace(/[A-Za-z]+/g, decodeWord);
    return made === nfc(text) ? "" : made;
  };

  // -- search/export: files, read once
  const LENGTHS = [...Array(16).keys()];
  while (LENGTHS.length < 256) LENGTHS.push(LENGTHS[LENGTHS.length - 1] + (LENGTHS[LENGTHS.length - 1] >> 3));
  const bytes = new TextEncoder(), chars = new TextDecoder();
  const placeOf = (key, files) => {
    let found = 0x811c9dc5;
    for (const byte of bytes.encode(key)) found = Math.imul(found ^ byte, 0x01000193);
    return (found >>> 0) % files;
  };
  const NONE = { d: [], c: [] };
  class Body {
    constructor(body) { this.body = body; this.at = 0; }
    get more() { return this.at < this.body.length; }
    number() {
      let value = 0, unit = 1, byte;
      do { byte = this.body[this.at++]; value += (byte & 127) * unit; unit *= 128; } while (byte > 127);
      return value;
    }
    numbers(count) { return Array.from({ length: count }, () => this.number()); }
    take(size) { return this.body.subarray(this.at, this.at += size); }
    name() { return chars.decode(this.take(this.number())); }
    named(size) { const known = Array.from({ length: this.number() }, () => this.name()); return this.numbers(size).map((at) => known[at]); }
    list(within) {
      const head = this.number(), size = head >> 3, d = new Uint32Array(size);
      for (let at = 0, last = -1; at < size; at++) {
        last += head & 4 ? 1 : this.number() + 1;
        d[at] = last;
      }
      const c = head & 3 ? Array.from(d, (at) => head & 1 ? 1 : within.c[at]) : this.numbers(size);
      return { d: within ? d.map((at) => within.d[at]) : d, c };
    }
    table() {
      const found = new Map();
      let before = new Uint8Array(0);
      while (this.more) {
        const shared = this.number(), rest = this.number(), key = new Uint8Array(shared + rest);
        key.set(before.subarray(0, shared));
        key.set(this.take(rest), shared);
        found.set(chars.decode(before = key), this.take(this.number()));
      }
      return found;
    }
  }
  const better = ([one, a], [other, b]) => b - a || (one < other ? -1 : one > other ? 1 : 0);
  const merged = (lists) => {
    const some = lists.filter((list) => list.d.length);
    if (some.length < 2) return some[0] || NONE;
    const found = new Map();
    for (const { d, c } of some) d.forEach((doc, at) => found.set(doc, (found.get(doc) || 0) + c[at]));
    return { d: [...found.keys()], c: [...found.values()] };
  };

  const open = async (home, get) => {
    const list = JSON.parse(chars.decode(await get(`${home}muc-luc.json`)));
    const held = new Map();
    const once = (key, make) => {
      if (!held.has(key)) {
        held.set(key, make());
        held.get(key).catch(() => held.delete(key));
      }
      return held.get(key);
    };
    const file = (path, mark, read) => once(path, async () => read(new Body(await get(`${home}${path}?${mark}`, true))));
    let count = 0;
    const segments = list.segments.map(([name, mark, size, words, pairs, text, title]) => {
      const one = { name, mark, size, words, pairs, text, title, first: count };
      count += size;
      return one;
    });
    const part = (segment, kind, read) => file(`${segment.name}/${kind}.bin`, segment.mark, read);
    const each = (make) => Promise.all(segments.map(make));
    const sought = async (segment, kind, key, among, files) => (await part(segment, `${kind}${placeOf(among, files)}`, (body) => body.table())).get(key);
    // Documents are numbered in the order of answers: newest first.
    const joined = (lists) => {
      const d = [], c = [];
      lists.forEach((one, at) => {
        const last = segments[at].first + segments[at].size - 1;
        if (one) for (let i = 0; i < one.d.length; i++) { d.push(last - one.d[i]); c.push(one.c[i]); }
      });
      return { d, c };
    };
    const word = (key) => once(`word ${key}`, async () => {
      const rows = await each(async (segment) => {
        const found = await sought(segment, "w", key, key, segment.words);
        if (!found) return null;
        const body = new Body(found), text = body.list(), title = body.list(text), exact = new Map();
        for (let ways = body.number(); ways; ways--) {
          const way = body.name();
          exact.set(way, [body.list(text), body.list(title)]);
        }
        if (!exact.size) exact.set(key, [text, title]);
        return { text, title, exact };
      });
      const exact = (way, at) => joined(rows.map((row) => row && row.exact.has(way) ? row.exact.get(way)[at] : null));
      return { text: joined(rows.map((row) => row && row.text)), title: joined(rows.map((row) => row && row.title)), exact };
    });
    const pair = (one, other) => once(`pair ${one} ${other}`, async () => joined(await each(async (segment) => {
      const found = await sought(segment, "p", `${one} ${other}`, `${one} ${[...other][0]}`, segment.pairs);
      return found && new Body(found).list();
    })));
    const after = async (one, start) => {
      const found = new Map();
      await each(async (segment) => {
        const table = await part(segment, `p${placeOf(`${one} ${[...start][0]}`, segment.pairs)}`, (body) => body.table());
        for (const [key, body] of table) if (key.startsWith(`${one} ${start}`)) {
          const other = key.slice(one.length + 1);
          found.set(other, (found.get(other) || 0) + (new Body(body).number() >> 3));
        }
      });
      return found;
    };
    const ahead = (key) => once(`ahead ${key}`, async () => {
      const found = new Map();
      await each(async (segment) => {
        const held = await sought(segment, "r", key, key, segment.words);
        if (held) for (const [other, body] of new Body(held).table()) found.set(other, (found.get(other) || 0) + new Body(body).number());
      });
      return found;
    });
    const vocabulary = () => file("tu.bin", list.words, (body) => new Map([...body.table()].map(([key, held]) => [key, new Body(held).number()])));
    const base = once("base", async () => {
      const text = new Float64Array(count), title = new Float64Array(count), language = [];
      await each((segment) => part(segment, "b", (body) => {
        const size = body.number(), last = segment.first + size - 1;
        for (const lengths of [text, title]) body.take(size).forEach((code, at) => { lengths[last - at] = LENGTHS[code]; });
        body.named(size).forEach((name, at) => { language[last - at] = name; });
      }));
      const spread = (lengths, sum) => {
        const average = Math.max(1, segments.reduce((all, one) => all + one[sum], 0) / Math.max(1, count));
        return lengths.map((length) => 1.2 * (1 - 0.6 + 0.6 * length / average));
      };
      return { text: spread(text, "text"), title: spread(title, "title"), language };
    });
    const names = () => once("names", async () => {
      const found = { kind: [], category: [], unit: [], year: [], date: [] };
      await each((segment) => part(segment, "n", (body) => {
        const last = segment.first + segment.size - 1;
        for (const field of ["kind", "category", "unit", "year"]) body.named(segment.size).forEach((name, at) => { found[field][last - at] = name; });
        let date = 0;
        body.numbers(segment.size).forEach((step, at) => { if (step) found.date[last - at] = date += step - 1; });
      }));
      return found;
    });
    const shown = async (doc) => {
      const segment = segments.find((one) => doc < one.first + one.size), at = segment.first + segment.size - 1 - doc;
      const rows = await part(segment, `t${Math.floor(at / list.teasers)}`, (body) => {
        const all = [];
        while (body.more) {
          const [address, title, summary, kind, category, unit, date] = Array.from({ length: 7 }, () => body.name());
          all.push({ address, title, summary, kind, category, unit, date });
        }
        return all;
      });
      return rows[at % list.teasers];
    };
    return { count, expansions: list.names, word, pair, after, ahead, vocabulary, base, names, shown };
  };

  // -- scores.py
  const score = async (index, reading, allowed, share = 1) => {
    const row = reading.tokens, endings = reading.endings || [], keys = new Map();
    row.forEach((one, at) => keys.set(one.fold, at === row.length - 1 ? [one.fold, ...endings] : [one.fold]));
    const [spreads, ...known] = await Promise.all([index.base, ...[...keys.values()].map((some) => Promise.all(some.map(index.word)))]);
    const texts = known.map((some) => merged(some.map((one) => one.text))), held = new Uint8Array(index.count);
    for (const { d } of texts) for (let at = 0; at < d.length; at++) held[d[at]]++;
    const needed = Math.ceil(texts.length * share - 1e-9), phrased = await Promise.all((reading.phrases || []).map((one) => phrase(index, one)));
    const isIn = held.map((times, doc) => times >= needed && (!allowed || allowed[doc]) && phrased.every((some) => some.has(doc)) ? 1 : 0);
    const scores = new Float64Array(index.count), found = [];
    isIn.forEach((yes, doc) => { if (yes) found.push(doc); });
    let most = 0;
    if (!row.length || !found.length) return { found: [], scores, most };
    const add = ({ d, c }, weight, spread) => {
      if (!d.length) return;
      const gain = weight * Math.log(1 + (index.count - d.length + 0.5) / (d.length + 0.5)) * 2.2;
      most += gain;
      for (let at = 0; at < d.length; at++) if (isIn[d[at]]) scores[d[at]] += gain * c[at] / (c[at] + spread[d[at]]);
    };
    known.forEach((some, at) => {
      add(texts[at], 1, spreads.text);
      add(merged(some.map((one) => one.title)), 2.2, spreads.title);
    });
    if (reading.marked) {
      for (const [exact, one] of new Map(row.map((one) => [one.exact, one]))) {
        const ways = await index.word(one.fold);
        add(ways.exact(exact, 0), 0.9, spreads.text);
        add(ways.exact(exact, 1), 1, spreads.title);
      }
    }
    const all = singles(row), pairs = [...new Map(all.slice(1).map((other, at) => [`${all[at]} ${other}`, [all[at], other]])).values()];
    const lists = await Promise.all(pairs.map(([one, other], at) => Promise.all((at === all.length - 2 ? [all[all.length - 1], ...endings] : [other]).map((each) => index.pair(one, each)))));
    for (const list of lists) add(merged(list), 2, spreads.text);
    return { found, scores, most };
  };
  // Words side by side, each pair of them; with marks if any was typed.
  const phrase = async (index, row) => {
    const all = singles(row), lists = await Promise.all(all.slice(1).map((other, at) => index.pair(all[at], other)));
    for (const one of row) {
      const word = await index.word(one.fold);
      lists.push(isMarked(row) ? word.exact(one.exact, 0) : word.text);
    }
    return lists.map((list) => new Set(list.d)).reduce((one, other) => new Set([...one].filter((doc) => other.has(doc))));
  };

  // -- endings.py, mending.py, expansion.py
  const endingsOf = async (index, query) => {
    const last = query.tokens[query.tokens.length - 1];
    if (!query.open || last.parts.length || !LETTERS.test(last.fold)) return [];
    const before = singles(query.tokens).slice(-2, -1)[0];
    let found = before === undefined ? new Map() : await index.after(before, last.fold);
    found.delete(last.fold);
    if (!found.size) found = new Map([...await index.vocabulary()].filter(([key]) => key !== last.fold && key.startsWith(last.fold)));
    return [...found].filter(([key]) => LETTERS.test(key)).sort(better).slice(0, 8).map(([key]) => key);
  };
  const oneEdit = (word) => {
    const found = new Set(), letters = [..."abcdefghijklmnopqrstuvwxyz"], row = [...word];
    for (let at = 0; at <= row.length; at++) {
      const head = row.slice(0, at).join(""), tail = row.slice(at), rest = tail.slice(1).join("");
      for (const letter of letters) {
        found.add(head + letter + tail.join(""));
        if (tail.length) found.add(head + letter + rest);
      }
      if (tail.length) found.add(head + rest);
      if (tail.length > 1) found.add(head + tail[1] + tail[0] + tail.slice(2).join(""));
    }
    found.delete(word);
    return [...found].filter((one) => [...one].length > 1);
  };
  const mend = async (index, query) => {
    let text = plain(query);
    const row = tokens(text).slice(0, query.tokens.length), known = await index.vocabulary(), all = row.map((one) => singles([one]));
    const isWord = (one) => !one.parts.length && LETTERS.test(one.fold) && [...one.fold].length > 1 && [...one.fold].length < 25;
    const evidence = async (at, some) => {
      const before = new Map(), starts = at ? new Set(some.map((word) => [...word][0])) : [];
      for (const found of await Promise.all([...starts].map((start) => index.after(all[at - 1][all[at - 1].length - 1], start)))) found.forEach((count, word) => before.set(word, count));
      const next = at + 1 < all.length ? await index.ahead(all[at + 1][0]) : new Map();
      return (word) => {
        const both = [before.get(word) || 0, next.get(word) || 0];
        return [both.filter(Boolean).length, both[0] + both[1]];
      };
    };
    const changesOf = async (at) => {
      const some = oneEdit(all[at][0]).filter((word) => known.has(word)), speaks = await evidence(at, some);
      return some.map((word) => ({ at, word, evidence: speaks(word), common: known.get(word) }));
    };
    const best = (some) => some.sort((a, b) => b.evidence[0] - a.evidence[0] || b.evidence[1] - a.evidence[1] || b.common - a.common || a.at - b.at || (a.word < b.word ? -1 : 1))[0];
    const slips = row.map((one, at) => at).filter((at) => isWord(row[at]) && !known.has(row[at].fold)), changes = [];
    for (const at of slips.slice(0, 4)) {
      const change = best(await changesOf(at));
      if (change) {
        all[at] = [change.word];
        changes.push(change);
      }
    }
    if (!slips.length) {
      const some = [];
      for (let at = 0; at < row.length; at++) if (isWord(row[at])) {
        const now = (await evidence(at, [row[at].fold]))(row[at].fold)[0];
        some.push(...(await changesOf(at)).filter((one) => one.evidence[0] > now));
      }
      if (some.length) changes.push(best(some));
    }
    for (const { at, word } of changes.reverse()) text = text.slice(0, row[at].start) + word + text.slice(row[at].end);
    return changes.length ? text : "";
  };
  const variants = (index, row) => {
    const meant = new Map(), key = (some) => some.map((one) => one.fold).join(" ");
    for (const [one, other] of index.expansions) for (const [typed, read] of [[one, other], [other, one]]) {
      const at = key(tokens(typed));
      meant.set(at, [...meant.get(at) || [], { row: tokens(read), name: read }]);
    }
    const longest = Math.max(0, ...[...meant.keys()].map((one) => one.split(" ").length)), places = [];
    for (let start = 0; start < row.length; start++) for (let end = Math.min(row.length, start + longest); end > start; end--) {
      const rows = meant.get(key(row.slice(start, end)));
      if (rows) {
        places.push([start, end, rows]);
        start = end - 1;
        break;
      }
    }
    const replaced = (changes) => ({
      row: changes.reduceRight((made, [start, end, other]) => [...made.slice(0, start), ...other.row, ...made.slice(end)], row),
      names: changes.map(([, , other]) => other.name),
    });
    const found = [{ row, names: [] }];
    if (places.length > 1) found.push(replaced(places.map(([start, end, rows]) => [start, end, rows[0]])));
    for (const [start, end, rows] of places) for (const other of rows) found.push(replaced([[start, end, other]]));
    const unlike = new Map();
    for (const one of found) {
      const at = JSON.stringify(one.row.map((each) => [each.fold, each.exact]));
      if (!unlike.has(at)) unlike.set(at, one);
    }
    return [...unlike.values()].slice(0, 4);
  };

  // -- wish.py, ladder.py, ranking.py
  const DAY = 86400, FIELDS = ["kind", "category", "unit", "year"];
  const allowedBy = async (index, filters) => {
    const asked = FIELDS.filter((field) => filters[field]), { language, since, until } = filters;
    if (!asked.length && !language && !since && !until) return null;
    const names = asked.length || since || until ? await index.names() : null, base = await index.base;
    const first = (day) => Date.parse(`${day}T00:00:00+07:00`) / 1000;
    return Uint8Array.from({ length: index.count }, (_, doc) => (!language || base.language[doc] === language) && asked.every((field) => names[field][doc] === filters[field])
      && (!since || names.date[doc] >= first(since)) && (!until || names.date[doc] < first(until) + DAY) ? 1 : 0);
  };
  const search = async (index, typed, { filters = {}, newest = false, typing = false } = {}) => {
    const allowed = await allowedBy(index, filters);
    const reading = async (query) => ({ ...query, marked: isMarked(query.tokens), endings: typing && query.tokens.length ? await endingsOf(index, query) : [] });
    const all = async (query, rung) => {
      const readings = [await reading(query)];
      if (!query.phrases.length) readings.push(...variants(index, query.tokens).slice(1).map((one) => ({ tokens: one.row, names: one.names, marked: readings[0].marked })));
      const scored = await Promise.all(readings.map((one) => score(index, one, allowed))), scores = new Map();
      scored.forEach((one, at) => one.found.forEach((doc) => {
        const points = readings.length < 2 ? one.scores[doc] : (at ? 0.9 : 1) * (one.scores[doc] / one.most);
        scores.set(doc, Math.max(scores.get(doc) || 0, points));
      }));
      return { scores, rung, query, also: readings.slice(1).filter((_, at) => scored[at + 1].found.length) };
    };
    const climb = async () => {
      let query = parse(typed), found = await all(query, "all");
      if (found.scores.size || !query.tokens.length) return found;
      const decoded = telex(query.text);
      if (decoded) {
        found = await all(parse(decoded), "telex");
        if (found.scores.size) return found;
      }
      const mended = await mend(index, query);
      if (mended) {
        query = parse(mended);
        found = await all(query, "corrected");
        if (found.scores.size) return found;
      }
      query = { text: plain(query), tokens: query.tokens.flatMap(partsOf), phrases: [], open: query.open };
      const most = await score(index, await reading(query), allowed, 0.6);
      return { scores: new Map(most.found.map((doc) => [doc, most.scores[doc]])), rung: "most", query, also: [] };
    };
    const { scores, rung, query, also } = await climb();
    const ranks = [...scores].map(([doc, points]) => [doc, Math.floor(points * 1e6 + 0.5)]);
    ranks.sort(([one, a], [other, b]) => newest ? one - other : b - a || one - other);
    return {
      documents: ranks.map(([doc]) => doc), scores, rung, searched: query.text, also: [...new Set(also.flatMap((one) => one.names))],
      words: [...new Set([query, ...also].flatMap((one) => singles(one.tokens)))],
    };
  };

  // -- snippet.py
  const escape = (text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  const marker = (some) => {
    const choices = [...some].sort((a, b) => b.length - a.length).map((key) => /^\p{Nd}+$/u.test(key) ? `0*${[...key].join("[.,]?")}` : escape(key).replace(/\\\./g, "[.,]"));
    const sought = choices.length && new RegExp(`(?<!${L})(?:${choices.join("|")})${END}`, "gu");
    return (text) => {
      text = readable(text);
      const letters = [...text].map((ch) => { const bare = fold(ch.replace(ALIKE, alike)); return bare.length === ch.length ? bare : ch; }).join("");
      const spans = [];
      for (const found of sought ? letters.matchAll(sought) : []) {
        const end = found.index + found[0].length, last = spans[spans.length - 1];
        if (last && found.index - last[1] === 1 && " -/".includes(text[last[1]])) last[1] = end; else spans.push([found.index, end]);
      }
      const parts = [];
      let done = 0;
      for (const [start, end] of spans) {
        if (start > done) parts.push([text.slice(done, start), false]);
        parts.push([text.slice(start, done = end), true]);
      }
      return done < text.length ? [...parts, [text.slice(done), false]] : parts;
    };
  };
  return { readable, tokens, parse, telex, open, search, marker };
})();
