"""Neovim itself, without a screen, with the settings of the manual."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PAGE = Path(__file__).parents[2] / "docs/editors/neovim.md"
# What is installed beside Python comes first: argmap, and Neovim itself.
PATHS = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
NVIM = shutil.which("nvim", path=PATHS)
MAP = (
    "argmap: 1\nthesis:\n  id: dogs\n  text: Собак 🐕 пускают.\n"
    "  rebuttals:   [B., {ref: nobody}]\n"
)
SOUND = MAP.replace(", {ref: nobody}", "")
SCRIPT = """
local told = {}
local function wait(what, done)
  told[what] = vim.wait(30000, done, 20)
end
wait("attached", function() return #vim.lsp.get_clients({ bufnr = 0 }) > 0 end)
wait("checked", function() return #vim.diagnostic.get(0) > 0 end)
told.found = vim.tbl_map(function(one)
  local last = vim.api.nvim_buf_get_lines(0, one.lnum, one.lnum + 1, true)[1]
  return { code = one.code, words = last:sub(one.col + 1, one.end_col) }
end, vim.diagnostic.get(0))
local line = vim.api.nvim_buf_get_lines(0, 4, 5, true)[1]
local from, to = line:find(", {ref: nobody}", 1, true)
vim.api.nvim_buf_set_text(0, 4, from - 1, 4, to, {})
wait("mended", function()
  for _, one in ipairs(vim.diagnostic.get(0)) do
    if one.code == "unknown-reference" then return false end
  end
  return true
end)
local client = vim.lsp.get_clients({ bufnr = 0 })[1]
local whole = { start = { line = 0, character = 0 }, ["end"] = { line = 9, character = 0 } }
local asked = { textDocument = vim.lsp.util.make_text_document_params(0), range = whole }
local hints = client:request_sync("textDocument/inlayHint", asked, 30000, 0)
told.signs = vim.tbl_map(function(one) return one.label end, hints.result)
vim.lsp.buf.format({ timeout_ms = 30000 })
told.formatted = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), "\\n") .. "\\n"
vim.api.nvim_win_set_cursor(0, { 3, 7 })
vim.lsp.buf.rename("pets")
wait("renamed", function() return vim.api.nvim_buf_get_lines(0, 2, 3, true)[1] == "  id: pets" end)
vim.fn.writefile({ vim.json.encode(told) }, "told.json")
vim.cmd("qall!")
"""


def settings() -> str:
    (found,) = re.findall(r"```lua\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    return str(found)


def told_by_neovim(folder: Path) -> dict[str, Any]:
    (folder / "init.lua").write_text(settings(), encoding="utf-8")
    (folder / "script.lua").write_text(SCRIPT, encoding="utf-8")
    (folder / "a.yaml").write_text(MAP, encoding="utf-8")
    (folder / "pyproject.toml").write_text("", encoding="utf-8")
    home = {name: str(folder) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    subprocess.run(
        [str(NVIM), "--headless", "-u", "init.lua", "a.yaml", "-c", "luafile script.lua"],
        cwd=folder,
        env={**os.environ, **home, "PATH": PATHS},
        capture_output=True,
        timeout=120,
        check=True,
    )
    return json.loads((folder / "told.json").read_text(encoding="utf-8"))


@pytest.mark.slow
@pytest.mark.skipif(NVIM is None, reason="needs Neovim")
def test_neovim_finds_mends_formats_and_renames_with_the_settings_of_the_manual(
    tmp_path: Path,
) -> None:
    told = told_by_neovim(tmp_path)
    waited = {what: told[what] for what in ("attached", "checked", "mended", "renamed")}
    assert waited == dict.fromkeys(waited, True)
    assert told["found"] == [{"code": "unknown-reference", "words": "nobody"}]
    assert told["signs"] == ["✗", "✓"]
    assert told["formatted"] == SOUND.replace(":   [", ": [")
