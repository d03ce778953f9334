-- Opens a plan with Neovim's own LSP client, waits for diagnostics, jumps from a unit to the directory, renames it,
-- and writes what it saw as JSON to the file named by the variable PLANLINT_SEEN.
local root = vim.env.PLANLINT_ROOT
local seen = { diagnostics = {}, jumped = nil, renamed = {} }

local function finish(fault)
  seen.fault = fault
  local file = assert(io.open(vim.env.PLANLINT_SEEN, 'w'))
  file:write(vim.json.encode(seen))
  file:close()
  vim.cmd('qall!')
end

local function run()
  vim.cmd('edit ' .. vim.fn.fnameescape(root .. '/2026.plan'))
  vim.lsp.start_client({
    name = 'planlint',
    cmd = { vim.env.PLANLINT_NODE, vim.env.PLANLINT_PROGRAM, 'lsp' },
    root_dir = root,
    workspace_folders = { { uri = vim.uri_from_fname(root), name = 'plans' } },
    on_init = function(client)
      vim.lsp.buf_attach_client(0, client.id)
    end,
  })
  local shown = vim.wait(20000, function()
    return #vim.diagnostic.get(0) > 0
  end, 50)
  if not shown then return finish('no diagnostics') end
  for _, one in ipairs(vim.diagnostic.get(0)) do
    table.insert(seen.diagnostics, { line = one.lnum, message = one.message, code = one.code or '' })
  end

  vim.fn.cursor(3, vim.fn.stridx(vim.fn.getline(3), vim.env.PLANLINT_UNIT) + 1)
  vim.wait(20000, function()
    vim.lsp.buf.definition()
    vim.wait(300)
    return vim.fn.expand('%:t') ~= '2026.plan'
  end, 100)
  seen.jumped = { file = vim.fn.expand('%:t'), line = vim.fn.line('.'), column = vim.fn.col('.') }

  vim.cmd('buffer 2026.plan')
  vim.fn.cursor(3, vim.fn.stridx(vim.fn.getline(3), vim.env.PLANLINT_UNIT) + 1)
  vim.lsp.buf.rename(vim.env.PLANLINT_NEW)
  vim.wait(20000, function()
    return vim.fn.getline(3):find(vim.env.PLANLINT_NEW, 1, true) ~= nil
  end, 50)
  seen.renamed.plan = vim.fn.getline(3)
  vim.cmd('buffer units.plan')
  seen.renamed.directory = vim.fn.getline(3)
  finish()
end

local ok, fault = pcall(run)
if not ok then finish(tostring(fault)) end
