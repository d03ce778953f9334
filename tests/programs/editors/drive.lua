-- Follows the configuration of the manual: opens a plan, waits for findings, and goes from a unit to its entry.
local seen = { findings = {} }
vim.cmd('edit 2026.plan')
vim.wait(60000, function()
  return #vim.diagnostic.get(0) > 0
end, 50)
for _, one in ipairs(vim.diagnostic.get(0)) do
  table.insert(seen.findings, { line = one.lnum, message = one.message })
end
vim.fn.cursor(3, vim.fn.stridx(vim.fn.getline(3), '基教科') + 1)
vim.wait(60000, function()
  vim.lsp.buf.definition()
  vim.wait(300)
  return vim.fn.expand('%:t') ~= '2026.plan'
end, 100)
seen.at = { file = vim.fn.expand('%:t'), line = vim.fn.line('.') }
local file = assert(io.open(vim.env.PLANLINT_SEEN, 'w'))
file:write(vim.json.encode(seen))
file:close()
vim.cmd('qall!')
