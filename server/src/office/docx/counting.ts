/** A number as Word writes it in a numbering format (ECMA-376, 17.18.59); formats of other scripts count in digits. */
export function counted(value: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
    case 'koreanCounting':
      return inChinese(value, '〇一二三四五六七八九', '十百千万').replace(/^一十/u, '十');
    case 'chineseLegalSimplified':
      return inChinese(value, '零壹贰叁肆伍陆柒捌玖', '拾佰仟万');
    case 'ideographLegalTraditional':
      return inChinese(value, '零壹貳參肆伍陸柒捌玖', '拾佰仟萬');
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return String(value).replace(/\d/gu, (digit) => '〇一二三四五六七八九'.charAt(Number(digit)));
    case 'ideographTraditional':
      return from('甲乙丙丁戊己庚辛壬癸', value);
    case 'ideographZodiac':
      return from('子丑寅卯辰巳午未申酉戌亥', value);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return circled(value);
    case 'decimalEnclosedParen':
      return value <= 20 ? String.fromCodePoint(0x2474 + value - 1) : `（${value}）`;
    case 'decimalEnclosedFullstop':
      return value <= 20 ? String.fromCodePoint(0x2488 + value - 1) : `${value}.`;
    case 'ideographEnclosedCircle':
      return value <= 10 ? String.fromCodePoint(0x3280 + value - 1) : String(value);
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/gu, (digit) => String.fromCharCode(0xff10 + Number(digit)));
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'upperLetter':
      return letter(value, 'A');
    case 'lowerLetter':
      return letter(value, 'a');
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'none':
      return '';
    default:
      return String(value);
  }
}

/** 105 → 一百零五; zeros between are said once. */
function inChinese(value: number, digits: string, units: string): string {
  if (value === 0) return digits.charAt(0);
  const zero = digits.startsWith('〇') ? '零' : digits.charAt(0);
  if (value >= 10_000) {
    const rest = value % 10_000;
    const tail = rest === 0 ? '' : `${rest < 1000 ? zero : ''}${inChinese(rest, digits, units)}`;
    return `${inChinese(Math.floor(value / 10_000), digits, units)}${units.charAt(3)}${tail}`;
  }
  let text = '';
  let gap = false;
  for (const [i, digit] of [...String(value)].entries()) {
    const place = String(value).length - 1 - i;
    if (digit === '0') {
      gap = text !== '';
      continue;
    }
    text += `${gap ? zero : ''}${digits.charAt(Number(digit))}${place > 0 ? units.charAt(place - 1) : ''}`;
    gap = false;
  }
  return text;
}

function from(characters: string, value: number): string {
  return characters.charAt((value - 1) % characters.length);
}

/** ① to ㊿, as Unicode has them in three places. */
function circled(value: number): string {
  if (value < 1 || value > 50) return `（${value}）`;
  const start = value <= 20 ? 0x2460 - 1 : value <= 35 ? 0x3251 - 21 : 0x32b1 - 36;
  return String.fromCodePoint(start + value);
}

/** Z is followed by AA, BB, as Word counts. */
function letter(value: number, first: string): string {
  const index = (value - 1) % 26;
  const times = Math.min(10, Math.floor((value - 1) / 26) + 1);
  return String.fromCharCode(first.charCodeAt(0) + index).repeat(times);
}

function roman(value: number): string {
  let [rest, text] = [Math.min(value, 3999), ''];
  for (const [amount, sign] of ROMAN) {
    while (rest >= amount) {
      text += sign;
      rest -= amount;
    }
  }
  return text;
}

const ROMAN: readonly (readonly [number, string])[] = [
  ...([
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
  ] as const),
  ...([
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const),
];
