import { isAllWorded } from '../text/worded.ts';
import { type Directory, nameKey } from './directory.ts';

/** 学校, 县直有关部门, 乡镇; 分管领导, 班主任: nobody in particular. Neither is what is no name at all. */
export function isGeneric(name: string): boolean {
  return !isName(name) || GENERIC.test(name) || OFFICE.test(name);
}

/** Whether `name` can be one; prose that stands where a name should is none. */
export function isName(name: string): boolean {
  if (name.length < 2 || name.length > 24) return false;
  const rest = name.replace(MARKS, '');
  return rest === '' || isAllWorded(rest);
}

/** Marks that names have. */
const MARKS = /[（）()〔〕“”·、—-]/gu;
const GENERIC =
  /^(?:本|全)?(?:(?:国|省|市|县|区|州|镇|乡|校|局|中央|驻[市县区镇])(?:级|直|属|域|内|直属)?)?(?:其他|其它|上述|以上|直属|机关|基层|属地|当地|所在|民办|公办)?(?:责任|成员|职能|主管|牵头|配合|教育|行政)*(?:单位|部门|科室|处室|股室|机构|学校|中小学校?|[小中大]学|[初高]中|幼儿园|园所|学区|乡镇|街道|镇街|园区|社区|村|企业|高校|院校|社会组织|行业协会|人民政府|政府|家长|学生|教师|年级|班级|教研组|备课组|专班|工作专班)(?:等)?$/u;
/** `张校长` says less than a name: nobody is listed as that. */
const OFFICE =
  /(?:领导|负责人|责任人|教师|老师|主任|校长|园长|人员|干部|组长|书记|[局科股处县市区镇乡部院站所厅]长|秘书长|委员|主席|同志|本人|法人|代表|成员|班子)$/u;

/** What kind of body a name's end says it is; a directory that lists none of a kind says nothing about it. */
export function classOf(name: string): Class {
  const key = nameKey(name);
  // 县政府办公室 and 市教育局 are bodies of their own, an office without a region is a part of one.
  if (BODY.test(key) || OF_REGION.test(key)) return 'body';
  return CLASSES.find(([, pattern]) => pattern.test(key))?.[0] ?? 'other';
}

/** What bodies of one kind have in common, as far as their names tell. */
export type Class = 'body' | 'school' | 'office' | 'centre' | 'area' | 'other';

const BODY = /(?:[局委厅府]|[市县区省]委.{0,3}部|委员会|总工会|[妇残侨文科]联|联合会|团[市县区]委)$/u;
/** `县委办公室`, `市政府研究室`, `县扶贫办` */
const OF_REGION =
  /^[々〇㐀-鿿𠀀-𲎯]{0,6}?[省市县区州旗](?:(?:纪|政法)?委|人?民?政府|人大|政协|直|[^省市县区州旗级学]{1,6}办(?:公室)?$)/u;
const CLASSES: readonly (readonly [Class, RegExp])[] = [
  ['school', /(?:[中小]学|学校|学院|大学|[一二三四五六七八九十]中|小|幼儿园|幼|[初高]中|中专|职校)$/u],
  ['office', /(?:[科股室处办]|办公室|工会|团委|党委|支部)$/u],
  ['centre', /(?:中心|[站所队馆院园])$/u],
  ['area', /(?:[镇乡村市县区]|街道|学区|社区)$/u],
];

/** The heading under which a directory lists those of a class, in order. */
export const SECTION_HEADINGS: Readonly<Record<'person' | Class | 'group', string>> = {
  person: '局领导',
  office: '机关科室',
  centre: '直属单位',
  school: '学校',
  body: '有关部门',
  area: '乡镇和街道',
  other: '其他单位',
  group: '统称',
};

/** The classes of body that directories list: schools, offices, bodies of their own, centres…. */
export function classesIn(directories: readonly Directory[]): (name: string) => boolean {
  const listed = new Set<Class>();
  for (const { entries } of directories) {
    for (const { kind, name, members } of entries) {
      if (kind === 'unit') listed.add(classOf(name));
      else for (const member of members) listed.add(classOf(member.name));
    }
  }
  return (name) => listed.has(classOf(name));
}
