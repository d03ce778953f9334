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

  it('go on behind a comma with a day, where an item goes on with its label', () => {
    const text = '1.检修线路，责任部门：运检部，6月底前完成；\n2.检修杆塔，责任人：周晓，及时整改。';
    expect(parse(text).tasks.map(({ deadline }) => deadline?.text)).toEqual(['6月底前完成', undefined]);
  });

  it('name a person behind 负责人, and nobody where 有 stands for 由', () => {
    const [one, other, last] = parse(
      '1.检修线路。（责任人：运检部负责人周晓）\n2.布置校史馆。（展厅布置有后勤组负责）\n3.清查林地。（县国有林场、青河有限公司负责）',
    ).tasks;
    expect(one?.leads.map(({ name }) => name)).toEqual(['周晓']);
    expect(other?.units).toEqual([]);
    expect(last?.units.map(({ name }) => name)).toEqual(['县国有林场', '青河有限公司']);
  });

  it('have no last day where a month has lost its 月', () => {
    const [task] = parse('云溪县2026年工作要点\n1.晨读。（完成时限：2026年6底前）').tasks;
    expect(task?.deadline?.end).toBeUndefined();
  });

  it('are no last words of those whom a letter is for', () => {
    const address = '局属各单位，各区教育局、住房（园林）主管部门：';
    expect(parse(`青河市2026年绿化工作方案\n${address}\n现将方案印发给你们。\n1.种树。`).fields).toEqual([]);
    // An empty field behind a bracket is one all the same where an item is to be done.
    expect(parse('1.改造食堂（二期）。责任单位：\n2.改造操场（一期）责任单位：').fields).toHaveLength(2);
  });

  it('are no headings and titles that speak of who does what', () => {
    const heading = parse('云溪县2026年工作方案\n二、 任务分工：县教育局、县财政局\n1.建校。\n2.扩班。');
    expect(heading.fields).toEqual([]);
    expect(heading.tasks.map(({ title }) => title)).toEqual(['建校', '扩班']);
    const [item] = parse('云溪县2026年工作方案\n1. 任务分工：县教育局牵头，县财政局配合。').tasks;
    expect(item?.title).toBe('任务分工');
  });

  it('are no lists of members', () => {
    const members = '一、组织机构\n组长：周晓\n县领导：林遥、方青\n二、参加人员\n班子成员：周晓、林遥';
    expect(parse(`云溪县2026年检查方案\n${members}\n三、检查内容\n1.检查台账。`).fields).toEqual([]);
  });
});
