import { describe, it } from 'vitest';
import { sampled, soaking } from '../rounds.ts';
import { expectLinear } from '../rules/growth.ts';
import { shapes } from './shapes.ts';
import { workOn } from './work.ts';

/** In characters; what grows with the square takes ten times as long as it may on four times as much. */
const SIZE = 4000;
const names = Object.keys(workOn('2026年工作要点\n一、工作\n1.甲。'));

describe('what is asked of a text grows no faster than it', () => {
  // In `npm test` another part of the shapes for each feature, so that all are looked at somewhere.
  it.each(sampled(Object.entries(shapes), 12))('%s', (_, shape) => {
    const [small, large] = [workOn(shape(SIZE)), workOn(shape(4 * SIZE))];
    for (const name of names) {
      const work = (n: number) => () => {
        (n === SIZE ? small : large)[name]?.();
      };
      expectLinear(SIZE, work, soaking ? 8 : 30);
    }
  });

  // What was slow once: each shape with the feature that met it.
  it.each([
    ['a line of "1"', 'tokens'],
    ['lines of "责任单位："', 'refactorings'],
    ['lines of "完成时限：12月"', 'formatting, fields bracket'],
    ['lines of "1.甲,乙;丙:丁   "', 'formatting, fields keep'],
    ['tasks of many sections', 'lenses'],
    ['one name over and over', 'hierarchy'],
    ['entries of a directory', 'hierarchy'],
    ['an entry of many aliases', 'rename'],
  ])('%s: %s', (shape, name) => {
    const make = shapes[shape];
    if (!make) throw new Error(shape);
    expectLinear(SIZE, (n) => {
      const work = workOn(make(n))[name];
      if (!work) throw new Error(name);
      return () => void work();
    });
  });
});
