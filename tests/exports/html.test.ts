import { describe, expect, it } from 'vitest';
import { html } from '../../server/src/core/exports/html.ts';
import { parse } from '../../server/src/core/read/read.ts';

const TEXT = `2026年工作要点
一、重点任务
1.建好<script>alert(1)</script>图书馆。（牵头领导：顾远山；责任单位：办公室；完成时限：6月底前）
2.培训教师。（责任单位：办公室、人事科；完成时限：9月）
`;
const documents = [{ path: 'a.plan', plan: parse(TEXT) }];
const page = String(html.write(documents));

describe('the page', () => {
  it('needs nothing else, and runs nothing that the plan says', () => {
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/https?:\/\/|<link|src=/u);
    expect(page.match(/<script>/gu)).toHaveLength(1);
    expect(page).toContain('&lt;script&gt;alert(1)');
  });

  it('has a row for each task with what it can be filtered by, the load of each unit, and when things are due', () => {
    expect(page.match(/<tr data-/gu)).toHaveLength(2);
    expect(page).toContain('data-unit="|办公室|人事科|" data-leader="|未明确|" data-month="|2026年9月|"');
    expect(page).toMatch(
      /办公室<\/span><span class="track"><i style="width:100\.0%"><\/i><\/span><span class="count">2项/u,
    );
    expect(page.match(/<circle class="due"/gu)).toHaveLength(2);
  });

  it('is printed on A4, by day and by night', () => {
    expect(page).toContain('@page { size: A4');
    expect(page).toContain('prefers-color-scheme: dark');
  });

  it('has a table for each unit where that is asked for', () => {
    expect(String(html.write(documents, { by: 'unit' })).match(/<table>/gu)).toHaveLength(2);
  });

  it('of no tasks is a page all the same', () => {
    expect(String(html.write([]))).toContain('<h1>工作计划</h1>');
  });
});
