import { azure } from './azure.ts';
import { compact } from './compact.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { htmlPage } from './html.ts';
import { json, jsonl } from './json.ts';
import { pretty } from './pretty.ts';
import { rdjson } from './rdjson.ts';
import type { Reporter } from './reporter.ts';
import { sarif } from './sarif.ts';
import { tap } from './tap.ts';
import { checkstyle, junit } from './xml.ts';

/** Every report format; the first is the default. */
export const reporters: readonly Reporter[] = [
  ...[pretty, compact, json, jsonl],
  ...[sarif, github, gitlab, junit, checkstyle, rdjson, azure, tap, htmlPage],
];
