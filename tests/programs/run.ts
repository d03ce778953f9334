import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from '../../server/src/core/read/read.ts';

/** Where pictures are left to be looked at. */
export const output = fileURLToPath(new URL('../output/programs/', import.meta.url));

/** The fixture of that name as a document. */
export function fixture(name: string) {
  const path = fileURLToPath(new URL(`../fixtures/plans/${name}`, import.meta.url));
  return { path: name, plan: parse(readFileSync(path, 'utf8'), { path: name }) };
}

/** The first of these programs that is installed; undefined where none is. */
export function installed(...programs: readonly string[]): string | undefined {
  return programs.find((program) => {
    try {
      execFileSync(program, ['--version'], { stdio: 'ignore', timeout: 60_000 });
      return true;
    } catch (error) {
      // Some know no such option, and are there all the same.
      return error instanceof Error && 'code' in error ? error.code !== 'ENOENT' : true;
    }
  });
}

/** Writes a file among the pictures and gives its path. */
export function file(name: string, content: string | Uint8Array): string {
  const path = join(output, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** Has LibreOffice turn a file into another format, beside it. */
export function converted(path: string, format: string): string {
  execFileSync(
    'soffice',
    [
      '--headless',
      `-env:UserInstallation=file://${output}profile`,
      '--convert-to',
      format,
      '--outdir',
      output,
      path,
    ],
    {
      stdio: 'pipe',
      timeout: 240_000,
    },
  );
  return path.replace(/\.[^.]+$/u, `.${format.split(':')[0]}`);
}

/** The words of a PDF, and a picture of each page beside it. */
export function seen(pdf: string): string {
  execFileSync('pdftoppm', ['-r', '60', '-png', pdf, pdf.replace(/\.pdf$/u, '')]);
  return execFileSync('pdftotext', ['-layout', pdf, '-']).toString();
}
