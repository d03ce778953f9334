import { expect, it } from 'vitest';
import { UnderWay } from '../../client/src/under-way.ts';

const later = () => new Promise((done) => setTimeout(done));

it('asks once what is asked again before there is an answer, and anew behind it', async () => {
  const answers = new UnderWay<number>();
  let asked = 0;
  const ask = async () => {
    await later();
    asked += 1;
    return asked;
  };
  expect(await Promise.all([answers.of('1 a', ask), answers.of('1 a', ask), answers.of('2 a', ask)])).toEqual(
    [1, 1, 2],
  );
  expect(await answers.of('1 a', ask)).toBe(3);
});

it('fails for all who asked, and asks anew', async () => {
  const answers = new UnderWay<number>();
  const failing = async (): Promise<number> => {
    await later();
    throw new Error('no');
  };
  const both = [answers.of('a', failing), answers.of('a', failing)].map((one) => one.catch(String));
  expect(await Promise.all(both)).toEqual(['Error: no', 'Error: no']);
  expect(await answers.of('a', async () => 1)).toBe(1);
});
