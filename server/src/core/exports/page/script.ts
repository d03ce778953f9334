/** What a page does by itself: rows that do not fit the search and the choices are hidden, on screen and on paper. */
export const script = `
(() => {
  const form = document.querySelector('form.filters');
  if (!form) return;
  // A table above the search is a summary, which stays whole.
  const below = (row) => form.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING;
  const rows = [...document.querySelectorAll('tbody tr')].filter(below);
  const search = form.querySelector('input');
  const selects = [...form.querySelectorAll('select')];
  const apply = () => {
    const words = search.value.trim().toLowerCase().split(/\\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      const fits = words.every((word) => text.includes(word)) &&
        selects.every((one) => !one.value || (row.dataset[one.dataset.filter] || '').includes('|' + one.value + '|'));
      row.hidden = !fits;
      if (fits) shown += 1;
    }
    form.querySelector('output').value = shown + ' / ' + rows.length;
  };
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  apply();
})();
`;
