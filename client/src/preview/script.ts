/**
 * What the page does by itself: tabs, search, filters, groups, order, arrow keys, and telling the extension what was
 * chosen. A task that several units share stands in the group of each.
 */
export const script = `
const vscode = acquireVsCodeApi();
const start = { show: document.body.dataset.show, query: '', lacking: false, group: '', who: '', sort: 'order', down: false, scroll: 0 };
const state = Object.assign(start, vscode.getState());
const find = (selector) => document.querySelector(selector);
const search = find('input[type=search]');
const lacking = find('input[name=lacking]');
const group = find('select[name=group]');
const who = find('select[name=who]');
const section = find('#table');
const body = find('#table tbody');
const written = body ? [...body.children] : [];
const tasks = written.filter((row) => row.matches('[data-row]')).map((row, order) => {
  const names = (key) => (row.dataset[key] || '').split('\\n').filter(Boolean);
  const end = row.dataset.end || '';
  return { row, order, leads: names('leads'), units: names('units'), end, month: end ? [end.slice(0, 7)] : [] };
});
const rows = () => [...document.querySelectorAll('[data-row]')].filter((row) => row.offsetParent !== null);
function fits({ row, leads, units }) {
  const query = state.query.trim().toLowerCase();
  return row.textContent.toLowerCase().includes(query)
    && (!state.lacking || row.hasAttribute('data-lacks'))
    && (!state.who || leads.includes(state.who) || units.includes(state.who));
}
function sorted(list) {
  const key = (task) => state.sort === 'order' ? '' : [].concat(task[state.sort]).join('、');
  const compared = (a, b) => {
    const [x, y] = [key(a), key(b)];
    // What has nothing there comes last, whichever way it is sorted.
    if (!x !== !y) return x ? -1 : 1;
    return (x < y ? -1 : x > y ? 1 : a.order - b.order) * (state.down ? -1 : 1);
  };
  return [...list].sort(compared);
}
function bandOf(text, count) {
  const band = document.createElement('tr');
  band.className = 'band';
  band.setAttribute('role', 'row');
  const head = document.createElement('th');
  head.colSpan = document.querySelectorAll('#table thead th').length;
  head.scope = 'colgroup';
  head.setAttribute('role', 'columnheader');
  head.textContent = text + ' (' + count + ')';
  band.append(head);
  return band;
}
function groups(list) {
  const found = new Map();
  for (const task of list) {
    const names = task[state.group];
    for (const name of names.length > 0 ? names : ['']) found.set(name, [...(found.get(name) || []), task]);
  }
  const order = ([a, x], [b, y]) => {
    if (!a !== !b) return a ? -1 : 1;
    return state.group === 'month' ? (a < b ? -1 : 1) : y.length - x.length || (a < b ? -1 : 1);
  };
  return [...found].sort(order);
}
function arrange() {
  if (!body) return;
  if (!state.group && state.sort === 'order' && !state.down) return body.replaceChildren(...written);
  const list = sorted(tasks.filter(fits));
  if (!state.group) return body.replaceChildren(...list.map(({ row }) => row));
  const none = state.group === 'month' ? section.dataset.never : section.dataset.nobody;
  const placed = new Set();
  const once = (row) => {
    if (!placed.has(row)) { placed.add(row); return row; }
    const copy = row.cloneNode(true);
    copy.tabIndex = -1;
    return copy;
  };
  body.replaceChildren(...groups(list).flatMap(([name, some]) => [bandOf(name || none, some.length), ...some.map(({ row }) => once(row))]));
}
function apply() {
  vscode.setState(state);
  document.body.dataset.show = state.show;
  for (const tab of document.querySelectorAll('[data-tab]')) {
    const on = tab.dataset.tab === state.show;
    tab.setAttribute('aria-selected', on);
    tab.tabIndex = on ? 0 : -1;
  }
  for (const button of document.querySelectorAll('[data-sort]')) {
    const on = button.dataset.sort === state.sort;
    button.parentElement.setAttribute('aria-sort', on ? (state.down ? 'descending' : 'ascending') : 'none');
  }
  arrange();
  const shown = new Set(tasks.filter(fits).map(({ row }) => row.dataset.row));
  for (const row of document.querySelectorAll('[data-row]')) row.hidden = !shown.has(row.dataset.row);
  for (const band of document.querySelectorAll('.band')) {
    let row = band.nextElementSibling;
    while (row && row.hidden) row = row.nextElementSibling;
    band.hidden = !row || row.classList.contains('band');
  }
  const none = find('.none');
  if (none) none.hidden = shown.size > 0 || state.show === 'load';
}
function asText() {
  // A cell that begins so would be a formula to a spreadsheet.
  const cell = (text) => (/^[=+\\-@＝＋－＠]/.test(text) ? "'" : '') + text.replace(/\\s+/g, ' ').trim();
  const lines = [...document.querySelectorAll('#table thead tr, #table tbody tr')].filter((row) => !row.hidden);
  return lines.map((row) => [...row.children].map(({ textContent }) => cell(textContent)).join('\\t')).join('\\n');
}
search.value = state.query;
lacking.checked = state.lacking;
group.value = state.group;
who.value = state.who;
if (!who.value) state.who = who.value = '';
search.addEventListener('input', () => { state.query = search.value; apply(); });
lacking.addEventListener('change', () => { state.lacking = lacking.checked; apply(); });
group.addEventListener('change', () => { state.group = group.value; apply(); });
who.addEventListener('change', () => { state.who = who.value; apply(); });
find('select[name=scope]').addEventListener('change', ({ target }) => vscode.postMessage({ scope: target.value }));
function press(target) {
  const button = target.closest('button');
  const load = target.closest('[data-who]');
  const row = target.closest('[data-row]');
  if (button && button.dataset.tab) state.show = button.dataset.tab;
  else if (button && button.dataset.sort) {
    state.down = state.sort === button.dataset.sort && !state.down;
    state.sort = button.dataset.sort;
  } else if (load) {
    state.who = who.value = load.dataset.who;
    state.show = 'table';
  } else if (button) return vscode.postMessage(button.dataset.do === 'copy' ? { copy: asText() } : { do: button.dataset.do });
  else return row && vscode.postMessage({ row: Number(row.dataset.row) });
  apply();
}
document.addEventListener('click', ({ target }) => press(target));
document.addEventListener('keydown', (event) => {
  const { key, target } = event;
  if (target.dataset && target.dataset.tab && (key === 'ArrowLeft' || key === 'ArrowRight')) {
    const tabs = [...document.querySelectorAll('[data-tab]')];
    const next = tabs[(tabs.indexOf(target) + (key === 'ArrowRight' ? 1 : tabs.length - 1)) % tabs.length];
    state.show = next.dataset.tab;
    apply();
    next.focus();
  } else if (key === '/' && !/^(?:INPUT|SELECT)$/.test(target.tagName)) {
    event.preventDefault();
    search.focus();
  } else if (key === 'Escape' && target === search) {
    state.query = search.value = '';
    apply();
  } else if (target.matches && target.matches('[data-row], [data-who]')) {
    if (key === 'Enter' || key === ' ') { event.preventDefault(); press(target); return; }
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    const all = target.matches('[data-who]') ? [...document.querySelectorAll('[data-who]')] : rows();
    const next = step ? all[all.indexOf(target) + step] : key === 'Home' ? all[0] : key === 'End' ? all[all.length - 1] : undefined;
    if (next) {
      event.preventDefault();
      if (target.matches('[data-row]')) { target.tabIndex = -1; next.tabIndex = 0; }
      next.focus();
    }
  }
});
window.addEventListener('message', ({ data }) => {
  if (data.show) { state.show = data.show; apply(); }
  if (data.page) download(data);
});
function download({ name, page }) {
  const address = URL.createObjectURL(new Blob([page], { type: 'text/html' }));
  // Outside of the page, where nobody takes it for a link to follow.
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}
window.addEventListener('scroll', () => { state.scroll = window.scrollY; vscode.setState(state); });
const scroll = state.scroll;
apply();
window.scrollTo(0, scroll);
`;
