// The bill of materials (CycloneDX): npm's own, of which what is not in the programs is left out.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { output } from './run.mjs';

/** `## fflate 0.8.3 (MIT)`: a package that is in the programs; a test holds the notices to what is bundled. */
const NOTICE = /^## (?<name>\S+) (?<version>\S+) \(.*\)$/gmu;

export function sbomOf(source, description) {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'];
  const whole = JSON.parse(output('npm', args, source));
  const notices = readFileSync(join(source, 'client/THIRD-PARTY-NOTICES.md'), 'utf8');
  const bundled = new Set(
    [...notices.matchAll(NOTICE)].map(({ groups: { name, version } }) => `${name}@${version}`),
  );
  const components = whole.components
    .filter((one) => bundled.has(`${one.name}@${one.version}`))
    // They were needed to build, and are in what was built.
    .map(({ properties: _, ...one }) => ({ ...one, scope: 'required' }));
  const lost = [...bundled].filter((id) => !components.some((one) => `${one.name}@${one.version}` === id));
  if (lost.length > 0) throw new Error(`npm sbom does not know ${lost.join(', ')}.`);
  const refs = new Set(components.map((one) => one['bom-ref']));
  const own = whole.metadata.component;
  return `${JSON.stringify(
    {
      ...whole,
      metadata: {
        ...whole.metadata,
        lifecycles: [{ phase: 'build' }],
        component: { ...own, name: 'planlint', description },
      },
      components,
      dependencies: whole.dependencies
        .filter(({ ref }) => refs.has(ref) || ref === own['bom-ref'])
        .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) })),
    },
    null,
    2,
  )}\n`;
}
