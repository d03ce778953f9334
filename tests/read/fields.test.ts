import { describe, expect, it } from 'vitest';
import { parse } from '../../server/src/core/read/read.ts';
import { render } from './render.ts';

describe('fields', () => {
  it('keep their labels as written, and where they stand', () => {
    const text = '1.抓好閱讀。（牽 頭 領導：周晓）';
    const [field] = parse(text).fields;
    expect(field?.label?.text).toBe('牽頭領導');
    expect(text.slice(field?.label?.span.start, field?.label?.span.end)).toBe('牽 頭 領導');
    expect(text.slice(field?.holder.start, field?.holder.end)).toBe('（牽 頭 領導：周晓）');
    expect(text.slice(field?.value.start, field?.value.end)).toBe('周晓');
  });

  it('take labels of the settings', () => {
    const labels = { lead: ['挂帅领导'], unit: ['主辦處'] };
    const plan = parse('1.抓好阅读。（挂帅领导：周晓；主办处：教务处）', { labels });
    expect(render(plan)).toBe('1 抓好阅读  牵 @周晓  责 教务处');
  });

  it('are statements of persons, too', () => {
    const [task] = parse('1.抓好阅读。（张明、李红负责，办公室配合）').tasks;
    expect(task?.units.map(({ name }) => name)).toEqual(['张明', '李红']);
    expect(task?.support.map(({ name }) => name)).toEqual(['办公室']);
  });

  it('are no last words of those whom a letter is for', () => {
    const address = '局属各单位，各区教育局、住房（园林）主管部门：';
    expect(parse(`青河市2026年绿化工作方案\n${address}\n现将方案印发给你们。\n1.种树。`).fields).toEqual([]);
    // An empty field behind a bracket is one all the same where an item is to be done.
    expect(parse('1.改造食堂（二期）。责任单位：\n2.改造操场（一期）责任单位：').fields).toHaveLength(2);
  });
});
