import { describe, expect, it } from 'vitest';
import { type Directory, doubles } from '../../server/src/core/people/directory.ts';
import { isSame, resolveName, similarNames } from '../../server/src/core/people/names.ts';
import { soaking } from '../rounds.ts';
import { expectGrowth, expectLinear } from '../rules/growth.ts';
import { directory } from './read.ts';

const text = [
  '溪口县教育局责任单位名录',
  '一、局领导',
  '1. 安平（职务：局长；分管：办公室）',
  '2. 许知远（职务：副局长；分管：人事科）',
  '二、机关科室',
  '1. 办公室（又称：党政办；负责人：秦立；上级：县教育局）',
  '2. 人事科（曾用名：人事股；分管领导：许知远）',
  '3. 教师发展中心（简称：教发中心、师训中心）',
  '4. 工会',
  '三、有关部门',
  '1. 溪口县财政局',
  '2. 县人社局',
  '3. 文旅局',
  '4. 县委宣传部',
  '四、学校',
  '1. 各中小学（包括：一中、二中、城关小学）',
  '2. 各幼儿园',
  '3. 有关学校',
].join('\n');

const own = directory(text);

/** What `name` leads to: how, and the words there. */
function found(name: string, directories = [own], source = text): string | undefined {
  const resolved = resolveName(directories, name);
  return resolved && `${resolved.by} ${source.slice(resolved.span.start, resolved.span.end)}`;
}

describe('a name', () => {
  it.each([
    ['办公室', 'name 办公室'],
    ['党政办', 'alias 党政办'],
    ['人事股', 'alias 人事股'],
    ['教发中心', 'alias 教发中心'],
    ['办 公　室', 'name 办公室'],
    ['安 平', 'name 安平'],
    ['⼯会', 'name 工会'],
    ['ＡＢ科', undefined],
    // With and without a region, both ways.
    ['财政局', 'prefix 溪口县财政局'],
    ['县财政局', 'prefix 溪口县财政局'],
    ['人社局', 'prefix 县人社局'],
    ['溪口县人社局', 'prefix 县人社局'],
    ['县文旅局', 'prefix 文旅局'],
    ['溪口县文旅局', 'prefix 文旅局'],
    ['局办公室', 'prefix 办公室'],
    ['市财政局', undefined],
    ['石桥县财政局', undefined],
    ['市人社局', undefined],
    ['宣传部', undefined],
    // A department behind its parent, or behind the body whose directory it is.
    ['县教育局办公室', 'parent 办公室'],
    ['溪口县教育局办公室', 'parent 办公室'],
    ['教育局人事科', 'parent 人事科'],
    ['溪口县教育局党政办', 'parent 办公室'],
    ['市教育局办公室', undefined],
    ['县财政局办公室', undefined],
    ['社区办公室', undefined],
    // Groups, what they are made of, and whom units mention.
    ['各中小学', 'name 各中小学'],
    ['全县各中小学', 'prefix 各中小学'],
    ['各中小学校', 'prefix 各中小学'],
    ['中小学', 'prefix 各中小学'],
    ['幼儿园', 'prefix 各幼儿园'],
    ['有关学校', 'name 有关学校'],
    ['有关中小学', undefined],
    ['有关幼儿园', undefined],
    ['一中', 'member 一中'],
    ['秦立', 'head 秦立'],
    ['教师发展中心（师训中心）', 'name 教师发展中心'],
    ['', undefined],
    ['公'.repeat(100), undefined],
  ])('%s leads to %s', (name, expected) => {
    expect(found(name)).toBe(expected);
  });

  it('leads to a person, not to where a unit mentions them', () => {
    expect(found('许知远')).toBe('name 许知远');
  });

  it('means nobody where two could be meant', () => {
    const two = directory('责任单位名录\n1. 溪口县教育局\n2. 石桥县教育局');
    expect(resolveName([two], '教育局')).toBeUndefined();
    expect(resolveName([two], '县教育局')).toBeUndefined();
    expect(resolveName([two], '石桥县教育局')?.entry.order).toBe(1);
  });

  it('means the longest that fits where a body and its like are there', () => {
    const two = directory('责任单位名录\n1. 教育局\n2. 县教育局');
    expect(resolveName([two], '溪口县教育局')?.entry.order).toBe(1);
  });

  it.each(['城市管理局', '学区管理办', '社区教育科', '园区办公室', '县直机关工委', '乡镇教育办'])(
    '%s is no body with a region before it',
    (name) => {
      const rest = [...name].map((_, i) => name.slice(i)).filter(({ length }) => length > 1);
      const others = directory(
        `责任单位名录\n${rest
          .slice(1)
          .map((one, i) => `${i + 1}. ${one}`)
          .join('\n')}`,
      );
      expect(resolveName([others], name)?.entry.name).toBeUndefined();
    },
  );
});

describe('several directories', () => {
  const near = directory('责任单位名录\n1. 办公室（简称：办）\n2. 教科室', 'near.units.plan');

  it('are asked in turn, each way of finding first everywhere', () => {
    expect(resolveName([near, own], '办公室')?.directory.path).toBe('near.units.plan');
    expect(resolveName([own, near], '办公室')?.directory.path).toBe('x.units.plan');
    expect(resolveName([near, own], '人事科')?.directory.path).toBe('x.units.plan');
    expect(resolveName([near, own], '教科室')?.directory.path).toBe('near.units.plan');
    expect(resolveName([], '办公室')).toBeUndefined();
  });
});

describe('faulty directories', () => {
  it('give the first of two entries with one name', () => {
    const twice = directory('责任单位名录\n1. 办公室（负责人：秦立）\n2. 人事科\n3. 办 公 室');
    expect(resolveName([twice], '办公室')?.entry.order).toBe(0);
    expect(doubles(twice).map(([name, entries]) => [name, entries.map(({ order }) => order)])).toEqual([
      ['办公室', [0, 2]],
    ]);
  });

  it('give the entry with a name before one with it as an alias', () => {
    const both = directory('责任单位名录\n1. 教师中心（简称：教研室）\n2. 教研室');
    expect(resolveName([both], '教研室')).toMatchObject({ by: 'name', entry: { order: 1 } });
    expect(doubles(both)).toHaveLength(1);
  });

  it('do not count an alias twice that an entry has twice', () => {
    const same = directory('责任单位名录\n1. 教师中心（简称：教研室、教研室；又称：教师中心）');
    expect(doubles(same)).toEqual([]);
    expect(resolveName([same], '教师中心')?.by).toBe('name');
  });

  it('may have 上级 in a circle', () => {
    const circle = directory('责任单位名录\n1. 甲中心（上级：乙中心）\n2. 乙中心（上级：甲中心）');
    expect(resolveName([circle], '乙中心甲中心')).toMatchObject({ by: 'parent', entry: { name: '甲中心' } });
  });

  it('may be empty', () => {
    expect(resolveName([directory('责任单位名录')], '办公室')).toBeUndefined();
    expect(similarNames([directory('责任单位名录')], '办公室')).toEqual([]);
  });
});

describe('what two names were found to be', () => {
  const same = (a: string, b: string) => isSame(resolveName([own], a)!, resolveName([own], b)!);

  it.each([
    ['办公室', '党政办', true],
    ['办公室', '县教育局办公室', true],
    ['办公室', '人事科', false],
    ['一中', '各中小学', false],
    ['一中', '二中', false],
    ['一中', '一 中', true],
    ['秦立', '办公室', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(same(a, b)).toBe(expected);
    expect(same(b, a)).toBe(expected);
  });
});

describe('names that a slip may have meant', () => {
  it.each([
    ['教师发展重心', ['教师发展中心']],
    ['教师展发中心', ['教师发展中心']],
    ['教师发展心', ['教师发展中心']],
    ['教发中新', ['教发中心']],
    ['人事处', ['人事科']],
    ['人事', []],
    ['许志远', ['许知远']],
    ['平安', ['安平']],
    // Whoever shares one of two characters is somebody else.
    ['安康', []],
    ['信息中心', []],
    // A number, a side or a region tells bodies apart.
    ['石桥县财政局', []],
    ['市人社局', []],
    ['二中', []],
    ['党政办', []],
    ['职教科', []],
    ['许知三', ['许知远']],
    ['徐知远', []],
    // Bodies of a few characters share most of them with others.
    ['县文社局', []],
    ['文体局', []],
    ['县委组织部', []],
    ['教师管理中心', []],
    ['教师发展服务中心', ['教师发展中心']],
    ['县委宣部', ['县委宣传部']],
    ['办公', []],
    ['', []],
  ])('%s: %j', (name, expected) => {
    const similar = similarNames([own], name);
    expect(similar).toEqual(expected);
  });

  it('are those of the entries that fit', () => {
    expect(similarNames([own], '许志远', ({ kind }) => kind === 'unit')).toEqual([]);
  });

  it('are three at most, the nearest first', () => {
    const many = directory(
      '责任单位名录\n1. 城关实验幼儿园\n2. 城关实验幼儿院\n3. 城关实验幼儿原所\n4. 城关实验区幼儿原\n5. 城关完小',
    );
    expect(similarNames([many], '城关实验幼儿原')).toEqual([
      ...['城关实验区幼儿原', '城关实验幼儿原所', '城关实验幼儿园'],
    ]);
  });
});

describe('a directory of many entries', () => {
  const huge = (n: number) => {
    const lines = Array.from({ length: n }, (_, i) =>
      [
        ...(i % 500 === 0 ? [`（${'一二三四五六七八九十'[(i / 500) % 10]}）学校`] : []),
        `${(i % 500) + 1}. 溪口县第${i}中学（简称：${i}中；上级：县教育局）`,
      ].join('\n'),
    );
    return `溪口县教育局责任单位名录\n一、学校\n${lines.join('\n')}`;
  };

  it('is read in time that grows with it', () => {
    expectLinear(soaking ? 1000 : 400, (n) => {
      const source = huge(n);
      return () => directory(source);
    });
  });

  it('resolves names in time that does not', () => {
    const size = soaking ? 20_000 : 8_000;
    const read = directory(huge(size));
    expect(read.entries).toHaveLength(size);
    expect(resolveName([read], `${size - 1}中`)?.entry.order).toBe(size - 1);
    const names = [
      '第77中学',
      '县第77中学',
      '县教育局第77中学',
      '没有的学校',
      '中学',
      '第二十一幼儿园办公室',
    ];
    // Four times the entries, the same names: had this to look at all entries, it would take four times as long.
    const asked = (of: Directory) => () => {
      for (const name of names) resolveName([of], name);
    };
    expectGrowth(2.5, asked(directory(huge(size / 4))), asked(read));
  });

  it('of one name resolves it as fast', () => {
    expectLinear(500, (n) => {
      const one = directory(
        `责任单位名录\n${Array.from({ length: n }, (_, i) => `${i + 1}. 办公室`).join('\n')}`,
      );
      return () => {
        for (let i = 0; i < n; i += 1) resolveName([one], '办公室');
      };
    });
  });
});
