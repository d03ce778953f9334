/** What the page does by itself: tabs, search, arrow keys, and telling the extension what was chosen. */
export const script = `
const vscode = acquireVsCodeApi();
const state = Object.assign({ show: document.body.dataset.show, query: '', lacking: false }, vscode.getState());
const search = document.querySelector('input[type=search]');
const lacking = document.querySelector('input[name=lacking]');
const rows = () => [...document.querySelectorAll('[data-row]')].filter((row) => row.offsetParent !== null);
function apply() {
  vscode.setState(state);
  document.body.dataset.show = state.show;
  for (const tab of document.querySelectorAll('[data-tab]')) {
    const on = tab.dataset.tab === state.show;
    tab.setAttribute('aria-selected', on);
    tab.tabIndex = on ? 0 : -1;
  }
  const query = state.query.trim().toLowerCase();
  for (const row of document.querySelectorAll('[data-row]')) {
    const fits = row.textContent.toLowerCase().includes(query) && (!state.lacking || row.hasAttribute('data-lacks'));
    row.hidden = !fits;
  }
  for (const band of document.querySelectorAll('.band')) {
    let row = band.nextElementSibling;
    while (row && row.hidden) row = row.nextElementSibling;
    band.hidden = !row || row.classList.contains('band');
  }
}
search.value = state.query;
lacking.checked = state.lacking;
search.addEventListener('input', () => { state.query = search.value; apply(); });
lacking.addEventListener('change', () => { state.lacking = lacking.checked; apply(); });
document.addEventListener('click', ({ target }) => {
  const button = target.closest('button');
  if (button && button.dataset.tab) { state.show = button.dataset.tab; apply(); }
  else if (button) vscode.postMessage({ do: button.dataset.do });
  else {
    const row = target.closest('[data-row]');
    if (row) vscode.postMessage({ row: Number(row.dataset.row) });
  }
});
document.addEventListener('keydown', (event) => {
  const { key, target } = event;
  if (target.dataset && target.dataset.tab && (key === 'ArrowLeft' || key === 'ArrowRight')) {
    state.show = state.show === 'table' ? 'timeline' : 'table';
    apply();
    document.querySelector('[data-tab=' + state.show + ']').focus();
  } else if (key === '/' && target !== search) {
    event.preventDefault();
    search.focus();
  } else if (key === 'Escape' && target === search) {
    state.query = search.value = '';
    apply();
  } else if (target.hasAttribute && target.hasAttribute('data-row')) {
    if (key === 'Enter' || key === ' ') { event.preventDefault(); vscode.postMessage({ row: Number(target.dataset.row) }); }
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    const all = rows();
    const next = step ? all[all.indexOf(target) + step] : key === 'Home' ? all[0] : key === 'End' ? all[all.length - 1] : undefined;
    if (next) {
      event.preventDefault();
      target.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
    }
  }
});
window.addEventListener('message', ({ data }) => {
  if (data.show) { state.show = data.show; apply(); }
});
apply();
`;
