/**
 * The character that a CJK or Kangxi radical stands for; undefined for any other character, and for the few radicals
 * whose character takes two UTF-16 units, so that offsets stay valid. PDF exports write ⼾ and ⾭ in simplified texts,
 * where 戶 and 靑 do not occur: there they are 户 and 青. `traditional`: the text is written in traditional characters.
 */
export function radicalFor(character: string, traditional: boolean): string | undefined {
  const code = character.charCodeAt(0);
  const known =
    code >= KANGXI_FROM ? KANGXI[code - KANGXI_FROM] : code >= CJK_FROM ? CJK[code - CJK_FROM] : undefined;
  if (known === undefined || known === NONE) return undefined;
  return traditional ? known : (SIMPLIFIED[known] ?? known);
}

const CJK_FROM = 0x2e80;
const KANGXI_FROM = 0x2f00;

/** Stands in the tables for a radical without a character of one unit. */
const NONE = '·';

/**
 * U+2E80 to U+2EF3 in order, after Unicode's EquivalentUnifiedIdeograph.txt (Unicode 14.0). A radical that is only
 * part of characters keeps the form that the part has: ⺡ is 氵.
 */
const CJK =
  '·厂乛乚乙亻冂·刀刂卜㔾小小兀尣尢·巳幺彑彐忄心扌攵·旡日月歺母民氵氺灬爫爫丬牛犭王·目示礻·糹纟罓罒㓁冗·' +
  '羊··耂肀聿肉·艹艹艹虎衤覀西见角·讠贝·车辶辶辶邑钅長镸长门·阝雨青韦页风飞食·飠饣·马骨鬼鱼鸟卤麦黄黾斉' +
  '齐歯齿竜龙龜亀龟';

/** U+2F00 to U+2FD5 in order, after the same table, which here agrees with NFKC. */
const KANGXI =
  '一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴' +
  '廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿' +
  '目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵' +
  '邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠';

/** Traditional characters in the tables, each with its simplified one. */
const SIMPLIFIED: Readonly<Record<string, string>> = {
  ...{
    戶: '户',
    見: '见',
    貝: '贝',
    車: '车',
    長: '长',
    門: '门',
    靑: '青',
    韋: '韦',
    頁: '页',
    風: '风',
    飛: '飞',
  },
  ...{
    馬: '马',
    魚: '鱼',
    鳥: '鸟',
    鹵: '卤',
    麥: '麦',
    黃: '黄',
    黽: '黾',
    齊: '齐',
    齒: '齿',
    龍: '龙',
    龜: '龟',
  },
  鬥: '斗',
};
