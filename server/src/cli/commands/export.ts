import { exporters } from '../../core/exports/index.ts';
import type { Options } from '../args.ts';
import { readDocuments } from '../documents.ts';
import { type Exit, worst } from '../host.ts';
import { write } from '../write.ts';
import type { Call, Command } from './command.ts';

/** Writes what plans contain in one of the export formats. */
export const exportPlans: Command = {
  name: 'export',
  options: ['format', 'output', 'config', 'no-config', 'stdin-filename'],
  formats: exporters.map(({ format }) => format),
  run: writePlans,
};

async function writePlans(options: Options, call: Call): Promise<Exit> {
  const { documents, exit } = await readDocuments(options, call);
  const exits = [exit];
  for (const { format, file } of options.reports) {
    const exporter = exporters.find((known) => known.format === format);
    if (exporter) exits.push(await write(exporter.write(documents), { ...call, output: file }));
  }
  return worst(...exits);
}
