import { lineRemovals } from '../../lint/removal.ts';
import type { Rule } from '../../lint/rule.ts';

/** Lines of a web page around the document: buttons, counters, credits of the site. */
export const pageChrome: Rule = {
  id: 'page-chrome',
  severity: 'info',
  authority: { kind: 'practice' },
  summary: {
    zh: '文本里没有网页的按钮、导航和计数。',
    en: 'No buttons, navigation or counters of a web page are left in the text.',
  },
  why: {
    zh: '从网页复制的文件常带上“打印”“字号”“浏览次数”，它们不属于公文。全文只提醒一次。',
    en: 'Text copied from a web page brings along 打印, 字号, 浏览次数, which are no part of the document. It is said once.',
  },
  examples: [
    {
      bad: '青溪县2024年教育工作要点\n⟦• 字号：⟧\n• 打印\n一、重点任务\n1.开放操场。周末向居民开放。\n打印 关闭\n',
      good: '青溪县2024年教育工作要点\n一、重点任务\n1.开放操场。周末向居民开放。\n',
    },
  ],
  check({ text, blocks, folded, lineStarts }, report) {
    const chrome = blocks
      .map(({ span }) => span)
      .filter(({ start, end }) => end - start <= 200 && CHROME.test(folded.slice(start, end)));
    const first = chrome[0];
    if (!first) return;
    report(
      first,
      {
        zh: `文本里有${chrome.length}行网页的按钮、导航或计数。`,
        en: `The text has ${chrome.length} ${chrome.length === 1 ? 'line' : 'lines'} of a web page in it.`,
      },
      {
        fix: {
          title: { zh: '删去这些行', en: 'Remove these lines' },
          kind: 'unsafe',
          edits: lineRemovals(text, lineStarts, chrome),
        },
      },
    );
  },
};

/** `• 字号:`, `打印 关闭`, `浏览次数: 120`, `当前位置: 首页 > 公开`, `Produced By …`; in folded text. */
const CHROME =
  /^(?:[\s*#•|>-]*(?:字号\s*:?.{0,16}$|字体\s*:?.{0,16}$|【字[号体].{0,20}】?$|打\s*印(?:本页)?(?:\s*关\s*闭.{0,6})?$|关\s*闭(?:窗口)?$|分享(?:到)?\s*:?.{0,12}$|收藏$|全屏$|还原$|加大$|减小$|当前位置\s*:|首页\s*>|浏览次数\s*:?|访问量\s*:|Produced By|扫一扫|上一篇|下一篇|无障碍|长者助手|【(?:打印|关闭|字体)|政府信息公开\s*>|【法宝引证码】|(?:\*\*)?原文(?:链接|地址|出处)\s*:|来\s*源\s*:.{0,20}(?:公众号|微信|客户端|发布|网)$|(?:点击|戳|长按).{0,8}(?:阅读原文|二维码|蓝字)|阅读原文$|(?:本报|本台)?(?:记者|通讯员)\s{0,4}[々〇㐀-鿿𠀀-𲎯]{2,4}\s{0,4}(?:摄|供图|摄影)$|(?:图片?|供图|摄影|来源)\s*[:/|]\s*\S{2,12}$))/u;
