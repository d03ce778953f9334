// The least that a language server does: it keeps the text as it is changed, answers with an outline of as many symbols
// as there are numbered lines, and with one finding to seven of them. It reads a text once, when that is opened, and
// then each line that changes; an answer is put together from what was written of each section before.

/** The text, where its lines start, and its sections by their first lines. */
let text = '';
let starts = [0];
let sections = [];

function open(opened) {
  text = opened;
  starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  sections = [{ first: 0 }];
  for (let at = 1; at < starts.length; at += 1) if (HEADING.test(line(at))) sections.push({ first: at });
}

function line(at) {
  return text.slice(starts[at], (starts[at + 1] ?? text.length + 1) - 1);
}

/** 二十一、加强校园安全 */
const HEADING = /^[一二三四五六七八九十百千万零]+、/u;
/** 12. 完善作业管理 */
const TASK = /^\d+[.．、]/u;

/** Changes here stay within a line. */
function change({ range: { start, end }, text: written }) {
  const [from, to] = [start, end].map(({ line, character }) => starts[line] + character);
  text = text.slice(0, from) + written + text.slice(to);
  for (let at = start.line + 1; at < starts.length; at += 1) starts[at] += written.length - (to - from);
  let low = 0;
  for (let high = sections.length - 1; low < high; ) {
    const middle = (low + high + 1) >> 1;
    if (sections[middle].first <= start.line) low = middle;
    else high = middle - 1;
  }
  sections[low] = { first: sections[low].first };
}

/** Writes what is not written yet: the symbols and the findings of each section, as they stand in an answer. */
function write() {
  for (let index = 0; index < sections.length; index += 1) {
    const section = sections[index];
    if (section.symbols) continue;
    const end = sections[index + 1]?.first ?? starts.length;
    const children = [];
    for (let at = section.first; at < end; at += 1) if (TASK.test(line(at))) children.push(symbol(at, 6, at));
    section.symbols = Buffer.from(JSON.stringify({ ...symbol(section.first, 3, end - 1), children }));
    const items = children.filter(({ range }) => range.start.line % 7 === 0).map(finding);
    section.findings = Buffer.from(JSON.stringify(items).slice(1, -1));
  }
}

function symbol(at, kind, last) {
  const said = line(at);
  const start = { line: at, character: 0 };
  const end = { line: at, character: said.length };
  const range = { start, end: { line: last, character: line(last).length } };
  const [name] = said.slice(0, 40).split('。');
  return { name: name || '-', kind, range, selectionRange: { start, end } };
}

function finding({ selectionRange: { start } }) {
  const range = { start, end: { line: start.line, character: 2 } };
  return {
    range,
    severity: 2,
    source: 'floor',
    code: 'missing-deadline',
    message: '这项任务没有写明何时完成。',
  };
}

function answer({ id, method, params }) {
  switch (method) {
    case 'initialize':
      return send(id, CAPABILITIES);
    case 'textDocument/didOpen':
      return open(params.textDocument.text);
    case 'textDocument/didChange':
      return params.contentChanges.forEach(change);
    case 'textDocument/documentSymbol':
      write();
      return send(id, Buffer.from('['), ...joined('symbols'), Buffer.from(']'));
    case 'textDocument/diagnostic':
      write();
      return send(id, Buffer.from('{"kind":"full","items":['), ...joined('findings'), Buffer.from(']}'));
    case 'exit':
      return process.exit(0);
    default:
      if (id !== undefined) send(id, Buffer.from('null'));
  }
}

const CAPABILITIES = Buffer.from(
  JSON.stringify({
    capabilities: {
      textDocumentSync: 2,
      documentSymbolProvider: true,
      diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
    },
  }),
);

function joined(kind) {
  const list = [];
  for (const { [kind]: written } of sections) {
    if (written.length === 0) continue;
    if (list.length > 0) list.push(COMMA);
    list.push(written);
  }
  return list;
}

const COMMA = Buffer.from(',');

/** `result` is what was written of it, in its order. */
function send(id, ...result) {
  const body = [Buffer.from(`{"jsonrpc":"2.0","id":${id},"result":`), ...result, Buffer.from('}')];
  const size = body.reduce((sum, { length }) => sum + length, 0);
  process.stdout.write(Buffer.concat([Buffer.from(`Content-Length: ${size}\r\n\r\n`), ...body]));
}

let held = Buffer.alloc(0);
let parts = [];
let wanted = 0;
process.stdin.on('data', (part) => {
  parts.push(part);
  wanted -= part.length;
  // A long message is put together once.
  if (wanted > 0) return;
  held = Buffer.concat([held, ...parts]);
  parts = [];
  for (;;) {
    const head = held.indexOf('\r\n\r\n');
    if (head < 0) return;
    const size = Number(/Content-Length: (\d+)/iu.exec(held.toString('latin1', 0, head))[1]);
    wanted = head + 4 + size - held.length;
    if (wanted > 0) return;
    const message = JSON.parse(held.toString('utf8', head + 4, head + 4 + size));
    held = held.subarray(head + 4 + size);
    answer(message);
  }
});
