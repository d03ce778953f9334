import { lineRemovals } from '../../lint/removal.ts';
import type { Rule } from '../../lint/rule.ts';
import { type Block, type Passage, saying } from '../../plan/block.ts';
import type { Plan } from '../../plan/plan.ts';
import { markOf } from '../../read/outline/numbering.ts';
import { flatMapped } from '../../text/flat.ts';
import { knowing, knowingAt, unnumbered } from '../../text/known.ts';
import { lineOf, type Span } from '../../text/text.ts';
import { isLettered } from '../../text/worded.ts';

/** Lines of a web page around the document: buttons, counters, credits of the site. */
export const pageChrome: Rule = {
  id: 'page-chrome',
  name: { zh: '网页界面文字', en: 'Web page residue' },
  severity: 'info',
  authority: { kind: 'practice' },
  summary: {
    zh: '文本里没有网页的按钮、导航和计数。',
    en: 'No buttons, navigation or counters of a web page are left in the text.',
  },
  why: {
    zh: '从网页、公众号、法规数据库复制的文件常带上“打印”“字号”“浏览次数”“原文链接”，连同夹在其间的短行，都不属于公文。全文只提醒一次。',
    en: 'Text copied from a web page, an account or a database of laws brings along 打印, 字号, 浏览次数, 原文链接 and short lines among them, which are no part of the document. It is said once.',
  },
  examples: [
    {
      bad: '⟦政策原文⟧\n青溪县2024年教育工作要点\n来源：公众号教育观察\n• 字号：\n• |\n• 打印\n一、重点任务\n1.开放操场。周末向居民开放。\n打印 关闭\n',
      good: '青溪县2024年教育工作要点\n一、重点任务\n1.开放操场。周末向居民开放。\n',
    },
  ],
  check(plan, report) {
    const chrome = frameIn(plan);
    const first = chrome[0];
    if (!first) return;
    report(
      first,
      {
        zh: `文本里有${chrome.length}行来自网页，不属于公文。`,
        en: `The text has ${chrome.length} ${chrome.length === 1 ? 'line' : 'lines'} of a web page in it, which ${chrome.length === 1 ? 'is' : 'are'} no part of the document.`,
      },
      {
        fix: {
          title: { zh: '删去这些行', en: 'Remove these lines' },
          kind: 'unsafe',
          edits: lineRemovals(plan, chrome),
        },
        related: chrome.slice(1, 1 + MOST).map((span) => ({
          span,
          message: { zh: '这一行也是。', en: 'This line, too.' },
        })),
      },
    );
  },
};

/** So many other lines are listed. */
const MOST = 20;

/** The lines of the page, in order: what only a page says, and the short lines among and around them. */
function frameIn(plan: Plan): readonly Span[] {
  const { blocks, title } = plan;
  const certain = blocks.map(isCertain);
  if (!certain.includes(true)) return [];
  const own = ownLines(plan);
  const isLoose = (i: number) => {
    const block = blocks[i];
    return block !== undefined && isShort(block) && !own.has(block) && !certain[i];
  };
  const frame = new Set<number>();
  let last: number | undefined;
  for (const [i, is] of certain.entries()) {
    const dated =
      !is && isLoose(i) && isAt(isDay, blocks[i]) && nearBy(certain, i) && !isAt(isLabel, blocks[i - 1]);
    if (!is && !dated) continue;
    const from = last ?? -1;
    // What stands between two lines of a page, or above the first, is of the page, too.
    if (i - from <= GAP && range(from + 1, i).every(isLoose))
      for (const j of range(from + 1, i)) frame.add(j);
    frame.add(i);
    last = i;
  }
  const heading = blocks.findIndex(({ span }) => span.start === title?.span.start);
  const above = [...frame].filter((i) => i < heading).at(-1);
  if (above !== undefined && heading - above <= GAP && range(above + 1, heading).every(isLoose))
    for (const j of range(above + 1, heading)) frame.add(j);
  if (last !== undefined && last > heading && blocks.length - last <= GAP) {
    const behind = range(last + 1, blocks.length);
    if (certain[last] && behind.every(isLoose)) for (const j of behind) frame.add(j);
  }
  return flatMapped(
    [...frame].sort((a, b) => a - b),
    (i) => blocks[i]?.span ?? [],
  );
}

const isCertain = unnumbered(({ text }: Passage) => text.length <= 200 && CHROME.test(text));

/** How many lines of a page stand between two that are certain, and how long they are. */
const GAP = 5;
const LONGEST = 20;

const isShort = unnumbered(({ text }: Passage) => text.length <= LONGEST);
const isLabel = saying(/:$/u);

function isAt(is: (block: Block) => boolean, block: Block | undefined): boolean {
  return block !== undefined && is(block);
}

/** `2026-03-19`, `时间：2026-02-24 10:09` */
const isDay = saying(/^(?:(?:发布)?时间\s?:\s?)?20\d\d-\d\d?-\d\d?(?: \d\d:\d\d(?::\d\d)?)?$/u);

function nearBy(certain: readonly boolean[], i: number): boolean {
  return certain.slice(Math.max(0, i - 2), i + 3).includes(true);
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

const isSaid = knowing(
  ({ raw }: Passage) => /[。；！？|\t《]/u.test(raw) && (isLettered(raw) || /\d/u.test(raw)),
);
const isOf = knowingAt(
  ({ raw }: Passage, _from, _to, title: string) => raw.length > 5 && title.includes(raw),
);

/** Lines that are the document's: its title, wherever it stands, its number, date, issuers and addressees, sentences, rows, labels, numbered text. */
function ownLines(plan: Plan): ReadonlySet<Block> {
  const { blocks, title, documentNumber, date, recipients, issuers, metadata, fields } = plan;
  const spans = flatMapped([title, documentNumber, date, recipients, ...issuers], (one) => one?.span ?? []);
  const labels = metadata.map(({ label }) => label.span);
  const placed = [...spans, ...labels, ...fields.map(({ holder }) => holder)];
  const starts = new Set(flatMapped(placed, ({ start }) => lineOf(plan.lineStarts, start)));
  return new Set(
    blocks.filter(
      (block) =>
        starts.has(lineOf(plan.lineStarts, block.span.start)) ||
        isSaid(block) ||
        (title !== undefined && isOf(block, 0, 0, title.text)) ||
        markOf(block) !== undefined,
    ),
  );
}

/** `• 字号:`, `打印 关闭`, `浏览次数: 120`, `当前位置: 首页 > 公开`, `Produced By …`; in folded text. */
const CHROME =
  /^(?:[\s*#•|>-]*(?:字号\s*:?.{0,16}$|字体\s*:?.{0,16}$|【字[号体].{0,20}】?$|打\s*印(?:本页)?(?:\s*关\s*闭.{0,6})?$|关\s*闭(?:窗口)?$|分享(?:到)?\s*:?.{0,12}$|(?:我的)?收藏(?: {1,4}收藏)?$|下载$|全屏$|还原$|加大$|减小$|当前位置\s*:|首页\s*>|浏览次数\s*:?|访问量\s*:|Produced By|扫一扫|上一篇|下一篇|无障碍|长者助手|【(?:打印|关闭|字体)|政府信息公开\s*>|(?:北大法宝\s{0,4})?【法宝引证码】|政策(?:解读|原文|图解)$|(?:相关(?:报道|链接|文件|稿件|附件)|责任编辑|责编|编辑|审核(?!人\s?:\s?[[【(_])|校对)\s*:?.{0,10}$|.{0,40}(?:公网安备|ICP备\d|网站标识码|版权所有|技术支持\s*:)|(?:高级)?搜索(?:位置)?$|网站(?:地图|首页)$|(?:\*\*)?原文(?:链接|地址|出处)\s*:|来\s*源\s*:.{0,20}(?:公众号|微信|客户端|发布|网)$|(?:点击|戳|长按).{0,8}(?:阅读原文|二维码|蓝字)|阅读原文$|(?:本报|本台)?(?:记者|通讯员)\s{0,4}[々〇㐀-鿿𠀀-𲎯]{2,4}\s{0,4}(?:摄|供图|摄影)$|(?:图片?|供图|摄影|来源)\s*[:/|]\s*\S{2,12}$))/u;
