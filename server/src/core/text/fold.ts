import { once } from './memo.ts';
import { radicalFor } from './radicals.ts';

/**
 * `text` for patterns to run on: every character with a one-unit compatibility form (Unicode NFKC) replaced by it, so
 * that full-width marks, odd spaces and Kangxi radicals compare equal, and spaces without width by one; the traditional characters of labels and
 * headings by simplified ones; pictures (📌, ✅) by a bullet; HTML entities by what they
 * stand for. Offsets stay valid: the length is the same.
 */
export function fold(text: string): string {
  const known = foldable();
  let folded = '';
  let done = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (known[code] === 0) continue;
    const isPicture = code >= FIRST_PICTURE && code <= LAST_PICTURE;
    // 🔟 is a number, as 1️⃣ is.
    if (isPicture && text.startsWith('🔟', i)) continue;
    folded += text.slice(done, i) + foldOne(text.charAt(i));
    done = i + 1;
    if (!isPicture || !SECOND_HALF.test(text.charAt(done))) continue;
    folded += '•';
    i = done;
    done += 1;
  }
  folded = done === 0 ? text : folded + text.slice(done);
  return folded.includes('&') ? folded.replace(ENTITY, foldEntity) : folded;
}

/**
 * `text` as a name: no spaces inside, look-alike Han characters replaced, other forms kept as written. A radical stands
 * for a traditional character where `around`, the text that the name stands in, is traditional.
 */
export function nameText(text: string, around = text): string {
  const known = text.includes('&') ? text.replace(ENTITY, (entity, name) => ENTITIES[name] ?? entity) : text;
  const name = known.replace(/\s+/gu, '');
  if (name.search(LOOK_ALIKE_HAN) < 0) return name;
  const traditional = isTraditional(around);
  return name.replace(
    LOOK_ALIKE_HAN,
    (character) => radicalFor(character, traditional) ?? foldOne(character),
  );
}

/** Whether `text` is written in traditional characters, as far as those show that labels and headings are made of. */
export function isTraditional(text: string): boolean {
  const traditional = text.match(traditionalOnly())?.length ?? 0;
  return traditional > 0 && traditional > (text.match(simplifiedOnly())?.length ?? 0);
}

const LOOK_ALIKE_HAN = /[\u2E80-\u2FDF\uF900-\uFAFF]/gu;

function foldOne(character: string): string {
  const code = character.charCodeAt(0);
  // What has no width parts words as a space does.
  if (code === 0x3000 || code === 0x200b) return ' ';
  // Full-width forms of ASCII, nearly all there is to fold, stand in its order.
  if (code > 0xff00 && code < 0xff5f) return ASCII[code - 0xff01] ?? character;
  const known = radicalFor(character, false) ?? LOOK_ALIKES[character] ?? SIMPLIFIED[character];
  if (known) return known;
  if (code >= FIRST_PICTURE && code <= LAST_PICTURE) return '•';
  const form = character.normalize('NFKC');
  // A look-alike of a traditional character (⾨, 門) is one as well.
  return form.length === 1 ? (SIMPLIFIED[form] ?? form) : character;
}

const ASCII = Array.from({ length: 94 }, (_, i) => String.fromCharCode(0x21 + i));

/** `&nbsp;` and its like, which a web page left in the text. */
const ENTITY = /&(nbsp|ensp|emsp|quot|ldquo|rdquo|lsquo|rsquo|middot|mdash|ndash|hellip|amp|lt|gt);/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  middot: '·',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  amp: '&',
  lt: '<',
  gt: '>',
};

/** What an entity stands for, filled up to its length: a space with spaces, another character with nothing visible. */
function foldEntity(entity: string, name: string): string {
  const character = ENTITIES[name] ?? '&';
  return character.padEnd(entity.length, character === ' ' ? ' ' : '\u034F');
}

/** Traditional characters that labels, headings, verbs and titles are made of, each before its simplified one. */
const TRADITIONAL =
  '牽牵頭头領领導导責责單单門门處处協协辦办負负與与參参時时間间結结擬拟進进實实聯联電电話话監监備备說说縣县區区學学務务總总' +
  '體体標标則则組组織织開开況况題题問问績绩發发劃划計计規规點点議议見见項项報报錄录綱纲員员會会關关機机構构團团園园館馆廳厅' +
  '鄉乡鎮镇業业現现據据隊队場场職职權权專专術术將将應应屬属級级設设質质華华長长貫贯產产師师資资東东黨党為为爲为來来個个動动續续' +
  '強强環环當当內内維维護护別别擔担執执統统籌筹認认積积極极還还從从盡尽適适經经訊讯議议項项舉举態态礎础齊齐徵征評评價价廣广號号' +
  '預预節节確确編编婦妇殘残兒儿畫划賬账帳账臺台層层審审調调書书紀纪檢检財财軍军醫医農农選选僑侨';

const SIMPLIFIED: Readonly<Record<string, string>> = simplified();

function simplified(): Record<string, string> {
  const found: Record<string, string> = {};
  for (let i = 0; i < TRADITIONAL.length; i += 2) found[TRADITIONAL.charAt(i)] = TRADITIONAL.charAt(i + 1);
  return found;
}

const traditionalOnly = once(() => new RegExp(`[${Object.keys(SIMPLIFIED).join('')}]`, 'gu'));
const simplifiedOnly = once(() => new RegExp(`[${Object.values(SIMPLIFIED).join('')}]`, 'gu'));

/**
 * For every code unit 1 where there may be something to fold: Latin-1 and general spaces, radicals, CJK compatibility,
 * full-width forms, traditional characters. A pattern of so many ranges is slow.
 */
const foldable = once(() => {
  const known = new Uint8Array(0x10000);
  for (const [first, last] of RANGES) known.fill(1, first, last + 1);
  for (const character of [...Object.keys(SIMPLIFIED), ...Object.keys(LOOK_ALIKES)])
    known[character.charCodeAt(0)] = 1;
  return known;
});

/** The halves with which pictures begin; none of them begins a Han character. */
const [FIRST_PICTURE, LAST_PICTURE] = [0xd83c, 0xd83e];

const SECOND_HALF = /[\uDC00-\uDFFF]/;

const RANGES: readonly (readonly [first: number, last: number])[] = [
  [0xa0, 0xa0],
  [0x2000, 0x200b],
  [0x2024, 0x2024],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x2e80, 0x2fdf],
  [0x3000, 0x3000],
  [FIRST_PICTURE, LAST_PICTURE],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe6f],
  [0xff00, 0xffef],
];

/** The sign of a ratio, typed for a colon; pictures of one unit; what makes a picture of a sign. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '∶': ':',
  ...Object.fromEntries([...'✅❌❗❓⭐⭕✨✍☎⏰⏳➡⚠☀❤☑⛔⚡'].map((picture) => [picture, '•'])),
  '\u{FE0F}': ' ',
};
