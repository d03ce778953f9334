import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { isPlanLike } from '../../server/src/core/plan/recognize.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { expectLinear } from '../rules/growth.ts';
import { documents, hasReal, realFolder } from '../rules/texts.ts';

const tasks = ['一、重点任务', '1. 新建幼儿园。在城东新建公办园两所。', '2. 培训园长。组织集中培训。'].join(
  '\n',
);

const plans: Readonly<Record<string, string>> = {
  'a title of the genre': `桐溪县教育局2026年工作要点\n${tasks}`,
  'a title with brackets behind it': `桐溪县教育数字化三年行动计划（试行）\n${tasks}`,
  'a title in two spaces and a mark': `  ## 桐溪县 学校安全整改方案\n${tasks}`,
  'a school and a term': `石桥镇中心小学第二学期教研计划\n${tasks}`,
  'a notice around it': `桐溪县教育局关于印发《2026年师资培训安排》的通知\n各中小学：\n现印发给你们，请认真落实。\n${tasks}`,
  'a page around it': `首页 > 政务公开\n发布日期：2026-01-05 10:09\n标题：桐溪县教育局2026年工作要点\n浏览次数：31\n${tasks}`,
  'no title, but owners': `${tasks.replaceAll('。\n', '。（责任科室：学前教育科）\n')}（责任科室：人事科）`,
  'no title, but an opening': `各中小学：\n为办好学前教育，结合我县实际，提出如下实施意见：\n${tasks}`,
  'a directory': '桐溪县教育局责任单位名录\n一、局领导\n1. 张三（职务：局长）\n二、机关科室\n1. 办公室',
  'all on one line': `桐溪县人民政府关于发展学前教育的意见各中小学：为办好学前教育，现提出以下意见。一、总体要求坚持公益普惠。${'补齐短板，建设一批公办幼儿园。'.repeat(80)}二、重点任务（一）新建幼儿园。在城东新建公办园两所。（二）培训园长。组织集中培训。`,
};

const others: Readonly<Record<string, string>> = {
  nothing: '',
  'a title alone': '桐溪县教育局2026年工作要点',
  'a letter': '亲爱的小李：\n见字如面。明年的工作计划我已经写好了，请你看看。\n祝好！\n张三\n2026年1月5日',
  'a poem': '春日\n小园花发柳初匀，\n燕子归来认旧人。\n一、二、三，四五声，\n隔墙犹唤看花人。',
  'a chat': [
    '张三 2026-01-05 10:09',
    '大家看看学校工作计划',
    '李四 10:11',
    '1. 先改校舍',
    '2. 再开操场',
    '王五 10:12',
    '好的',
  ].join('\n'),
  'a chat of another kind': [
    '[10:09] 张三：学校工作计划',
    '[10:10] 李四：一、改校舍',
    '1. 校舍',
    '2. 操场',
    '[10:12] 王五：好',
  ].join('\n'),
  'a readme':
    'Planlint 使用说明\n检查工作计划\n1. 安装 Node.js 20\n2. 运行 npx planlint check plans/\n3. 看结果',
  'a readme with a plan in it': `校园网管理系统使用手册\n学校工作计划\n${tasks}`,
  'a recipe': '番茄炒蛋的做法\n一、备料\n1. 番茄两个。\n2. 鸡蛋三个。\n二、下锅\n1. 先炒蛋。\n2. 后炒番茄。',
  'a shopping list': '购物清单\n1. 牛奶\n2. 面包\n3. 鸡蛋',
  'minutes of a meeting': `关于师资培训安排的会议纪要\n${tasks}`,
  'a summary alone': `桐溪县教育局2025年工作总结\n${tasks}`,
  'a rule book':
    '桐溪县学校食堂管理办法\n第一条 为规范食堂管理，制定本办法。\n第二条 本办法适用于中小学。\n第三条 校长负责。',
  'a novel': '桐溪县秘密行动计划\n第一章 雨夜\n雨下了一整夜。\n第二章 来客\n门开了。\n第三章 远行\n他走了。',
  code: '# 桐溪县教育局2026年工作计划\nimport sys\n# 1. read the file\nfor line in open(sys.argv[1]):\n    print(line)\n# 2. done\n',
  'a log':
    '2026-01-05 10:09:30 INFO start\n2026-01-05 10:09:31 INFO 1. read\n2026-01-05 10:09:32 ERROR 2. stop\n',
  'a table of numbers': '姓名,语文,数学\n张三,95,88\n李四,90,99\n王五,77,80\n',
  'an English plan': 'Work plan for 2026\n1. Build a school. By May.\n2. Train teachers. By June.\n',
  'English instructions': '# planlint\n\n## Plan\n1. Install it.\n2. Run it.\n\n一、二\n',
};

describe('a text whose name says nothing', () => {
  it.each(Object.entries(plans))('is a plan: %s', (_, text) => {
    expect(isPlanLike(parse(text))).toBe(true);
    expect(isPlanLike(parse(text.replaceAll('\n', '\r\n')))).toBe(true);
  });

  it.each(Object.entries(others))('is no plan: %s', (_, text) => {
    expect(isPlanLike(parse(text))).toBe(false);
    expect(isPlanLike(parse(text.replaceAll('\n', '\r\n')))).toBe(false);
  });

  it('is a plan where it is one of ours', () => {
    const own = documents().filter(([name]) => name.startsWith('plans/'));
    expect(own.length).toBeGreaterThan(9);
    expect(own.filter(([, text]) => !isPlanLike(parse(text))).map(([name]) => name)).toEqual([]);
  });

  describe.runIf(hasReal)('among real documents', () => {
    const read = (folder: string) =>
      globSync(`${folder}/*.txt`, { cwd: realFolder, absolute: true }).map((path) =>
        parse(readFileSync(path, 'utf8')),
      );

    it('is a plan where a person calls it one', () => {
      expect(read('seeds').map(isPlanLike)).toEqual([true, true, true, true, true]);
      const corpus = read('corpus');
      // The title says what kind it is: 要点, 计划, 方案 …, also behind 印发 and before a bracket.
      const genre =
        /(?:要点|计划|方案|行动|分工|任务|清单|台账|安排)(?:[（(][^（）()]*[）)])?(?:》的通知)?$/u;
      const called = corpus.filter(({ title }) => genre.test(title?.text ?? ''));
      expect(called.length).toBeGreaterThan(60);
      // One is a notice that issues a list of matters and has no items at all; one is all prose below its headings.
      expect(called.filter((plan) => !isPlanLike(plan)).length).toBeLessThanOrEqual(2);
      // Notices, long-term plans and rule books are in the corpus, too: 33 of 185 are not taken for plans.
      expect(corpus.filter(isPlanLike).length).toBeGreaterThanOrEqual(152);
    });

    it('is a plan without its title where its tasks say who', () => {
      const bare = read('seeds').map(({ text, title }) => parse(text.slice((title?.span.end ?? 0) + 1)));
      expect(bare.filter(isPlanLike).length).toBeGreaterThanOrEqual(2);
    });
  });

  it('takes time that grows with the text', () => {
    for (const make of [(n: number) => '（'.repeat(n), (n: number) => `1. ${'10:09 '.repeat(n)}\n2. 二`]) {
      expectLinear(8000, (n) => {
        const plan = parse(make(n));
        return () => isPlanLike(plan);
      });
    }
  });
});
