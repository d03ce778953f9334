import { describe, expect, it } from 'vitest';
import { roleByShape } from '../../server/src/core/read/fields/label-shapes.ts';
import { labelsIn, labelsWith, roleOfLabel } from '../../server/src/core/read/fields/labels.ts';

const labels = labelsWith();

/** Labels by what they mean, whoever thought of them. */
const roles = {
  lead:
    '牵头单位 牵头考核单位 牵头负责单位 牵头及责任单位 牵头和责任单位 牵头/责任单位 牵头(责任)单位 责任人员 牵头落实站所 市级牵头部门 局内牵头处室 主办科室 ' +
    '牵头县领导 包抓县级领导 挂包领导 联系领导 督办领导 分管副校长 责任领导和单位 牵头责任人 责任单位负责人 单位责任人 第一责任人 负责同志 ' +
    '包案领导 包联领导 领办领导 认领领导 领衔领导 包片领导 责任党组成员 责任督学 活动负责人 责任者',
  unit:
    '责任单位 责任(牵头)单位 属地责任单位 共同责任单位 落实责任单位 责任落实单位 具体承办单位 组织单位 组织实施单位 完成单位 主管部门 包抓部门 整改责任单位 ' +
    '县直责任单位 责任乡镇 责任镇 责任科 责任年级 责任主体 责任单位及责任人 责任部室 责任室 责任部处 ' +
    '责任庭室 承办庭室 责任工委 承办工委 责任专委会 承办专委会 责任委 责任委局 责任分公司 责任子公司 责任病区 责任监区 责任工区 责任班组 责任研究室 责任庭 责任业务部 ' +
    '责任大队 责任中队 责任支队 责任分局 责任中心 责任办 责任所 责任方 责任条线 责任校 承接单位 归口管理部门 责任单位及完成时限 完成时间/责任科室',
  support:
    '配合单位 配合责任单位 协同配合站所 参与学校 协助部门 支持单位 指导单位 督办单位 协管领导 会办科室',
  deadline:
    '完成时限 预计完成时间 整改期限 工作时限 任务期限 完成节点 时间要求 实施时间 竣工时间 完成月份 年度时限 时间进度 进度计划 办理期程 期程 辦結時限 化解时限 完工时间 预计完工日期',
  other:
    '联系人 联络员 联系科室 联系电话 监督电话 验收单位 监督单位 考核部门 填报单位 办理完成时限 办理时限 经费来源 参加对象 ' +
    '组织领导 组织机构 组织部门 主要领导 领导小组 建设单位 支持企业 执行科 培训时间 开展时间 启动时间 实施期限 工作进度 时间 计划完成 责任 牵头 局领导 科室 班子成员 科室负责人',
} as const;

describe('a label', () => {
  it.each(Object.entries(roles))('means %s by its shape', (role, words) => {
    const read = words.split(' ').map((label) => [label, roleOfLabel(labels, label)]);
    expect(read).toEqual(words.split(' ').map((label) => [label, role]));
  });

  it('that everybody uses means what its shape says', () => {
    const known = [...labels.given].filter(([label]) => !/[a-z]/u.test(label));
    expect(known.length).toBeGreaterThan(10);
    expect(known).toEqual(known.map(([label]) => [label, roleByShape(label)]));
  });

  it.each([
    ['牵头/责任单位:甲', '牵头/责任单位'],
    ['责任领导、责任单位:甲', '责任领导、责任单位'],
    ['甲、责任单位:乙', '责任单位'],
    ['牵 头 考 核 单 位 :甲', '牵头考核单位'],
    ['压缩办理完成时限:五天', undefined],
    ['【包抓领导】甲', '包抓领导'],
  ])('is found in %s', (text, label) => {
    expect(labelsIn(text, 0, text.length, labels)[0]?.label).toBe(label);
  });
});
