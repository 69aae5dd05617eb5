-- Shows the argument maps of a document: pandoc page.md --lua-filter argmap.lua
-- The program argmap-pandoc has to be installed; it comes with argmap.

local function files()
  if quarto and quarto.doc and quarto.doc.input_file then
    return { quarto.doc.input_file }
  end
  return PANDOC_STATE.input_files
end

function Pandoc(document)
  local arguments = { FORMAT }
  for _, file in ipairs(files()) do
    arguments[#arguments + 1] = file
  end
  local changed = pandoc.pipe('argmap-pandoc', arguments, pandoc.write(document, 'json'))
  local shown = pandoc.read(changed, 'json')
  return pandoc.Pandoc(shown.blocks, document.meta)
end
