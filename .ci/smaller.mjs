import { minifySync } from 'rolldown/utils';

/** The same code in fewer bytes than esbuild writes it in; throws where it is none. */
export function smaller(name, code) {
  const { code: made, errors } = minifySync(name, code, {
    compress: { passes: 3 },
    mangle: { toplevel: true },
    codegen: { removeWhitespace: true },
  });
  if (errors.length > 0) throw new Error(`${name}: ${errors.map(({ message }) => message).join('; ')}`);
  return made;
}
