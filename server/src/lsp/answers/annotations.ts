import {
  type CodeLens,
  CodeLensRequest,
  type DocumentLink,
  DocumentLinkRequest,
  ImplementationRequest,
  type InlayHint,
  InlayHintKind,
  InlayHintRequest,
  type Location,
} from 'vscode-languageserver';
import { links } from '../../core/features/going/links.ts';
import { referencesFrom } from '../../core/features/going/references.ts';
import { hints } from '../../core/features/reading/hints.ts';
import { lenses } from '../../core/features/reading/lenses.ts';
import { sumHints } from '../../core/features/reading/sums.ts';
import { carriersIn } from '../../core/plan/carriers.ts';
import { taskAt } from '../../core/plan/tasks.ts';
import { flatMapped } from '../../core/text/flat.ts';
import type { Span } from '../../core/text/text.ts';
import { offsetAt, positionAt, rangeOf, spanOf } from '../convert.ts';
import { pathOf } from '../session/path.ts';
import type { Session } from '../session/session.ts';
import { SHOW_PLACE, showsDocuments } from './command.ts';
import { type Feature, feature } from './feature.ts';
import { request } from './own/request.ts';
import { location } from './places.ts';

/** What is shown beside and above the text, and where its quotations lead. */
export const annotations: readonly Feature[] = [
  feature(InlayHintRequest.type, ({ textDocument: { uri }, range }, session) => {
    const plan = session.planOf(uri);
    if (!plan) return [];
    const { start, end } = spanOf(plan, range, session.encoding);
    const { inlayHints } = session.applied(uri).display;
    const named = hints(session.workspace, pathOf(uri), start, end, session.platform.today());
    const shown = [
      ...named.filter(({ kind }) => inlayHints[kind]),
      ...(inlayHints.sums ? sumHints(plan, start, end) : []),
    ];
    return shown
      .sort((a, b) => a.offset - b.offset)
      .map(
        ({ offset, label }): InlayHint => ({
          position: positionAt(plan, offset, session.encoding),
          label: label[session.locale],
          kind: InlayHintKind.Type,
          paddingLeft: true,
        }),
      );
  }),
  feature(CodeLensRequest.type, ({ textDocument: { uri } }, session) => {
    const lines = session.linesOf(pathOf(uri));
    if (!lines) return [];
    return flatMapped(lensesOf(uri, session), ({ span, title, places }): CodeLens[] => {
      const range = rangeOf(lines, span, session.encoding);
      const [first] = places;
      if (session.knows.showPlaces) {
        const command = first ? SHOW_PLACES : '';
        return [{ range, command: { title: title[session.locale], command, arguments: [uri, range.start] } }];
      }
      // Whoever can show one place is led to the first; a lens that leads nowhere would be an error to press.
      return showsDocuments(session.client)
        ? locationsOf(places.slice(0, 1), session).map((place) => ({
            range,
            command: { title: title[session.locale], command: SHOW_PLACE, arguments: [place] },
          }))
        : [];
    });
  }),
  // Only whoever presses a lens is told: there may be thousands.
  request('planlint/places', ({ textDocument: { uri }, position }, session) => {
    const lines = session.linesOf(pathOf(uri));
    if (!lines) return [];
    const offset = offsetAt(lines, position, session.encoding);
    return flatMapped(
      lensesOf(uri, session).filter(({ span }) => span.start === offset),
      ({ places }) => locationsOf(places, session),
    );
  }),
  feature(DocumentLinkRequest.type, ({ textDocument: { uri } }, session) => {
    const path = pathOf(uri);
    const lines = session.linesOf(path);
    if (!lines) return [];
    return links(session.workspace, path).map(
      ({ span, target }): DocumentLink => ({
        range: rangeOf(lines, span, session.encoding),
        target: 'url' in target ? target.url : session.uriOf(target.path),
      }),
    );
  }),
  feature(ImplementationRequest.type, ({ textDocument: { uri }, position }, session) => {
    const plan = session.planOf(uri);
    if (!plan) return [];
    const offset = offsetAt(plan, position, session.encoding);
    const objective = taskAt(plan, offset);
    if (objective?.role !== 'objective') return [];
    return flatMapped(carriersIn(plan)(objective), ({ titleSpan }) =>
      location(pathOf(uri), titleSpan, session),
    );
  }),
];

/** The lenses that a document shows, each with the places that it leads to. */
function lensesOf(uri: string, session: Session) {
  const path = pathOf(uri);
  const shown = session.applied(uri).display.codeLenses;
  // Looked for once, so that lenses come before one reads on and shift the text.
  const referencesTo = referencesFrom(session.workspace, path);
  return lenses(session.workspace, path)
    .filter(({ kind }) => shown[kind])
    .map((lens) => ({
      ...lens,
      places:
        lens.places.length > 0
          ? lens.places.map((span) => ({ path, span }))
          : referencesTo(lens.span.start).map(({ path: file, mention }) => ({
              path: file,
              span: mention.span,
            })),
    }));
}

function locationsOf(
  places: readonly { readonly path: string; readonly span: Span }[],
  session: Session,
): readonly Location[] {
  return flatMapped(places, ({ path, span }) => location(path, span, session));
}

/** The command by which our own client shows a list of places. */
export const SHOW_PLACES = 'planlint.showPlaces';
