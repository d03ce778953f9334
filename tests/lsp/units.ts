/** Where a plan and the directory of its units stand in tests of what leads from the one to the other. */
export const FOLDER = 'file:///plans';
export const PLAN = `${FOLDER}/2026.plan`;
export const DIRECTORY = `${FOLDER}/units.plan`;
export const UNITS =
  '青河县教育局责任单位名录\n一、科室\n1. 县教育局\n2. 办公室（又称：综合办；上级：县教育局）\n3. 人事科（上级：县教育局）';
